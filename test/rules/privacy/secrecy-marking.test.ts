import { check, checkNoFix } from '../../support/check';
import { sound, title } from '../../support/drafts';
import { itFinds, itIgnores, itIgnoresDamaged, overview } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'secrecy-marking';

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report: ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('marks the degree, the star and the term', () => {
    check(
      code,
      `
${title}

机密★1年
＾＾＾＾＾

一、总体情况
`,
    );
  });
  itFinds(code, [
    ['秘密★', '秘密★'],
    ['绝密 ★ 长期', '绝密 ★ 长期'],
    ['密级：机密', '密级：机密'],
    ['内部资料，注意保存', '?内部资料，注意保存'],
    ['（内部资料）', '?（内部资料）'],
    ['按照豫密发〔2024〕5号要求办理。', '?密发〔2024〕5号'],
  ]);
  itIgnores(code, [
    '属于国家秘密的不予公开；涉及商业秘密、个人隐私的征求意见。',
    '严格保密审查，涉密不公开、公开不涉密。',
    '国办发明电〔2020〕17号、国办秘函〔2019〕19号。',
    '机密性、完整性；12345热线。',
    '不得公开内部资料。',
    '评为★★★★★五星级窗口。',
  ]);
  it('has no fix', () => checkNoFix(code, overview('秘密★')));
  itIgnoresDamaged(code, '机密★1年', [
    '机□★1年',
    '\\Box密★1年',
    '国家秘\n- 3 -\n密★1年',
    '国家秘\n\n密★1年',
    '秘密□1年',
  ]);
});
