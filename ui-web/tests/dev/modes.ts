/** The ways a screen can be shown, and how a page is brought into one of them. */
import type { Page } from "playwright-core";
import type { Row } from "./pairwise.ts";

export const FACTORS = {
  turn: ["portrait", "landscape"],
  language: ["zh-CN", "en", "bo"],
  size: ["standard", "large"],
  zoom: ["100", "200"],
  colours: ["standard", "contrast"],
  reach: ["standard", "low"],
  voice: ["quiet", "voice"],
} as const;

/** The way of a row without its view: what stays the same from one screen to the next. */
export const wayOf = (row: Row) =>
  Object.keys(FACTORS)
    .map((factor) => row[factor] ?? "")
    .join(".");

/** A short name: the view and whatever is not as usual. */
export function nameOf(row: Row): string {
  const modes = Object.keys(FACTORS).map((factor) => row[factor] ?? "");
  return [row["view"], ...modes.filter((mode) => !["standard", "100", "quiet"].includes(mode))].join(".");
}

export const button = (page: Page, name: string) => page.locator(`nav [data-button=${name}]`);
const mode = (page: Page, name: string) => page.locator(`nav [data-mode=${name}]`);

/** Presses what has to be pressed for the modes of a row; what is set already is left alone. */
export async function set(page: Page, row: Row): Promise<void> {
  const now = await page.evaluate((): Readonly<Record<string, string | boolean | undefined>> => ({
    ...document.documentElement.dataset,
    voice: document.querySelector("nav [data-mode=voice]")?.getAttribute("aria-pressed") === "true",
  }));
  const press = (name: string) => mode(page, name).tap();
  if ((now["size"] === "large") !== (row["size"] === "large")) await press("large");
  if ((now["contrast"] === "high") !== (row["colours"] === "contrast")) await press("contrast");
  if ((now["reach"] === "low") !== (row["reach"] === "low")) await press("low");
  if (now.voice !== (row["voice"] === "voice")) await press("voice");
  const zoom = mode(page, row["zoom"] === "200" ? "larger" : "smaller");
  while (!(await zoom.getAttribute("aria-disabled"))) await zoom.tap();
}
