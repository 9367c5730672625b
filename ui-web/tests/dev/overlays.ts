/** What can lie over a screen: the view below it, how it comes, and how it goes where a new screen does not end it. */
import type { Page } from "playwright-core";
import { button } from "./modes.ts";

export interface Overlay {
  readonly view: string;
  /** What stands on the page once it lies there; a dialog where nothing else is named. */
  readonly shown?: string;
  bring(page: Page, address: string): Promise<unknown>;
  take?(page: Page, address: string): Promise<unknown>;
}

const post = (address: string, path: string) => fetch(`${address}dev/${path}`, { method: "POST" });

async function openLaw(page: Page): Promise<void> {
  const law = page.locator("button.law");
  while (!(await law.isVisible())) await page.locator(".pager button").last().tap();
  await law.tap();
}

async function openSearch(page: Page): Promise<void> {
  await page.locator(".primary button").tap();
  for (const letter of "yidi") await page.locator(".panel .key", { hasText: letter }).first().tap();
}

export const OVERLAYS: Readonly<Record<string, Overlay>> = {
  "over-idle": {
    view: "review",
    bring: (_page, address) => post(address, "idle?seconds=28"),
  },
  "over-help": { view: "brief", bring: (page) => button(page, "help").tap() },
  "over-exit": { view: "question-phone", bring: (page) => button(page, "exit").tap() },
  "over-home": { view: "review", bring: (page) => button(page, "home").tap() },
  "over-language": { view: "choose", bring: (page) => button(page, "language").tap() },
  "over-cover": {
    view: "answer-many",
    shown: "main.cover",
    bring: (page) => button(page, "cover").tap(),
    take: (page) => button(page, "cover").tap(),
  },
  "over-law": { view: "brief", bring: openLaw },
  "over-detail": { view: "answer-many", bring: (page) => page.locator("button.row").first().tap() },
  "over-sign": { view: "sign", shown: "main output", bring: (page) => page.locator(".middle button").first().tap() },
  "over-search": {
    view: "choose",
    shown: ".found > *",
    bring: openSearch,
    take: (page) => page.locator(".primary button").tap(),
  },
  "over-problem": {
    view: "review",
    bring: async (page, address) => {
      await post(address, "refuse");
      await page.locator(".primary button.primary").tap();
    },
    take: (page) => page.locator("dialog button").last().tap(),
  },
  "over-device-away": {
    view: "identify-waiting",
    shown: ".panel.away",
    bring: (_page, address) => post(address, "devices?away=ss-card"),
    take: (_page, address) => post(address, "devices"),
  },
};
