// Uses the packaged extension as an official would, in a Chinese VS Code: type a wrong total, read what is said of it,
// take the fix, save. With --update-screenshot it also writes the picture of the README.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fixtures, openBrowser, packagedExtension, startHost, workspaceCopy } from './host.mjs';
import { root } from './install.mjs';

const draftName = readdirSync(fixtures).find((name) => name.endsWith('.txt'));
const pictures = path.join(root, 'test-output/screenshots');
mkdirSync(pictures, { recursive: true });
const started = Date.now();
const log = (what) => console.log(`  ${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${what}`);

/** The row of new requests: its line, from 1, and how many characters stand before the end of its first number (21) and of its total (30). */
function newRequests(text) {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.startsWith('一、本年新收政府信息公开申请数量'));
  return {
    line: index + 1,
    first: lines[index].indexOf('21') + 2,
    total: lines[index].trimEnd().length,
  };
}

const host = await startHost({
  locale: 'zh-cn',
  extensions: [packagedExtension()],
  settings: { 'editor.minimap.enabled': false, 'editor.stickyScroll.enabled': false, 'editor.tabSize': 6 },
});
const workspace = workspaceCopy(host.profile);
const draft = path.join(workspace, draftName);
const original = readFileSync(draft);
const { browser, page } = await openBrowser({ locale: 'zh-CN' });
const picture = (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
const squiggles = page.locator('.monaco-editor .squiggly-error');
const squiggle = squiggles.first();
const status = page.locator('.statusbar-item', { hasText: '勾稽：' }).first();

async function open() {
  await page.goto(host.page(workspace, [['openFile', host.uri(draft)]]));
  await page.locator('.editor-instance .monaco-editor .view-lines').first().waitFor({ timeout: 60_000 });
  log('文稿已打开 / draft open');
  await status.filter({ hasText: '3 张表已平' }).waitFor({ timeout: 60_000 });
  log(`状态栏 / status bar: ${(await status.textContent()).trim()}`);
}

async function goBehind(number) {
  const row = newRequests(original.toString());
  await page.locator('.editor-instance .view-lines').first().click();
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await input.fill(`:${row.line}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  // Columns are asked for as they are seen, with tabs spread out: the characters are counted instead.
  await page.keyboard.press('Home');
  for (let i = 0; i < row[number]; i++) await page.keyboard.press('ArrowRight');
}

/** While a row is being typed its sums are a hint; once the caret leaves it they are an error. */
async function holdsBackWhileTyping(name) {
  await page.locator('.monaco-editor .squiggly-hint').first().waitFor({ timeout: 20_000 });
  assert.equal(await squiggles.count(), 0, 'an error while the row is being typed');
  await picture(`${name}-typing`);
  await page.keyboard.press('ArrowDown');
  await squiggle.waitFor({ timeout: 20_000 });
  assert.equal(await squiggles.count(), 1, 'one squiggle');
  await status.filter({ hasText: '1 处错误' }).waitFor({ timeout: 10_000 });
  log('输入时为提示，离开该行后为错误 / a hint while typing, an error behind');
}

async function breakTotalByTyping() {
  await page.keyboard.press('Control+B'); // without the side bar the whole table is in view
  await goBehind('total');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('1');
  await holdsBackWhileTyping('0-total');
}

/** Two digits of an addend change places: one squiggle on the culprit, and the fix mends it byte for byte. */
async function transposeDigits() {
  await page.keyboard.press('Control+Shift+M'); // closes the panel
  await goBehind('first');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('12');
  await holdsBackWhileTyping('5-transposed');
  await page.keyboard.press('Control+Shift+M');
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'wrong-cell' }).first();
  await row.waitFor({ timeout: 10_000 });
  const text = (await row.textContent()).replace(/\s+/g, ' ');
  assert.match(text, /自然人”疑应为 21（现为 12，两位数字颠倒）：改后 2 个等式全部成立/);
  log(`“问题”面板 / Problems: ${text}`);
  await picture('6-transposed');
}

async function seeProblem() {
  await page.keyboard.press('Control+Shift+M');
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'row-total' }).first();
  await row.waitFor({ timeout: 10_000 });
  const text = (await row.textContent()).replace(/\s+/g, ' ');
  assert.match(text, /30/);
  log(`“问题”面板 / Problems: ${text}`);
  await picture('1-problem');
}

/** A click on the code of a finding shows the page of its rule, rendered. */
async function openRulePage() {
  const link = page.locator('.markers-panel .monaco-list-row a', { hasText: 'row-total' }).first();
  await link.click();
  const tab = page.locator('.tab', { hasText: 'row-total' }).first();
  await tab.waitFor({ timeout: 10_000 });
  const rendered = page
    .frameLocator('iframe.webview.ready')
    .frameLocator('#active-frame')
    .locator('h1')
    .first();
  await rendered.waitFor({ timeout: 20_000 });
  log(`规则说明 / the rule’s page: ${(await rendered.textContent()).trim()}`);
  await picture('1b-rule-page');
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
}

async function hoverCell() {
  const box = await squiggle.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const hover = page.locator('.monaco-hover:visible', { hasText: '本年新收政府信息公开申请数量' }).first();
  await hover.waitFor({ timeout: 10_000 });
  const text = (await hover.textContent()).replace(/\s+/g, ' ');
  assert.match(text, /总计/);
  log(`悬停 / hover: ${text}`);
  await picture('2-hover');
  if (process.argv.includes('--update-screenshot')) await updateScreenshot(hover);
}

/** The README's picture: the hover drawn taller, so that the explanation of the cell is in it too. */
async function updateScreenshot(hover) {
  const box = await hover.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, 100, { steps: 10 });
  await page.mouse.up();
  // Off the edge, which is drawn in colour while the mouse is on it, and down to the cell's own part.
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, 2_000);
  await page.waitForTimeout(800);
  mkdirSync(path.join(root, 'docs/images'), { recursive: true });
  await page.screenshot({ path: path.join(root, 'docs/images/screenshot.png') });
  log('docs/images/screenshot.png');
}

async function takeFix(title) {
  await page.mouse.move(5, 5);
  const box = await squiggle.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const bulb = '.monaco-editor .lightBulbWidget:visible, .monaco-editor [class*="gutter-lightbulb"]:visible';
  await page.locator(bulb).first().waitFor({ timeout: 10_000 });
  const action = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  // A key pressed just before the actions are in is sometimes lost.
  for (let attempt = 0; ; attempt++) {
    await page.keyboard.press('Control+.');
    try {
      await action.waitFor({ timeout: 3_000 });
      break;
    } catch (error) {
      if (attempt >= 3) throw error;
      await page.keyboard.press('Escape');
    }
  }
  if (process.argv.includes('--update-screenshot'))
    await page.screenshot({ path: path.join(root, 'docs/images/quick-fix.png') });
  log(`修复 / fix: ${(await action.textContent()).trim()}`);
  await picture('3-quickfix');
  await action.click();
  await squiggle.waitFor({ state: 'detached', timeout: 10_000 });
  await status.filter({ hasText: '3 张表已平' }).waitFor({ timeout: 10_000 });
}

async function save() {
  await page.keyboard.press('Control+S');
  await page.locator('.tab.dirty').waitFor({ state: 'detached', timeout: 10_000 });
  await picture('4-fixed');
  assert.ok(readFileSync(draft).equals(original), 'the saved bytes differ from the original draft');
  log('已保存，字节与原稿一致 / saved, byte for byte the original');
}

let passed = false;
try {
  const mendTotal = () => takeFix('改为 30');
  const mendTransposed = () => takeFix('改为 21');
  const acts = [open, breakTotalByTyping, seeProblem, openRulePage, hoverCell, mendTotal, save];
  for (const act of [...acts, transposeDigits, mendTransposed, save]) await act();
  passed = true;
} catch (error) {
  await picture('failure');
  console.error(error);
  console.error(`${pictures}/failure.png; ${host.log}`);
} finally {
  await browser.close();
  await host.stop({ keepProfile: !passed });
}
console.log(
  `界面测试 / user interface: ${passed ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
);
process.exit(passed ? 0 : 1);
