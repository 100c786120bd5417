import assert from 'node:assert/strict';
import { checkDamaged, checkFix, codesOf, findingsOf, marked, said } from '../../support/check';
import { number, withText } from '../../support/drafts';
import { changed, textUnder } from '../../support/marks';
import { ofRequests, withOverview } from '../../support/prose-drafts';
import { allLayoutNames } from '../../support/render';
import { soundValues, withCells } from '../../support/values';

const code = 'prose-table-mismatch';
const received = number('requests/new/total');
const carried = number('requests/carriedOver/total');
const settled = number('requests/resultTotal/total');
const left = number('requests/carriedForward/total');
const granted = number('requests/granted/total');
const denied = [...soundValues.cells].reduce(
  (sum, [name, value]) => (/^requests\/denied\..*\/total$/u.test(name) ? sum + Number(value) : sum),
  0,
);
const litigation =
  number('proceedings/count/litigationDirect.total') +
  number('proceedings/count/litigationAfterReview.total');

/** What is found where a sentence is added to what is said of requests. */
function found(sentence: string): string[] {
  return marked(code, ofRequests(sentence));
}

describe(code, () => {
  const right: readonly string[] = [
    `全年新收政府信息公开申请${received}件，上年结转${carried}件。`,
    `共受理政府信息公开申请${received + carried}件（含上年结转${carried}件）。`,
    `办结${settled}件，结转下年度继续办理${left}件。`,
    `政府信息公开申请办结${settled}件，其中予以公开${granted}件、不予公开${denied}件。`,
    `因政府信息公开被提起行政诉讼${litigation}件。`,
    `制发行政规范性文件12件，废止3件，现行有效41件。`,
    '作出行政许可决定257件、行政处罚决定31件。',
    '收取行政事业性收费金额125.5万元。',
    '收取行政事业性收费金额约126万元。',
  ];
  for (const sentence of right) it(`is silent: ${sentence}`, () => assert.deepEqual(found(sentence), []));

  const wrong: readonly (readonly [string, string])[] = [
    [`全年新收政府信息公开申请${received + 1000}件。`, String(received + 1000)],
    [`全年新收政府信息公开申请${received}件，上年结转${carried + 1}件。`, String(carried + 1)],
    [`政府信息公开申请办结${settled}件，其中予以公开${granted + 2}件。`, String(granted + 2)],
    [`结转下年度继续办理${left + 1}件。`, String(left + 1)],
    [`因政府信息公开被提起行政诉讼${litigation + 5}件。`, String(litigation + 5)],
    [`本局共收到${received + 1}件信息依申请公开。`, String(received + 1)],
    [`收到来自公民、法人或者其他组织对依申请公开政府信息的申请${received + 1}件。`, String(received + 1)],
    ['2024年，我局未收到政府信息公开申请。', '未收到政府信息公开申请'],
    ['没有因政府信息公开被申请行政复议的情况。', '没有因政府信息公开被申请行政复议的情况'],
    ['制发行政规范性文件13件。', '13'],
    ['作出行政处罚决定32件。', '32'],
  ];
  for (const [sentence, text] of wrong)
    it(`finds: ${sentence}`, () => {
      assert.deepEqual(found(sentence), [text]);
      const [finding] = findingsOf(ofRequests(sentence)).filter((one) => one.code === code);
      assert.ok((finding?.related.length ?? 0) > 0, 'names the cells');
    });

  const doubtful: readonly string[] = [
    `全市共收到政府信息公开申请${received + 1000}件。`,
    `全年新收政府信息公开申请${received + 1000}余件。`,
    `2023年新收政府信息公开申请${received + 1000}件。`,
    `上半年新收政府信息公开申请${received + 1000}件。`,
    `市公安局收到政府信息公开申请${received + 1000}件。`,
    `收到涉及土地征收的政府信息公开申请${received + 1000}件。`,
    `收到网上政府信息公开申请${received + 1000}件。`,
    `收到来自外省的政府信息公开申请${received + 1000}件。`,
    `收到来自网络的政府信息公开申请${received + 1000}件。`,
    `全年受理行政许可申请${received + 1000}件，办结${received}件。`,
    `全年收到领导信箱来信${received + 1000}件，办结${received}件。`,
    '公开行政处罚决定500件。',
    '如未收到政府信息公开申请，应当报送零报告。',
  ];
  for (const sentence of doubtful)
    it(`says nothing in doubt: ${sentence}`, () => assert.deepEqual(found(sentence), []));

  it('finds the number in every layout', () => {
    for (const layout of allLayoutNames) {
      const sentence = `全年新收政府信息公开申请${received + 1000}件。`;
      const html = layout.startsWith('html');
      const text = withOverview(html ? `</p>\n<p>${sentence}` : sentence, layout);
      assert.deepEqual(marked(code, text), [String(received + 1000)], layout);
    }
  });

  it('reads a number broken over two lines', () => {
    const text = ofRequests(`全年新收政府信息公开申请${received + 1000}件。`);
    const broken = changed(
      text,
      String(received + 1000),
      `${String(received + 1000).slice(0, 2)}\n${String(received + 1000).slice(2)}`,
    );
    assert.equal(marked(code, broken).length, 1);
  });

  it('leaves it to the table where the table’s own equations give the text’s number', () => {
    const sentence = `政府信息公开申请办结${settled}件，其中予以公开${granted}件。`;
    const text = ofRequests(
      sentence,
      withCells(soundValues, { 'requests/granted/total': String(granted + 1) }),
    );
    assert.deepEqual(codesOf(text), ['row-total']);
  });

  it('says nothing where the cell is blank or the row damaged', () => {
    for (const value of ['', '/', '?']) {
      const text = withText('requests/carriedForward/total', value);
      assert.deepEqual(
        marked(
          code,
          changed(text, '（二）依申请公开。', `（二）依申请公开。结转下年度继续办理${left + 1}件。`),
        ),
        [],
      );
    }
  });

  it('prefers the table where its equations hold with its number only', () =>
    checkFix(ofRequests(`其中予以公开${granted + 2}件。`), ofRequests(`其中予以公开${granted}件。`), {
      code,
      preferred: true,
      titled: '按表改正文',
    }));

  it('prefers nothing where the text may count otherwise', () => {
    const findings = findingsOf(ofRequests(`全年新收政府信息公开申请${received + 1000}件。`));
    assert.deepEqual(
      findings.flatMap(({ fixes }) => fixes.map(({ preferred }) => preferred)),
      [false],
    );
  });

  it('offers to change the table where no equation speaks for it', () => {
    const text = ofRequests('制发行政规范性文件13件。');
    const [finding] = findingsOf(text);
    assert.deepEqual(
      finding?.fixes.map(({ title, edits }) => `${title.zh} ${textUnder(text, edits[0]?.range as never)}`),
      ['按表改正文：12 13', '按正文改表：13 12'],
    );
    checkFix(text, withTable(text, '12', '13'), { code, preferred: false, titled: '按正文改表' });
  });

  it('is one finding, and nothing else is found', () => {
    assert.deepEqual(said(ofRequests('制发行政规范性文件13件。')), [`${code}: 13`]);
  });
  it('says nothing where the number cannot be read whole', () => {
    const figure = String(received);
    const of = (text: string): string => ofRequests(`全年新收政府信息公开申请${text}件。`);
    checkDamaged(code, of(`1${figure}`), [
      ...['□', '\\Box', '1\n- 3 -\n', '?'].map((sign) => of(sign + figure.slice(1))),
      of(`${figure}□`),
      of(`${figure.slice(0, 1)}\n\n${figure.slice(1)}`),
      of(`${figure.slice(0, 1)} ${figure.slice(1)}`),
      ofRequests(
        `\n<<<<<<< HEAD\n全年新收政府信息公开申请1${figure}件。\n=======\n全年新收政府信息公开申请${figure}件。\n>>>>>>> other\n`,
      ),
    ]);
  });
});

/** The row of normative documents with one figure exchanged. */
function withTable(text: string, from: string, to: string): string {
  const row = text.split('\n').find((line) => line.startsWith('行政规范性文件\t')) ?? '';
  return changed(text, row, row.replace(from, to));
}
