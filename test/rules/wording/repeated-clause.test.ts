import { check, checkFix } from '../../support/check';
import { headings, sound, title } from '../../support/drafts';
import { changed } from '../../support/marks';
import { itFinds, itIgnores, itIgnoresDamaged } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'repeated-clause';

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));

  it('marks the second of the two with the mark before it', () => {
    check(
      code,
      `
${title}

${headings.overview}

𠮷😀，公开预算情况、公开预算情况、决算情况。
${'　'.repeat(11)}＾＾＾＾＾＾＾
`,
    );
  });
  itFinds(code, [
    ['如有疑问，如有疑问，请联系办公室。', '?，如有疑问'],
    ['公开处罚信息0条,公开处罚信息0条,许可信息4条。', '?,公开处罚信息0条'],
    ['（公开栏目；公开栏目）', '?；公开栏目'],
  ]);
  itIgnores(code, [
    '如有疑问，请联系办公室。如有疑问，请来电。',
    '公开信息，公开信息4条，共四类。',
    '一步一步，一步一步推进。',
    '审核，审核，再审核。',
    '0000，0000，0000。',
    '公开预算情况。公开预算情况。',
    '公开预算情况、公开决算情况、公开预算情况。',
  ]);
  it('its fix leaves one of them', () => {
    const text = sound();
    const doubled = changed(text, '页面更加清晰。', '页面更加清晰，页面更加清晰。');
    checkFix(doubled, text, { code, preferred: false });
  });
  itIgnoresDamaged(code, '公开预算情况、公开预算情况、决算情况。', [
    '公开□□情况、公开□□情况、决算情况。',
    '公开\\Box情况、公开\\Box情况、决算情况。',
    '公开预算情况、\n- 3 -\n公开预算情况、决算情况。',
    '公开预算情况、\n\n公开预算情况、决算情况。',
  ]);
});
