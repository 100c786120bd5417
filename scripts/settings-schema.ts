import type { Bilingual } from '../server/src/form/form';
import { type Property, type Shape, settingsShape } from '../server/src/service/settings-shape';

/** The JSON schema of `.gouji.json`, by which editors complete, explain and check it. Chinese first, English below. */
export function settingsSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '勾稽设置 / Gouji settings',
    description: '放在文稿所在的文件夹或其上级文件夹中 / stands in a draft’s folder or above it',
    ...schemaOf(settingsShape),
    allowComments: true,
    allowTrailingCommas: true,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function schemaOf(shape: Shape): object {
  switch (shape.kind) {
    case 'choice':
      return {
        type: 'string',
        enum: shape.values.map(({ value }) => value),
        enumDescriptions: shape.values.map(({ meaning }) => both(meaning)),
      };
    case 'text':
      return {
        type: 'string',
        ...(shape.pattern ? { pattern: shape.pattern, patternErrorMessage: both(shape.like) } : {}),
      };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of) };
    case 'record': {
      const required = shape.properties.filter((one) => one.isRequired).map((one) => one.name);
      return {
        type: 'object',
        properties: Object.fromEntries(shape.properties.map(propertyOf)),
        ...(required.length > 0 ? { required } : {}),
        additionalProperties: false,
      };
    }
  }
}

function propertyOf({ name, shape, description }: Property): [string, object] {
  return [name, { description: both(description), ...schemaOf(shape) }];
}

function both(text: Bilingual | undefined): string {
  return text ? `${text.zh}\n\n${text.en}` : '';
}
