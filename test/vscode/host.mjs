// Starts the installed VS Code with a profile of its own and opens it in Chromium.
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureHost, ensureLanguagePack, host, languagePack, root } from './install.mjs';

const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off',
  'git.enabled': false,
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
};

/** A Chromium-like browser on this machine, or undefined. */
export function findBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return [
    process.env.CHROMIUM,
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
  ].find((file) => file && existsSync(file));
}

/** The path of the packaged extension that `npm run package` writes. */
export function packagedExtension() {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `${name}-${version}.vsix`);
}

/**
 * Starts VS Code as a local web server. `locale` is its display language, `extensions` are .vsix files to install,
 * `tests` lets the page load the extension and the suites from the work tree. `port` 0 means any free one.
 * `folder` is what the bare address opens.
 */
export async function startHost({
  settings = {},
  locale,
  extensions = [],
  tests = false,
  port = 0,
  folder,
} = {}) {
  ensureHost();
  const profile = mkdtempSync(path.join(tmpdir(), 'gouji-vscode-'));
  mkdirSync(path.join(profile, 'user/User'), { recursive: true });
  mkdirSync(path.join(profile, 'home'));
  writeFileSync(path.join(profile, 'config.yaml'), '{}\n');
  writeFileSync(
    path.join(profile, 'user/User/settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, null, 2),
  );
  if (locale === 'zh-cn') {
    ensureLanguagePack();
    writeFileSync(path.join(profile, 'user/languagepacks.json'), JSON.stringify(languagePackEntry));
  }
  const folders = [
    '--user-data-dir',
    path.join(profile, 'user'),
    '--extensions-dir',
    path.join(profile, 'extensions'),
    '--config',
    path.join(profile, 'config.yaml'),
  ];
  const env = { ...process.env, HOME: path.join(profile, 'home'), XDG_RUNTIME_DIR: profile };
  delete env.VSCODE_IPC_HOOK_CLI; // or a terminal inside VS Code would be asked to open the folder
  for (const extension of extensions) install(extension, folders, env);

  const chosen = await freePort(port);
  const address = `127.0.0.1:${chosen}`;
  const log = path.join(profile, 'server.log');
  const output = openSync(log, 'a');
  const child = spawn(
    host.node,
    [
      host.entry,
      ...['--bind-addr', address, '--auth', 'none', '--disable-telemetry', '--disable-update-check'],
      ...['--disable-workspace-trust', '--disable-getting-started-override'],
      ...(locale ? ['--locale', locale] : []),
      ...folders,
      // Release builds read ?payload=extension… only under this flag.
      ...(tests ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
      ...(folder ? [folder] : []),
    ],
    { stdio: ['ignore', output, output], env },
  );
  const killChild = () => child.kill();
  process.once('exit', killChild);
  await untilHealthy(address, child, log);
  return {
    address,
    profile,
    log,
    /** The address of a local file as the page knows it. */
    uri: (file) => `vscode-remote://${address}${encodeURI(file)}`,
    /** The page's address, with VS Code's start options in `payload`. */
    page: (folder, payload = []) =>
      `http://${address}/?folder=${encodeURIComponent(folder)}` +
      (payload.length ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : ''),
    async stop({ keepProfile = false } = {}) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      process.off('exit', killChild);
      if (child.exitCode === null && child.signalCode === null) {
        child.kill();
        await ended;
      }
      if (!keepProfile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

const languagePackEntry = {
  'zh-cn': {
    hash: 'local',
    label: '中文(简体)',
    extensions: [{ extensionIdentifier: { id: 'local.zh-cn' }, version: '1.0.0' }],
    translations: { vscode: languagePack },
  },
};

function install(extension, folders, env) {
  const result = spawnSync(host.node, [host.entry, ...folders, '--install-extension', extension], {
    env,
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    // Its log library is not installed and says so at length; the reason stands last.
    throw new Error(
      `--install-extension ${extension}\n${result.stderr.trim().split('\n').slice(-4).join('\n')}`,
    );
  }
}

/** The wanted port, or any free one where it is taken or 0. */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () => (wanted ? resolve(freePort()) : reject(new Error('no free port'))));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilHealthy(address, child, log) {
  for (let attempt = 0; ; attempt++) {
    try {
      if ((await fetch(`http://${address}/healthz`)).ok) return;
    } catch {
      if (attempt > 400 || child.exitCode !== null) throw new Error(readFileSync(log, 'utf8'));
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens a browser window of the given size. */
export async function openBrowser({ locale = 'zh-CN', width = 1280, height = 800 } = {}) {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('未找到 Chromium，可用环境变量 CHROMIUM 指定。 / No Chromium; name one in CHROMIUM.');
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, headless: true, args: browserArguments });
  const context = await browser.newContext({ viewport: { width, height }, locale });
  return { browser, page: await context.newPage() };
}

/** What a browser in a container needs, and what keeps it from calling out. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The drafts that the suites open. */
export const fixtures = path.join(root, 'test/vscode/fixtures/workspace');

/** A throw-away copy of the drafts, so that tests may edit them. */
export function workspaceCopy(parent) {
  const copy = mkdtempSync(path.join(parent, 'workspace-'));
  cpSync(fixtures, copy, { recursive: true });
  return copy;
}
