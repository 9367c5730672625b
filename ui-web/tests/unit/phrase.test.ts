import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { phraseOf } from "@/voice/phrase";
import { views } from "../dev/views/index";

/** Whatever the contract lets a step be, whether a canned view shows it or not. */
const contract = readFileSync("../kiosk-core/terminal/src/main/resources/openapi.yaml", "utf8");
const every = (step: string, property: string) => {
  const words =
    new RegExp(`\\n    ${step}:[\\s\\S]*?\\n        ${property}: \\{enum: \\[([^\\]]*)\\]`).exec(contract)?.[1] ?? "";
  return words.split(",").map((word) => word.trim());
};

const phrases = (language: string) =>
  readFileSync(`../kiosk-core/terminal/src/main/resources/voice/${language}.properties`, "utf8")
    .split("\n")
    .map((line) => line.split("=")[0]);

describe.each(["zh-CN", "en"])("the loudspeaker in %s", (language) => {
  it.each([
    ["identify", "IdentifyStep", "phase"],
    ["question", "QuestionStep", "input"],
    ["wait", "WaitStep", "doing"],
    ["paper", "PaperStep", "phase"],
  ])("has a phrase for everything %s can be", (kind, step, property) => {
    const wanted = every(step, property).map((one) => `${kind}.${one}`);
    expect(wanted.length).toBeGreaterThan(2);
    expect(phrases(language)).toEqual(expect.arrayContaining(wanted));
  });

  it.each(Object.keys(views))("has a phrase for %s", (name) => {
    const view = views[name];
    expect(view).toBeDefined();
    if (view) expect(phrases(language)).toContain(phraseOf(view()));
  });
});
