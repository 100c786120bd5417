import assert from 'node:assert/strict';
import { check, checkDamaged, checkNoFix, findingsOf } from '../../support/check';
import { headings, sectionText, sound, title, withLine } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

const code = 'missing-aspect';
const aspects = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'];

/** What the finding says is missing; empty where there is none. */
function missing(text: string): string[] {
  const said = findingsOf(text).filter((finding) => finding.code === code);
  assert.ok(said.length <= 1);
  const [own = ''] = said[0]?.message.zh.split('：') ?? [];
  return aspects.filter((aspect) => own.includes(`“${aspect}”`));
}

function overview(...paragraphs: string[]): string {
  return `${title}\n\n一、总体情况\n\n${paragraphs.join('\n\n')}\n\n二、主动公开政府信息情况\n`;
}

describe(code, () => {
  it('marks the heading of the section', () => {
    check(
      code,
      `
砚溪区园林绿化局2024年政府信息公开工作年度报告

数𠮷😀

一、总体情况
＾＾＾＾＾＾

二、主动公开政府信息情况
`,
    );
  });
  aspects.forEach((aspect, i) => {
    for (const layout of layoutNames)
      it(`names the aspect that was left out: ${aspect}, ${layout}`, () => {
        const ordinal = `（${'一二三四五'[i]}）`;
        const text = sound(layout);
        const lines = text.split('\n');
        const from = lines.findIndex((line) => line.includes(ordinal + aspect));
        const to = lines.findIndex(
          (line, at) => at > from && /（[一二三四五]）|二、主动公开政府信息情况/u.test(line),
        );
        assert.deepEqual(missing([...lines.slice(0, from), ...lines.slice(to)].join('\n')), [aspect]);
      });
  });
  it('names all that a section without sub-headings says nothing of', () =>
    assert.deepEqual(missing(overview('2024年，我局共公开信息120条，收到申请3件。')), aspects.slice(2)));
  it('is silent where the section is written in another script', () => {
    const text = overview('2024年，我局共公開信息120條，收到申請3件。');
    assert.deepEqual(missing(changed(text, '一、总体情况', '一、總體情況')), []);
    assert.notDeepEqual(missing(text), []);
  });
  it('is silent where plain words are enough', () => {
    assert.deepEqual(
      missing(
        overview(
          '2024年，我局在门户网站公开信息120条，收到申请3件，均按时答复。落实三审三校，定期组织培训，接受监督。',
        ),
      ),
      [],
    );
  });
  it('is silent on other names for the aspects', () => {
    const own = [
      '1.主动公开情况。发布信息20条。',
      '2.依申请公开政府信息办理情况。全年3件。',
      '3.信息审核。专人负责。',
      '4.网站与新媒体。定期维护。',
      '5.组织领导。专人负责。',
    ];
    assert.deepEqual(missing(overview(...own)), []);
    assert.deepEqual(missing(overview(own.join(''))), []);
  });
  it('is silent where the sub-headings are not the form’s, and plain words say it', () => {
    const own = [
      '（一）强化组织领导，完善工作机制。分级审核，先审后发。',
      '（二）强化政务公开平台建设，丰富形式。设立宣传栏。',
      '（三）强化公开内容。公开了工作动态。',
      '（四）主动公开。全年发布45条。',
      '（五）依申请公开规范回复。设立了专区。',
    ];
    assert.deepEqual(missing(overview(...own)), []);
  });
  it('is silent where the content stands in a table or a picture, or in a section pasted twice', () => {
    assert.deepEqual(missing(overview('| 工作 | 内容 | 结果 |\n|---|---|---|\n| 公开 | 网站 | 好 |')), []);
    assert.deepEqual(missing(overview('<img src="1.png">')), []);
    const own = sectionText(sound(), 'overview');
    assert.deepEqual(missing(changed(sound(), own, `${headings.overview}\n\n一段\n\n${own}`)), []);
  });
  it('is silent where the draft ends with the section: more may be to come', () => {
    const text = overview('2024年，我局公开信息120条。');
    assert.notDeepEqual(missing(text), []);
    assert.deepEqual(missing(changed(text, '\n二、主动公开政府信息情况\n', '')), []);
  });
  it('is silent on reports of the edition before', () =>
    check(
      code,
      `
砚溪区园林绿化局2020年政府信息公开工作年度报告

一、总体情况

全年公开信息三条。

二、行政机关主动公开政府信息情况
`,
    ));
  it('offers no fix: what was done is not known', () =>
    checkNoFix(
      code,
      withLine(sound(), '（三）政府信息管理', () => null),
    ));
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => check(code, sound(layout).trimEnd()));
  it('is silent where its name is broken or cannot be read', () => {
    const name = '（四）政府信息公开平台建设。';
    const torn = [
      '（四）政府信息公开平\n台建设。',
      '（四）政府信息公开\n- 7 -\n平台\n\n建设。',
      '（四）政府信息公开□□□□。',
    ];
    checkDamaged(
      code,
      withLine(sound(), name, () => null),
      torn.map((one) => changed(sound(), name, one)),
    );
  });
});
