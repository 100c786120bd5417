import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Bilingual } from '../form/form';
import type { Circumstances, Finding, Fix, Severity } from '../rules/rule';
import { nearestOf } from '../text/nearest';
import { OffsetText } from '../text/offsets';
import type { IgnoreEntry, Level } from './profile';
import { type Shape, settingsShape } from './settings-shape';

/** The code under which faults of a settings file are told. It is no rule: nothing switches it off. */
export const settingsFileCode = 'settings-file';

/** What a `.gouji.json` says. What is wrong in it is told in `faults` and left out of everything else. */
export interface SettingsFile {
  readonly levels: ReadonlyMap<string, Level>;
  /** Null where it does not say. */
  readonly language: 'auto' | 'zh' | 'en' | null;
  readonly circumstances: Circumstances;
  readonly ignored: readonly IgnoreEntry[];
  readonly faults: readonly Finding[];
}

/** Reads the text of a settings file; comments and trailing commas are allowed. Never throws. */
export function readSettingsFile(text: string): SettingsFile {
  const reader = new Reader(text);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [error] = errors;
  // One slip makes several errors: the first is where it is.
  if (error)
    reader.fault(
      error.offset,
      error.length,
      'error',
      syntaxMessages[printParseErrorCode(error.error)] ?? notJson,
    );
  // Of a file that is no JSON nothing holds: what was meant is not known.
  const values = errors.length === 0 && root ? reader.value(root, settingsShape) : undefined;
  return { ...contentOf(values as Partial<Content> | undefined), faults: reader.faults };
}

/** Whether a text is JSON at all, comments and trailing commas allowed. */
export function isWellFormed(text: string): boolean {
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return errors.length === 0;
}

interface Content {
  readonly rules: Readonly<Record<string, Level>>;
  readonly language: 'auto' | 'zh' | 'en';
  readonly organization: { readonly kind?: string; readonly level?: string };
  readonly deadline: string;
  readonly sections: Readonly<Record<string, { readonly items?: readonly string[] }>>;
  readonly ignore: readonly (Omit<IgnoreEntry, 'file' | 'reason'> & { file?: string; reason?: string })[];
}

function contentOf(values: Partial<Content> = {}): Omit<SettingsFile, 'faults'> {
  const {
    rules = {},
    language = null,
    organization = {},
    deadline = null,
    sections = {},
    ignore = [],
  } = values;
  const items = Object.entries(sections).map(([id, section]): [string, readonly string[]] => [
    id,
    (section.items ?? []).filter((item) => item.trim() !== ''),
  ]);
  return {
    levels: new Map(Object.entries(rules)),
    language,
    circumstances: {
      organization: { kind: organization.kind ?? null, level: organization.level ?? null },
      deadline,
      requiredItems: new Map(items),
    },
    ignored: ignore.map((entry) => ({ ...entry, file: entry.file ?? null, reason: entry.reason ?? '' })),
  };
}

/** Takes out of a tree of JSON what has the shape demanded, and notes what has not. */
class Reader {
  readonly faults: Finding[] = [];
  private readonly places: OffsetText;

  constructor(text: string) {
    this.places = new OffsetText(text);
  }

  fault(
    offset: number,
    length: number,
    severity: Severity,
    message: Bilingual,
    fixes: readonly Fix[] = [],
  ): void {
    const place = this.places.rangeOf(offset, length);
    this.faults.push({
      code: settingsFileCode,
      severity,
      range: place,
      message,
      related: [],
      fixes,
      about: null,
      suspects: [],
    });
  }

  /** The value of a node, without the parts that do not fit; undefined where nothing does. */
  value(node: Node, shape: Shape): unknown {
    switch (shape.kind) {
      case 'choice':
        return this.choice(
          node,
          shape.values.map((one) => one.value),
        );
      case 'text':
        return this.text(node, shape);
      case 'list':
        if (node.type !== 'array')
          return this.expected(node, { zh: '应为列表 […]', en: 'A list […] belongs here' });
        return (node.children ?? []).flatMap((one) => this.entry(one, shape.of) ?? []);
      case 'record':
        return this.record(node, shape);
    }
  }

  private choice(node: Node, values: readonly string[]): unknown {
    if (typeof node.value === 'string' && values.includes(node.value)) return node.value;
    const near = typeof node.value === 'string' ? nearestOf(node.value, values) : '';
    const named = values.length > 8 ? [] : values;
    const choices = named.length > 0 ? `：${named.join('、')}` : '';
    return this.expected(
      node,
      near
        ? {
            zh: `没有“${node.value}”，是否应为“${near}”`,
            en: `There is no “${node.value}”; “${near}” may be meant`,
          }
        : {
            zh: `此处可写的值不含此项${choices}`,
            en: `This is none of the values${named.length > 0 ? `: ${named.join(', ')}` : ''}`,
          },
      near ? [this.replacement(node, near)] : [],
    );
  }

  private text(node: Node, { pattern, like }: Shape & { kind: 'text' }): unknown {
    const isText = typeof node.value === 'string';
    if (isText && (pattern === undefined || new RegExp(pattern, 'u').test(node.value))) return node.value;
    if (!isText)
      return this.expected(node, { zh: '应为文字（加双引号）', en: 'A text in double quotes belongs here' });
    return this.expected(node, {
      zh: `写法不对，${like?.zh ?? ''}`,
      en: `Not written as it should be, ${like?.en ?? ''}`,
    });
  }

  private record(node: Node, { properties }: Shape & { kind: 'record' }): unknown {
    if (node.type !== 'object')
      return this.expected(node, { zh: '应为一组设置 {…}', en: 'A group {…} belongs here' });
    const values = new Map<string, unknown>();
    for (const { children: [key, child] = [] } of node.children ?? []) {
      if (!key || !child) continue;
      const property = properties.find((one) => one.name === key.value);
      if (!property)
        this.unknownKey(
          key,
          properties.map((one) => one.name),
        );
      else {
        const value = this.value(child, property.shape);
        if (value !== undefined) values.set(property.name, value);
      }
    }
    const missing = properties.find((one) => one.isRequired && !values.has(one.name));
    if (missing) {
      const isThere = node.children?.some((one) => one.children?.[0]?.value === missing.name);
      if (!isThere) this.expected(node, { zh: `缺少“${missing.name}”`, en: `“${missing.name}” is missing` });
      return undefined;
    }
    return Object.fromEntries(values);
  }

  /** An entry of a list; where a group stands is kept with it, for what is said of it later. */
  private entry(node: Node, shape: Shape): unknown {
    const value = this.value(node, shape);
    return typeof value === 'object' && value !== null
      ? { ...value, range: this.places.rangeOf(node.offset, node.length) }
      : value;
  }

  private unknownKey(key: Node, names: readonly string[]): void {
    const near = nearestOf(String(key.value), names);
    const choices = names.length > 10 ? '' : names.filter((name) => name !== '$schema').join('、');
    this.fault(
      key.offset,
      key.length,
      'warning',
      near
        ? {
            zh: `没有“${key.value}”这一项，是否应为“${near}”`,
            en: `There is no “${key.value}”; “${near}” may be meant`,
          }
        : {
            zh: `没有“${key.value}”这一项${choices ? `，可写：${choices}` : ''}`,
            en: `There is no “${key.value}”${choices ? `; what may stand here: ${choices.replaceAll('、', ', ')}` : ''}`,
          },
      near ? [this.replacement(key, near)] : [],
    );
  }

  private expected(node: Node, message: Bilingual, fixes: readonly Fix[] = []): undefined {
    this.fault(node.offset, node.length, 'warning', message, fixes);
  }

  private replacement(node: Node, by: string): Fix {
    return {
      title: { zh: `改为“${by}”`, en: `Change to “${by}”` },
      preferred: false,
      edits: [{ range: this.places.rangeOf(node.offset, node.length), newText: JSON.stringify(by) }],
    };
  }
}

const notJson = { zh: '此处不是合格的 JSON', en: 'This is no JSON' };
const notWhole = { zh: '没有写完', en: 'This is not finished' };
const syntaxMessages: Readonly<Record<string, Bilingual>> = {
  InvalidNumberFormat: { zh: '数字写法不对', en: 'This is no number' },
  PropertyNameExpected: { zh: '此处应为加双引号的项目名', en: 'A name in double quotes belongs here' },
  ValueExpected: { zh: '此处缺少值', en: 'A value is missing here' },
  ColonExpected: { zh: '此处缺少冒号（半角 :）', en: 'A colon is missing here' },
  CommaExpected: { zh: '此处缺少逗号（半角 ,）', en: 'A comma is missing here' },
  CloseBraceExpected: { zh: '缺少右花括号 }', en: 'A closing } is missing' },
  CloseBracketExpected: { zh: '缺少右方括号 ]', en: 'A closing ] is missing' },
  EndOfFileExpected: { zh: '文件到此应已结束', en: 'The file should have ended here' },
  UnexpectedEndOfComment: notWhole,
  UnexpectedEndOfString: notWhole,
  UnexpectedEndOfNumber: notWhole,
};
