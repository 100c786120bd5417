// Everything that must hold, in one go: npm test. Works on a fresh clone.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureHost, ensureLanguagePack, ensureWebHost, root } from '../test/vscode/install.mjs';
import { ensureBrowser, ensurePackages } from './setup.mjs';

const results = [];

function step(name, work) {
  console.log(`\n━━ ${name}`);
  const started = Date.now();
  let passed = false;
  try {
    passed = work();
  } catch (error) {
    console.error(error.message);
  }
  results.push({ name, passed, seconds: (Date.now() - started) / 1000 });
  return passed;
}

/** Runs a program of the project with this very node. */
function node(...args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** Runs an npm script, which finds the tools of node_modules. */
function script(name, ...args) {
  return (
    spawnSync('npm', ['run', '--silent', name, ...args], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    }).status === 0
  );
}

const suite = (file) => node(path.join('test/vscode', file));

step('准备 / set-up', () => {
  ensurePackages();
  const browser = ensureBrowser();
  ensureHost();
  ensureWebHost();
  ensureLanguagePack();
  return browser;
});
step('代码规范 / lint', () => script('lint'));
step('生成的文件 / generated files', () => script('generate', '--', '--check'));
step('类型检查 / types', () => script('typecheck'));
const built = step('构建 / build', () => script('build:tests'));
step('单元测试 / unit tests', () => script('test:unit'));
const packaged = step('打包 / package', () => built && script('package'));
step('扩展宿主 / extension host', () => built && suite('extension-host.mjs'));
step('界面 / user interface', () => packaged && suite('ui.mjs'));
step('网页版 / web', () => built && suite('web.mjs'));

console.log('\n━━ 小结 / summary');
for (const { name, passed, seconds } of results)
  console.log(`${passed ? '✔ 通过' : '✖ 失败'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
const total = results.reduce((sum, { seconds }) => sum + seconds, 0);
console.log(`        ${total.toFixed(1).padStart(6)} s  合计 / total`);
process.exit(results.every(({ passed }) => passed) ? 0 : 1);
