/** What people write with their fingers: places, rare names, names of several parts; and what then stands there. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { button, prove, show, type Rule } from "./proving.ts";

/** A slow finger touches once a second; half a minute is all that 西宁市城中区 may take. */
const MOST_TAPS = 30;

const written = async (page: Page) => (await page.locator("output .words").innerText()).trim();

async function tapAll(page: Page, keys: Iterable<string>): Promise<number> {
  let taps = 0;
  for (const key of keys) {
    await button(page, key).tap();
    taps += 1;
  }
  return taps;
}

/** Turns the candidates over until the wanted one is there, and picks it. */
async function pick(page: Page, wanted: string): Promise<number> {
  for (let turned = 0; ; turned++) {
    const candidate = page.getByRole("group", { name: "选字" }).getByRole("button", { name: wanted, exact: true });
    if (await candidate.isVisible()) {
      await candidate.tap();
      return turned + 1;
    }
    await button(page, "更多字").tap();
  }
}

const NAMES_OF_STROKES: Readonly<Record<string, string>> = { "1": "横", "2": "竖", "3": "撇", "4": "点", "5": "折" };

const rules: Record<string, Rule> = {
  "西宁市城中区 takes a slow finger less than half a minute, and leaves no Latin letter": async (page) => {
    await show(page, "question-text");
    const taps = (await tapAll(page, "xiningshichengzhongqu")) + (await pick(page, "西宁市城中区"));
    assert.ok(taps <= MOST_TAPS, `${taps} taps`);
    assert.equal(await written(page), "西宁市城中区");
    assert.doesNotMatch(await page.locator("output").innerText(), /[A-Za-z]/);
    console.log(`  ${taps} taps`);
  },
  "nine characters or more stand to choose from, in every way of showing the screen": async (page) => {
    for (const modes of [
      [],
      ["低位"],
      ["大字"],
      ["大字", "语音"],
      ["大字", "低位", "语音"],
      ["大字", "大一点", "语音"],
    ]) {
      await show(page, "attract");
      await show(page, "question-text");
      for (const mode of modes) await button(page, mode).tap();
      await tapAll(page, "xi");
      const keys = page.getByRole("group", { name: "选字" }).getByRole("button");
      const widths = await keys.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
      console.log(`  ${modes.join("、") || "标准"}: ${widths.length}`);
      assert.ok(widths.length >= 9, `${widths.length} candidates in ${modes}`);
      assert.ok(Math.min(...widths) >= 90, `${Math.min(...widths)} px in ${modes}`);
    }
  },
  "letters that were not turned into characters are not handed in": async (page) => {
    await show(page, "question-text");
    await tapAll(page, "xining");
    await button(page, "下一步").tap({ force: true });
    assert.match(await page.getByRole("alert").first().innerText(), /没选的字/);
    assert.equal(await page.locator("[data-step]").getAttribute("data-step"), "question");
  },
  "a name with 喆, one with 䶮 and one with 𠅤 are written by pinyin": async (page) => {
    await show(page, "question-text");
    for (const [letters, wanted] of [
      ["zhe", "喆"],
      ["yan", "䶮"],
      ["xi", "𠅤"],
    ] as const) {
      await tapAll(page, letters);
      await pick(page, wanted);
    }
    assert.equal(await written(page), "喆䶮𠅤");
  },
  "䶮 and 𠅤 are written by the strokes of their parts": async (page) => {
    await show(page, "question-text");
    await button(page, "笔画").tap();
    for (const [strokes, wanted] of [
      ["135341134", "䶮"],
      ["41251214544", "𠅤"],
    ] as const) {
      await tapAll(
        page,
        [...strokes].map((stroke) => NAMES_OF_STROKES[stroke] ?? ""),
      );
      await pick(page, wanted);
    }
    assert.equal(await written(page), "䶮𠅤");
  },
  "the dot between the parts of a name is a key, and a long name stays within its field": async (page) => {
    await show(page, "question-text");
    const parts: readonly (readonly [string, string])[] = [
      ["gesang", "格桑"],
      ["zhuoma", "卓玛"],
      ["danzeng", "丹增"],
      ["pingcuo", "平措"],
    ];
    for (const [index, [letters, word]] of parts.entries()) {
      if (index > 0) {
        await button(page, "数字").tap();
        await button(page, "·").tap();
        await button(page, "拼音").tap();
      }
      // A name that no word list knows is put together character by character.
      await tapAll(page, letters);
      const whole = page.getByRole("group", { name: "选字" }).getByRole("button", { name: word, exact: true });
      if (await whole.isVisible()) await whole.tap();
      else for (const character of word) await pick(page, character);
    }
    assert.equal(await written(page), "格桑·卓玛·丹增·平措");
    const field = await page.locator("output").evaluate((one) => [one.scrollWidth, one.clientWidth]);
    assert.ok((field[0] ?? 0) <= (field[1] ?? 0), `the field overflows: ${field.join(" in ")}`);
  },
  "each rare character is drawn by a font, not by a box": async (page) => {
    await show(page, "choose");
    const drawn = await page.evaluate(() => {
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      if (!canvas) throw new Error("no canvas");
      canvas.canvas.width = canvas.canvas.height = 80;
      const ink = (character: string) => {
        canvas.clearRect(0, 0, 80, 80);
        canvas.font = `60px ${getComputedStyle(document.body).fontFamily}`;
        canvas.fillText(character, 8, 64);
        return [...canvas.getImageData(0, 0, 80, 80).data].join();
      };
      // What no font has is drawn as the same box, or as one with its number, which is no wider.
      const unknown = ink("\u{2FFFD}");
      return ["喆", "䶮", "𠅤", "·"].map((character) => ink(character) !== unknown);
    });
    assert.deepEqual(drawn, [true, true, true, true]);
  },
};

await prove(rules);
