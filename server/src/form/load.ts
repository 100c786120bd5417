import { type Schema, Validator } from '@cfworker/json-schema';
import disclosure2019 from '../../forms/disclosure-2019.json';
import disclosure2021 from '../../forms/disclosure-2021.json';
import schema from '../../forms/form.schema.json';
import vocabularyData from '../../forms/vocabulary.json';
import vocabularySchema from '../../forms/vocabulary.schema.json';
import type { FormDefinition } from './form';
import { type Form, indexForm } from './indexed-form';
import { indexVocabulary, type Vocabulary, type VocabularyDefinition } from './vocabulary';

/** Reads a form out of parsed JSON. Throws an error of one line that says what is wrong and where. */
export function loadForm(data: unknown): Form {
  validate(data, schema, 'form file');
  return indexForm(data as FormDefinition, shippedVocabulary());
}

/** Reads a vocabulary out of parsed JSON. Throws an error of one line that says what is wrong and where. */
export function loadVocabulary(data: unknown): Vocabulary {
  validate(data, vocabularySchema, 'vocabulary');
  return indexVocabulary(data as VocabularyDefinition);
}

function validate(data: unknown, against: object, name: string): void {
  const result = new Validator(against as unknown as Schema, '2020-12', true).validate(data);
  if (result.valid) return;
  // The last error is the innermost one: the others only say that something below them failed.
  const cause = result.errors.at(-1);
  throw new Error(`${name} does not fit its schema at ${cause?.instanceLocation}: ${cause?.error}`);
}

let vocabulary: Vocabulary | undefined;

function shippedVocabulary(): Vocabulary {
  vocabulary ??= loadVocabulary(vocabularyData);
  return vocabulary;
}

let forms: readonly Form[] | undefined;

/** The editions that ship with the product, newest first. Read at first use. */
export function shippedForms(): readonly Form[] {
  forms ??= [loadForm(disclosure2021), loadForm(disclosure2019)];
  return forms;
}

/** The edition for a report year; the newest where the year is not known or before all editions. */
export function formForYear(editions: readonly Form[], year: number | null): Form {
  const fits = editions.find((form) => {
    const { from, to } = form.definition.years;
    return year !== null && (from === null || year >= from) && (to === null || year <= to);
  });
  return fits ?? (editions[0] as Form);
}
