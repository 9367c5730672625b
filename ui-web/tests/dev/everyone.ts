/**
 * What whoever sits, hears the page, has only keys or is made sick by motion meets: the line of reach of a measured
 * panel, nothing that moves, keys in another language, changes that are told.
 */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { address, button, prove, show, STILL_MS, type Rule } from "./proving.ts";

/** As high as somebody reaches from a wheelchair, in mm above the floor. */
const REACH = 1_220;

/** A panel as it hangs: CSS pixels, and in mm the height of its picture and of the lower edge above the floor. */
interface Panel {
  readonly glass: { readonly width: number; readonly height: number };
  readonly height: number;
  readonly lowerEdge: number;
}

/** 43 inches upright: the lower 52 % lie within reach. */
const UPRIGHT: Panel = { glass: { width: 1080, height: 1920 }, height: 952, lowerEdge: 725 };
/** 43 inches across, as high as such a panel may hang: the lower 74 % lie within reach. */
const ACROSS: Panel = { glass: { width: 1920, height: 1080 }, height: 535, lowerEdge: 826 };

const SCREENS = [
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

/** The catalogue as the service of a terminal with this panel answers it. */
async function measured(page: Page, { glass, height, lowerEdge }: Panel): Promise<void> {
  const share = (REACH - lowerEdge) / height;
  await page.setViewportSize(glass);
  await page.route("**/api/catalog?*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), withinReach: share } });
  });
  await page.reload();
}

/** In millimetres above the floor: the upper edge of each control that lies higher than a sitting person reaches. */
const tooHigh = (page: Page, panel: Panel) =>
  page.evaluate(
    ({ height, lowerEdge, reach }) => {
      const dialog = document.querySelector("dialog[open]");
      return [...document.querySelectorAll<HTMLElement>("button, input, canvas, [role=checkbox]")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && (!dialog || dialog.contains(one)))
        .filter((one) => one.getBoundingClientRect().height > 1)
        .map((one) => {
          const edge = lowerEdge + (1 - one.getBoundingClientRect().top / innerHeight) * height;
          return { edge, name: one.textContent?.trim().slice(0, 12) ?? "" };
        })
        .filter(({ edge }) => edge > reach + 1)
        .map(({ edge, name }) => `${name} at ${Math.round(edge)} mm`);
    },
    { ...panel, reach: REACH },
  );

/** What lies out of reach in 低位模式 on this panel, on any screen, in the usual size and in 大字. */
async function outOfReach(page: Page, panel: Panel): Promise<string[]> {
  await measured(page, panel);
  await page.locator("[data-step=attract]").waitFor();
  const high: string[] = [];
  for (const large of [false, true]) {
    await show(page, "brief");
    await button(page, large ? "大字" : "低位").tap();
    for (const screen of SCREENS) {
      await show(page, screen);
      high.push(...(await tooHigh(page, panel)).map((one) => `${screen}${large ? " large" : ""}: ${one}`));
    }
  }
  await button(page, "帮助").tap();
  await page.getByRole("dialog").waitFor();
  high.push(...(await tooHigh(page, panel)).map((one) => `help: ${one}`));
  return high;
}

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

const rules: Record<string, Rule> = {
  "on an upright panel of 43 inches every control of 低位模式 lies below 1,220 mm, also with large text": async (
    page,
  ) => {
    assert.deepEqual(await outOfReach(page, UPRIGHT), []);
  },
  "on a panel of 43 inches across that hangs as high as it may, so does every control": async (page) => {
    assert.deepEqual(await outOfReach(page, ACROSS), []);
  },
  "低位 itself lies where a sitting person reaches it before it is on": async (page) => {
    for (const panel of [UPRIGHT, ACROSS]) {
      await measured(page, panel);
      await show(page, "choose");
      const top = (await button(page, "低位").boundingBox())?.y ?? 0;
      const edge = panel.lowerEdge + (1 - top / panel.glass.height) * panel.height;
      assert.ok(edge < REACH, `${Math.round(edge)} mm`);
    }
  },
  "nothing moves for whoever asks for no motion": async (page) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const moving: string[] = [];
    for (const screen of ["attract", ...SCREENS]) {
      await show(page, screen);
      const found = await page.evaluate(() =>
        document
          .getAnimations()
          .filter((one) => one.playState === "running")
          .map((one) => {
            const { duration, iterations } = one.effect?.getComputedTiming() ?? {};
            return { moves: Number(duration) > 1 || iterations === Infinity, of: one.effect as KeyframeEffect | null };
          })
          .filter(({ moves }) => moves)
          .map(({ of }) => of?.target?.className.toString() ?? ""),
      );
      moving.push(...found.map((one) => `${screen}: ${one}`));
    }
    assert.deepEqual(moving, []);
  },
  "a page that asks for motion has some, so that its absence means something": async (page) => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await show(page, "identify-waiting");
    assert.ok((await page.evaluate(() => document.getAnimations().length)) > 0);
  },
  "the language is changed by keys, and the journey goes on by keys in it with what was entered": async (page) => {
    await show(page, "question-phone");
    for (const digit of "139") await page.keyboard.press(digit);
    await goTo(page, /^语言$/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.waitForTimeout(STILL_MS);
    await goTo(page, /^English$/);
    await page.keyboard.press("Enter");
    await page.locator("html[lang=en]").waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    for (const digit of "12345678") await page.keyboard.press(digit);
    assert.match((await page.locator("output").innerText()).replace(/\D/g, ""), /13912345678$/);
    await page.waitForTimeout(STILL_MS);
    await goTo(page, /^Next$/);
    const answered = page.waitForRequest((request) => request.url().endsWith("/api/journey/answer"));
    await page.keyboard.press("Enter");
    await answered;
  },
  "after every step the focus is on its heading, so that keys and a screen reader begin there": async (page) => {
    for (const screen of SCREENS) {
      await show(page, screen);
      const at = await page.evaluate(() => document.activeElement?.tagName);
      assert.equal(at, "H1", screen);
    }
  },
  "an error, a refusal and a text that changes while waiting are told to a screen reader": async (page) => {
    await show(page, "question-phone");
    await button(page, "下一步").tap({ force: true });
    await page.getByRole("alert").first().waitFor();
    await show(page, "review");
    await fetch(`${address}dev/refuse`, { method: "POST" });
    await button(page, "确认提交").tap();
    const told = page.getByRole("alertdialog");
    await told.waitFor();
    assert.match(await told.innerText(), /连不上医保系统/);
    await page.keyboard.press("Escape");
    for (const waits of ["wait-submit", "wait-lookup"]) {
      await show(page, waits);
      assert.ok((await page.locator("main :is([role=status], [aria-live])").count()) > 0, waits);
    }
  },
};

await prove(rules);
