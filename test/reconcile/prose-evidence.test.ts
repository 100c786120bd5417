import assert from 'node:assert/strict';
import { findingsOf } from '../support/check';
import { number } from '../support/drafts';
import { ofRequests } from '../support/prose-drafts';
import { soundValues, withCells } from '../support/values';

const upheld = number('proceedings/count/review.upheld');
const pending = number('proceedings/count/review.pending');
const total = number('proceedings/count/review.total');
/** Two cells of one equation: which of them is wrong the table alone cannot say. */
const values = withCells(soundValues, { 'proceedings/count/review.upheld': String(upheld + 2) });

/** The titles of the fixes offered for the proceedings, in their order, and whether one is preferred. */
function offered(sentence: string): { titles: string[]; preferred: number } {
  const fixes = findingsOf(ofRequests(sentence, values))
    .filter(({ code }) => code === 'proceedings-total' || code === 'wrong-cell')
    .flatMap((finding) => finding.fixes);
  return {
    titles: fixes.map(({ title }) => title.zh),
    preferred: fixes.filter((fix) => fix.preferred).length,
  };
}

describe('what running text states', () => {
  it('ranks the explanations of a wrong cell, and is given as the reason', () => {
    const stated = `因政府信息公开引起的行政复议${total}件，其中维持${upheld}件。`;
    assert.match(
      offered(stated).titles[0] ?? '',
      new RegExp(`改为 ${upheld}.*正文所写即此数|改为 ${upheld}$`, 'u'),
    );
    const otherwise = `因政府信息公开引起的行政复议${total}件，其中尚未审结${pending}件、维持${upheld}件。`;
    assert.ok((offered(otherwise).titles[0] ?? '').includes(String(upheld)));
  });
  it('of another year or a wider scope is no evidence', () => {
    const none = offered('').titles;
    for (const sentence of [
      `2023年因政府信息公开引起的行政复议${total}件，其中维持${upheld}件。`,
      `全市因政府信息公开引起的行政复议${total}件，其中维持${upheld}件。`,
    ])
      assert.deepEqual(offered(sentence).titles, none, sentence);
  });
  it('is told once: the finding on the table, none on the text', () => {
    const text = ofRequests(`因政府信息公开引起的行政复议${total}件，其中维持${upheld}件。`, values);
    assert.deepEqual(
      findingsOf(text).filter(({ code }) => code === 'prose-table-mismatch'),
      [],
    );
  });
});
