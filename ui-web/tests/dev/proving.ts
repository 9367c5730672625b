/** A real browser on the built page with the fake service, for what only a browser can prove. */
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { preview, type PreviewServer } from "vite";
import { kindOf } from "./views/view.ts";

const configFile = fileURLToPath(new URL("./vite.config.ts", import.meta.url));

/** Where the service answers; the same for as long as the run. */
export let address = "";
let port: number | undefined;

/** Longer than the moment in which fingers are held off after a new screen. */
export const STILL_MS = 450;

export type Rule = (page: Page) => Promise<void>;

let server: PreviewServer | undefined;

/** The service starts, or starts again and knows of no visit. */
export async function startService(): Promise<void> {
  server = await preview({ configFile, preview: { ...(port && { port }), strictPort: port !== undefined } });
  address = server.resolvedUrls?.local[0] ?? "";
  port = Number(new URL(address).port);
}

export async function stopService(): Promise<void> {
  await server?.close();
  server = undefined;
}

/** When this page began to live; another number is another page. */
export const birth = (page: Page) => page.evaluate(() => performance.timeOrigin);

export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Has the service show a canned view, and waits until it stands. */
export async function show(page: Page, view: string): Promise<void> {
  await fetch(`${address}dev/show?view=${view}`, { method: "POST" });
  await page.locator(`[data-step=${kindOf(view)}]`).waitFor();
  await page.waitForTimeout(STILL_MS);
}

/** Proves rules one after another, each in a fresh window; ends the process with `N passed, N failed`. */
export async function prove(rules: Readonly<Record<string, Rule>>): Promise<never> {
  await startService();
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
  let failed = 0;
  let passed = 0;
  const only = process.argv.find((one) => one.startsWith("--only="))?.slice("--only=".length) ?? "";
  for (const [rule, holds] of Object.entries(rules).filter(([name]) => name.includes(only))) {
    await fetch(`${address}dev/show?view=attract`, { method: "POST" });
    const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    // The runner's compiler names functions by a helper that a page does not have.
    await page.addInitScript("globalThis.__name = (named) => named");
    try {
      await page.goto(address);
      await holds(page);
      passed += 1;
      console.log(`✓ ${rule}`);
    } catch (fault) {
      failed += 1;
      console.log(
        `✗ ${rule}\n  ${fault instanceof Error ? fault.message.split("\n").slice(0, 12).join(" ") : String(fault)}`,
      );
    }
    await context.close();
  }
  await browser.close();
  await stopService();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
