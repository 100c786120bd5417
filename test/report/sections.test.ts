import assert from 'node:assert/strict';
import { codesOf } from '../support/check';
import { changed, draft } from '../support/marks';
import { read } from '../support/reading';
import { renderReport } from '../support/render';
import { soundValues } from '../support/values';

const sound = renderReport(soundValues, 'tabbed');
const all = ['overview', 'proactive', 'requests', 'proceedings', 'issues', 'other'];

/** The sound draft with some headings replaced has these sections. */
function sections(changes: Readonly<Record<string, string>>, expected: readonly string[] = all): void {
  const text = Object.entries(changes).reduce((before, [from, to]) => changed(before, from, to), sound);
  assert.deepEqual(read(text).sections, expected);
}

const titles = {
  overview: '一、总体情况\n',
  proactive: '二、主动公开政府信息情况\n',
  requests: '三、收到和处理政府信息公开申请情况\n',
  proceedings: '四、政府信息公开行政复议、行政诉讼情况\n',
  issues: '五、存在的主要问题及改进情况\n',
  other: '六、其他需要报告的事项\n',
} as const;

describe('sections', () => {
  it('are found by their titles', () => sections({}));
  it('are found in a web page without line ends, behind a <br> too', () => {
    const page = changed(
      renderReport(soundValues, 'htmlPage'),
      '<p><strong>四、政府信息公开行政复议、行政诉讼情况</strong></p>',
      '<p><br />四、政府信息公开行政复议、行政诉讼情况</p>',
    );
    assert.deepEqual(read(page).sections, all);
  });
  it('are found in Markdown', () =>
    sections({
      [titles.issues]: '## 五、存在的主要问题及改进情况\n',
      [titles.other]: '**六、其他需要报告的事项**\n',
    }));
  it('are found by known old and local wordings', () => {
    sections({
      [titles.proceedings]: '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n',
      [titles.issues]: '五、存在问题及改进措施\n',
      [titles.overview]: '一、概述\n',
    });
  });
  it('are found with a slip in the title', () => {
    sections({
      [titles.requests]: '三、收到和处理政府信息公开申清情况\n',
      [titles.other]: '六、其他需要报的事项\n',
    });
  });
  it('are found with another mark, other spaces or none behind the ordinal', () => {
    sections({
      [titles.overview]: '一. 总体情况\n',
      [titles.proactive]: '二．主动公开政府信息情况\n',
      [titles.issues]: '　　五 、 存在的主要问题及改进情况　\n',
    });
  });
  it('are found with a note behind the title, which is no part of it', () => {
    for (const note of ['（表一）', '（2024年度）', '(单位：件)']) {
      const text = changed(sound, titles.requests, `三、收到和处理政府信息公开申请情况${note}\n`);
      assert.equal(read(text).titles[2], 'statutory: 收到和处理政府信息公开申请情况', note);
    }
  });
  const decorated: Readonly<Record<string, (ordinal: string, title: string, i: number) => string>> = {
    'marks before them': (ordinal, title) => `● ${ordinal}、${title}`,
    'marks of a quotation before them': (ordinal, title) => `> ${ordinal}、${title}`,
    'brackets about them': (ordinal, title) => `【${ordinal}、${title}】`,
    'the number of a list before the ordinal': (ordinal, title, i) => `${i + 1}. ${ordinal}、${title}`,
    'capital numerals': (_, title, i) => `${'壹贰叁肆伍陆'[i]}、${title}`,
    'Roman numerals': (_, title, i) => `${'ⅠⅡⅢⅣⅤⅥ'[i]}、${title}`,
    'numbers in circles': (_, title, i) => `${'①②③④⑤⑥'[i]}${title}`,
    'ordinals of chapters': (ordinal, title) => `第${ordinal}章 ${title}`,
    'a tab behind them': (ordinal, title) => `${ordinal}、${title}\t`,
    'radicals for numerals': (_, title, i) => `${'⼀⼆三四五六'[i]}、${title}`,
  };
  for (const [name, decorate] of Object.entries(decorated)) {
    it(`are found with ${name}, and there is nothing to find`, () => {
      const text = Object.values(titles).reduce((before, heading, i) => {
        const [ordinal = ''] = heading;
        return changed(before, `\n${heading}`, `\n${decorate(ordinal, heading.slice(2, -1), i)}\n`);
      }, sound);
      assert.deepEqual(read(text).sections, all);
      assert.deepEqual(codesOf(text), []);
    });
  }
  it('are found in lines that end in separators of Unicode', () => {
    const text = sound.replaceAll('\n', '\u2028');
    assert.deepEqual(read(text).sections, all);
    assert.deepEqual(codesOf(text), []);
  });
  it('are found with a wrong ordinal', () => sections({ [titles.issues]: '四、存在的主要问题及改进情况\n' }));
  it('are found without ordinals', () => {
    sections(Object.fromEntries(Object.values(titles).map((title) => [title, title.slice(2)])));
  });
  it('are found as numbered parts', () => {
    sections(
      Object.fromEntries(
        Object.values(titles).map((title) => [title, `第${title[0]}部分 ${title.slice(2)}`]),
      ),
    );
  });
  it('are found by ordinal and place where the title says something else', () =>
    sections({ [titles.issues]: '五、下一步工作打算\n' }));
  it('are not there when their heading is not', () => {
    for (const [id, title] of Object.entries(titles))
      sections(
        { [title]: '' },
        all.filter((one) => one !== id),
      );
  });
  it('keep the order of the draft', () => {
    sections({ [titles.issues]: '六、其他需要报告事项\n', [titles.other]: '五、存在问题及改进措施\n' }, [
      ...all.slice(0, 4),
      'other',
      'issues',
    ]);
  });
  it('that stand twice are marked', () => {
    sections({ [titles.other]: `${titles.issues}\n再写一段。\n\n${titles.other}` }, [
      ...all.slice(0, 5),
      'issues again',
      'other',
    ]);
  });
  it('are not those of a table of contents', () => {
    const contents = Object.values(titles).join('');
    sections({ [titles.overview]: `目录\n${contents}\n${titles.overview}` });
  });
  it('are not the headings one level down', () =>
    sections({ '（一）主动公开。': '（一）主动公开政府信息情况\n' }));
  it('are not the rows of a table', () => {
    const spaced = renderReport(soundValues, 'spaced');
    assert.deepEqual(read(spaced).sections, all);
    const stacked = renderReport(soundValues, 'stacked');
    assert.deepEqual(read(stacked).sections, all);
  });
  it('know how their titles were known, and where they stand', () => {
    const text = changed(
      changed(sound, titles.issues, '五、存在问题及改进措施\n'),
      titles.overview,
      '一、总体请况\n',
    );
    assert.deepEqual(read(text).titles, [
      'similar: 总体请况',
      'statutory: 主动公开政府信息情况',
      'statutory: 收到和处理政府信息公开申请情况',
      'statutory: 政府信息公开行政复议、行政诉讼情况',
      'alias: 存在问题及改进措施',
      'statutory: 其他需要报告的事项',
    ]);
  });
});

describe('the title of a report', () => {
  const titled = (title: string) =>
    read(changed(sound, '砚溪区园林绿化局2024年政府信息公开工作年度报告', title));
  it('gives year and organization', () => {
    const { year, organization } = titled('汀洲县柳桥镇人民政府2022年政府信息公开工作年度报告');
    assert.deepEqual([year, organization], [2022, '汀洲县柳桥镇人民政府']);
  });
  it('may be spaced, marked up, full width or numbered in Chinese', () => {
    assert.equal(titled('# 汀洲县档案局 2022 年政府信息公开工作年度报告').year, 2022);
    assert.equal(titled('汀洲县档案局２０２２年政府信息公开工作年度报告').year, 2022);
    assert.equal(titled('汀洲县档案局二〇二二年政府信息公开工作年度报告').year, 2022);
    assert.equal(titled('**汀洲县档案局2022年政府信息公开年度报告**').organization, '汀洲县档案局');
  });
  it('may name the year first, or break its own name over two lines', () => {
    assert.equal(titled('2022年汀洲县柳桥镇政府信息公开工作年度报告').organization, '汀洲县柳桥镇');
    assert.equal(titled('2022年度汀洲县人民政府信息公开工作年度报告').organization, '汀洲县人民政府');
    const broken = titled('汀洲县柳桥街道办事处2022年度政府\n信息公开工作年度报告');
    assert.deepEqual([broken.year, broken.organization], [2022, '汀洲县柳桥街道办事处']);
  });
  it('is no line of a page’s navigation', () => {
    const own = '汀洲县柳桥镇2020年政府信息公开工作年度报告';
    for (const line of [
      '首页 > 柳桥镇 > 政府信息公开年报',
      '政府信息公开年报',
      '当前位置：首页→政务公开→2023年政府信息公开年报',
    ]) {
      const { year, organization, reports } = titled(`${line}\n\n${own}`);
      assert.deepEqual([year, organization, reports], [2020, '汀洲县柳桥镇', 1], line);
    }
  });
  it('may stand below the lines that a page has above its text, and behind a label', () => {
    const page =
      '当前位置：\n浏览次数：\n索 引 号：MB1531591/2024-00006\n发布机构：档案局\n生成日期：2023-01-22';
    const below = titled(`${page}\n汀洲县档案局2022年政府信息公开工作年度报告`);
    assert.deepEqual([below.year, below.organization], [2022, '汀洲县档案局']);
    assert.equal(titled('【图文】汀洲县档案局2022年政府信息公开工作年度报告').organization, '汀洲县档案局');
    assert.equal(titled('信息名称：汀洲县档案局2022年政府信息公开工作年度报告').organization, '汀洲县档案局');
  });
  it('is no line of a sentence', () => {
    const sentence =
      '根据有关规定\n和本局的工作情况，\n现编制并向社会公布\n本局\n2022年政府信息公开工作年度报告';
    assert.equal(titled(sentence).organization, '');
  });
  it('chooses the edition', () => {
    assert.equal(titled('汀洲县档案局2020年政府信息公开工作年度报告').form, 'disclosure-2019');
    assert.equal(titled('汀洲县档案局2021年政府信息公开工作年度报告').form, 'disclosure-2021');
  });
  it('may be missing where the sections are there', () => assert.equal(titled('').reports, 1));
});

describe('what is no such report', () => {
  const isNone = (template: string): void => assert.equal(read(draft(template)).reports, 0);
  it('nothing', () => {
    isNone('');
    isNone('\n\n\n');
  });
  it('a report of a year before there was a form, unless it has the tables', () => {
    isNone(
      '汀洲县档案局2017年政府信息公开工作年度报告\n\n一、概述\n\n二、主动公开政府信息情况\n\n三、依申请公开情况\n',
    );
    assert.equal(read(sound.replaceAll('2024年', '2014年')).reports, 1);
  });
  it('an ordinary Markdown file', () =>
    isNone(`
# Gouji

A tool. See [docs](docs/README.md).

## Installation

| Command | Meaning |
|---|---|
| check | 1 |

1. First
2. Second
`));
  it('an ordinary Chinese document with numbered headings', () =>
    isNone(`
关于开展春季植树活动的通知

一、总体情况

各单位积极参加。

二、工作要求

（一）提高认识。
（二）落实责任。

三、其他事项

联系人：林某。
`));
  it('a news article about the reports', () =>
    isNone(`
青澜市发布2024年政府信息公开工作年度报告

本报讯 青澜市近日发布政府信息公开工作年度报告，全年收到申请数量较上年增长，主动公开政府信息情况良好。

报告指出，存在的主要问题及改进情况将在下一年度持续跟踪。
`));
  it('another kind of annual report', () =>
    isNone(`
2024年法治政府建设情况报告

一、2024年推进法治政府建设的主要举措和成效

二、存在的主要问题

三、下一步工作安排
`));
  it('a notice asking for the reports', () =>
    isNone(`
关于做好2024年政府信息公开工作年度报告编制工作的通知

各单位：请于一月底前报送。

一、报送时间

二、报送方式
`));
  it('a table of some other kind under a heading like a section', () =>
    isNone(`
三、收到和处理政府信息公开申请情况

姓名→科室→电话
甲→一科→1
`));
});
