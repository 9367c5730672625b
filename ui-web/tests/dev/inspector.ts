/** One window on the built page with a fake service of its own, brought from screen to screen and judged on each. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, CDPSession, Page, Request } from "playwright-core";
import { preview, type PreviewServer } from "vite";
import { set, wayOf } from "./modes.ts";
import { OVERLAYS } from "./overlays.ts";
import type { Row } from "./pairwise.ts";
import { kindOf } from "./views/view.ts";

const GLASS = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1920, height: 1080 } };

/** Only a screen that never comes takes this long, however busy the machine: it is tried once more in a new window. */
const SCREEN_MS = 120_000;

/** The one answer that never ends. */
const EVENTS = "/api/events";

const source = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const configFile = fileURLToPath(new URL("./vite.config.ts", import.meta.url));

/** Where things that never move stand on this screen: name to place and size. */
export type Places = Readonly<Record<string, string>>;
export interface Found {
  readonly faults: readonly string[];
  readonly places: Places;
}

export class Inspector {
  private readonly heard: string[] = [];
  /** What the page has asked for and not yet been given. */
  private readonly awaited = new Set<Request>();
  private context: BrowserContext | undefined;
  private page: Page | undefined;
  private session: CDPSession | undefined;
  private turn = "";
  /** How the page shows its screens since it was last told; a visit that ends takes it back. */
  private way = "";

  private constructor(
    private readonly browser: () => Promise<Browser>,
    private readonly server: PreviewServer,
    private readonly address: string,
    private readonly pictures: string,
    private readonly scale: number,
  ) {}

  /**
   * @param browser the browser that runs, or another in its place once it has crashed
   * @param pictures folder for a picture of each screen
   * @param scale of the pictures
   */
  static async open(browser: () => Promise<Browser>, pictures: string, scale: number): Promise<Inspector> {
    mkdirSync(pictures, { recursive: true });
    const server = await preview({ configFile });
    return new Inspector(browser, server, server.resolvedUrls?.local[0] ?? "", pictures, scale);
  }

  async close(): Promise<void> {
    await this.drop();
    await this.server.close();
  }

  /** Brings up the screen of a row, judges it and takes its picture. */
  async look(row: Row, name: string): Promise<Found> {
    try {
      return await this.inTime(row, name);
    } catch {
      await this.drop();
    }
    try {
      return await this.inTime(row, name);
    } catch (fault) {
      await this.drop();
      return { faults: [String(fault).split("\n")[0] ?? "", ...this.heard], places: {} };
    }
  }

  private async inTime(row: Row, name: string): Promise<Found> {
    this.heard.length = 0;
    let late: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<never>((_, fail) => {
      late = setTimeout(() => fail(new Error("the screen did not come")), SCREEN_MS);
    });
    try {
      const found = await Promise.race([this.judge(row, name), limit]);
      return { ...found, faults: [...found.faults, ...this.heard] };
    } finally {
      clearTimeout(late);
    }
  }

  private async judge(row: Row, name: string): Promise<Found> {
    const wanted = row["view"] ?? "";
    const overlay = OVERLAYS[wanted];
    const view = overlay?.view ?? wanted;
    const page = await this.bring(row, view);
    await overlay?.bring(page, this.address);
    if (overlay) {
      const shown = page.locator(overlay.shown ?? "dialog[open]").first();
      await shown.waitFor({ state: "attached" });
      await this.quiet(page);
    }
    const [target, text] = row["size"] === "large" ? [104, 42] : [80, 28];
    const found = await page.evaluate<Found>(`judge(${target}, ${text}, ${JSON.stringify(row["language"])})`);
    await this.picture(name);
    if (overlay) await (overlay.take?.(page, this.address) ?? page.keyboard.press("Escape"));
    return found;
  }

  /** A page that stands on the attract screen is a fresh one; any other is brought on from where it stands. */
  private async bring(row: Row, view: string): Promise<Page> {
    const attract = view.startsWith("attract");
    if (this.page && !attract && this.way === wayOf(row)) {
      const between = kindOf(view) === "wait" ? "choose" : "wait-lookup";
      const steps = [between, view].map((one) => [kindOf(one), one]);
      await this.page.evaluate(`walked(${JSON.stringify(steps)})`);
      await this.quiet(this.page);
      return this.page;
    }
    if (!this.page || this.turn !== row["turn"])
      await this.fresh(row["turn"] === "landscape" ? "landscape" : "portrait");
    const page = this.page;
    if (!page) throw new Error("no page");
    const first = attract ? view : view === "choose" ? "brief" : "choose";
    if (attract || page.url() === "about:blank") {
      // A page that sees its visit end drops itself, and would do so in the middle of going on.
      await page.goto("about:blank");
      this.awaited.clear();
      await this.post(`dev/show?view=${first}`);
      await page.goto(this.address);
    } else {
      await this.post(`dev/show?view=${first}`);
    }
    await page.locator(`[data-step=${kindOf(first)}]`).waitFor();
    await this.speak(page, row["language"] ?? "");
    await set(page, row);
    if (!attract) {
      await this.post(`dev/show?view=${view}`);
      await page.locator(`[data-step=${kindOf(view)}]`).waitFor();
    }
    await this.quiet(page);
    this.way = attract ? "" : wayOf(row);
    return page;
  }

  private async fresh(turn: keyof typeof GLASS): Promise<void> {
    await this.drop();
    const browser = await this.browser();
    this.context = await browser.newContext({
      viewport: GLASS[turn],
      hasTouch: true,
      locale: "zh-CN",
      reducedMotion: "reduce",
    });
    const page = await this.context.newPage();
    page.setDefaultTimeout(SCREEN_MS);
    await page.addInitScript(`globalThis.__name = (named) => named;\n${axe}\n${source("./judge.js")}`);
    page.on(
      "console",
      (message) =>
        message.type() === "error" && !/status of 400/.test(message.text()) && this.heard.push(message.text()),
    );
    page.on("pageerror", (error) => this.heard.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(this.address)) this.heard.push(request.url());
      if (new URL(request.url()).pathname !== EVENTS) this.awaited.add(request);
    });
    page.on("requestfinished", (request) => this.awaited.delete(request));
    page.on("requestfailed", (request) => this.awaited.delete(request));
    this.session = await this.context.newCDPSession(page);
    this.page = page;
    this.turn = turn;
  }

  private async drop(): Promise<void> {
    const context = this.context;
    this.context = this.page = this.session = undefined;
    this.way = "";
    this.awaited.clear();
    await context?.close().catch(() => undefined);
  }

  private async speak(page: Page, language: string): Promise<void> {
    if ((await page.evaluate(() => document.documentElement.lang)) === language) return;
    await fetch(`${this.address}api/journey/language`, { method: "POST", body: JSON.stringify({ language }) });
    await page.locator(`html[lang=${language}]`).waitFor();
  }

  /** Until the page waits for nothing and everything stays where it is: dictionaries there, long lists divided. */
  private async quiet(page: Page): Promise<void> {
    for (let before = ""; ;) {
      await page.evaluate("drawn()");
      const now = await page.evaluate<string>("layout()");
      if (now === before && this.awaited.size === 0) return;
      before = now;
    }
  }

  private async picture(name: string): Promise<void> {
    const { width, height } = GLASS[this.turn === "landscape" ? "landscape" : "portrait"];
    const taken = await this.session?.send("Page.captureScreenshot", {
      format: "jpeg",
      quality: 72,
      optimizeForSpeed: true,
      clip: { x: 0, y: 0, width, height, scale: this.scale },
    });
    if (taken) writeFileSync(`${this.pictures}${name}.jpg`, Buffer.from(taken.data, "base64"));
  }

  private async post(path: string): Promise<void> {
    await fetch(`${this.address}${path}`, { method: "POST" });
  }
}
