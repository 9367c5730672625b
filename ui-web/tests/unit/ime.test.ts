import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { arrange } from "@/ime/arrange";
import { parseDictionary } from "@/ime/dictionary";
import { candidatesFor } from "@/ime/pinyin";
import { charactersWritten, parseStrokes } from "@/ime/strokes";
import { divide } from "@/ime/syllables";

const dictionary = parseDictionary(readFileSync("target/generated/pinyin.txt", "utf8"));
const strokes = parseStrokes(readFileSync("target/generated/strokes.txt", "utf8"));
const texts = (letters: string) => candidatesFor(letters, dictionary).map(({ text }) => text);

/** Types letters and always takes the first candidate that fits the wanted text, as a person would. */
function write(letters: string, wanted: string): { text: string; picks: number } {
  let rest = letters;
  let text = "";
  let picks = 0;
  while (rest !== "") {
    const left = wanted.slice(text.length);
    const candidate = candidatesFor(rest, dictionary).find((one) => left.startsWith(one.text));
    if (!candidate) break;
    text += candidate.text;
    rest = rest.slice(candidate.letters);
    picks += 1;
  }
  return { text, picks };
}

describe("letters are divided into syllables", () => {
  const parts = (letters: string) => divide(letters, dictionary.syllables)[0]?.map((part) => part.letters);

  it("takes whole syllables before anything else", () => {
    expect(parts("xiningshi")).toEqual(["xi", "ning", "shi"]);
    expect(parts("chengzhongqu")).toEqual(["cheng", "zhong", "qu"]);
  });

  it("knows that the same letters may be one syllable or two", () => {
    const all = divide("xian", dictionary.syllables).map((one) => one.map((part) => part.letters).join(" "));
    expect(all).toContain("xian");
    expect(all).toContain("xi an");
  });

  it("takes single letters for beginnings", () => {
    expect(parts("xns")).toEqual(["x", "n", "s"]);
  });

  it("finds nothing in letters that are no pinyin", () => {
    expect(divide("vvv", dictionary.syllables)).toEqual([]);
  });
});

describe("places, names and hospitals are written with few taps", () => {
  it.each([
    ["xining", "西宁"],
    ["chengzhongqu", "城中区"],
    ["renminyiyuan", "人民医院"],
    ["xiaoqu", "小区"],
    ["chongqing", "重庆"],
    ["sichuansheng", "四川省"],
  ])("offers %s → %s first", (letters, wanted) => {
    expect(texts(letters)[0]).toBe(wanted);
  });

  it("writes 西宁市城中区 at one go", () => {
    expect(texts("xiningshichengzhongqu")[0]).toBe("西宁市城中区");
  });

  it("writes an address in a handful of picks", () => {
    expect(write("pingjiangjiedaotaohuawuxiaoqu", "平江街道桃花坞小区")).toMatchObject({ text: "平江街道桃花坞小区" });
  });

  it.each([
    ["xn", "西宁"],
    ["xq", "小区"],
    ["yy", "医院"],
  ])("understands %s for %s among the first nine", (letters, wanted) => {
    expect(texts(letters).slice(0, 9)).toContain(wanted);
  });

  it.each([
    ["zhe", "喆"],
    ["kun", "堃"],
    ["wei", "韡"],
    ["ben", "犇"],
    ["chong", "翀"],
    ["yun", "赟"],
    ["yu", "彧"],
    ["biao", "骉"],
    ["yi", "祎"],
    ["yan", "䶮"],
  ])("knows the rare %s %s of people's names", (letters, wanted) => {
    expect(texts(letters)).toContain(wanted);
  });

  it("offers characters of a whole syllable before words it may abbreviate", () => {
    expect(texts("zhe").slice(0, 3)).toEqual(["这", "着", "者"]);
  });

  it("writes ü as v", () => {
    expect(texts("lv")).toContain("吕");
    expect(texts("nv")[0]).toBe("女");
  });

  it("never offers Latin letters", () => {
    for (const letters of ["a", "xian", "zhang", "q", "shuang"]) {
      const offered = texts(letters);
      expect(offered.length).toBeGreaterThan(0);
      expect(offered.join("")).not.toMatch(/[a-z]/i);
    }
  });

  it("offers at least nine candidates for every syllable that has as many characters", () => {
    for (const syllable of ["zhang", "wang", "li", "yang", "huang"]) {
      expect(texts(syllable).length).toBeGreaterThanOrEqual(9);
    }
  });
});

describe("whoever does not know pinyin writes strokes", () => {
  it("finds 喆 by its twelve strokes, first", () => {
    expect(charactersWritten("121251121251", strokes)[0]).toBe("喆");
  });

  it.each([
    ["䶮", "135341134"],
    ["𠅤", "41251214544"],
    ["𬭛", "3111544153254"],
  ])("finds %s, which few tables know, by its strokes", (wanted, written) => {
    expect(charactersWritten(written, strokes)[0]).toBe(wanted);
  });

  it("narrows down with every stroke", () => {
    const after = ["1", "12", "121", "1212"].map(
      (begun) => strokes.filter(([, order]) => order.startsWith(begun)).length,
    );
    expect(after).toEqual([...after].sort((a, b) => b - a));
    expect(charactersWritten("1212", strokes)).toContain("喆");
  });

  it("offers nothing before the first stroke", () => {
    expect(charactersWritten("", strokes)).toEqual([]);
  });
});

describe("candidates fit their rows", () => {
  const one = (text: string) => ({ text });

  it("shows at least nine single characters a row of the narrowest panel", () => {
    const pages = arrange([..."这着者折哲浙著遮蔗鹧褶辙辄摺悊蛰锗谪粍"].map(one), { width: 984, font: 44, rows: 1 });
    expect(pages[0]?.length).toBeGreaterThanOrEqual(9);
  });

  it("loses none and keeps their order", () => {
    const list = texts("shi").map(one);
    expect(arrange(list, { width: 984, font: 44 }).flat()).toEqual(list);
  });

  it("gives a text wider than the row a row of its own", () => {
    const pages = arrange([one("一".repeat(40)), one("二")], { width: 984, font: 44, rows: 1 });
    expect(pages.map((page) => page.length)).toEqual([1, 1]);
  });
});
