// Runs the suites of dist-test/suite.js inside VS Code's real Node extension host.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import { openBrowser, startHost, workspaceCopy } from './host.mjs';
import { root } from './install.mjs';

const limit = 150_000;
const started = Date.now();
const host = await startHost({ tests: true });
const workspace = workspaceCopy(host.profile);
const { browser, page } = await openBrowser({ locale: 'en-US' });
let passed = false;
try {
  // The exit code alone lies: an extension host that dies ends with 0. So the suite's closing line must have been seen.
  let summary;
  let ended;
  const result = new Promise((resolve) => {
    ended = resolve;
  });
  // VS Code's own hooks for automated runs: the extension host's console, and the end of run().
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const text = util.format(...(Array.isArray(args) ? args : [args]));
    summary = /^(\d+) passed, (\d+) failed/.exec(text) ?? summary;
    // The suite indents what it prints; VS Code's own lines do not start with a blank.
    if (process.env.VERBOSE || /^(\s|$|\d+ passed)/.test(text)) console.log(text);
  });
  await page.exposeFunction('codeAutomationExit', (code) => ended(code));
  const payload = [
    ['extensionDevelopmentPath', host.uri(root)],
    ['extensionTestsPath', host.uri(path.join(root, 'dist-test/suite.js'))],
    ['skipWelcome', 'true'],
  ];
  await page.goto(host.page(workspace, payload));
  const timer = setTimeout(() => ended('timeout'), limit);
  const code = await result;
  clearTimeout(timer);
  passed = code === 0 && summary !== undefined && Number(summary[1]) > 0 && summary[2] === '0';
  if (!passed) {
    const picture = path.join(root, 'test-output/extension-host-failure.png');
    mkdirSync(path.dirname(picture), { recursive: true });
    await page.screenshot({ path: picture });
    console.error(
      `exit ${code}; ${summary?.[0] ?? '未见测试小结 / no test summary seen'}; ${picture}; ${host.log}`,
    );
  }
} finally {
  await browser.close();
  await host.stop({ keepProfile: !passed });
}
console.log(
  `扩展宿主测试 / extension host: ${passed ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
);
process.exit(passed ? 0 : 1);
