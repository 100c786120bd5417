// Makes a fresh clone ready: npm packages, a browser with Chinese fonts, and a VS Code. Node's own modules only,
// since nothing else may be there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from '../test/vscode/host.mjs';
import { ensureHost, ensureLanguagePack, ensureWebHost, root } from '../test/vscode/install.mjs';

/** Installs the npm packages unless those of package-lock.json are already there. */
export function ensurePackages() {
  if (packagesAreCurrent()) return;
  console.log('安装 npm 依赖包 / installing the npm packages: npm ci …');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('npm ci 未成功，请检查网络或 npm 源。 / npm ci failed; check the network or the registry.');
    process.exit(1);
  }
}

/** Compares contents, not times: a clone or a copy gives files any time. */
function packagesAreCurrent() {
  const installedLock = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([folder, { version, optional }]) =>
      folder === '' || (installed[folder] ? installed[folder].version === version : optional),
  );
}

/** Installs Debian's Chromium and Chinese fonts where they are missing; false if that cannot be done. */
export function ensureBrowser() {
  const missing = [];
  if (!findBrowser()) missing.push('chromium');
  if (process.platform === 'linux' && !hasChineseFonts()) missing.push('fonts-noto-cjk');
  if (missing.length === 0) return true;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  };
  console.log(`安装 / installing: ${missing.join(' ')} …`);
  if (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...missing)) return true;
  console.error(
    `缺少 ${missing.join('、')}，且无法自动安装。请以管理员身份运行：apt-get install ${missing.join(' ')}\n` +
      `Missing and not installable from here. As root, run: apt-get install ${missing.join(' ')}`,
  );
  return !missing.includes('chromium');
}

function hasChineseFonts() {
  const list = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensurePackages();
  if (!ensureBrowser()) process.exit(1);
  ensureHost();
  ensureWebHost();
  ensureLanguagePack();
  console.log('准备就绪 / ready');
}
