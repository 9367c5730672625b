/**
 * What only a real browser can prove, on the built page with the fake service: a lost service, leaving, wiping, double
 * taps, keys, memory. Ends with `N passed, N failed`.
 */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { address, birth, button, prove, show, startService, STILL_MS, stopService, type Rule } from "./proving.ts";

/** Presses Tab until the control of this name has the focus, as whoever has only keys would. */
async function goTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press("Tab");
    const reached = await page.evaluate(
      () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
    );
    if (name.test(reached.trim())) return;
  }
  throw new Error(`no key leads to ${String(name)}`);
}

/** A WAVE file in which nothing is heard: 8 bits, 8,000 samples a second. */
function silence(seconds: number): Buffer {
  const samples = Math.round(seconds * 8_000);
  const head = Buffer.alloc(44);
  head.write("RIFF");
  head.writeUInt32LE(36 + samples, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}

const rules: Record<string, Rule> = {
  "a service that goes away covers the screen, and one that comes back ends the visit": async (page) => {
    await show(page, "review");
    const before = await birth(page);
    await stopService();
    await page.locator(".lost").waitFor({ timeout: 3_000 });
    await startService();
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
  "首页 stands at the list of services": async (page) => {
    await show(page, "review");
    await button(page, "首页").tap();
    await button(page, "回到首页").tap();
    await page.locator("[data-step=choose]").waitFor();
    assert.equal(page.url(), address);
  },
  "a masked number is seen in full while a finger holds it, and no longer": async (page) => {
    await show(page, "review");
    const hold = page.getByRole("button", { name: /按住显示/ }).first();
    await hold.dispatchEvent("pointerdown");
    await page.getByText("13812345678").waitFor();
    await hold.dispatchEvent("pointerup");
    await page.getByText("13812345678").waitFor({ state: "detached" });
  },
  "遮挡 hides the screen and keeps what was entered": async (page) => {
    await show(page, "question-phone");
    await button(page, "7").tap();
    const written = await page.locator("output").innerText();
    await button(page, "遮挡").tap();
    assert.equal(await page.locator("output").isVisible(), false);
    await page.getByRole("navigation").getByRole("button", { name: "显示" }).tap();
    assert.equal(await page.locator("output").innerText(), written);
  },
  "another language in mid-question keeps what was entered": async (page) => {
    await show(page, "question-phone");
    await button(page, "7").tap();
    const written = (await page.locator("output").innerText()).match(/\d+/)?.[0];
    await button(page, "语言").tap();
    await page.getByRole("dialog").getByRole("button", { name: "English" }).tap();
    await button(page, "Next").waitFor();
    assert.equal((await page.locator("output").innerText()).match(/\d+/)?.[0], written);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  },
  "five fast taps on 确认提交 are one answer": async (page) => {
    await show(page, "review");
    let answers = 0;
    page.on("request", (request) => (answers += request.url().endsWith("/answer") ? 1 : 0));
    await button(page, "确认提交").evaluate((pressed: HTMLElement) => {
      for (let tap = 0; tap < 5; tap++) pressed.click();
    });
    await page.waitForTimeout(600);
    assert.equal(answers, 1);
  },
  "five fast taps on a level of the rating are one answer": async (page) => {
    await show(page, "rate-level");
    let answers = 0;
    page.on("request", (request) => (answers += request.url().endsWith("/answer") ? 1 : 0));
    await button(page, "不满意").evaluate((pressed: HTMLElement) => {
      for (let tap = 0; tap < 5; tap++) pressed.click();
    });
    await page.waitForTimeout(600);
    assert.equal(answers, 1);
  },
  "every control of a question is reached by the Tab key alone": async (page) => {
    await show(page, "question-choice");
    const reached = new Set<string>();
    for (let press = 0; press < 30; press++) {
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
  "the commitment goes on once it was heard to its end, and 我已阅读 was ticked": async (page) => {
    await page.route("**/api/voice/zh-CN/letter.*", (route) =>
      route.fulfill({ contentType: "audio/wav", body: silence(0.3) }),
    );
    await show(page, "commitment");
    await button(page, "读给我听").tap();
    await page.getByText("已经听完").waitFor();
    await page.getByRole("checkbox").tap();
    await button(page, "下一步").tap();
    await page.locator("[data-step=sign]").waitFor();
  },
  "a commitment that cannot be read out is to be read": async (page) => {
    await page.route("**/api/voice/zh-CN/letter.*", (route) => route.fulfill({ status: 404 }));
    await show(page, "commitment");
    await button(page, "读给我听").tap();
    assert.match(await page.getByRole("alert").innerText(), /读不出来/);
    await page.getByRole("checkbox").tap({ force: true });
    assert.equal(await page.getByRole("checkbox").getAttribute("aria-checked"), "false");
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
  "a filing is made by keys alone, from the attract screen to the signature": async (page) => {
    const press = async (name: RegExp, key = "Enter") => {
      await page.waitForTimeout(STILL_MS);
      await goTo(page, name);
      await page.keyboard.press(key);
    };
    const on = (kind: string) => page.locator(`[data-step=${kind}]`).waitFor();
    await press(/触摸屏幕/);
    await on("choose");
    await press(/缴费明细查询/);
    await on("brief");
    await press(/^开始办理$/);
    await on("identify");
    await show(page, "identify-confirm");
    await press(/^是我$/);
    await on("question");
    await press(/在异地长期居住/);
    await show(page, "question-phone");
    for (const digit of "13812345678") await page.keyboard.press(digit);
    assert.match((await page.locator("output").innerText()).replace(/\D/g, ""), /13812345678$/);
    await press(/^下一步$/);
    await show(page, "commitment");
    while (!(await button(page, "下一页").getAttribute("aria-disabled"))) await press(/^下一页$/);
    await press(/我已阅读/, "Space");
    await press(/^下一步$/);
    await on("sign");
    await press(/^不方便手写$/);
    await page.getByRole("heading", { name: /后四位/ }).waitFor();
    const answered = page.waitForRequest((request) => request.url().endsWith("/api/journey/answer"));
    await page.waitForTimeout(STILL_MS);
    for (const digit of "1234") await page.keyboard.press(digit);
    await press(/^下一步$/);
    assert.deepEqual((await answered).postDataJSON().answer, { confirmed: "1234" });
    await on("review");
    await press(/^确认提交$/);
    await on("wait");
  },
  "a query is asked and put away by keys alone": async (page) => {
    const press = async (name: RegExp, key = "Enter") => {
      await page.waitForTimeout(STILL_MS);
      await goTo(page, name);
      await page.keyboard.press(key);
    };
    const on = (kind: string) => page.locator(`[data-step=${kind}]`).waitFor();
    await press(/触摸屏幕/);
    await on("choose");
    await press(/缴费明细查询/);
    await on("brief");
    await press(/^开始办理$/);
    await on("identify");
    await show(page, "identify-confirm");
    await press(/^是我$/);
    await show(page, "answer-many");
    await press(/查看详情/);
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await press(/^完成$/);
    await show(page, "rate-level");
    await press(/^不评价$/);
    await show(page, "goodbye-paper");
    await press(/^完成$/);
  },
  "a screen reader meets every screen of a filing as heading, content and named controls": async (page) => {
    const screens = [
      "attract",
      "choose",
      "brief",
      "identify-waiting",
      "identify-confirm",
      "question-choice",
      "question-place",
      "question-date",
      "question-phone",
      "question-text",
      "materials-list",
      "commitment",
      "sign",
      "review",
      "wait-submit",
      "result-finished",
      "paper-printed",
      "rate-level",
      "goodbye-paper",
    ];
    for (const screen of screens) {
      await show(page, screen);
      const heard = await page.locator("body").ariaSnapshot();
      assert.match(heard, /- main:/, `${screen}: no main region\n${heard}`);
      assert.match(heard, /- heading ".+" \[level=1\]/, `${screen}: no heading\n${heard}`);
      assert.match(heard, /- navigation "/, `${screen}: the bar has no name`);
      assert.doesNotMatch(heard, /- (button|checkbox)(?! ")/, `${screen}: a control without a name\n${heard}`);
      const pressed = heard.match(/- button "[^"]+"/g) ?? [];
      assert.ok(pressed.length > 3, `${screen}: no controls\n${heard}`);
    }
    await show(page, "review");
    const review = await page.locator("main").ariaSnapshot();
    assert.match(review, /请核对您填的内容[\s\S]*备案内容[\s\S]*就医地[\s\S]*江苏省苏州市/, review);
    assert.match(review, /button "确认提交"/);
  },
  "the focus stands on the heading of every new screen, and a change is told to a screen reader": async (page) => {
    for (const view of ["choose", "brief", "question-choice", "review"]) {
      await show(page, view);
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", view);
      assert.match(await page.title(), /·/);
    }
    await show(page, "wait-lookup");
    assert.ok((await page.locator("[aria-live], [role=status], [role=alert]").count()) > 0);
  },
  "the warning of the idle clock takes the focus and gives it back": async (page) => {
    await show(page, "review");
    await fetch(`${address}dev/idle?seconds=20`, { method: "POST" });
    await page.getByRole("alertdialog").waitFor();
    assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /继续办理/);
    await page.keyboard.press("Enter");
    await page.getByRole("alertdialog").waitFor({ state: "detached" });
    assert.equal(await page.locator("[data-step]").getAttribute("data-step"), "review");
  },
  "语音 explains each screen word for word, again, louder, softer, and stops": async (page) => {
    const heard: string[] = [];
    page.on("request", (request) => {
      if (/\/api\/voice\/[^/]+\/./.test(request.url())) heard.push(new URL(request.url()).pathname);
    });
    await show(page, "review");
    await button(page, "语音").tap();
    await page.getByText("请核对您填的内容。没有错").filter({ visible: true }).waitFor();
    await show(page, "question-phone");
    await page.getByText("请输入手机号，一共十一位。").filter({ visible: true }).waitFor();
    assert.ok(heard.includes("/api/voice/zh-CN/review") && heard.includes("/api/voice/zh-CN/question.phone"));
    await button(page, "再听一遍").waitFor();
    await button(page, "再听一遍").tap();
    for (let press = 0; press < 6; press++) await button(page, "小声一点").tap({ force: true });
    assert.equal(await page.getByRole("meter").getAttribute("aria-valuenow"), "20");
    await button(page, "关语音").tap();
    await page.locator(".caption").first().waitFor({ state: "detached" });
  },
  "a page that has crashed comes back at the attract screen when it is opened again": async (page) => {
    await show(page, "review");
    const crashed = page.waitForEvent("crash");
    void page.goto("chrome://crash").catch(() => undefined);
    await crashed;
    await fetch(`${address}dev/show?view=attract`, { method: "POST" });
    const fresh = await page.context().newPage();
    const asked = Date.now();
    await fresh.goto(address);
    await fresh.locator("[data-step=attract]").waitFor({ timeout: 3_000 });
    console.log(`  back after ${Date.now() - asked} ms`);
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

await prove(rules);
