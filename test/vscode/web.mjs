// Runs the suites of dist-test/suite.web.js in VS Code for the Web, with the official runner @vscode/test-web.
import { createRequire } from 'node:module';
import path from 'node:path';
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

const started = Date.now();
const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
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
  console.log(`网页版测试 / web: ok (${seconds()} s)`);
} catch (error) {
  console.error(error);
  console.error(`网页版测试 / web: FAILED (${seconds()} s)`);
  process.exitCode = 1;
}
process.exit();
