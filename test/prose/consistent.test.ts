import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf } from '../support/check';
import { runs } from '../support/marks';
import { ofRequests } from '../support/prose-drafts';
import { consistentReports, type ReportValues } from '../support/values';

/** Numbers of a report by what they are called in running text. */
function numbersOf({ cells }: ReportValues) {
  const at = (name: string): number => Number(cells.get(name));
  const sum = (pattern: RegExp): number =>
    [...cells].reduce((all, [name, value]) => (pattern.test(name) ? all + Number(value) : all), 0);
  const request = (row: string): number => at(`requests/${row}/total`);
  return {
    received: request('new'),
    carried: request('carriedOver'),
    settled: request('resultTotal'),
    left: request('carriedForward'),
    granted: request('granted'),
    partly: request('partiallyGranted'),
    denied: sum(/^requests\/denied\..*\/total$/u),
    unable: sum(/^requests\/unable\..*\/total$/u),
    notProcessed: sum(/^requests\/notProcessed\..*\/total$/u),
    other: sum(/^requests\/otherDisposal\..*\/total$/u),
    duplicate: request('notProcessed.duplicate'),
    persons: at('requests/new/naturalPerson'),
    organizations: request('new') - at('requests/new/naturalPerson'),
    reviews: at('proceedings/count/review.total'),
    upheld: at('proceedings/count/review.upheld'),
    pending: at('proceedings/count/review.pending'),
    suits: sum(/^proceedings\/count\/litigation\w+\.total$/u),
    made: at('proactive/normativeDocuments/issuedThisYear'),
    repealed: at('proactive/normativeDocuments/repealedThisYear'),
    inForce: at('proactive/normativeDocuments/inForce'),
    licences: at('proactive/adminLicensing/decisionsThisYear'),
    penalties: at('proactive/adminPenalty/decisionsThisYear'),
  };
}
type Numbers = ReturnType<typeof numbersOf>;

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)}%`;
}

/** Ways to say the same things, each true of every report; null where the numbers leave nothing to say. */
const ways: readonly ((n: Numbers) => string | null)[] = [
  (n) =>
    `全年新收政府信息公开申请${n.received}件，上年结转${n.carried}件，共办结${n.settled}件，结转下年度继续办理${n.left}件。`,
  (n) =>
    `2024年，我局共收到政府信息公开申请${n.received} 件，其中自然人${n.persons}件、法人或其他组织${n.organizations}件。`,
  (n) => `共受理政府信息公开申请${n.received + n.carried}件（含上年结转${n.carried}件）。`,
  (n) => `本年度收到${n.received}件政府信息公开申请，${n.left}件结转下年度办理。`,
  (n) =>
    `政府信息公开申请办结${n.settled}件，其中予以公开${n.granted}件，部分公开${n.partly}件，不予公开${n.denied}件，无法提供${n.unable}件，不予处理${n.notProcessed}件，其他处理${n.other}件。`,
  (n) => `予以公开及部分公开${n.granted + n.partly}件，重复申请${n.duplicate}件。`,
  (n) =>
    n.settled > 0
      ? `办结${n.settled}件，其中予以公开${n.granted}件，占${percent(n.granted, n.settled)}。`
      : null,
  (n) => (n.received === 0 ? '2024年，我局未收到政府信息公开申请。' : null),
  (n) => (n.left === 0 && n.received > 0 ? `收到政府信息公开申请${n.received}件，已全部办结。` : null),
  (n) => (n.left === 0 ? '无结转下年度继续办理的申请，政府信息公开申请办结率100%。' : null),
  (n) =>
    `因政府信息公开引起的行政复议${n.reviews}件，其中维持${n.upheld}件、尚未审结${n.pending}件；行政诉讼${n.suits}件。`,
  (n) => (n.reviews === 0 && n.suits === 0 ? '未发生因政府信息公开引起的行政复议、行政诉讼案件。' : null),
  (n) =>
    n.reviews > 0 && n.upheld === n.reviews ? `因政府信息公开引起的行政复议${n.reviews}件，均维持。` : null,
  (n) => `制发行政规范性文件${n.made}件，废止${n.repealed}件，现行有效${n.inForce}件。`,
  (n) => `作出行政许可决定${n.licences}件、行政处罚决定${n.penalties}件。`,
  (n) =>
    `新收政府信息公开申请${n.received}件，较上年的${n.received + 10}件下降${percent(10, n.received + 10)}。`,
  (n) => `依申请公开共收到网上申请${n.persons}件，信函申请${n.organizations}件，合计${n.received}件。`,
];

const codes =
  /^(?:prose-table-mismatch|inconsistent-restatement|enumeration-sum|part-exceeds-total|item-count|percentage|growth-rate|completion-rate)$/u;

function found(sentences: readonly string[], values: ReportValues): string[] {
  return findingsOf(ofRequests(sentences.join(''), values))
    .filter(({ code }) => codes.test(code))
    .map(({ code, message }) => `${code}: ${message.zh}`);
}

describe('what is true of the tables', () => {
  it('never raises an alarm, however it is said', () => {
    fc.assert(
      fc.property(consistentReports, fc.shuffledSubarray([...ways], { minLength: 1 }), (values, chosen) => {
        const numbers = numbersOf(values);
        const sentences = chosen.flatMap((say) => say(numbers) ?? []);
        assert.deepEqual(found(sentences, values), [], sentences.join('\n'));
      }),
      { numRuns: runs(300) },
    );
  }).timeout(600_000);

  it('is found where one number of it is changed, in every way of saying it', () => {
    const keys = [
      'carried',
      'settled',
      'left',
      'granted',
      'partly',
      'denied',
      'reviews',
      'made',
      'inForce',
      'licences',
    ] as const;
    fc.assert(
      fc.property(
        consistentReports,
        fc.constantFrom(...keys),
        fc.integer({ min: 5000, max: 9000 }),
        (values, key, more) => {
          const numbers = numbersOf(values);
          const wrong = { ...numbers, [key]: numbers[key] + more };
          for (const say of ways) {
            const [right, other] = [say(numbers), say(wrong)];
            // A way that says the number at all, and does not take it together with another.
            if (
              !right ||
              !other ||
              right === other ||
              right.includes('含上年结转') ||
              right.includes('及部分公开')
            )
              continue;
            if (right.includes('占') || right.includes('全部办结')) continue;
            assert.ok(found([other], values).length > 0, other);
          }
        },
      ),
      { numRuns: runs(150) },
    );
  }).timeout(600_000);
});
