// node esbuild.mjs [--development] [--watch] [--tests]
// Bundles the extension, the server and the command line into dist/; with --tests also the suites into dist-test/.
import { chmodSync, readFileSync } from 'node:fs';
import * as esbuild from 'esbuild';

const flags = new Set(process.argv.slice(2));
const watch = flags.has('--watch');
const production = !watch && !flags.has('--development');

const shared = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};
// An ES module first: the other builds of some packages find their own files only when they run.
const node = { ...shared, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
const browser = { ...shared, platform: 'browser', format: 'cjs', mainFields: ['browser', 'module', 'main'] };

const executable = {
  name: 'executable',
  setup: (build) => build.onEnd(() => chmodSync('dist/gouji.js', 0o755)),
};

const bundles = [
  { ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/extension.web.js',
    external: ['vscode'],
  },
  { ...node, entryPoints: ['server/src/lsp/node.ts'], outfile: 'dist/server.js' },
  {
    ...browser,
    format: 'iife',
    entryPoints: ['server/src/lsp/browser.ts'],
    outfile: 'dist/server.web.js',
    // VS Code for the Web starts workers from blob: URLs, whose location the schema validator fails to parse.
    define: { 'self.location': 'undefined' },
  },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/gouji.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [executable],
  },
];

// mocha is "type": "module", so esbuild would not wrap its UMD file, which would then overwrite the bundle's exports.
const mochaInWorker = {
  name: 'mocha-in-worker',
  setup: (build) =>
    build.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      loader: 'js',
      contents: `(function (module, exports, define) {${readFileSync(path, 'utf8')}\n}).call(globalThis);`,
    })),
};

const tests = { minify: false, sourcemap: 'inline' };
const testBundles = [
  {
    ...node,
    ...tests,
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile: 'dist-test/suite.js',
    external: ['vscode', 'mocha'],
  },
  {
    ...browser,
    ...tests,
    entryPoints: ['test/vscode/suite/web.ts'],
    outfile: 'dist-test/suite.web.js',
    external: ['vscode'],
    plugins: [mochaInWorker],
    define: { global: 'globalThis' },
  },
];

const selected = flags.has('--tests') ? [...bundles, ...testBundles] : bundles;
if (watch) {
  for (const options of selected) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
  const results = await Promise.allSettled(selected.map((options) => esbuild.build(options)));
  // esbuild has printed what went wrong.
  if (results.some((result) => result.status === 'rejected')) process.exitCode = 1;
}
