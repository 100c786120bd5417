import type { Bilingual } from '../form/form';
import { rules } from '../rules/registry';

/**
 * What may stand in a `.gouji.json`. The one description of it: the file is read by it, and the JSON schema that
 * editors complete and explain it by is generated from it.
 */
export type Shape =
  | { readonly kind: 'choice'; readonly values: readonly Choice[] }
  | { readonly kind: 'text'; readonly pattern?: string; readonly like?: Bilingual }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'record'; readonly properties: readonly Property[] };

export interface Choice {
  readonly value: string;
  readonly meaning: Bilingual;
}

export interface Property {
  readonly name: string;
  readonly shape: Shape;
  readonly description: Bilingual;
  readonly isRequired?: boolean;
}

/** The name of the file. */
export const settingsFileName = '.gouji.json';

/** Whether a URI or path is that of a settings file. */
export function isSettingsFile(path: string): boolean {
  return path.endsWith(`/${settingsFileName}`);
}

const text: Shape = { kind: 'text' };

const level: Shape = {
  kind: 'choice',
  values: [
    { value: 'off', meaning: { zh: '不核对。', en: 'Not checked.' } },
    { value: 'hint', meaning: { zh: '提示。', en: 'A hint.' } },
    { value: 'information', meaning: { zh: '信息。', en: 'Information.' } },
    { value: 'warning', meaning: { zh: '警告。', en: 'A warning.' } },
    { value: 'error', meaning: { zh: '错误。', en: 'An error.' } },
  ],
};

const language: Shape = {
  kind: 'choice',
  values: [
    { value: 'auto', meaning: { zh: '与编辑器的显示语言一致。', en: 'The editor’s own.' } },
    { value: 'zh', meaning: { zh: '中文。', en: 'Chinese.' } },
    { value: 'en', meaning: { zh: '英文。', en: 'English.' } },
  ],
};

const organization: Shape = {
  kind: 'record',
  properties: [
    {
      name: 'kind',
      description: { zh: '机关的类别。', en: 'What kind of organization it is.' },
      shape: {
        kind: 'choice',
        values: [
          {
            value: 'government',
            meaning: { zh: '县级以上人民政府。', en: 'A government of county level or above.' },
          },
          { value: 'department', meaning: { zh: '人民政府的部门。', en: 'A department of a government.' } },
          { value: 'township', meaning: { zh: '乡镇人民政府。', en: 'A township government.' } },
          { value: 'subdistrict', meaning: { zh: '街道办事处。', en: 'A subdistrict office.' } },
          {
            value: 'agency',
            meaning: { zh: '派出机关、管委会等。', en: 'An agency, a zone’s committee and the like.' },
          },
          {
            value: 'institution',
            meaning: { zh: '公共企事业单位。', en: 'A public institution or enterprise.' },
          },
        ],
      },
    },
    {
      name: 'level',
      description: { zh: '机关的层级。', en: 'The level it belongs to.' },
      shape: {
        kind: 'choice',
        values: [
          { value: 'national', meaning: { zh: '国家。', en: 'The state.' } },
          { value: 'provincial', meaning: { zh: '省、自治区、直辖市。', en: 'A province.' } },
          { value: 'municipal', meaning: { zh: '设区的市、自治州。', en: 'A city with districts.' } },
          { value: 'county', meaning: { zh: '县、市、区、旗。', en: 'A county, district or banner.' } },
          { value: 'township', meaning: { zh: '乡、镇、街道。', en: 'A township or subdistrict.' } },
        ],
      },
    },
  ],
};

const sectionOrdinals = {
  overview: '一',
  proactive: '二',
  requests: '三',
  proceedings: '四',
  issues: '五',
  other: '六',
};

const sections: Shape = {
  kind: 'record',
  properties: Object.entries(sectionOrdinals).map(([name, ordinal], i) => ({
    name,
    description: { zh: `第${ordinal}部分。`, en: `Section ${i + 1}.` },
    shape: {
      kind: 'record',
      properties: [
        {
          name: 'items',
          description: {
            zh: '本地要求在这一部分写到的事项，每项写文中必有的字样，几种说法用“|”隔开。没有写到的由规则 `missing-item` 指出。',
            en: 'What a local office demands to be mentioned here: words that must stand there, other wordings after “|”. See the rule `missing-item`.',
          },
          shape: { kind: 'list', of: text },
        },
      ],
    },
  })),
};

const ignore: Shape = {
  kind: 'list',
  of: {
    kind: 'record',
    properties: [
      {
        name: 'rule',
        isRequired: true,
        description: { zh: '规则代码。', en: 'The code of the rule.' },
        shape: {
          kind: 'choice',
          values: rules.map(({ code, title }) => ({ value: code, meaning: title })),
        },
      },
      {
        name: 'fingerprint',
        isRequired: true,
        description: {
          zh: '意见的特征，由快速修复写入，也见 `gouji check --format json`。不含位置：别处增删不影响它。',
          en: 'What the finding is about, as the quick fix or `gouji check --format json` writes it. Edits elsewhere do not change it.',
        },
        shape: text,
      },
      {
        name: 'file',
        description: {
          zh: '只在这一文稿中忽略：从本文件所在文件夹起的路径。不写则对各文稿都忽略。',
          en: 'Only in this draft: its path from the folder of this file. Without it, in every draft.',
        },
        shape: text,
      },
      { name: 'reason', description: { zh: '忽略的理由。', en: 'Why it is ignored.' }, shape: text },
    ],
  },
};

/** The whole file. */
export const settingsShape: Shape = {
  kind: 'record',
  properties: [
    {
      name: '$schema',
      description: { zh: '本文件的格式说明。', en: 'The schema of this file.' },
      shape: text,
    },
    {
      name: 'rules',
      description: {
        zh: '各规则的级别；不写的按规则自身的级别。',
        en: 'The level of each rule; its own where not named.',
      },
      shape: {
        kind: 'record',
        properties: rules.map(({ code, title, documentation: { explanation } }) => ({
          name: code,
          shape: level,
          description: { zh: `${title.zh}。${explanation.zh}`, en: `${title.en}. ${explanation.en}` },
        })),
      },
    },
    {
      name: 'language',
      description: { zh: '核对意见使用的语言。', en: 'The language of messages.' },
      shape: language,
    },
    {
      name: 'organization',
      description: {
        zh: '报告的机关。不写则从报告标题判断。',
        en: 'Who reports. Without it the title is gone by.',
      },
      shape: organization,
    },
    {
      name: 'deadline',
      description: {
        zh: '公布年报的最后期限：报告年度次年的月和日（`01-31`），或完整日期。',
        en: 'The last day for publication: month and day of the year after the report’s (`01-31`), or a whole date.',
      },
      shape: {
        kind: 'text',
        pattern: '^(?:\\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$',
        like: { zh: '如 01-31 或 2025-01-31', en: 'such as 01-31 or 2025-01-31' },
      },
    },
    {
      name: 'sections',
      description: { zh: '本地对各部分的要求。', en: 'What a local office demands of the sections.' },
      shape: sections,
    },
    {
      name: 'ignore',
      description: { zh: '逐条忽略的意见。', en: 'Findings that are ignored one by one.' },
      shape: ignore,
    },
  ],
};
