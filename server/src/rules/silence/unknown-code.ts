import { defineSilenceRule } from '../rule';
import type { Directive, NamedCode } from './directives';

/** A directive that names a rule there is none of ignores nothing. */
export const unknownCode = defineSilenceRule<{ readonly directive: Directive; readonly named: NamedCode }>({
  code: 'unknown-code',
  catalogueCode: '—',
  severity: 'hint',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '忽略指令写了没有的规则', en: 'A directive names no rule there is' },
  detect({ directives }) {
    return directives.flatMap((directive) =>
      directive.codes.filter((named) => named.unknownNear !== null).map((named) => ({ directive, named })),
    );
  },
  render({ named }) {
    const near = named.unknownNear;
    return {
      range: named.range,
      message: {
        zh: `没有“${named.code}”这条规则${near ? `，是否应为“${near}”` : '；如为说明，请写在“--”之后'}`,
        en: `There is no rule “${named.code}”${near ? `; “${near}” may be meant` : '; a reason goes after “--”'}`,
      },
    };
  },
  fix({ named }) {
    const near = named.unknownNear;
    if (!near) return [];
    return [
      {
        title: { zh: `改为“${near}”`, en: `Change to “${near}”` },
        preferred: false,
        edits: [{ range: named.range, newText: near }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '忽略指令里写的规则代码不存在，多半是拼写有误，因而什么也没有忽略。',
      en: 'The code in a directive is none of a rule, most often for a slip of spelling, so nothing is ignored.',
    },
    rationale: {
      zh: '勾稽自身的约定，见“设置”一章的“忽略一处意见”。',
      en: 'A convention of Gouji’s own: see “Ignoring a finding” in the settings.',
    },
    silence: {
      zh: '中文说明、“--”之后的文字不当作规则代码；不是年度报告的文件不报。',
      en: 'A reason in Chinese, or after “--”, is not taken for a code; nor is a file looked at that is no annual report.',
    },
    examples: [
      {
        right: '| （一）予以公开 |  | 3 | 1 | 0 | 0 | 0 | 0 | 4 |',
        wrong: '<!-- gouji-disable-next-line row-totl -->\n| （一）予以公开 |  | 3 | 1 | 0 | 0 | 0 | 0 | 4 |',
      },
    ],
  },
});
