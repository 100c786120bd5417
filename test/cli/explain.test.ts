import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../support/build';
import { gouji, refuses, withFolder } from '../support/cli';
import { number, sound, withText } from '../support/drafts';

describe('gouji explain', () => {
  before(function () {
    this.timeout(120_000);
    build();
  });

  const name = 'requests/granted/naturalPerson';
  const wrong = withText(name, '777');
  const line = wrong.split('\n').findIndex((one) => one.includes('777'));
  const column = (wrong.split('\n')[line] ?? '').indexOf('777');

  it('says of a cell its equations with their numbers and states, and what would mend them', () => {
    withFolder((folder) => {
      const path = join(folder, 'draft.txt');
      writeFileSync(path, wrong);
      const { code, stdout } = gouji(['explain', `${path}:${line + 1}:${column + 1}`, '--language', 'zh']);
      assert.equal(code, 0);
      assert.ok(stdout.includes('予以公开 × 自然人**：777 件'), stdout);
      assert.equal(stdout.split('✘').length - 1, 2);
      assert.ok(stdout.includes(`改为 ${number(name)}（现为 777）`), stdout);
    });
  });
  it('says the same in English, but for the names of the form', () => {
    withFolder((folder) => {
      const path = join(folder, 'draft.txt');
      writeFileSync(path, wrong);
      const { stdout } = gouji(['explain', `${path}:${line + 1}:${column + 1}`, '--language', 'en']);
      assert.ok(stdout.includes('What is certain:'), stdout);
    });
  });
  it('ranks what would mend it where nothing is certain', () => {
    withFolder((folder) => {
      const path = join(folder, 'draft.txt');
      const text = withText('proceedings/count/review.total', '99');
      writeFileSync(path, text);
      const lines = text.split('\n');
      const at = lines.findIndex((one) => one.includes('\t99'));
      const place = (lines[at] ?? '').indexOf('99');
      const { stdout } = gouji(['explain', `${path}:${at + 1}:${place + 1}`, '--language', 'zh']);
      assert.match(stdout, /按可能性排列：\n\n1\. .*\n2\. .*\n3\. /u);
      assert.ok(!stdout.includes('可以确定'), stdout);
    });
  });
  it('refuses places that are none and places with nothing to explain', () => {
    refuses(['explain'], /PATH:LINE:COLUMN/u);
    refuses(['explain', 'draft.txt'], /PATH:LINE:COLUMN/u);
    refuses(['explain', '/nowhere/draft.txt:1:1'], /no such|cannot read/u);
    withFolder((folder) => {
      const path = join(folder, 'draft.txt');
      writeFileSync(path, sound());
      refuses(['explain', `${path}:9999:1`], /nothing to explain/u);
    });
  });
});
