/**
 * What only a real browser can prove, on the built page with the fake service: a lost service, leaving, wiping, double
 * taps, keys, writing Chinese, memory. Ends with `N passed, N failed`.
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { preview, type PreviewServer } from "vite";

const PORT = 4391;
const address = `http://127.0.0.1:${PORT}/`;
const configFile = fileURLToPath(new URL("./vite.config.ts", import.meta.url));
const serve = () => preview({ configFile, preview: { port: PORT, strictPort: true } });

let server: PreviewServer = await serve();
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});

/** Longer than the moment in which fingers are held off after a new screen. */
const STILL_MS = 450;
const birth = (page: Page) => page.evaluate(() => performance.timeOrigin);
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function show(page: Page, view: string): Promise<void> {
  const kind = view.split("-")[0] ?? view;
  await fetch(`${address}dev/show?view=${view}`, { method: "POST" });
  await page.locator(`[data-step=${kind}]`).waitFor();
  await page.waitForTimeout(STILL_MS);
}

const rules: Record<string, (page: Page) => Promise<void>> = {
  "a service that goes away covers the screen, and one that comes back ends the visit": async (page) => {
    await show(page, "review");
    const before = await birth(page);
    await server.close();
    await page.locator(".lost").waitFor();
    server = await serve();
    await page.locator("[data-step=attract]").waitFor({ timeout: 8_000 });
    await page.locator(".lost").waitFor({ state: "detached" });
    await page.waitForTimeout(STILL_MS);
    assert.notEqual(await birth(page), before, "the page was not dropped");
  },
  "leaving drops the page and leaves nothing in address, storage or history": async (page) => {
    await show(page, "review");
    const [before, steps] = [await birth(page), await page.evaluate(() => history.length)];
    await button(page, "退出").tap();
    await page.getByRole("dialog").getByRole("button", { name: "退出" }).tap();
    await page.locator("[data-step=attract]").waitFor();
    await page.waitForTimeout(STILL_MS);
    assert.notEqual(await birth(page), before, "the page was not dropped");
    assert.equal(page.url(), address);
    assert.deepEqual(
      await page.evaluate(() => [
        window.localStorage.length,
        window.sessionStorage.length,
        document.cookie,
        history.length,
      ]),
      [0, 0, "", steps],
    );
  },
  "首页 drops the page and stands at the list of services": async (page) => {
    await show(page, "review");
    const before = await birth(page);
    await button(page, "首页").tap();
    await button(page, "回到首页").tap();
    await page.locator("[data-step=choose]").waitFor();
    assert.notEqual(await birth(page), before, "the page was not dropped");
    assert.equal(page.url(), address);
  },
  "five fast taps on 确认提交 are one answer": async (page) => {
    await show(page, "review");
    let answers = 0;
    page.on("request", (request) => (answers += request.url().endsWith("/answer") ? 1 : 0));
    const box = await button(page, "确认提交").boundingBox();
    assert.ok(box);
    for (let tap = 0; tap < 5; tap++) await page.touchscreen.tap(box.x + 40, box.y + 40);
    await page.waitForTimeout(600);
    assert.equal(answers, 1);
  },
  "every control of a question is reached by the Tab key alone": async (page) => {
    await show(page, "question-choice");
    const reached = new Set<string>();
    for (let press = 0; press < 14; press++) {
      await page.keyboard.press("Tab");
      reached.add(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ""));
    }
    const names = await page.locator("button:visible").allInnerTexts();
    const missing = names.map((name) => name.replaceAll("\n", "")).filter((name) => !reached.has(name));
    assert.deepEqual(missing, []);
  },
  "the keys of a dialog stay in it, and Esc is the harmless answer": async (page) => {
    await show(page, "review");
    await button(page, "退出").tap();
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press("Tab");
      const outside = await page.evaluate(() => document.activeElement?.matches("button:not(dialog *)"));
      assert.ok(!outside, "a control behind the dialog took the focus");
    }
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    assert.equal(await page.locator("[data-step]").getAttribute("data-step"), "review");
  },
  "西宁市城中区 and 喆 are written with fingers, and no Latin letter reaches the field": async (page) => {
    await show(page, "question-text");
    for (const letter of "xiningshichengzhongqu") await button(page, letter).tap();
    await button(page, "西宁市城中区").tap();
    for (const letter of "zhe") await button(page, letter).tap();
    await button(page, "喆").tap();
    const written = await page.locator("output .words").innerText();
    assert.equal(written.trim(), "西宁市城中区喆");
  },
  "the commitment goes on only after its end was seen and 我已阅读 was ticked": async (page) => {
    await show(page, "commitment");
    await button(page, "下一步").tap({ force: true });
    assert.match(await page.getByRole("alert").innerText(), /看完全文/);
    await page.waitForTimeout(STILL_MS);
    while (!(await button(page, "下一页").getAttribute("aria-disabled"))) await button(page, "下一页").tap();
    await button(page, "下一步").tap({ force: true });
    assert.match(await page.getByRole("alert").innerText(), /勾选/);
    await page.getByRole("checkbox").tap();
    await button(page, "下一步").tap();
    await page.locator("[data-step=sign]").waitFor();
  },
  "a scribble too short is no signature": async (page) => {
    await show(page, "sign");
    const box = await page.locator("canvas").boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 100, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 140, box.y + 110);
    await page.mouse.up();
    await button(page, "下一步").tap({ force: true });
    assert.match(await page.getByRole("alert").innerText(), /签名太短/);
    assert.equal(await page.locator("[data-step]").getAttribute("data-step"), "sign");
  },
  "modes end with the visit": async (page) => {
    await show(page, "brief");
    for (const mode of ["大字", "高对比", "低位"]) await button(page, mode).tap();
    assert.equal(await page.evaluate(() => document.documentElement.dataset["contrast"]), "high");
    await fetch(`${address}dev/show?view=attract`, { method: "POST" });
    await page.waitForFunction(() => document.documentElement.dataset["contrast"] === "standard");
    assert.equal(await page.evaluate(() => document.documentElement.dataset["size"]), "standard");
  },
  "memory stays flat over 200 visits": async (page) => {
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send("HeapProfiler.collectGarbage");
      return (await session.send("Runtime.getHeapUsage")).usedSize;
    };
    const visit = async () => {
      for (const view of ["choose", "review", "question-text", "attract"])
        await fetch(`${address}dev/show?view=${view}`, { method: "POST" });
      await page.waitForTimeout(60);
    };
    for (let times = 0; times < 5; times++) await visit();
    await page.waitForTimeout(STILL_MS);
    const before = await heap();
    for (let times = 0; times < 200; times++) await visit();
    await page.waitForTimeout(STILL_MS);
    const grown = ((await heap()) - before) / 1024 / 1024;
    console.log(`  heap grew by ${grown.toFixed(2)} MB`);
    assert.ok(grown < 5);
  },
};

let failed = 0;
for (const [rule, prove] of Object.entries(rules)) {
  await fetch(`${address}dev/show?view=attract`, { method: "POST" });
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto(address);
  try {
    await prove(page);
    console.log(`✓ ${rule}`);
  } catch (fault) {
    failed += 1;
    console.log(`✗ ${rule}\n  ${fault instanceof Error ? fault.message.split("\n")[0] : String(fault)}`);
  }
  await context.close();
}
await browser.close();
await server.close();
console.log(`${Object.keys(rules).length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
