/**
 * How fast the page is at a quarter of this machine's speed: first paint, answer to a finger, what shifts; and what 200
 * visits leave in its memory. Prints the figures beside their budgets, with --json as one line for a program; a busy
 * machine makes them worse than they are.
 */
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";

const SLOWER = 4;

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

const BUDGET = { paint: 1_000, tap: 100, shift: 0, grown: 5 };
const VISITS = 200;

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
  const seen = { shift: 0, shifted: [] as string[], taps: [] as number[] };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      if (entry.hadRecentInput) continue;
      seen.shift += entry.value;
      for (const { node } of entry.sources) seen.shifted.push(node instanceof Element ? node.className : "text");
    }
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
const stands = await page.evaluate(() => performance.now());
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
type Seen = { shift: number; shifted: string[]; taps: number[] };
const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);

await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
const visit = async () => {
  for (const view of ["choose", "review", "question-text", "attract"])
    await fetch(`${address}dev/show?view=${view}`, { method: "POST" });
  await page.waitForTimeout(60);
};
const heap = async () => {
  await page.waitForTimeout(500);
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize / 1024 / 1024;
};
for (let times = 0; times < 5; times++) await visit();
const before = await heap();
for (let times = 0; times < VISITS; times++) await visit();
const grown = (await heap()) - before;
await browser.close();
await server.close();

const figures: { name: string; figure: number; budget?: number; unit: string }[] = [
  { name: "first paint", figure: paint, budget: BUDGET.paint, unit: "ms" },
  { name: "attract screen stands", figure: stands, unit: "ms" },
  { name: "slowest answer to a finger", figure: Math.max(...seen.taps), budget: BUDGET.tap, unit: "ms" },
  { name: "layout shift", figure: seen.shift, budget: BUDGET.shift, unit: "" },
  { name: `heap growth over ${VISITS} visits`, figure: grown, budget: BUDGET.grown, unit: "MB" },
];
if (process.argv.includes("--json")) {
  console.log(JSON.stringify(figures));
} else {
  for (const { name, figure, budget, unit } of figures)
    console.log(
      `${name}: ${Math.round(figure * 1000) / 1000} ${unit}${budget === undefined ? "" : ` (budget ${budget})${figure > budget ? "  OVER" : ""}`}`,
    );
  if (seen.shifted.length > 0) console.log(`  what shifted: ${[...new Set(seen.shifted)].join(", ")}`);
}
process.exit(0);
