import { check } from '../../support/check';
import { headings, sound, title } from '../../support/drafts';
import { changed } from '../../support/marks';
import { itFinds, itIgnores, itIgnoresDamaged } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'unlisted-section';
const four = '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况';

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));

  it('marks the number in the opening', () => {
    check(
      code,
      `
${title}

𠮷😀本报告由${four}、其他需要报告的事项六个部分组成。
${'　'.repeat(4 + 4 + four.length + 10)}＾＾＾＾

${headings.overview}
${headings.proactive}
`,
    );
  });

  itFinds(code, [
    [`本报告包括${four}、行政复议和行政诉讼情况共6部分。`, '?6部分'],
    ['全文由概述、主动公开情况、依申请公开情况、复议诉讼情况、其他事项等六大部分组成。', 'i六大部分'],
    [`报告分六个方面：${four}，政府信息公开行政复议、行政诉讼情况。`, '?六个方面'],
  ]);
  itIgnores(code, [
    `本报告包括${four}、政府信息公开行政复议、行政诉讼情况、其他需要报告的事项六个部分。`,
    '本报告由概述、主动公开情况、依申请公开情况、复议和诉讼情况、问题和改进措施、需要说明的事项六部分组成。',
    `本报告包括${four}等部分。`,
    `本报告包括${four}、其他需要报告的事项五个部分。`,
    `本报告由${four}等六个部分组成。`,
    `其他情况见第六部分，本报告包括${four}。`,
    '围绕主动公开、依申请公开、复议诉讼、问题整改、总体情况开展第16项培训。',
    '采取六个方面的措施，改进主动公开工作。',
  ]);
  it('is silent where the sentence is broken over blocks', () =>
    check(
      code,
      changed(
        sound(),
        `${headings.overview}\n`,
        `包括${four}\n\n等六个部分。\n\n${headings.overview}\n`,
      ).trimEnd(),
    ));
  itIgnoresDamaged(
    code,
    '本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、行政复议和行政诉讼情况共6部分。',
    [
      '本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、行政复议和行政诉讼情况、□□共6部分。',
      '本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、行政复议和行政诉讼情况、\\Box共6部分。',
      '本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、行政复议和行政诉讼情况、其他\n需要报告的事项共6部分。',
    ],
  );
});
