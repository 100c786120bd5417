import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkDamaged, checkFix, codesOf, findingsOf, said } from '../../support/check';
import { headings, sound, withText } from '../../support/drafts';
import { changed, runs } from '../../support/marks';
import { read } from '../../support/reading';
import { type LayoutName, layoutNames, renderReport } from '../../support/render';
import { fixed } from '../../support/service';
import { soundValues } from '../../support/values';

const name = 'requests/granted/total';
const wrong = Number(soundValues.cells.get(name)) + 1;
const broken = (layout: LayoutName): string => withText(name, String(wrong), layout);
const oldTitle = '五、存在问题及改进措施';
/** Two findings: the title of a section, and a total. */
const twice = changed(broken('piped'), headings.issues, oldTitle);

/** Writes lines before the one that holds a text. */
function above(text: string, part: string, ...lines: readonly string[]): string {
  const at = text.lastIndexOf('\n', text.indexOf(part)) + 1;
  return text.slice(0, at) + lines.map((line) => `${line}\n`).join('') + text.slice(at);
}

/** Writes at the end of the line that holds a text. */
function behind(text: string, part: string, addition: string): string {
  const at = text.indexOf('\n', text.indexOf(part));
  return text.slice(0, at) + addition + text.slice(at);
}

const totalRow = '予以公开 |';

describe('a comment to the checker', () => {
  it('is not there: twice the same draft', () => {
    assert.deepEqual(codesOf(twice), ['row-total', 'section-title']);
  });

  it('silences the next line, in a table too, which is read all the same', () => {
    const draft = above(twice, totalRow, '<!-- gouji-disable-next-line row-total 区统计局口径 -->');
    assert.deepEqual(codesOf(draft), ['section-title']);
    assert.deepEqual(codesOf(above(twice, oldTitle, '<!-- gouji-disable-next-line -->')), ['row-total']);
  });

  it('means the next line on which something stands', () => {
    const draft = above(
      twice,
      oldTitle,
      '<!-- gouji-disable-next-line section-title -->',
      '',
      '<!-- x -->',
      '',
    );
    assert.deepEqual(codesOf(draft), ['row-total']);
  });

  it('silences its own line, and takes no part in what stands there', () => {
    const title = behind(twice, oldTitle, ' <!-- gouji-disable-line section-title -->');
    assert.deepEqual(codesOf(title), ['row-total']);
    const row = behind(twice, totalRow, ' <!-- gouji-disable-line row-total -->');
    assert.deepEqual(codesOf(row), ['section-title']);
  });

  it('silences a stretch, up to where the rule may speak again', () => {
    const opened = above(twice, headings.requests, '<!-- gouji-disable -->');
    assert.deepEqual(codesOf(opened), []);
    assert.deepEqual(codesOf(above(opened, oldTitle, '<!-- gouji-enable -->')), ['section-title']);
    assert.deepEqual(codesOf(above(opened, oldTitle, '<!-- gouji-enable section-title -->')), [
      'section-title',
    ]);
    const named = above(twice, headings.requests, '<!-- gouji-disable row-total, section-title -->');
    assert.deepEqual(codesOf(named), []);
    assert.deepEqual(codesOf(above(named, oldTitle, '<!-- gouji-enable section-title -->')), [
      'section-title',
      'unused-directive',
    ]);
  });

  it('silences the whole file from wherever it stands', () => {
    assert.deepEqual(codesOf(`${twice}\n<!-- gouji-disable-file row-total section-title -->\n`), []);
    assert.deepEqual(codesOf(`${twice}\n<!-- gouji-disable-file -->`), []);
  });

  it('has its codes apart from its reason', () => {
    for (const rest of [
      'row-total',
      'row-total 报送口径',
      'row-total、section-title',
      'row-total -- see the note',
    ])
      assert.ok(
        !codesOf(above(twice, totalRow, `<!-- gouji-disable-next-line ${rest} -->`)).includes('row-total'),
      );
    assert.deepEqual(codesOf(above(twice, totalRow, '<!-- gouji-disable-next-line 全部 -->')), [
      'section-title',
    ]);
  });

  it('is nothing else: not in other words, not unfinished, not in the text itself', () => {
    for (const line of [
      '<!-- gouji-disabled -->',
      '<!-- gouji -->',
      'gouji-disable',
      '<!-- gouji-disable',
      '<!---->',
    ])
      assert.deepEqual(
        codesOf(above(twice, headings.requests, line, '')),
        ['row-total', 'section-title'],
        line,
      );
  });

  it('is not applied to by “fix all”', () => {
    const draft = above(broken('piped'), totalRow, '<!-- gouji-disable-next-line row-total -->');
    assert.equal(fixed(draft).text, draft);
  });

  /** Layouts in which a row runs on over lines, so that a blank line may tear it. */
  const wrapping: readonly LayoutName[] = ['spaced', 'stacked', 'ocr'];
  for (const layout of layoutNames)
    it(`leaves a table readable wherever it stands, ${layout}`, () => {
      const text = renderReport(soundValues, layout);
      const lines = text.split('\n');
      const whole = read(text);
      fc.assert(
        fc.property(
          fc.nat(lines.length),
          fc.constantFrom('gouji-disable', 'x', '予以公开 5'),
          (at, inner) => {
            const draft = lines.toSpliced(at, 0, `<!-- ${inner} -->`).join('\n');
            const expected = wrapping.includes(layout) ? read(lines.toSpliced(at, 0, '').join('\n')) : whole;
            const { tables, titles } = read(draft);
            assert.deepEqual(titles, expected.titles);
            for (const [id, table] of Object.entries(expected.tables)) {
              assert.deepEqual(tables[id]?.cells, table.cells);
              assert.deepEqual(tables[id]?.texts, table.texts);
            }
          },
        ),
        { numRuns: runs(60) },
      );
    });
});

describe('unused-directive', () => {
  const code = 'unused-directive';
  const clean = sound('piped');

  it('marks a comment that ignores nothing, or its code in vain', () => {
    const idle = '<!-- gouji-disable-next-line row-total -->';
    assert.deepEqual(said(above(clean, totalRow, idle)), [`${code}: ${idle}`]);
    assert.deepEqual(said(above(twice, totalRow, '<!-- gouji-disable-next-line cell-value row-total -->')), [
      `${code}: cell-value`,
      `section-title: ${oldTitle.slice(2)}`,
    ]);
    assert.deepEqual(codesOf(above(clean, totalRow, '<!-- gouji-disable -->')), [code]);
    assert.deepEqual(codesOf(above(clean, totalRow, '<!-- gouji-enable -->')), [code]);
  });

  it('is silent where each ignores something', () => {
    const draft = above(
      above(twice, headings.requests, '<!-- gouji-disable row-total -->'),
      headings.proceedings,
      '<!-- gouji-enable row-total -->',
    );
    assert.deepEqual(codesOf(draft), ['section-title']);
  });

  it('is silent in a file that is no report', () =>
    assert.deepEqual(findingsOf('# Notes\n\n<!-- gouji-disable row-totl -->\n'), []));

  it('takes the comment away with its line, or without it', () => {
    const idle = '<!-- gouji-disable-next-line row-total -->';
    checkFix(above(clean, totalRow, idle), clean, { code, preferred: false });
    checkFix(behind(clean, headings.issues, ` ${idle}`), clean, { code, preferred: false });
    checkFix(`${clean}${idle}`, clean, { code, preferred: false });
  });
  it('is silent on a comment that is not closed, or of which the end is lost', () => {
    const line = '<!-- gouji-disable-next-line row-total -->';
    checkDamaged(code, above(clean, totalRow, line), [
      above(clean, totalRow, line.slice(0, -3)),
      above(clean, totalRow, line.slice(4)),
      above(clean, totalRow, line.replace('disable', 'dis\\Box')),
    ]);
  });
});

describe('unknown-code', () => {
  const code = 'unknown-code';

  it('names the code most like it, and silences nothing', () => {
    const draft = above(broken('piped'), totalRow, '<!-- gouji-disable-next-line row-totl -->');
    assert.deepEqual(codesOf(draft), ['row-total', code]);
    const found = findingsOf(draft).find((one) => one.code === code);
    assert.match(found?.message.zh ?? '', /row-totl.*row-total/u);
    const right = above(broken('piped'), totalRow, '<!-- gouji-disable-next-line row-total -->');
    assert.deepEqual(codesOf(right), []);
    checkFix(draft, right, { code, preferred: false });
  });

  it('offers nothing where no code is like it', () => {
    const draft = above(sound('piped'), totalRow, '<!-- gouji-disable-next-line whatever -->');
    const [found] = findingsOf(draft).filter((one) => one.code === code);
    assert.deepEqual(found?.fixes, []);
  });

  it('is silent on reasons', () => {
    for (const reason of ['row-total 按旧口径', 'row-total -- counted by hand-made lists', '见附件 a-b'])
      assert.ok(
        !codesOf(above(twice, totalRow, `<!-- gouji-disable-next-line ${reason} -->`)).includes(code),
        reason,
      );
  });
  it('is silent on a comment that is not closed, or of which the end is lost', () => {
    const line = '<!-- gouji-disable-next-line row-totl -->';
    const clean = sound('piped');
    checkDamaged(code, above(clean, totalRow, line), [
      above(clean, totalRow, line.slice(0, -3)),
      above(clean, totalRow, line.slice(4)),
      above(clean, totalRow, line.replace('row-totl', 'row-')),
    ]);
  });
});
