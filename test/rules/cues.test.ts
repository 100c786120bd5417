import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlacedPassage } from '../../server/src/report/passages';
import { anyOf, beginningsOf, cuesIn, neighbours } from '../../server/src/rules/cues';
import { passageOf } from '../../server/src/syntax/passage';
import { parse } from '../../server/src/syntax/tree';
import { sourceOf } from '../../server/src/text/source';
import { runs } from '../support/marks';

function placed(text: string): PlacedPassage | null {
  const block = parse(sourceOf(text)).blocks[0];
  const passage = block && passageOf(block);
  return block && passage ? { block, passage, line: 0, section: null } : null;
}

describe('cues', () => {
  const mark = anyOf('《》');
  const pair = neighbours('共计', '条件');
  const start = neighbours('\n', '…');
  const end = neighbours('…', '\n');
  const word = beginningsOf(['网址', '待填写']);

  const cuesOf = (text: string): number => {
    const passage = placed(text);
    assert.ok(passage);
    return cuesIn(passage) & (mark | pair | start | end | word);
  };

  it('are characters, neighbours and the beginnings of words', () => {
    assert.equal(cuesOf('全年公开政府信息'), 0);
    assert.equal(cuesOf('印发《通知》'), mark);
    assert.equal(cuesOf('全年共条'), pair);
    assert.equal(cuesOf('全年共5条'), 0);
    assert.equal(cuesOf('具体网址见后'), word);
  });

  it('have a line end at both ends of a passage', () => {
    assert.equal(cuesOf('…信息'), start);
    assert.equal(cuesOf('信息…'), end);
    assert.equal(cuesOf('信…息'), 0);
  });

  it('are what a search for each finds', () => {
    const texts = fc.string({
      unit: fc.constantFrom('共', '条', '《', '…', '网', '待', '址', '😀'),
      minLength: 1,
    });
    fc.assert(
      fc.property(texts, (text) => {
        assert.equal(
          cuesOf(text),
          (/[《》]/u.test(text) ? mark : 0) |
            (/[共计][条件]/u.test(text) ? pair : 0) |
            (text.startsWith('…') ? start : 0) |
            (text.endsWith('…') ? end : 0) |
            (/[网待][址填]/u.test(text) ? word : 0),
        );
      }),
      { numRuns: runs(200) },
    );
  });
});
