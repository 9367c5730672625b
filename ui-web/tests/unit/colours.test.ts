import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/styles/tokens.css", "utf8");

/** Colours of a theme: those of the standard one, with what the theme sets itself on top. */
function theme(selector: string): Map<string, string> {
  const colours = new Map<string, string>();
  for (const wanted of [":root", selector]) {
    for (const [, name = "", body = ""] of css.matchAll(/^(:root[^{]*?)\s*\{([^}]*)\}/gm)) {
      if (name !== wanted) continue;
      for (const [, token = "", value = ""] of body.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})\b/g)) {
        colours.set(token, value);
      }
    }
  }
  return colours;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  ["ink", "paper"],
  ["ink", "surface"],
  ["ink", "sunken"],
  ["ink-soft", "paper"],
  ["ink-soft", "surface"],
  ["ink-soft", "sunken"],
  ["on-primary", "primary"],
  ["on-primary", "primary-deep"],
  ["primary-deep", "primary-soft"],
  ["primary-deep", "sunken"],
  ["success", "success-soft"],
  ["warning", "warning-soft"],
  ["danger", "danger-soft"],
] as const;
const EDGES = [
  ["edge", "surface"],
  ["edge", "paper"],
  ["primary", "surface"],
  ["primary", "paper"],
  ["focus", "paper"],
  ["focus", "surface"],
  ["danger-strong", "surface"],
] as const;

describe.each([":root", ':root[data-contrast="high"]'])("colours of %s", (selector) => {
  const colours = theme(selector);
  const of = (token: string) => colours.get(token) ?? expect.fail(`no colour ${token}`);

  it.each(TEXT)("text %s on %s reaches 7 to 1", (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(7);
  });

  it.each(EDGES)("edge %s on %s reaches 3 to 1", (edge, ground) => {
    expect(contrast(of(edge), of(ground))).toBeGreaterThanOrEqual(3);
  });
});
