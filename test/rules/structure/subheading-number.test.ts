import assert from 'node:assert/strict';
import { check, checkDamaged, checkFix, findingsOf, marked } from '../../support/check';
import { headings, lineOf, sectionText, sound } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'subheading-number';

/** The sound report with other ordinals before its five aspects. */
function numbered(...ordinals: string[]): string {
  return sound().replace(
    /^（([一二三四五])）/gmu,
    (_, numeral: string) => ordinals['一二三四五'.indexOf(numeral)] ?? '',
  );
}

function withIssues(...lines: string[]): string {
  const prose = lines.map((line) => `${line}\n\n`).join('');
  return changed(sound(), sectionText(sound(), 'issues'), `${headings.issues}\n\n${prose}`);
}

describe(code, () => {
  it('marks the ordinal', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

五、存在的主要问题及改进情况

数𠮷😀有问题，要改进。
(一)解读形式单一。
(二)更新不及时。
(二)培训不够。
^＾^
（四）下一步加强培训。
`,
    );
  });
  it('mends one wrong number in its own writing', () => {
    checkFix(numbered('（一）', '（二）', '（二）', '（四）', '（五）'), sound(), { code, preferred: true });
    checkFix(numbered('（一）', '（三）', '（三）', '（四）', '（五）'), sound(), { code, preferred: true });
    checkFix(
      numbered('(一)', '(二)', '(三)', '(四)', '(六)'),
      numbered('(一)', '(二)', '(三)', '(四)', '(五)'),
      {
        code,
        preferred: true,
      },
    );
  });
  it('is silent where a page has put a number of its own in place of one', () => {
    assert.deepEqual(marked(code, numbered('（一）', '1. ', '（三）', '（四）', '（五）')), []);
    const lists = numbered('（一）', '1. ', '2. ', '（三）', '（四）');
    assert.deepEqual(marked(code, lists), ['（三）']);
  });
  it('offers to move all that follow, and prefers it not', () => {
    const text = numbered('（一）', '（二）', '（四）', '（五）', '（六）');
    assert.deepEqual(marked(code, text), ['（四）']);
    checkFix(text, sound(), { code, preferred: false });
    checkFix(numbered('（一）', '（二）', '（二）', '（三）', '（四）'), sound(), { code, preferred: false });
  });
  it('leaves what was left out to the rule for that', () => {
    const text = sound().replace(/（三）政府信息管理[^\n]*\n\n/u, '');
    assert.deepEqual(
      findingsOf(text).map((finding) => finding.code),
      ['missing-aspect'],
    );
  });
  it('is silent where a list begins anew', () =>
    assert.deepEqual(
      marked(
        code,
        withIssues(
          '（一）问题不少。',
          '（二）培训不够。',
          '改进情况',
          '（一）加强培训。',
          '（二）增加图解。',
          '（三）严格时限。',
        ),
      ),
      [],
    ));
  it('is silent where numbers stand inside lines, or the first was not seen', () => {
    for (const lines of [
      ['（一）解读单一。（二）更新慢。', '（三）培训不够，要加强。'],
      ['（一）解读单一。', '（二）更新慢。', '改进情况：（一）增加图解。', '（二）明确时限。'],
      ['存在问题：（一）解读单一。', '（二）更新慢。', '（四）加强培训。'],
      ['（一）解读单一。', '（二）更新慢。', '（≡）人少。', '（四）加强培训。'],
    ])
      assert.deepEqual(marked(code, withIssues(...lines)), []);
  });
  it('is silent on articles that are cited over a line end', () =>
    assert.deepEqual(
      marked(
        code,
        withIssues(
          '（一）对照条例第二十条第\n（一）项、第二十条第\n（六）项，公开不够及时。',
          '（二）要加强培训。',
        ),
      ),
      [],
    ));
  it('is silent where tables or pictures stand between', () =>
    assert.deepEqual(
      marked(code, withIssues('（一）解读单一。', '<img src="1.png">', '（三）加强培训。')),
      [],
    ));
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent where the ordinal between is torn or cannot be read', () => {
    const torn = ['（二\n- 7 -\n）', '（  二  ）', '（\\Box二）', '（二□', '二）', '（\n\n二）'];
    checkDamaged(
      code,
      numbered('（一）', '（三）', '（四）', '（五）', '（六）'),
      torn.map((ordinal) => numbered('（一）', ordinal, '（三）', '（四）', '（五）')),
    );
  });
  it('is silent on two versions that could not be merged', () => {
    const line = lineOf(sound(), '（三）政府信息管理');
    checkDamaged(code, changed(sound(), line, `${line}\n\n${line}`), [
      changed(sound(), line, `<<<<<<< HEAD\n${line}\n=======\n${line}\n>>>>>>> other`),
    ]);
  });
});
