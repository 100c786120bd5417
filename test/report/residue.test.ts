import assert from 'node:assert/strict';
import { codesOf, findingsOf } from '../support/check';
import { sound, withText } from '../support/drafts';
import { changed } from '../support/marks';
import { read } from '../support/reading';
import type { LayoutName } from '../support/render';

type Rewriting = (text: string) => string;

/** Rewrites every cell that holds something, whatever parts the cells. */
function cells(text: string, layout: LayoutName, rewrite: Rewriting): string {
  const held = (cell: string): string => (cell.trim() === '' ? cell : rewrite(cell));
  if (layout === 'html') return text.replace(/(?<=<t[dh][^>]*>)[^<>]+(?=<\/t[dh]>)/gu, held);
  const separator = layout === 'piped' ? '|' : '\t';
  const isRow = (line: string): boolean => line.includes(separator) && !line.includes('---');
  return text
    .split('\n')
    .map((line) => (isRow(line) ? line.split(separator).map(held).join(separator) : line))
    .join('\n');
}

/** Rewrites every line outside the tables that holds something. */
function lines(text: string, rewrite: Rewriting): string {
  const isOutside = (line: string): boolean => line.trim() !== '' && !/[\t|]|<\/?t|^<table/u.test(line);
  return text
    .split('\n')
    .map((line) => (isOutside(line) ? rewrite(line) : line))
    .join('\n');
}

/** What text processors and the editors of web pages leave in a cell. */
const inCells: Readonly<Record<string, Rewriting>> = {
  'references to spaces before it': (cell) => `&emsp;&nbsp;${cell}`,
  'references to spaces behind it': (cell) => `${cell}&#12288;&ensp;`,
  'characters without width about it': (cell) => `\u200b${cell}\u200b\ufeff`,
  'tags about it': (cell) => `<span style="font-size:12.0pt"><b>${cell.trim()}</b></span>`,
  'references to quotation marks in it': (cell) => cell.replaceAll('“', '&ldquo;').replaceAll('”', '&rdquo;'),
};

/** The same in a paragraph or heading. */
const inLines: Readonly<Record<string, Rewriting>> = {
  'references to spaces before it': (line) => `&emsp;&emsp;${line}`,
  'characters without width before and behind it': (line) => `\u200b${line}\u200b`,
};

/** A paragraph as a text processor writes it: a span with many properties about every few characters. */
function spanned(paragraph: string): string {
  const style =
    'font-family:仿宋_GB2312;font-size:16.0pt;mso-bidi-font-size:16.0pt;mso-font-kerning:0pt;letter-spacing:0pt;line-height:28.0pt;color:black';
  return paragraph.replace(/(?<=>)[^<>]+(?=<\/)/gu, (text) =>
    text.replace(/.{1,3}/gu, (few) => `<span style="${style.repeat(6)}">${few}</span>`),
  );
}

function expectSound(text: string): void {
  const { sections, tables } = read(text);
  const reference = read(sound());
  assert.deepEqual(sections, reference.sections);
  for (const id of ['proactive', 'requests', 'proceedings'])
    assert.deepEqual(tables[id]?.cells, reference.tables[id]?.cells, id);
  assert.deepEqual(codesOf(text), []);
}

describe('a sound report with what other programs leave in it', () => {
  for (const layout of ['piped', 'tabbed', 'html'] as const) {
    for (const [name, rewrite] of Object.entries(inCells)) {
      // A line that begins with a tag is one of HTML, and keeps its tabs to itself.
      if (layout === 'tabbed' && name === 'tags about it') continue;
      it(`${layout}, in each cell ${name}`, () => expectSound(cells(sound(layout), layout, rewrite)));
    }
  }
  for (const layout of ['piped', 'tabbed'] as const) {
    for (const [name, rewrite] of Object.entries(inLines))
      it(`${layout}, in each line ${name}`, () => expectSound(lines(sound(layout), rewrite)));
  }
  for (const layout of ['spaced', 'stacked'] as const)
    it(`${layout}, in each line characters without width before and behind it`, () =>
      expectSound(lines(sound(layout), (line) => `\u200b${line}\u200b\ufeff`)));
  it('a mark for a line break behind each line', () => {
    for (const layout of ['piped', 'tabbed', 'stacked', 'spaced'] as const)
      expectSound(lines(sound(layout), (line) => `${line}\\`));
  });
  it('spaced, every line indented alike', () => {
    for (const indent of ['    ', '\u3000\u3000', '  '])
      expectSound(lines(sound('spaced'), (line) => indent + line));
  });
  it('html, in each paragraph references to spaces', () =>
    expectSound(sound('html').replaceAll('<p>', '<p>&emsp;&emsp;')));
  it('html, in each paragraph spans with thousands of characters', () => {
    const text = lines(sound('html'), spanned);
    assert.ok(text.split('\n').some((line) => line.includes('一、') && line.length > 1000));
    expectSound(text);
  });
  it('radicals in place of ideographs', () => {
    const radicals = new Map(
      '⼀一⼆二⼋八⼗十⼈人⼒力⼯工⼤大⼝口⽂文⽇日⽅方⽆无⽣生⽤用⽬目⽴立⾏行⻅见⻓长⺠民'
        .match(/../gu)
        ?.map(([radical, ideograph]) => [ideograph as string, radical as string] as const),
    );
    for (const layout of ['tabbed', 'spaced', 'stacked', 'piped', 'html'] as const)
      expectSound([...sound(layout)].map((character) => radicals.get(character) ?? character).join(''));
  });
  it('quoted, once or twice', () => {
    for (const layout of ['piped', 'tabbed', 'stacked', 'html'] as const)
      for (const mark of ['> ', '>', '> > '])
        expectSound(
          sound(layout)
            .split('\n')
            .map((line) => mark + line)
            .join('\n'),
        );
  });
  it('html, tags that end on the next line', () => {
    expectSound(sound('html').replace(/<td([^<>]*)>/gu, '<td$1\n>'));
    expectSound(sound('htmlStyled').replace(/<(td|p)([^<>]*)>/gu, '<$1$2\n  >'));
  });
  it('html, the whole page within tables that lay it out', () => {
    for (const layout of ['html', 'htmlStyled', 'htmlPage'] as const) {
      for (const lineEnd of ['\n', '']) {
        const page = ['<table width="100%">', '<tr><td>', '首页', '</td></tr>', '<tr><td id="zoom">'];
        const end = ['</td></tr>', '<tr><td>', '版权所有', '</td></tr></table>'];
        const laidOut = [...page, sound(layout).replaceAll('\n', lineEnd), ...end].join(lineEnd);
        expectSound(laidOut);
        expectSound(`<table><tr><td>${laidOut}</td></tr></table>`);
      }
    }
  });
  it('html, text on the line on which a table ends', () => {
    const text = sound('html').replace(/<\/tr>\n<\/table>\n/gu, '\n</tr></tbody></table>');
    assert.match(text, /<\/table><[hp]/u);
    expectSound(text);
  });
  it('headings with names and classes, words with theirs', () => {
    const text = sound('piped').replace(/^#+ .+$/gmu, '$& {#第一节 .unnumbered}');
    expectSound(text);
    expectSound(
      text.replace(/(?<=^#+ )(?=[^ ])/gmu, '[]{#_Toc01 .anchor}').replaceAll('申请', '[申请]{.mark}'),
    );
  });
  it('marks that a backslash lets stand for themselves', () => {
    for (const layout of ['piped', 'tabbed'] as const) {
      const text = withText('proactive/adminFees/feeAmount', '12.50', layout);
      const escaped = text.replace(/(?<=\d)\.|[()]/gu, (mark) => `\\${mark}`);
      assert.match(escaped, /12\\\.50/u);
      assert.equal(read(escaped).tables.proactive?.cells['adminFees/feeAmount'], 12.5);
      assert.deepEqual(codesOf(escaped), []);
    }
  });
  it('piped, the pipes drawn as borders', () => {
    expectSound(sound('piped').replaceAll('|', '│'));
    expectSound(
      sound('piped')
        .replace(/^\|[|: -]+$/gmu, '├────┼────┤')
        .replaceAll('|', '┃'),
    );
  });
  it('piped, each number a formula or code', () => {
    expectSound(cells(sound('piped'), 'piped', (cell) => cell.replace(/^ (\d+) $/u, ' $$$1$$ ')));
    expectSound(cells(sound('piped'), 'piped', (cell) => cell.replace(/^ (\d+) $/u, ' `$1` ')));
  });
});

describe('a number with tags among its digits', () => {
  it('is read, and no fix touches it', () => {
    const cell = 'requests/granted/total';
    const whole = withText(cell, '7777', 'html');
    const [finding] = findingsOf(whole, 'row-total');
    assert.ok(finding);
    assert.ok(finding.fixes.some((fix) => fix.preferred));
    const parted = changed(whole, '7777', '<i>77</i><i>77</i>');
    const [same] = findingsOf(parted, 'row-total');
    assert.deepEqual(same?.message, finding.message);
    assert.deepEqual(same?.fixes, []);
  });
});
