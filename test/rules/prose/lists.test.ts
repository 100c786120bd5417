import assert from 'node:assert/strict';
import { checkDamaged, findingsOf, marked, said } from '../../support/check';
import { number, withLine } from '../../support/drafts';
import { ofRequests, withOverview } from '../../support/prose-drafts';

/** What is found in a paragraph of the overview. */
function found(sentence: string): string[] {
  return said(withOverview(sentence));
}

describe('enumeration-sum', () => {
  it('stands on the whole list, from the total to the last part', () =>
    assert.deepEqual(found('公开信息96条，其中动态60条、其他信息28条、公告10条。'), [
      'enumeration-sum: 96条，其中动态60条、其他信息28条、公告10',
    ]));
  it('names every part, and offers the sum of them as the total', () => {
    const [finding] = findingsOf(withOverview('公开信息96条，其中动态60条、其他信息28条、公告10条。'));
    assert.equal(finding?.related.length, 4);
    assert.deepEqual(
      finding.fixes.map(({ title, preferred }) => `${title.zh} ${preferred}`),
      ['总数改为 98（各项之和） false'],
    );
  });
  it('does not offer to change a total that the table bears out', () => {
    const text = ofRequests('作出行政许可决定257件，其中甲类200件、其他类50件。');
    const [finding] = findingsOf(text);
    assert.equal(finding?.code, 'enumeration-sum');
    assert.deepEqual(finding.fixes, []);
  });
  it('is a warning only where the list does not say that it is whole', () => {
    const severity = (text: string): unknown => findingsOf(withOverview(text))[0]?.severity;
    assert.equal(severity('公开信息1575条，其中政策614条、规划378条、财政582条。'), 'warning');
    assert.equal(severity('公开信息1575条，其中政策614条、规划378条、其他582条。'), 'error');
  });
  it('is silent where part of the sentence cannot be read', () =>
    checkDamaged(
      'enumeration-sum',
      withOverview('公开信息96条，其中动态60条、其他信息28条、公告10条。'),
      [
        '公开信息96条，其中动态60条、其他信息28条、公告1□条。',
        '公开信息□96条，其中动态60条、其他信息28条、公告10条。',
        '公开信息96条，其中动态60条、\\Box、其他信息28条。',
        '公开信息98条，其中动态60条、其他信息2\n- 3 -\n8条、公告10条。',
        '公开信息98条，其中动态6 0条、其他信息28条、公告10条。',
        '公开信息98条，其中动态60条、其他信息28条、公告',
      ].map((text) => withOverview(text)),
    ));
});

describe('part-exceeds-total', () => {
  it('finds a part larger than its total', () =>
    assert.deepEqual(found('新媒体发布信息2808条，其中微博12984条。'), [
      'part-exceeds-total: 2808条，其中微博12984',
    ]));
  it('finds parts that together are more than their total', () =>
    assert.deepEqual(found('公开信息4042条，其中概况类和动态共计1495条，公开栏公开信息2918条。'), [
      'part-exceeds-total: 4042条，其中概况类和动态共计1495条，公开栏公开信息2918',
    ]));
  it('is silent where part of the sentence cannot be read', () =>
    checkDamaged(
      'part-exceeds-total',
      withOverview('新媒体发布信息2808条，其中微博12984条。'),
      [
        '新媒体发布信息□2808条，其中微博12984条。',
        '新媒体发布信息\\Box2808条，其中微博12984条。',
        '新媒体发布信息22 808条，其中微博12984条。',
        '新媒体发布信息2\n\n2808条，其中微博12984条。',
        '新媒体发布信息2\n- 4 -\n2808条，其中微博12984条。',
      ].map((text) => withOverview(text)),
    ));
});

describe('item-count', () => {
  it('finds points that were announced and do not come', () =>
    assert.deepEqual(marked('item-count', withOverview('主要有以下三点：一是更新不及时；二是形式单一。')), [
      '三',
    ]));
  it('counts over paragraphs', () => {
    const text = '主要有以下三点。\n\n一是更新不及时。\n\n二是形式单一。\n\n三是人手不足。';
    assert.deepEqual(marked('item-count', withOverview(text)), []);
  });
  it('is silent where part of the sentence cannot be read', () =>
    checkDamaged(
      'item-count',
      withOverview('主要有以下三点：一是更新不及时；二是形式单一。'),
      [
        '主要有以下三点：一是更新不及时；二是形式单一；□是人手不足。',
        '主要有以下三点：一是更新不及时；\\Box；二是形式单一。',
        '主要有以下三点：一是更新不及时；二是形式单一；三\n\n是人手不足。',
        '主要有以下三点：一是更新不及时；二是形式',
      ].map((text) => withOverview(text)),
    ));
});

describe('inconsistent-restatement', () => {
  const code = 'inconsistent-restatement';
  it('finds two numbers for all that was published', () =>
    assert.deepEqual(
      marked(code, withOverview('全年主动公开政府信息120条。\n\n2024年共主动公开政府信息118条。')),
      ['118'],
    ));
  it('finds the one of two numbers for a cell that is not the table’s', () => {
    const received = number('requests/new/total');
    const text = ofRequests(
      `全年收到政府信息公开申请${received}件。收到政府信息公开申请${received + 400}件。`,
    );
    assert.deepEqual(said(text), [`${code}: ${received + 400}`]);
    const both = `新收政府信息公开申请${received}件。共受理政府信息公开申请${received + number('requests/carriedOver/total')}件（含上年结转）。`;
    assert.deepEqual(said(ofRequests(both)), []);
  });
  it('is silent where they are of other channels, years or bodies', () => {
    for (const sentence of [
      '通过网站主动公开政府信息118条。',
      '通过微信公众号，主动公开政府信息118条。',
      '2023年主动公开政府信息118条。',
      '全市主动公开政府信息1180条。',
      '主动公开政府信息110余条。',
      '主动公开政府信息中的动态118条。',
    ])
      assert.deepEqual(
        marked(code, withOverview(`全年主动公开政府信息120条。\n\n${sentence}`)),
        [],
        sentence,
      );
  });
  it('is silent where part of the sentence cannot be read', () =>
    checkDamaged(
      code,
      withOverview('全年主动公开政府信息120条。\n\n2024年共主动公开政府信息118条。'),
      [
        '全年主动公开政府信息120条。\n\n2024年共主动公开政府信息1□8条。',
        '全年主动公开政府信息120条。\n\n2024年共主动公开政府信息□118条。',
        '全年主动公开政府信息120条。\n\n2024年共主动公开政府信息1\n- 3 -\n20条。',
        '全年主动公开政府信息120条。\n\n2024年共主动公开政府信息12\n\n0条。',
        '全年主动公开政府信息120条。\n\n2024年共主动公开政府信息1 20条。',
        '<<<<<<< HEAD\n全年主动公开政府信息120条。\n=======\n全年主动公开政府信息118条。\n>>>>>>> other',
      ].map((text) => withOverview(text)),
    ));
});

describe('percentage, growth-rate, completion-rate', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['申请40件，其中网上30件，占80%；信函10件，占25%。', 'percentage: 80'],
    ['申请42件，其中网上18件，占42.8%；信函24件，占57.1%。', 'percentage: 42.8'],
    ['发布信息22条，较上年的31条下降19%。', 'growth-rate: 19'],
    ['发布信息22条，较上年的31条增长29%。', 'growth-rate: 29'],
  ];
  for (const [sentence, finding] of wrong) it(sentence, () => assert.deepEqual(found(sentence), [finding]));
  it('a last place that was only cut is worth a look, no more', () => {
    const [finding] = findingsOf(withOverview('申请42件，其中网上18件，占42.8%；信函24件，占57.1%。'));
    assert.equal(finding?.severity, 'information');
  });
  it('with 办结率 100% nothing is carried forward', () => {
    const code = 'completion-rate';
    assert.deepEqual(marked(code, ofRequests('全年政府信息公开申请办结率100%。')), [
      '全年政府信息公开申请办结率100%',
    ]);
    for (const rate of ['按时办结率100%', '满意率100%', '答复率100%'])
      assert.deepEqual(marked(code, ofRequests(`政府信息公开申请${rate}。`)), [], rate);
    assert.deepEqual(marked(code, ofRequests('承办建议提案8件，办结率100%。')), []);
  });
  it('percentage is silent where part of the sentence cannot be read', () =>
    checkDamaged(
      'percentage',
      withOverview('申请40件，其中网上30件，占80%；信函10件，占25%。'),
      [
        '申请40件，其中网上30件，占□80%；信函10件，占25%。',
        '申请□40件，其中网上30件，占80%；信函10件，占25%。',
        '申请40件，其中网上30件，占7 5%；信函10件，占25%。',
        '申请40件，其中网上30件，占7\n- 3 -\n5%；信函10件，占25%。',
        '申请40件，其中网上3\n\n0件，占75%；信函10件，占25%。',
        '申请40件，其中网上30件，占\\Box5%；信函10件，占25%。',
      ].map((text) => withOverview(text)),
    ));
  it('growth-rate is silent where part of the sentence cannot be read', () =>
    checkDamaged(
      'growth-rate',
      withOverview('发布信息22条，较上年的31条下降19%。'),
      [
        '发布信息22条，较上年的31条下降□19%。',
        '发布信息□22条，较上年的31条下降19%。',
        '发布信息22条，较上年的\\Box31条下降19%。',
        '发布信息22条，较上年的3 1条下降29%。',
        '发布信息2\n\n2条，较上年的31条下降29%。',
        '发布信息22条，较上年的31条下降2\n- 3 -\n9%。',
      ].map((text) => withOverview(text)),
    ));
  it('completion-rate is silent where part of the sentence cannot be read', () =>
    checkDamaged(
      'completion-rate',
      ofRequests('全年政府信息公开申请办结率100%。'),
      [
        '全年政府信息公开申请办结率□100%。',
        '全年政府信息公开申请■■办结率100%。',
        '全年政府信息公开申请\\Box办结率100%。',
        '全年政府信息公开申请办结率100\n- 3 -\n%。',
      ].map((text) => ofRequests(text)),
    ));
  it('with 办结率 100% nothing is said where the row of what is carried forward is damaged', () => {
    const wrong = ofRequests('全年政府信息公开申请办结率100%。');
    checkDamaged('completion-rate', wrong, [
      withLine(wrong, '四、结转下年度', (line) => line.replace(/\t\d+$/u, '')),
      withLine(wrong, '四、结转下年度', (line) => line.replace(/\t\d+$/u, '\t□')),
    ]);
  });
});
