import assert from 'node:assert/strict';
import { check, checkNoFix, marked } from '../../support/check';
import { headings, sound, title } from '../../support/drafts';
import { changed } from '../../support/marks';
import { itFinds, itIgnores, itIgnoresDamaged, overview } from '../../support/overview';
import { layoutNames } from '../../support/render';

const code = 'paired-punctuation';

describe(code, () => {
  for (const layout of layoutNames)
    it(`is silent on the sound report: ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('marks the mark alone', () => {
    check(
      code,
      `
${title}

一、总体情况

𠮷😀落实“三审三校制度。
${'　'.repeat(6)}＾
`,
    );
  });
  itFinds(code, [
    ['根据《条例要求编制。', 'i《'],
    ['根据条例》（以下简称条例）要求编制。', 'i》'],
    ['申请6件（其中自然人5件。', 'i（'],
    ['落实“三审三校“制度。', 'i“'],
    ['落实”三审三校”制度，实行“先审后发”。', 'i”'],
    ['格式》(国办公开办函〔2021〕30号)》要求编制。', 'i》'],
  ]);
  itIgnores(code, [
    '落实“三审三校”制度（含新媒体）和《条例》(2019年修订)。',
    '一是：1）先审后发；2)谁发布谁负责；一）、二)；a)',
    '关于印发〈格式〉的通知（修订（2021）版）。',
    '改进情况（截至12:30）、（12）、（一）。',
    '落实"三审三校"制度，‘先审后发。',
    '（一）主动公开（含网站\n和新媒体）情况。',
  ]);
  it('is silent on a pair that closes in the next paragraph', () =>
    check(code, overview('落实“三审三校', '制度”要求。').trimEnd()));
  it('is silent on the labels of a table that stand on several lines', () => {
    const corner = '（本列数据的勾稽关系为：第一项加第二项之和，等于';
    for (const broken of ['（本列数据的\n勾稽关系为：第一项\n加第二项之和，等于', `${corner}\n`])
      assert.deepEqual(marked(code, changed(sound(), corner, broken)), []);
    assert.deepEqual(marked(code, changed(sound(), corner, `（说明。\n\n${corner}`)), ['（']);
  });
  it('is silent on what is open where the draft breaks off in the middle of a sentence, and on nothing else', () => {
    const cut = (end: string): string[] =>
      marked(code, `${title}\n\n${headings.overview}\n\n落实“三审三校制度。\n\n依托“互联网${end}`);
    for (const end of ['', '+政务服务平', '，', '（']) assert.deepEqual(cut(end), ['“'], end);
    for (const end of ['平台。', '平台2', '：']) assert.deepEqual(cut(end), ['“', '“'], end);
  });
  it('has no fix', () => checkNoFix(code, overview('根据《条例要求编制。')));
  itIgnoresDamaged(code, '落实“三审三校制度。', [
    '落实“三审三校□制度。',
    '落实“三审三校\\Box制度。',
    '落实“三审三校\n- 3 -\n”制度。',
  ]);
});
