import assert from 'node:assert/strict';
import vocabulary from '../../server/forms/vocabulary.json';
import { Senses } from '../../server/src/form/senses';

const all = Object.keys(vocabulary.words);
const some = all.filter((_, i) => i % 3 === 0);
const others = all.filter((_, i) => i % 3 !== 0);

describe('sets of senses', () => {
  it('have what they were made of and nothing else', () => {
    const senses = Senses.of(...some);
    for (const sense of some) assert.ok(senses.has(sense), sense);
    for (const sense of others) assert.ok(!senses.has(sense), sense);
  });

  it('meet where they have one sense in common, whichever it is', () => {
    for (const sense of all) {
      const one = Senses.of(sense);
      assert.equal(Senses.of(...some).meets(one), some.includes(sense));
      assert.equal(Senses.of(...some).covers(one), some.includes(sense));
      assert.ok(!Senses.none.meets(one));
      assert.ok(one.covers(Senses.none));
    }
  });

  it('are put together, and taken apart again', () => {
    const together = Senses.of(...some).and(Senses.of(...others));
    for (const sense of all) {
      assert.ok(together.has(sense));
      assert.equal(together.without(Senses.of(...some)).has(sense), others.includes(sense));
      assert.equal(together.among(Senses.of(...some)).has(sense), some.includes(sense));
    }
    const bearers = all.map((sense) => ({ senses: Senses.of(sense) }));
    assert.ok(Senses.ofAll(bearers).covers(together));
    assert.equal(Senses.ofAll([]), Senses.none);
  });
});
