import 'mocha/mocha.js';

interface BrowserMocha {
  setup(options: { ui: string; reporter: unknown; timeout: number }): void;
  run(done: (failures: number) => void): void;
}

/** The same entry in a web worker extension host, with mocha's browser build bundled in. */
export async function run(): Promise<void> {
  const { mocha } = globalThis as unknown as { mocha: BrowserMocha };
  let passes = 0;
  // The default reporter writes HTML, and a worker has no document.
  function Plain(runner: Mocha.Runner): void {
    runner.on('suite', (suite) => suite.title && console.log(`  ${suite.title}`));
    runner.on('pass', (test) => {
      passes++;
      console.log(`    ✔ ${test.title} (${test.duration}ms)`);
    });
    runner.on('fail', (test, error) => console.log(`    ✖ ${test.title}\n${error.stack ?? error.message}`));
  }
  mocha.setup({ ui: 'tdd', reporter: Plain, timeout: 20_000 });
  await import('./extension.test');
  await import('./settings.test');
  await new Promise<void>((resolve, reject) =>
    mocha.run((failures) => {
      console.log(`${passes} passed, ${failures} failed`);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else if (passes === 0) reject(new Error('no test was run'));
      else resolve();
    }),
  );
}
