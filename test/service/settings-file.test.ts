import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Schema, Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import { rules } from '../../server/src/rules/registry';
import { settingsFor } from '../../server/src/service/settings';
import { readSettingsFile } from '../../server/src/service/settings-file';
import { runs, textUnder } from '../support/marks';

const schema = JSON.parse(readFileSync('schemas/gouji.schema.json', 'utf8')) as Schema;

/** Under what each fault stands, and its message. */
function faults(text: string): string[] {
  return readSettingsFile(text).faults.map(
    ({ range, severity, message }) => `${severity} ${textUnder(text, range)}: ${message.zh}`,
  );
}

describe('a settings file', () => {
  it('is read whole', () => {
    const file = readSettingsFile(`{
      // 区政务公开办
      "$schema": "./gouji.schema.json",
      "rules": { "row-total": "warning", "cell-value": "off" },
      "language": "en",
      "organization": { "kind": "township", "level": "township" },
      "deadline": "01-31",
      "sections": { "other": { "items": ["建议提案办理|建议和提案", "政务新媒体"] } },
      "ignore": [{ "rule": "row-total", "fingerprint": "requests/new/total=5", "file": "a.txt", "reason": "口径" },],
    }`);
    assert.deepEqual(file.faults, []);
    assert.deepEqual(
      [...file.levels],
      [
        ['row-total', 'warning'],
        ['cell-value', 'off'],
      ],
    );
    assert.equal(file.language, 'en');
    assert.deepEqual(file.circumstances.organization, { kind: 'township', level: 'township' });
    assert.equal(file.circumstances.deadline, '01-31');
    assert.deepEqual(
      [...file.circumstances.requiredItems],
      [['other', ['建议提案办理|建议和提案', '政务新媒体']]],
    );
    const [entry] = file.ignored;
    assert.deepEqual(
      { ...entry, range: null },
      { rule: 'row-total', fingerprint: 'requests/new/total=5', file: 'a.txt', reason: '口径', range: null },
    );
    assert.equal(entry?.range.start.line, 8);
  });

  it('empty, or with nothing in it, says nothing', () => {
    for (const text of ['', '\n', '{}', '// nothing yet\n']) {
      const { faults: found, levels, language } = readSettingsFile(text);
      assert.deepEqual([found, levels.size, language], [[], 0, null], text);
    }
  });

  it('what it does not know is marked where it stands, and the rest holds', () => {
    const text = `{
      "rules": { "row-totl": "off", "result-total": "loud", "carry-balance": "off" },
      "langauge": "zh", "colour": 1,
      "organization": "town", "deadline": "1月底", "sections": { "other": { "items": "x" } },
      "ignore": [{ "rule": "row-total", "fingerprint": 5 }, { "rule": "row-total", "fingerprint": "x" }]
    }`;
    const places = ['"row-totl"', '"loud"', '"langauge"', '"colour"', '"town"', '"1月底"', '"x"', '5'];
    assert.deepEqual(
      faults(text).map((one) => one.split(':')[0]),
      places.map((place) => `warning ${place}`),
    );
    const file = readSettingsFile(text);
    assert.deepEqual([...file.levels], [['carry-balance', 'off']]);
    assert.equal(file.language, null);
    assert.deepEqual(
      file.ignored.map((entry) => entry.fingerprint),
      ['x'],
    );
  });

  it('says what may be meant', () => {
    assert.deepEqual(faults('{"rules":{"row-totl":"off"}}'), [
      'warning "row-totl": 没有“row-totl”这一项，是否应为“row-total”',
    ]);
    const [fault] = readSettingsFile('{"rules":{"row-totl":"off"}}').faults;
    assert.equal(fault?.fixes[0]?.edits[0]?.newText, '"row-total"');
    assert.match(
      faults('{"rules":{"row-total":"loud"}}')[0] ?? '',
      /off、hint、information、warning、error/u,
    );
    assert.match(faults('{"ignore":[{"rule":"row-total"}]}')[0] ?? '', /缺少“fingerprint”/u);
  });

  it('that is no JSON is as if it were not there, and its first error is explained at its place', () => {
    const broken: readonly [string, RegExp][] = [
      ['{\n  "rules": { "row-total": "off" }\n  "language": "zh"\n}', /逗号/u],
      ['{ "rules": { "row-total": "off" }', /花括号/u],
      ['{ "rules" { } }', /冒号/u],
      ['{ “rules”: {} }', /./u],
      ['rules: off', /./u],
    ];
    for (const [text, message] of broken) {
      const { faults: found, levels } = readSettingsFile(text);
      assert.equal(found.length, 1, text);
      assert.equal(found[0]?.severity, 'error');
      assert.match(found[0]?.message.zh ?? '', message);
      assert.equal(levels.size, 0);
    }
    assert.equal(readSettingsFile(broken[0]?.[0] ?? '').faults[0]?.range.start.line, 2);
  });

  it('any text at all is read without a throw, and faults lie inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.constantFrom('[', '{"a"', '{"rules":[1', '﻿{}')),
        (text) => {
          const lines = text.split(/\r\n|\r|\n/u);
          for (const { range } of readSettingsFile(text).faults)
            for (const { line, character } of [range.start, range.end])
              assert.ok(character >= 0 && character <= (lines[line]?.length ?? -1), JSON.stringify(text));
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

describe('the schema of the settings file', () => {
  const level = fc.constantFrom('off', 'warning', 'error', 'loud', 3);
  const code = fc.constantFrom(...rules.slice(0, 3).map((rule) => rule.code), 'nonsense');
  const settings = fc.record(
    {
      rules: fc.oneof(fc.dictionary(code, level), fc.constant('x')),
      language: fc.constantFrom('zh', 'en', 'auto', 'fr', null),
      organization: fc.record(
        { kind: fc.constantFrom('department', 'x'), level: fc.constantFrom('county', 1) },
        { requiredKeys: [] },
      ),
      deadline: fc.constantFrom('01-31', '2025-03-01', '13-01', 5),
      sections: fc.record(
        { other: fc.record({ items: fc.array(fc.constantFrom('a', 1)) }), x: fc.constant(1) },
        { requiredKeys: [] },
      ),
      ignore: fc.array(
        fc.record(
          { rule: code, fingerprint: fc.constant('f'), reason: fc.string(), more: fc.string() },
          { requiredKeys: [] },
        ),
      ),
      more: fc.string(),
    },
    { requiredKeys: [] },
  );

  it('accepts what the reader accepts, and nothing else', () => {
    const validator = new Validator(schema, '7');
    fc.assert(
      fc.property(settings, (value) => {
        const text = JSON.stringify(value);
        assert.equal(
          validator.validate(JSON.parse(text)).valid,
          readSettingsFile(text).faults.length === 0,
          text,
        );
      }),
      { numRuns: runs(1000) },
    );
  });

  it('names every rule, explained in Chinese', () => {
    const { rules: group } = schema.properties as Record<string, Schema>;
    const named = group?.properties as Record<string, Schema>;
    assert.deepEqual(
      Object.keys(named),
      rules.map((rule) => rule.code),
    );
    for (const one of Object.values(named)) assert.match(String(one.description), /\p{Script=Han}/u);
  });
});

describe('what holds', () => {
  const file = (text: string) => ({ content: readSettingsFile(text), draft: '2024/年报.txt' });
  const levels = (section: unknown, text: string | null): Record<string, string> =>
    Object.fromEntries(settingsFor(section, text === null ? null : file(text), 'zh-cn').profile.levels);

  it('settings file before editor before the rule’s own', () => {
    const editor = { rules: { 'row-total': 'hint', 'cell-value': 'off', 'row-label': 'default' } };
    const cases: readonly [unknown, string | null, Record<string, string>][] = [
      [undefined, null, {}],
      [editor, null, { 'row-total': 'hint', 'cell-value': 'off' }],
      [undefined, '{"rules":{"row-total":"error"}}', { 'row-total': 'error' }],
      [editor, '{"rules":{"row-total":"error"}}', { 'row-total': 'error', 'cell-value': 'off' }],
      [editor, '{"rules":{"row-total":"loud"}}', { 'row-total': 'hint', 'cell-value': 'off' }],
      [editor, '{"rules":{"row-total"', { 'row-total': 'hint', 'cell-value': 'off' }],
    ];
    for (const [section, text, expected] of cases) assert.deepEqual(levels(section, text), expected);
  });

  it('the language: of the file, of the editor’s settings, of the editor', () => {
    const language = (section: unknown, text: string | null, locale: string): string =>
      settingsFor(section, text === null ? null : file(text), locale).language;
    assert.equal(language({ language: 'zh' }, '{"language":"en"}', 'zh-cn'), 'en');
    assert.equal(language({ language: 'en' }, '{}', 'zh-cn'), 'en');
    assert.equal(language({ language: 'en' }, '{"language":"auto"}', 'zh-cn'), 'zh');
    assert.equal(language({}, null, 'en-GB'), 'en');
    assert.equal(language(null, null, undefined as unknown as string), 'zh');
  });

  it('entries are for the draft they name, however its path is written', () => {
    const ignored = (name: string | undefined): number => {
      const text = JSON.stringify({ ignore: [{ rule: 'row-total', fingerprint: 'x', file: name }] });
      return settingsFor(null, file(text), 'zh').profile.ignored.length;
    };
    for (const name of [undefined, '2024/年报.txt', './2024/年报.txt', '2024\\年报.txt'])
      assert.equal(ignored(name), 1, name);
    for (const name of ['年报.txt', '2023/年报.txt', '']) assert.equal(ignored(name), 0, name);
  });
});
