import assert from 'node:assert/strict';
import { shippedForms } from '../../server/src/form/load';
import { relevantSentences } from '../../server/src/prose/relevance';

const [form] = shippedForms();

/** The sentences of a text that are read. */
function read(text: string): string[] {
  return relevantSentences(text, (form as NonNullable<typeof form>).vocabulary).map(({ from, to }) =>
    text.slice(from, to),
  );
}

describe('sentences that have to be read', () => {
  it('are none where nothing can be stated', () => {
    for (const text of [
      '一、总体情况',
      '2023年，我局认真贯彻落实条例，不断健全工作制度。',
      '（二）依申请公开。',
      '一是信息更新不够及时。二是解读形式单一。',
      '确保信息准确无误。未出现重大问题。',
      '按照〔2023〕12号文件要求，每一件都按时办结。',
    ])
      assert.deepEqual(read(text), [], text);
  });

  it('are those that state something, and what stands before them says what they speak of', () => {
    assert.deepEqual(read('天气好。收到申请5 件。天气好。'), ['收到申请5 件。']);
    assert.deepEqual(read('（二）依申请公开。天气好。收到五件。'), ['（二）依申请公开。', '收到五件。']);
    assert.deepEqual(read('我局未收到政府信息公开申请。未出现问题。'), ['我局未收到政府信息公开申请。']);
    assert.deepEqual(read('收到申请１２件。全部办结。'), ['收到申请１２件。', '全部办结。']);
  });

  it('go on behind a comma at the end of a line, and behind a stop inside quotation marks', () => {
    assert.deepEqual(read('收到申请5件，\n其中2023、\n'), ['收到申请5件，\n', '其中2023、\n']);
    assert.deepEqual(read('收到申请5件。\n其中2023、\n'), ['收到申请5件。']);
    assert.deepEqual(read('公开12篇“废止。录入”2023、'), ['公开12篇“废止。', '录入”2023、']);
    assert.deepEqual(read('公开12篇“废止”。录入2023、'), ['公开12篇“废止”。']);
  });

  it('are found in time that grows with the text', () => {
    for (const piece of ['“', '一', '1 ', '，\n', '未申', '件'])
      assert.ok(Array.isArray(read(piece.repeat(20_000))), piece);
  });
});
