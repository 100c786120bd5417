import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { build } from '../support/build';
import { checkJson, gouji, withFolder } from '../support/cli';
import { headings, sound } from '../support/drafts';
import { changed } from '../support/marks';
import { soundValues, withCells } from '../support/values';

const name = 'requests/granted/total';
const wrong = changed(
  sound('tabbed', withCells(soundValues, { [name]: String(Number(soundValues.cells.get(name)) + 1) })),
  headings.issues,
  '五、存在问题及改进措施',
);

/** How a text may lie on the disk. */
const writings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with CRLF': (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  'UTF-8 with CR': (text) => Buffer.from(text.replaceAll('\n', '\r')),
  'UTF-8 with mixed line ends': (text) =>
    Buffer.from(
      text
        .split('\n')
        .reduce((all, line, i) => all + (i === 0 ? '' : i % 3 === 0 ? '\r\n' : '\n') + line, ''),
    ),
  'UTF-8 with a byte order mark': (text) => encode(text, 'utf8', { addBOM: true }),
  'UTF-16, little end first': (text) => encode(text, 'utf16le', { addBOM: true }),
  'UTF-16, big end first, CRLF': (text) => encode(text.replaceAll('\n', '\r\n'), 'utf16be', { addBOM: true }),
  GB18030: (text) => encode(text, 'gb18030'),
  'GB18030 with characters outside GBK': (text) =>
    encode(text.replace('现将情况', '现将情况𠮷😀'), 'gb18030'),
  'no line end at the end': (text) => Buffer.from(text.trimEnd()),
};

function afterFix(
  bytes: Buffer,
  args: readonly string[] = [],
): { code: number | null; bytes: Buffer; stdout: string } {
  return withFolder((folder) => {
    const path = join(folder, 'draft.txt');
    writeFileSync(path, bytes);
    const { code, stdout, stderr } = gouji(['check', '--fix', ...args, path]);
    assert.equal(stderr, '');
    return { code, bytes: readFileSync(path), stdout };
  });
}

describe('gouji check --fix', () => {
  before(function () {
    this.timeout(120_000);
    build();
  });

  for (const [writing, write] of Object.entries(writings)) {
    it(`${writing}: changes what has one right answer and not a byte more, once`, () => {
      const fixed = afterFix(write(wrong));
      assert.equal(fixed.code, 0);
      assert.deepEqual(fixed.bytes, write(sound()));
      assert.deepEqual(afterFix(fixed.bytes).bytes, fixed.bytes);
    });
  }
  it('reports what is left, and its code is that of what is left', () => {
    const text = sound(
      'tabbed',
      withCells(soundValues, { 'proceedings/count/review.total': '99', [name]: '99' }),
    );
    const { code, bytes, stdout } = afterFix(Buffer.from(text), ['--format', 'json']);
    assert.equal(code, 1);
    assert.equal(
      bytes.toString(),
      sound('tabbed', withCells(soundValues, { 'proceedings/count/review.total': '99' })),
    );
    assert.match(stdout, /"code":"proceedings-total"/u);
    assert.doesNotMatch(stdout, /"code":"row-total"/u);
  });
  it('leaves a file alone in which there is nothing to mend', () => {
    for (const write of Object.values(writings))
      assert.deepEqual(afterFix(write(sound())).bytes, write(sound()));
  });
  it('leaves a file alone that is no report, whatever its bytes', () => {
    for (const bytes of [Buffer.from([0xff, 0x41, 0x0a]), Buffer.from('notes\r\n'), Buffer.alloc(0)])
      assert.deepEqual(afterFix(bytes).bytes, bytes);
  });
  it('without --fix writes nothing', () => {
    withFolder((folder) => {
      const path = join(folder, 'draft.txt');
      writeFileSync(path, wrong);
      checkJson([path]);
      assert.equal(readFileSync(path, 'utf8'), wrong);
    });
  });
});
