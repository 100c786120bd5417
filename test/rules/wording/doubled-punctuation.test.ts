import { check, checkFix, checkNoFix } from '../../support/check';
import { sound, title } from '../../support/drafts';
import { itFinds, itIgnores, itIgnoresDamaged, overview } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'doubled-punctuation';

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report: ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('marks both marks', () => {
    check(
      code,
      `
${title}

一、总体情况

𠮷😀依法公开。。
${'　'.repeat(8)}＾＾
`,
    );
  });
  itFinds(code, [
    ['依法公开，，及时答复、、按期办结；。', 'i，，', 'i、、', 'i；。'],
    ['依法公开，。', 'i，。'],
    ['依法公开。，及时答复。', 'i。，'],
  ]);
  itIgnores(code, ['依法公开……及时答复——按期办结。”、“好”。', '。。。。。。', '“公开。”，（答复；）。']);
  it('leaves the one that is meant', () => {
    const text = (marks: string): string => overview(`依法公开${marks}`);
    checkFix(text('。。'), text('。'), { code, preferred: false });
    checkFix(text('；。'), text('。'), { code, preferred: false });
    checkNoFix(code, text('。，及时答复。'));
  });
  itIgnoresDamaged(code, '依法公开，，及时答复。', [
    '依法公开，\n，及时答复。',
    '依法公开，\n- 3 -\n，及时答复。',
    '依法公开，\n\n，及时答复。',
    '依法公开，□，及时答复。',
    '依法公开，\\Box，及时答复。',
  ]);
});
