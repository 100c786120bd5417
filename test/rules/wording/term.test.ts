import assert from 'node:assert/strict';
import { terms } from '../../../server/src/rules/wording/terms';
import { check, checkFix, checkNoFix, marked } from '../../support/check';
import { headings, sound, title } from '../../support/drafts';
import { changed } from '../../support/marks';
import { foundIn, itFinds, itIgnores, itIgnoresDamaged, overview } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'term';

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report: ${layout}`, () => check(code, sound(layout).trimEnd()));

  it('marks the word alone', () => {
    check(
      code,
      `
${title}

一、总体情况

𠮷😀公开渠道进步扩展，促消费。
${'　'.repeat(8)}＾＾＾＾
`,
    );
  });

  it('knows each word of the list, and leaves its correction alone', () => {
    for (const { wrong, right, notAfter, notBefore, atStart } of terms) {
      const sentence = atStart ? wrong : `甲${wrong}乙`;
      assert.equal(foundIn(code, sentence).length, 1, wrong);
      if (right !== null) assert.deepEqual(foundIn(code, `甲${right}乙`), [], right);
      for (const before of notAfter) assert.deepEqual(foundIn(code, before + wrong), [], before + wrong);
      for (const behind of notBefore) assert.deepEqual(foundIn(code, wrong + behind), [], wrong + behind);
    }
  });
  it('lists no word twice', () => assert.equal(new Set(terms.map(({ wrong }) => wrong)).size, terms.length));

  itFinds(code, [
    ['《信息安全管理制制度》已经印发。', '?管理制制度'],
    ['下一步,我局将认围绕商务重点工作。', '?将认'],
    ['取得进展。下来，我局将按照要求，', '?下来，我'],
    ['积极做好信息公开的各项工。', '?各项工。'],
    ['存在的主要问题及改情况,其进他需要报告的事项。', '?及改情况', '?其进他'],
    ['努力推动街道政府信息公开工作工作。', '?工作工作'],
    ['我局局严格按照条例要求办理。', '?我局局'],
    ['通过政务服务平台平台，统一发布。', '?平台平台，'],
    ['政务公开公众小组负责推进。', 'i公开公众小组'],
    ['全年未发生政府信息公开的收费及减免情况。', 'i收费及减免'],
    ['截止2024年12月31日，未收取政府信息公开处理费。', 'i截止20', 'i政府信息公开处理费'],
  ]);
  itIgnores(code, [
    // A year’s, and then a yearly one: clumsy, but no slip.
    '编制了2024年度年度总结。',
    '推动科技进步提升，为了了解需求，存在在线办理；以公开为目的的工作。',
    '将认真落实，将认定结果公开；促销费用公开；内部控制制度、首问负责制制度。',
    '我局局长任组长，我局局属单位、我局局域网；建立平台平台商协作。',
    '接下来，我局将继续；余下来，我局办理。',
    '行政规范性文件；政府信息公开信息处理费；教育局局长；财政政府采购。',
    '与群众切身利益和信息息息相关；市政府政府信息公开专栏；公开工作工作人员。',
  ]);

  it('leaves a slip in a section’s title to the rule on titles', () => {
    const text = changed(sound(), headings.issues, '五、存在的主要问题及改情况');
    assert.deepEqual(marked(code, text), []);
    assert.deepEqual(marked('section-title', text), ['存在的主要问题及改情况']);
  });
  it('writes the right word', () => {
    const text = (word: string): string => overview(`我局公开渠道${word}。`);
    checkFix(text('进步扩展'), text('进一步扩展'), { code, preferred: false });
    checkFix(text('未收政府信息处理费'), text('未收政府信息公开信息处理费'), { code, preferred: false });
    checkNoFix(code, text('收费及减免'));
    checkNoFix(code, overview('我局持续优化工作方式，公开渠道进步\n扩展。'));
  });
  itIgnoresDamaged(code, '政府信息公开工作工作，我局将认围绕各项工。', [
    '政府信息公开□工作工作，我局将认□围绕各项工。',
    '政府信息公开工作\n工作机制，各项工\n- 3 -\n作，我局将认\n\n真围绕重点。',
    '政府信息公开工作\n\n工作机制，各项工\\Box。',
  ]);
});
