import assert from 'node:assert/strict';
import { codesOf, marked } from '../../support/check';
import { sectionText, sound, withLine } from '../../support/drafts';
import { changed } from '../../support/marks';
import { layoutNames } from '../../support/render';

describe('unreadable-table', () => {
  const code = 'unreadable-table';
  const torn = changed(
    sound(),
    sectionText(sound(), 'requests'),
    sectionText(sound(), 'requests').replace(/\t\d+$/gmu, ''),
  );
  it('is said once where most rows lack a value', () => assert.deepEqual(codesOf(torn), [code]));
  it('is said of a table of which no row is known', () => {
    const table = sectionText(sound(), 'requests');
    const [heading = '', ...rest] = table.split('\n');
    const masked = [heading, ...rest.map((line) => line.replace(/[^\t\d.]/gu, '□'))].join('\n');
    assert.ok(marked(code, changed(sound(), table, masked)).length === 1);
  });
  it('is silent on one damaged row', () =>
    assert.deepEqual(
      marked(
        code,
        withLine(sound(), '2.重复申请', (line) => line.replace(/\t\d+$/u, '')),
      ),
      [],
    ));
  it('is silent where there is no table', () =>
    assert.deepEqual(
      marked(
        code,
        changed(
          sound(),
          sectionText(sound(), 'requests'),
          '三、收到和处理政府信息公开申请情况\n\n没有。\n\n',
        ),
      ),
      [],
    ));
  for (const layout of layoutNames)
    it(`is silent on the sound report, ${layout}`, () => assert.deepEqual(marked(code, sound(layout)), []));
});
