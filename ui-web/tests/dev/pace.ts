/**
 * How fast the page is at a quarter of this machine's speed: first paint, answer to a finger, what shifts. Prints the
 * figures beside their budgets; a busy machine makes them worse than they are.
 */
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";

const SLOWER = 4;
const BUDGET = { paint: 1_000, tap: 100, shift: 0 };

const server = await preview({ configFile: fileURLToPath(new URL("./vite.config.ts", import.meta.url)) });
const address = server.resolvedUrls?.local[0] ?? "http://127.0.0.1:4173/";
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
const page = await (await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true })).newPage();
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
await fetch(`${address}dev/show?view=attract`, { method: "POST" });
await page.addInitScript(() => {
  const seen = { shift: 0, taps: [] as number[] };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  addEventListener(
    "pointerdown",
    (event) => {
      requestAnimationFrame(() => requestAnimationFrame(() => seen.taps.push(performance.now() - event.timeStamp)));
    },
    { capture: true },
  );
});
await page.goto(address);
await page.locator("[data-step=attract]").waitFor();
await page.waitForTimeout(1_500);
const paint = await page.evaluate(
  () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
);
for (const view of ["choose", "question-choice", "question-phone", "review", "answer-many"]) {
  await fetch(`${address}dev/show?view=${view}`, { method: "POST" });
  await page.waitForTimeout(1_500);
  await page.locator(".content button:visible").first().tap();
  await page.waitForTimeout(800);
}
type Seen = { shift: number; taps: number[] };
const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
await browser.close();
await server.close();

const figures: [string, number, number, string][] = [
  ["first paint", paint, BUDGET.paint, "ms"],
  ["slowest answer to a finger", Math.max(...seen.taps), BUDGET.tap, "ms"],
  ["layout shift", seen.shift, BUDGET.shift, ""],
];
for (const [name, figure, budget, unit] of figures)
  console.log(
    `${name}: ${Math.round(figure * 1000) / 1000} ${unit} (budget ${budget})${figure > budget ? "  OVER" : ""}`,
  );
process.exit(0);
