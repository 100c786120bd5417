import { defineSilenceRule } from '../rule';
import type { IdleDirective } from './silence';

/** A directive that ignores nothing only hides the next mistake. */
export const unusedDirective = defineSilenceRule<IdleDirective>({
  code: 'unused-directive',
  catalogueCode: '—',
  severity: 'hint',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '忽略指令没有用处', en: 'A directive ignores nothing' },
  detect({ idle, runs }) {
    // What a rule that does not run would have found is not known.
    return idle.flatMap(({ directive, codes }) => {
      const known = codes.filter(({ code }) => runs.has(code));
      return codes.length > 0 && known.length === 0 ? [] : [{ directive, codes: known }];
    });
  },
  render({ directive, codes }) {
    const [only] = codes;
    const names = codes.map(({ code }) => `“${code}”`);
    const isWhole = codes.length === directive.codes.length;
    const what = {
      zh: names.length > 0 ? `没有 ${names.join('、')} 可忽略` : '没有可忽略的问题',
      en: names.length > 0 ? `there is no ${names.join(', ')} to ignore` : 'there is nothing to ignore',
    };
    return {
      range: !isWhole && codes.length === 1 && only ? only.range : directive.range,
      message:
        directive.kind === 'enable'
          ? {
              zh: '此前没有停用，这条恢复指令没有用处，可以删去',
              en: 'Nothing was disabled before: remove it',
            }
          : {
              zh: `这条忽略指令没有用处：${what.zh}，可以删去`,
              en: `Unused directive: ${what.en}; remove it`,
            },
    };
  },
  fix({ directive, codes }) {
    if (codes.length !== directive.codes.length) return [];
    return [
      {
        title: { zh: '删去这条指令', en: 'Remove this directive' },
        preferred: false,
        edits: [{ range: directive.removal, newText: '' }],
      },
    ];
  },
  documentation: {
    explanation: {
      zh: '用注释忽略的问题已经不在，或者注释写错了位置。留着它，以后同一处真出了错也看不到。',
      en: 'What a comment was to ignore is gone, or the comment stands in the wrong place. Left there it would hide a real mistake later.',
    },
    rationale: {
      zh: '勾稽自身的约定，见“设置”一章的“忽略一处意见”。',
      en: 'A convention of Gouji’s own: see “Ignoring a finding” in the settings.',
    },
    silence: {
      zh: '指令所列规则已关闭时不报；不是年度报告的文件不报。',
      en: 'Where the rules it names are off, and in a file that is no annual report.',
    },
    examples: [
      {
        right: '| （一）予以公开 |  | 3 | 1 | 0 | 0 | 0 | 0 | 4 |',
        wrong:
          '<!-- gouji-disable-next-line row-total -->\n| （一）予以公开 |  | 3 | 1 | 0 | 0 | 0 | 0 | 4 |',
      },
    ],
  },
});
