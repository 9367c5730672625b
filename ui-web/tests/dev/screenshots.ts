/**
 * Shows every canned view of the built page in Chromium, keeps a picture of each under target/screens, and measures
 * what a machine can (a contact sheet of all pictures is target/screens/index.html): axe, target sizes and gaps, text sizes, leaks, words of another language, errors on the console.
 * Arguments: names of views (all without), --size=standard|large, --turn=portrait|landscape,
 * --mode=plain,contrast,low (plain without), --language=zh-CN,en,bo (zh-CN without).
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { preview } from "vite";
import { views } from "./views.ts";

/** What lies over a screen: the view below it, and how it comes. */
const OVERLAYS: Record<string, { view: string; bring: (page: Page) => Promise<unknown> }> = {
  "over-idle": { view: "review", bring: () => fetch(`${address}dev/idle?seconds=28`, { method: "POST" }) },
  "over-help": { view: "brief", bring: (page) => page.getByRole("button", { name: "帮助" }).tap() },
  "over-exit": { view: "question-phone", bring: (page) => page.getByRole("button", { name: "退出" }).tap() },
  "over-home": { view: "review", bring: (page) => page.getByRole("button", { name: "首页" }).tap() },
  "over-law": { view: "brief", bring: openLaw },
  "over-detail": { view: "answer-many", bring: (page) => page.locator("button.row").first().tap() },
  "over-problem": {
    view: "review",
    bring: async (page) => {
      await fetch(`${address}dev/refuse`, { method: "POST" });
      await page.getByRole("button", { name: "确认提交" }).tap();
    },
  },
  "over-device-away": {
    view: "identify-waiting",
    bring: () => fetch(`${address}dev/devices?away=ss-card`, { method: "POST" }),
  },
};

const option = (name: string) => process.argv.find((one) => one.startsWith(`--${name}=`))?.split("=")[1];
const wanted = process.argv.slice(2).filter((one) => !one.startsWith("--"));
const names = [...Object.keys(views), ...Object.keys(OVERLAYS)].filter(
  (name) => wanted.length === 0 || wanted.includes(name),
);
const sizes = ["standard", "large"].filter((one) => (option("size") ?? one) === one);
/** Modes beside size and orientation: names of the buttons that switch them on. */
const MODES: Record<string, string[]> = { plain: [], contrast: ["高对比"], low: ["低位"] };
const modes = Object.keys(MODES).filter((one) => (option("mode") ?? "plain").split(",").includes(one));
const tongues = ["zh-CN", "en", "bo"].filter((one) => (option("language") ?? "zh-CN").split(",").includes(one));
const turns = ["portrait", "landscape"].filter((one) => (option("turn") ?? one) === one);

const target = fileURLToPath(new URL("../../target/screens/", import.meta.url));
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
  ],
});

function contactSheet(): string {
  const pictures = readdirSync(target).filter((file) => file.endsWith(".png"));
  const figures = pictures.map(
    (file) => `<figure><img src="${file}" loading="lazy"><figcaption>${file}</figcaption></figure>`,
  );
  const style = "body{display:flex;flex-wrap:wrap;gap:16px;font:14px sans-serif}img{height:480px}figure{margin:0}";
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${figures.join("")}`;
}

async function openLaw(page: Page): Promise<void> {
  const law = page.getByRole("button", { name: "设定依据" });
  while (!(await law.isVisible())) await page.getByRole("button", { name: "下一页" }).tap();
  await law.tap();
}

let faults = 0;
let screens = 0;
for (const turn of turns) {
  const viewport = turn === "portrait" ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 };
  for (const size of sizes) {
    for (const mode of modes) {
      // Low reach is for upright glass only.
      if (turn === "landscape" && mode === "low") continue;
      const context = await browser.newContext({ viewport, hasTouch: true, locale: "zh-CN" });
      const page = await context.newPage();
      let where = "";
      page.on(
        "console",
        (message) =>
          message.type() === "error" && !/status of 400/.test(message.text()) && report(where, message.text()),
      );
      page.on("pageerror", (error) => report(where, error.message));
      page.on("request", (request) => request.url().startsWith(address) || report(where, request.url()));
      for (const [name, tongue] of names.flatMap((name) => tongues.map((tongue) => [name, tongue] as const))) {
        where = [name, turn, size, mode, tongue].filter((part) => part !== "plain" && part !== "zh-CN").join(".");
        await fetch(`${address}dev/show?view=${OVERLAYS[name]?.view ?? name}`, { method: "POST" });
        await page.goto(address);
        await page.locator("[data-step]").waitFor();
        const switches = [...(size === "large" ? ["大字"] : []), ...(MODES[mode] ?? [])];
        for (const button of switches) await page.getByRole("button", { name: button, exact: true }).tap();
        await OVERLAYS[name]?.bring(page);
        if (tongue !== "zh-CN") {
          await fetch(`${address}api/journey/language`, { method: "POST", body: JSON.stringify({ language: tongue }) });
        }
        await page.waitForTimeout(500);
        await page.screenshot({ path: `${target}${where}.png`, animations: "disabled" });
        for (const fault of await judge(page, size === "large" ? 104 : 80, size === "large" ? 42 : 28)) {
          report(where, fault);
        }
        if (name === "over-device-away") await fetch(`${address}dev/devices`, { method: "POST" });
        screens += 1;
      }
      await context.close();
    }
  }
}
await browser.close();
await server.close();
writeFileSync(`${target}index.html`, contactSheet());
console.log(`${screens} screens, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);

function report(where: string, what: string): void {
  faults += 1;
  console.log(`${where}: ${what}`);
}

async function judge(page: Page, least: number, text: number): Promise<string[]> {
  await page.evaluate(axe);
  await page.evaluate(judgement);
  return page.evaluate<string[]>(`judge(${least}, ${text})`);
}
