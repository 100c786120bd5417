import { type Sense, Senses } from '../form/senses';
import type { Token } from './tokens';

/** What is talked about: one of the form's topics, or something else. */
export type Topic = Sense | 'other' | null;

/** Senses that name the thing counted, and the topic each begins. */
const objects: readonly (readonly [Sense, Sense])[] = [
  ['review', 'review'],
  ['litigation', 'litigation'],
  ['direct', 'litigation'],
  ['afterReview', 'litigation'],
  ['application', 'requests'],
  ['normative', 'normative'],
  ['regulation', 'regulation'],
  ['licensing', 'licensing'],
  ['penalty', 'penalty'],
  ['coercion', 'coercion'],
  ['fees', 'fees'],
  ['otherApplication', 'other'],
  ['foreign', 'other'],
  ['processingFee', 'other'],
];
const topicOf: ReadonlyMap<Sense | null, Sense> = new Map(objects);
export const topicSenses = Senses.of(...objects.map(([sense]) => sense));

/** What a body may publish as well as do. */
export const publishable: ReadonlySet<Topic> = new Set([
  'normative',
  'regulation',
  'licensing',
  'penalty',
  'coercion',
  'fees',
]);

/** A denial states something only where it has one of these. */
export const deniableSenses: readonly Sense[] = [
  ...objects.flatMap(([sense, topic]) => (topic === 'other' ? [] : [sense])),
  'bareApplication',
  'carry',
  'carriedOver',
  'carriedForward',
];

const namingOf: ReadonlyMap<Sense, Senses> = new Map(
  objects.map(([, topic]) => [
    topic,
    Senses.of(...objects.flatMap(([sense, its]) => (its === topic ? [sense] : []))),
  ]),
);

/** The senses that begin a topic. */
export function namingSenses(topic: Sense): Senses {
  return namingOf.get(topic) ?? Senses.none;
}

const noTopics: Topic[] = [];

/** The topics that tokens of some senses name, in their order. */
export function topicsIn(tokens: readonly Token[], senses: Senses): Topic[] {
  if (!senses.meets(topicSenses)) return noTopics;
  const found: Topic[] = [];
  for (const { sense } of tokens) {
    const topic = topicOf.get(sense);
    if (topic !== undefined && !found.includes(topic)) found.push(topic);
  }
  return found;
}
