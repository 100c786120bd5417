import type { Topic } from '../form/form';
import type { Vocabulary } from '../form/vocabulary';
import { type PlacedPassage, passagesOf } from '../report/passages';
import type { Report } from '../report/report';
import type { BoundSection } from '../report/sections';
import { subheadingsOf } from '../report/subheadings';
import { fold } from '../text/fold';
import { holdsUnreadSign } from './damage';

/** What a passage says of a form's topics: which it surely speaks of, and which its words or headings touch. */
interface Mentions {
  readonly named: ReadonlySet<Topic>;
  readonly touched: ReadonlySet<Topic>;
  readonly headed: ReadonlySet<Topic>;
  readonly headedByName: ReadonlySet<Topic>;
}

/** Where so many of its topics have sub-headings of their own names, a section is divided as the form has it. */
const enoughHeadings = 4;

/** The section in which a rule looks for its topics, where the draft has it once and as running text. */
export function sectionWithTopics(report: Report, rule: string): BoundSection | null {
  const section = report.sections.find((one) => one.definition.topics?.some((topic) => topic.rule === rule));
  if (!section || report.sections.some((one) => one !== section && one.definition === section.definition))
    return null;
  return isUnfinished(report, section) || !isRunningText(report, section) ? null : section;
}

/** Whether a draft ends in a section that is not the form's last: more of it may be to come. */
function isUnfinished(report: Report, section: BoundSection): boolean {
  return report.sections.at(-1) === section && report.form.sections.at(-1) !== section.definition;
}

/** Whether all of a section can be read: what stands in a table, a picture or an endless line is not known. */
export function isRunningText(report: Report, section: BoundSection): boolean {
  const { blocks } = report.tree;
  const text = textOf(report, section);
  let next = 0;
  for (let i = section.block + 1; i < section.endBlock; i++) {
    const block = blocks[i];
    if (block && block.kind !== 'blank' && text[next++]?.block !== block) return false;
  }
  return true;
}

/** The running text of a section without its heading. */
export function textOf(report: Report, section: BoundSection): readonly PlacedPassage[] {
  const heading = report.tree.blocks[section.block];
  return passagesOf(section, report.passages).filter((one) => one.block !== heading);
}

/** Whether a title is written with variants of its characters: 總體情況. */
function isInVariants(title: string, { variants }: Vocabulary): boolean {
  for (let i = 0; i < title.length; i++) if (variants.has(title.charCodeAt(i))) return true;
  return false;
}

/**
 * The topics of a rule that a section says nothing of. Where its sub-headings divide it by topics, each needs a
 * sub-heading or its name in the text; elsewhere a word about it is enough.
 */
export function missingTopics(report: Report, section: BoundSection, rule: string): readonly Topic[] {
  const topics = section.definition.topics ?? [];
  const own = topics.filter((topic) => topic.rule === rule);
  // The form's words are not looked for in another script.
  if (isInVariants(section.title, report.form.vocabulary)) return [];
  const text = textOf(report, section);
  // A name that stands there as it is needs no closer look, and mostly they all do.
  if (own.every((topic) => text.some(({ passage }) => holdsAny(passage.text, topic.names)))) return [];
  const all = text.map((one) => mentionsOf(one, topics));
  const isDivided =
    own.filter((topic) => all.some((one) => one.headedByName.has(topic))).length >= enoughHeadings;
  const missing = own.filter(
    (topic) =>
      !all.some(
        (one) => one.named.has(topic) || one.headed.has(topic) || (!isDivided && one.touched.has(topic)),
      ),
  );
  return missing.length > 0 ? surelyMissing(missing, isDivided, text) : missing;
}

const pageNumbers = /\n[\s\d\-—–]*/gu;
const picture = /<img\b|!\[/iu;

/** Those of the topics that no part of a text which cannot be read, and no word broken by a line or a page, may speak of. */
function surelyMissing(
  topics: readonly Topic[],
  isDivided: boolean,
  text: readonly PlacedPassage[],
): readonly Topic[] {
  const isUnread = text.some(
    ({ block, passage }) =>
      holdsUnreadSign(passage.text) || block.lines.some((line) => picture.test(line.text)),
  );
  if (isUnread) return [];
  const whole = wordsOf(text);
  return topics.filter(
    ({ names, words }) => !holdsAny(whole, names) && (isDivided || !holdsAny(whole, words)),
  );
}

function mentionsOf({ block, passage }: PlacedPassage, topics: readonly Topic[]): Mentions {
  return block.memo.get(topics, () => {
    const text = fold(passage.text);
    const headed = new Set<Topic>();
    const headedByName = new Set<Topic>();
    for (const { title } of subheadingsOf(block)) {
      const folded = fold(title);
      const named = topics.filter((topic) => holdsAny(folded, topic.names));
      for (const topic of named) headedByName.add(topic);
      // A heading that names its topic is about no other that its words happen to touch.
      for (const topic of named.length > 0 ? named : topics.filter((one) => holdsAny(folded, one.words)))
        headed.add(topic);
    }
    return {
      named: new Set(topics.filter((topic) => holdsAny(text, topic.names))),
      touched: new Set(topics.filter((topic) => holdsAny(text, topic.words))),
      headed,
      headedByName,
    };
  });
}

/** The words of passages, folded, over the ends of lines and the numbers of pages between. */
export function wordsOf(text: readonly PlacedPassage[]): string {
  return fold(text.map(({ passage }) => `\n${passage.text}`.replace(pageNumbers, '')).join(''));
}

function holdsAny(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

/** Topics as a message names them: `“主动公开”“监督保障”`. */
export function quoted(topics: readonly Topic[]): string {
  return topics.map(({ label }) => `“${label}”`).join('');
}
