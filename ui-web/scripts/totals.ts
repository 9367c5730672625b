import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one line that other programs read: `N passed, N failed`. */
export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === "passed") passed += 1;
        if (state === "failed") failed += 1;
      }
    }
    // After every other reporter, so that it is the last line.
    process.once("exit", () => console.log(`${passed} passed, ${failed} failed`));
  }
}
