// Runs the suites of dist-test/suite.web.js in VS Code for the Web, with the official runner @vscode/test-web.
import { createRequire } from 'node:module';
import path from 'node:path';
import util from 'node:util';
import { browserArguments, findBrowser, fixtures, freePort } from './host.mjs';
import { ensureWebHost, root, webCommit, webFolder } from './install.mjs';

ensureWebHost();
const require = createRequire(path.join(webFolder, 'package.json'));
const { chromium } = require('playwright');
const launch = chromium.launch.bind(chromium);
// The runner has no option for a browser that is already on the machine.
chromium.launch = (options) =>
  launch({
    ...options,
    executablePath: findBrowser(),
    args: [...(options?.args ?? []), ...browserArguments],
  });
const { runTests } = require('@vscode/test-web');

const limit = 150_000;
const started = Date.now();
const verdict = (text) => `网页版测试 / web: ${text} (${((Date.now() - started) / 1000).toFixed(1)} s)`;
setTimeout(() => {
  console.error(verdict('FAILED, timed out'));
  process.exit(1);
}, limit).unref();

// The runner passes on whatever the page says; only the suite's own lines, which are indented, are of interest.
let summary;
for (const method of ['log', 'info', 'warn', 'error']) {
  const print = console[method].bind(console);
  console[method] = (...all) => {
    const text = util.format(...all);
    summary = /^(\d+) passed, (\d+) failed/.exec(text) ?? summary;
    if (process.env.VERBOSE || /^( {2}|\d+ passed|网页版测试)/.test(text)) print(text);
  };
}
let passed = false;
try {
  await runTests({
    browserType: 'chromium',
    headless: true,
    quality: 'stable',
    commit: webCommit,
    testRunnerDataDir: path.join(webFolder, 'data'),
    esm: true,
    port: await freePort(),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist-test/suite.web.js'),
    folderPath: fixtures,
  });
  passed = summary !== undefined && Number(summary[1]) > 0 && summary[2] === '0';
} catch (error) {
  console.error(`  ${error.stack}`);
}
console.log(verdict(passed ? 'ok' : `FAILED, ${summary?.[0] ?? '未见测试小结 / no test summary seen'}`));
process.exit(passed ? 0 : 1);
