import { check, checkDamaged, checkNoFix } from '../../support/check';
import { headings, sectionText, sound } from '../../support/drafts';
import { changed } from '../../support/marks';

const code = 'section-order';

describe(code, () => {
  it('marks the section that stands out of order', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
六、其他需要报告的事项
＾＾＾＾＾＾＾＾＾＾＾
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
`,
    );
  });
  it('is silent on the right order, also where a section is missing or has a wrong ordinal', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

一、总体情况
三、收到和处理政府信息公开申请情况
四、存在的主要问题及改进情况
六、其他需要报告的事项
`,
    );
  });
  it('is silent where a section stands a second time', () => {
    const issues = sectionText(sound(), 'issues');
    check(code, `${sound()}\n${issues}`.trimEnd());
  });
  it('is silent on a table of contents', () => {
    const contents = Object.values(headings).join('\n');
    check(
      code,
      changed(sound(), `${headings.overview}\n`, `目录\n${contents}\n\n${headings.overview}\n`).trimEnd(),
    );
  });
  it('has no fix, for moving text is the author’s', () => {
    const [issues, other] = [sectionText(sound(), 'issues'), sectionText(sound(), 'other')];
    checkNoFix(code, changed(sound(), issues + other, `${other}\n${issues}`));
  });
  it('is silent where half of the heading that strayed is lost', () => {
    const [issues, other] = [sectionText(sound(), 'issues'), sectionText(sound(), 'other')];
    const swapped = changed(sound(), issues + other, `${other}\n${issues}`);
    checkDamaged(
      code,
      swapped,
      ['其他需要', '□、其他□□', '的事项'].map((heading) => changed(swapped, headings.other, heading)),
    );
  });
});
