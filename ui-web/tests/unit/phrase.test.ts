import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { phraseOf } from "@/voice/phrase";
import { views } from "../dev/views";

const phrases = (language: string) =>
  readFileSync(`../kiosk-core/terminal/src/main/resources/voice/${language}.properties`, "utf8")
    .split("\n")
    .map((line) => line.split("=")[0]);

describe.each(["zh-CN", "en"])("the loudspeaker in %s", (language) => {
  it.each(Object.keys(views))("has a phrase for %s", (name) => {
    const view = views[name];
    expect(view).toBeDefined();
    if (view) expect(phrases(language)).toContain(phraseOf(view()));
  });
});
