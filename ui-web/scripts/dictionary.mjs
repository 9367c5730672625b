/**
 * Writes what the Chinese input needs, from packages with an MIT licence: readings (pinyin-pro), words and how often
 * they are used (@node-rs/jieba), divisions of the country (@vant/area-data), orders of strokes (cnchar-order), and our
 * own vocabulary. Two text files under target/generated, loaded by the page only when somebody writes.
 *
 * pinyin.txt: first the characters of each syllable, most used first, `zhe 这着者…`; an empty line; then the words of
 * each reading, `xi'ning 西宁p喜宁c`, the letter after a word being how often it is used, a to z, logarithmic.
 * strokes.txt: `喆 121251121251`, most used first; 1 横提 2 竖 3 撇 4 点捺 5 折.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { areaList } from "@vant/area-data";
import cnchar from "cnchar";
import order from "cnchar-order";
import { pinyin, polyphonic } from "pinyin-pro";

const OUT = "target/generated";
const VOCABULARY = "src/ime/vocabulary.txt";
const SOURCES = ["scripts/dictionary.mjs", VOCABULARY, "package-lock.json"];

const made = (file) => (existsSync(`${OUT}/${file}`) ? statSync(`${OUT}/${file}`).mtimeMs : 0);
if (SOURCES.every((source) => statSync(source).mtimeMs < Math.min(made("pinyin.txt"), made("strokes.txt")))) {
  process.exit(0);
}
mkdirSync(OUT, { recursive: true });

/** Words rarer than this in the corpus of the general dictionary are left out. */
const LEAST_USED = 80;
const LONGEST_WORD = 8;
/** How often a character of rare names counts as used at least. */
const NAME_CHARACTER = 400;
const HAN = /^\p{Script=Han}+$/u;

// General words, then divisions and our vocabulary above them.
const used = new Map();
const dictionary = createRequire(import.meta.url).resolve("@node-rs/jieba/dict.txt");
const inText = new Map();
for (const line of readFileSync(dictionary, "utf8").split("\n")) {
  const [word, count] = line.split(" ");
  if (!word || !HAN.test(word)) continue;
  const times = Number(count);
  for (const character of word) inText.set(character, (inText.get(character) ?? 0) + times);
  if ([...word].length > 1 && [...word].length <= LONGEST_WORD && times >= LEAST_USED) used.set(word, times);
}
const prefer = (word, times) => {
  if (HAN.test(word) && [...word].length === 1) inText.set(word, Math.max(NAME_CHARACTER, inText.get(word) ?? 0));
  if (HAN.test(word) && [...word].length > 1) used.set(word, Math.max(times, used.get(word) ?? 0));
};
const withoutLevel = (name) => name.replace(/(特别行政区|自治区|自治州|自治县|地区|省|市|县|区|盟|旗)$/u, "");
for (const [list, times] of [
  [areaList.province_list, 60_000],
  [areaList.city_list, 30_000],
  [areaList.county_list, 6_000],
]) {
  for (const name of Object.values(list)) {
    prefer(name, times);
    if ([...withoutLevel(name)].length > 1) prefer(withoutLevel(name), times);
  }
}
for (const line of readFileSync(VOCABULARY, "utf8").split("\n")) {
  if (!line.startsWith("#")) for (const word of line.trim().split(/\s+/)) prefer(word, 12_000);
}

/**
 * Characters of names that no table of stroke orders has, by the parts they are written of, in the order of writing;
 * parts that are no characters by the classes of their strokes.
 */
const SHAPES = Object.fromEntries(
  (
    "䶮龙天 𠅤41思 𬭛钅波 𬭶钅黑 𬭳钅喜 𫟼钅达 𫓧钅夫 𫄸551熏 𫖮岂页 𬸚狱鸟 𬱖由页 𬤝45惠 𬍛王乐 𬀩日韦 𬬻钅卢 𬬭钅仑 𬞟122频 " +
    "𬘭551林 𬘘5514535 𬳵马不1 𬶍鱼它 𫍯45咸 𫍽 𫐄车兀 𫓶钅口月 𬙂551寅 𬯎52贵"
  )
    .split(" ")
    .map(([character, ...parts]) => [character, parts]),
);

const plain = (syllable) => syllable.replaceAll("ü", "v").replaceAll("ê", "e");
const SYLLABLE = /^[a-z]+$/;

// Readings of every character: the common ones of the dictionary first, then whatever the reading table knows.
const characters = new Set([...inText.keys()].sort((a, b) => inText.get(b) - inText.get(a)));
for (let code = 0x4e00; code <= 0x9fff; code++) characters.add(String.fromCodePoint(code));
for (let code = 0x3400; code <= 0x4dbf; code++) characters.add(String.fromCodePoint(code));
for (const rare of Object.keys(SHAPES)) characters.add(rare);

const readings = new Map();
const first = new Map();
for (const character of characters) {
  const found = polyphonic(character, { type: "array", toneType: "none" })[0] ?? [];
  const syllables = [...new Set(found.map(plain))].filter((syllable) => SYLLABLE.test(syllable));
  if (syllables.length > 0) readings.set(character, syllables);
}
const bySyllable = new Map();
for (const [character, syllables] of readings) {
  first.set(character, syllables[0]);
  for (const [rank, syllable] of syllables.entries()) {
    // A second reading is used far less than the first.
    const weight = (inText.get(character) ?? 0) / (rank === 0 ? 1 : 8);
    bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), [character, weight]]);
  }
}
const byUse = ([, a], [, b]) => b - a;
const characterLines = [...bySyllable]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([syllable, list]) =>
      `${syllable} ${list
        .sort(byUse)
        .map(([character]) => character)
        .join("")}`,
  );

const letter = (times) => String.fromCharCode(97 + Math.min(25, Math.floor(Math.log2(times + 1) * 1.4)));
const byReading = new Map();
for (const [word, times] of used) {
  const syllables = pinyin(word, { toneType: "none", type: "array" }).map(plain);
  if (syllables.length !== [...word].length || !syllables.every((syllable) => SYLLABLE.test(syllable))) continue;
  const key = syllables.join("'");
  byReading.set(key, [...(byReading.get(key) ?? []), [word, times]]);
}
const wordLines = [...byReading]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([key, list]) =>
      `${key} ${list
        .sort(byUse)
        .map(([word, times]) => word + letter(times))
        .join("")}`,
  );
writeFileSync(`${OUT}/pinyin.txt`, `${characterLines.join("\n")}\n\n${wordLines.join("\n")}\n`);

cnchar.use(order.default ?? order);
const CLASS = { j: 1, i: 1, f: 2, g: 2, s: 3, k: 4, l: 4, d: 4 };
function strokesOf(character) {
  const letters = cnchar.stroke(character, "order")[0];
  if (typeof letters === "string" && letters !== "") return [...letters].map((one) => CLASS[one] ?? 5).join("");
  return (SHAPES[character] ?? []).map((part) => (/\d/.test(part) ? part : strokesOf(part))).join("");
}
const strokeLines = [];
for (const character of characters) {
  const strokes = strokesOf(character);
  if (strokes !== "") strokeLines.push(`${character} ${strokes}`);
}
writeFileSync(`${OUT}/strokes.txt`, `${strokeLines.join("\n")}\n`);
console.log(`Chinese input: ${readings.size} characters, ${used.size} words, ${strokeLines.length} orders of strokes.`);
