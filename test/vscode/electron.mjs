// Runs the same suites in desktop VS Code, which @vscode/test-electron downloads. Exit 2: it could not be downloaded.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { workspaceCopy } from './host.mjs';
import { root } from './install.mjs';

const version = process.argv[2] ?? 'stable';
let vscodeExecutablePath;
try {
  vscodeExecutablePath = await downloadAndUnzipVSCode({
    version,
    cachePath: path.join(root, '.vscode-test'),
  });
} catch (error) {
  console.error(
    `无法下载桌面版 VS Code（${version}），本项测试未运行：${error.message}\n` +
      `Desktop VS Code (${version}) could not be downloaded; nothing was tested.`,
  );
  process.exit(2);
}
const scratch = mkdtempSync(path.join(tmpdir(), 'gouji-electron-'));
try {
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist-test/suite.js'),
    launchArgs: [
      workspaceCopy(scratch),
      '--disable-extensions',
      '--user-data-dir',
      path.join(scratch, 'user'),
    ],
  });
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
