// npm start: opens the examples in a VS Code that runs this extension. Works on a fresh clone.
// npm start -- --browser     the browser-hosted VS Code even where `code` is installed
// npm start -- --locale en   its display language (zh-cn if not given)
// npm start -- --port 8090   the port of its address
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packagedExtension, startHost } from '../test/vscode/host.mjs';
import { root } from '../test/vscode/install.mjs';
import { ensurePackages } from './setup.mjs';

const { values: options } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    locale: { type: 'string', default: 'zh-cn' },
    port: { type: 'string', default: '8090' },
  },
});
const examples = path.join(root, 'examples');
const windows = process.platform === 'win32';

function run(command, args, { quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    encoding: 'utf8',
    shell: windows,
  });
  if (result.status === 0) return;
  if (quiet) console.error(result.stdout + result.stderr);
  process.exit(result.status ?? 1);
}

function hasDesktopEditor() {
  const names = windows ? ['code.cmd'] : ['code'];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => names.some((name) => existsSync(path.join(folder, name))));
}

ensurePackages();
if (hasDesktopEditor() && !options.browser) {
  run('npm', ['run', '--silent', 'build']);
  run('code', [`--extensionDevelopmentPath=${root}`, examples]);
  console.log('已在 VS Code 中打开 examples/。 / examples/ is open in VS Code.');
} else {
  console.log('打包并启动 VS Code，请稍候 / packaging and starting VS Code …');
  run('npm', ['run', '--silent', 'package'], { quiet: true });
  const host = await startHost({
    locale: options.locale,
    extensions: [packagedExtension()],
    port: Number(options.port),
    folder: examples,
  });
  console.log('\n请在浏览器中打开，按 Ctrl+C 结束 / open in a browser, Ctrl+C ends it:\n');
  console.log(`  http://${host.address}/\n`);
  const end = async () => {
    await host.stop();
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
