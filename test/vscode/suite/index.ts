/** The entry that VS Code's `extensionTestsPath` expects, in the Node extension host. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 20_000 });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, null, mocha);
  await import('./extension.test');
  await import('./settings.test');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      // The closing line that the runner outside demands to have seen.
      console.log(`${passes} passed, ${failures} failed, ${pending} skipped`);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else if (passes === 0) reject(new Error('no test was run'));
      else resolve();
    });
  });
}
