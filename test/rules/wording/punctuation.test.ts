import assert from 'node:assert/strict';
import { check, checkFix, codesOf } from '../../support/check';
import { fullWidth, sound, title } from '../../support/drafts';
import { itFinds, itIgnores, itIgnoresDamaged, overview } from '../../support/overview';

const code = 'punctuation';

describe(code, () => {
  it('is off unless it is switched on', () =>
    assert.ok(!codesOf(overview('依法公开,及时答复。')).includes(code)));
  it('is silent on the sound report', () => check(code, sound().trimEnd()));
  it('marks the mark alone', () => {
    check(
      code,
      `
${title}

一、总体情况

𠮷😀依法公开,及时答复。
${'　'.repeat(8)}＾
`,
    );
  });
  itFinds(code, [
    ['改进措施: 一是(含网站)加强;二是', 'i:', 'i(', 'i)', 'i;'],
    ['其中网站12条,公众号8条', 'i,'],
    [`公开信息${fullWidth(12)}条`, `i${fullWidth(12)}`],
  ]);
  itIgnores(code, [
    '网址http://www.example.gov.cn/a,b;c?d=1，邮箱a@b.cn。',
    '每天8:30开始，比例1:2，共1,234条，Word(docx)版。',
    '依法公开，及时答复（含网站）；改进措施：一是。',
  ]);
  it('writes the mark in full width', () =>
    checkFix(overview('依法公开,及时答复。'), overview('依法公开，及时答复。'), { code, preferred: false }));
  itIgnoresDamaged(code, '公开信息,其中网站12条。', [
    '公开信息□,□其中网站12条。',
    '公开信息\n- 3 -\n,\n其中网站12条。',
    '公开信息1\n,234条。',
  ]);
});
