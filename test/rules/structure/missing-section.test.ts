import assert from 'node:assert/strict';
import { check, checkDamaged, checkFix, codesOf, findingsOf, said } from '../../support/check';
import { headings, sectionText, sound } from '../../support/drafts';
import { changed } from '../../support/marks';
import { read } from '../../support/reading';
import { allLayoutNames } from '../../support/render';

const code = 'missing-section';
const ids = Object.keys(headings) as (keyof typeof headings)[];

/** What is said of a section that was inserted blank. */
const saidOfBlank = {
  overview: 'missing-aspect',
  proactive: 'cell-value',
  requests: 'cell-value',
  proceedings: 'cell-value',
  issues: 'issues-and-improvements',
  other: 'fee-unreported',
} as const;

describe(code, () => {
  it('marks the heading before which the section belongs', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

一、总体情况

全年工作平稳。

二、主动公开政府信息情况

四、政府信息公开行政复议、行政诉讼情况
＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾

五、存在的主要问题及改进情况

六、其他需要报告的事项
`,
    );
  });
  it('marks the last heading where the section belongs at the end', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
＾＾＾＾＾＾＾＾＾＾＾＾＾＾
`,
    );
  });
  for (const id of ids) {
    it(`finds that ${id} is missing, and only that`, () => {
      const text = changed(sound(), sectionText(sound(), id), '');
      const messages = findingsOf(text).map((finding) => `${finding.code}: ${finding.message.zh}`);
      assert.equal(messages.length, 1, messages.join('\n'));
      assert.ok(messages[0]?.startsWith(`${code}: `) && messages[0].includes(headings[id]), messages[0]);
    });
  }
  it('is silent where a title has a slip, an old wording or a wrong ordinal', () => {
    for (const written of [
      '三、收到和处理政府信息公开申清情况',
      '三、行政机关收到和处理政府信息公开申请的情况',
      '四、收到和处理政府信息公开申请情况',
    ])
      assert.deepEqual(
        codesOf(changed(sound(), `${headings.requests}\n`, `${written}\n`)).filter((one) => one === code),
        [],
      );
  });
  for (const layout of allLayoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).replace(/\n$/u, '')));

  it('inserts a section without a table at its place, in the writing of the others', () => {
    checkFix(
      changed(sound(), sectionText(sound(), 'issues'), ''),
      changed(sound(), sectionText(sound(), 'issues'), `${headings.issues}\n\n`),
      {
        code,
        preferred: false,
        mayAdd: [saidOfBlank.issues],
      },
    );
  });
  it('inserts a section with its blank table', () => {
    const text = changed(sound(), sectionText(sound(), 'requests'), '');
    const blank = sectionText(sound(), 'requests').replace(/(\t\d+)+$/gmu, '\t'.repeat(7));
    checkFix(text, changed(sound(), sectionText(sound(), 'requests'), blank), {
      code,
      preferred: false,
      mayAdd: ['cell-value'],
    });
  });
  it('inserts the last section at the end', () => {
    const text = changed(sound(), sectionText(sound(), 'other'), '');
    const [finding] = findingsOf(text);
    assert.equal(finding?.fixes[0]?.edits.length, 1);
    const { range, newText } = finding?.fixes[0]?.edits[0] ?? { range: { start: { line: 0 } }, newText: '' };
    assert.equal(range.start.line, text.split('\n').length - 1);
    assert.equal(newText.trim(), headings.other);
  });
  it('keeps marks and ordinals of Markdown', () => {
    const text = sound('piped');
    const own = text.slice(text.indexOf(`## ${headings.issues}`), text.indexOf(`## ${headings.other}`));
    checkFix(changed(text, own, ''), changed(text, own, `## ${headings.issues}\n\n`), {
      code,
      preferred: false,
      mayAdd: [saidOfBlank.issues],
    });
  });
  for (const layout of allLayoutNames) {
    it(`is said once where there is no heading at all, ${layout}`, () => {
      const bare = Object.values(headings).reduce(
        (text, heading) => text.replaceAll(heading, ''),
        sound(layout),
      );
      assert.deepEqual(codesOf(bare), [code], said(bare).join(' | '));
      assert.deepEqual(findingsOf(bare)[0]?.fixes, []);
    });
    for (const id of ids) {
      it(`the section that is inserted is found where it belongs: ${id}, ${layout}`, () => {
        const text = sound(layout);
        const startOf = (heading: string): number => {
          const at = text.indexOf(heading, text.indexOf('\n一、') + 1);
          return Math.max(text.lastIndexOf('\n', at) + 1, text.lastIndexOf('<p><strong>', at));
        };
        const next = ids[ids.indexOf(id) + 1];
        const without =
          text.slice(0, startOf(headings[id])) + (next ? text.slice(startOf(headings[next])) : '');
        const found = findingsOf(without).filter((finding) => finding.code === code);
        assert.equal(found.length, 1, said(without).join(' | '));
        const edit = found[0]?.fixes[0]?.edits[0];
        assert.ok(edit);
        const all = without.split('\n');
        const { line, character } = edit.range.start;
        all[line] = (all[line] ?? '').slice(0, character) + edit.newText + (all[line] ?? '').slice(character);
        const fixed = all.join('\n');
        assert.deepEqual(read(fixed).sections, ids);
        assert.deepEqual(codesOf(fixed), [saidOfBlank[id]]);
      });
    }
  }
  it('is silent where its heading is torn or cannot be read', () => {
    const other = sectionText(sound(), 'other');
    checkDamaged(
      code,
      changed(sound(), other, ''),
      [
        '六、\n其他需要报告的事项',
        '六\n、其他需要报告的事项',
        '## 六、\n- 9 -\n其他需要报告的事项',
        '六、其他\\Box的事项',
      ].map((heading) => changed(sound(), headings.other, heading)),
    );
    const overview = sectionText(sound(), 'overview');
    checkDamaged(
      code,
      changed(sound(), overview, ''),
      ['一、总体\n情况', '一\n、总体情况', '一、□体情况'].map((heading) =>
        changed(sound(), headings.overview, heading),
      ),
    );
  });
  it('is silent where the heading ran into the text before it', () =>
    checkDamaged(code, changed(sound(), `${headings.issues}\n`, ''), [
      changed(sound(), `\n\n${headings.issues}\n`, `${headings.issues}\n`),
    ]));
});
