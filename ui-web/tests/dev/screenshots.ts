/**
 * Looks at every screen as a machine can: axe, contrast, sizes and gaps of targets and text, leaks, foreign words, what
 * is cut or lies beyond the edge, the line of reach; and takes a picture of each for a contact sheet. Reads the built
 * page; run through `npm run review`.
 *
 * Without --all, every screen comes in each mode and any two modes come together at least once (pairwise); with it, all
 * combinations. Names of views narrow it; so do --turn, --size, --zoom, --colours, --reach, --voice and --language, each
 * with its values separated by commas.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { preview } from "vite";
import { all, pairwise, type Row } from "./pairwise.ts";
import { views } from "./views.ts";

/** What lies over a screen: the view below it, and how it comes. */
const OVERLAYS: Record<string, { view: string; bring: (page: Page) => Promise<unknown> }> = {
  "over-idle": { view: "review", bring: () => fetch(`${address}dev/idle?seconds=28`, { method: "POST" }) },
  "over-help": { view: "brief", bring: (page) => bar(page, "help") },
  "over-exit": { view: "question-phone", bring: (page) => bar(page, "exit") },
  "over-home": { view: "review", bring: (page) => bar(page, "home") },
  "over-language": { view: "choose", bring: (page) => bar(page, "language") },
  "over-cover": { view: "answer-many", bring: (page) => bar(page, "cover") },
  "over-law": { view: "brief", bring: openLaw },
  "over-detail": { view: "answer-many", bring: (page) => page.locator("button.row").first().tap() },
  "over-problem": {
    view: "review",
    bring: async (page) => {
      await fetch(`${address}dev/refuse`, { method: "POST" });
      await page.locator(".primary button.primary").tap();
    },
  },
  "over-device-away": {
    view: "identify-waiting",
    bring: () => fetch(`${address}dev/devices?away=ss-card`, { method: "POST" }),
  },
};

const FACTORS = {
  language: ["zh-CN", "en", "bo"],
  turn: ["portrait", "landscape"],
  size: ["standard", "large"],
  zoom: ["100", "200"],
  colours: ["standard", "contrast"],
  reach: ["standard", "low"],
  voice: ["quiet", "voice"],
} as const;

/** Low reach is for upright glass only. */
const possible = (row: Row) => row["turn"] !== "landscape" || row["reach"] !== "low";

const given = process.argv.slice(2);
const option = (name: string) => given.find((one) => one.startsWith(`--${name}=`))?.split("=")[1];
const wanted = given.filter((one) => !one.startsWith("--"));
const names = [...Object.keys(views), ...Object.keys(OVERLAYS)].filter(
  (name) => wanted.length === 0 || wanted.includes(name),
);
const factors = Object.fromEntries(
  Object.entries(FACTORS).map(([name, values]) => {
    const only = option(name)?.split(",");
    return [name, values.filter((value) => !only || only.includes(value))];
  }),
);
const rows = given.includes("--all")
  ? all({ view: names, ...factors }).filter(possible)
  : pairwise({ view: names, ...factors }, possible);

const target = fileURLToPath(new URL("../../target/screens/", import.meta.url));
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const judgement = readFileSync(fileURLToPath(new URL("./judge.js", import.meta.url)), "utf8");

const server = await preview({ configFile: fileURLToPath(new URL("./vite.config.ts", import.meta.url)) });
const address = server.resolvedUrls?.local[0] ?? "http://127.0.0.1:4173/";
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
  ],
});

async function bar(page: Page, button: string): Promise<void> {
  await page.locator(`nav [data-button=${button}]`).tap();
}

async function openLaw(page: Page): Promise<void> {
  const law = page.locator("button.law");
  while (!(await law.isVisible())) await page.locator(".pager button").last().tap();
  await law.tap();
}

let faults = 0;
function report(where: string, what: string): void {
  faults += 1;
  console.log(`${where}: ${what}`);
}

function nameOf(row: Row): string {
  const modes = Object.keys(FACTORS).map((factor) => row[factor] ?? "");
  return [row["view"], ...modes.filter((mode) => !["standard", "100", "quiet"].includes(mode))].join(".");
}

async function set(page: Page, row: Row): Promise<void> {
  const press = (mode: string) => page.locator(`nav [data-mode=${mode}]`).tap();
  if (row["size"] === "large") await press("large");
  if (row["colours"] === "contrast") await press("contrast");
  if (row["reach"] === "low") await press("low");
  if (row["voice"] === "voice") await press("voice");
  if (row["zoom"] === "200")
    while (!(await page.locator("nav [data-mode=larger]").getAttribute("aria-disabled"))) await press("larger");
}

async function look(page: Page, row: Row): Promise<void> {
  const where = nameOf(row);
  const name = row["view"] ?? "";
  const language = row["language"] ?? "";
  // A page that sees its visit end drops itself, and would do so in the middle of going on.
  await page.goto("about:blank");
  await fetch(`${address}dev/show?view=${OVERLAYS[name]?.view ?? name}`, { method: "POST" });
  await page.goto(address);
  await page.locator("[data-step]").waitFor();
  await fetch(`${address}api/journey/language`, { method: "POST", body: JSON.stringify({ language }) });
  await page.waitForFunction((tag) => document.documentElement.lang === tag, language);
  await set(page, row);
  await page.waitForTimeout(350);
  await OVERLAYS[name]?.bring(page);
  await page.waitForTimeout(350);
  await page.screenshot({ path: `${target}${where}.jpg`, animations: "disabled", type: "jpeg", quality: 70 });
  const large = row["size"] === "large";
  await page.evaluate(axe);
  await page.evaluate(judgement);
  for (const fault of await page.evaluate<string[]>(`judge(${large ? 104 : 80}, ${large ? 42 : 28})`))
    report(where, fault);
  if (name === "over-device-away") await fetch(`${address}dev/devices`, { method: "POST" });
}

for (const turn of FACTORS.turn) {
  const viewport = turn === "portrait" ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 };
  const context = await browser.newContext({ viewport, hasTouch: true, locale: "zh-CN" });
  const page = await context.newPage();
  let where = "";
  page.on(
    "console",
    (message) => message.type() === "error" && !/status of 400/.test(message.text()) && report(where, message.text()),
  );
  page.on("pageerror", (error) => report(where, error.message));
  page.on("request", (request) => request.url().startsWith(address) || report(where, request.url()));
  for (const row of rows.filter((row) => row["turn"] === turn)) {
    where = nameOf(row);
    await look(page, row).catch((error: unknown) => report(where, String(error).split("\n")[0] ?? ""));
  }
  await context.close();
}
await browser.close();
await server.close();

const figures = readdirSync(target).map(
  (file) => `<figure><img src="${file}" loading="lazy"><figcaption>${file}</figcaption></figure>`,
);
const style = "body{display:flex;flex-wrap:wrap;gap:16px;font:14px sans-serif}img{height:480px}figure{margin:0}";
writeFileSync(
  `${target}index.html`,
  `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${figures.join("")}`,
);
console.log(`${rows.length} screens, ${faults} faults; pictures in ${target}index.html`);
process.exit(faults === 0 ? 0 : 1);
