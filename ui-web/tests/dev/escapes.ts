/**
 * Nobody gets out of the page, and nothing gets into it: gestures, key chords, dialogs, links, drag, pinch, scripts from
 * elsewhere.
 */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { address, button, prove, show, STILL_MS, type Rule } from "./proving.ts";

type Chord = [key: string, held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean; metaKey?: boolean }];

/** Key chords that would open, close, print, save, search, zoom, leave or look behind the page. */
const CHORDS: Chord[] = [
  ...["n", "t", "w", "p", "s", "o", "u", "f", "g", "h", "j", "l", "r", "a", "c", "v", "x", "+", "-", "0", "Tab"].map(
    (key): Chord => [key, { ctrlKey: true }],
  ),
  ...["i", "j", "c", "n", "t", "Delete"].map((key): Chord => [key, { ctrlKey: true, shiftKey: true }]),
  ...["F4", "ArrowLeft", "ArrowRight", "Home", "d", " "].map((key): Chord => [key, { altKey: true }]),
  ...["l", "r", "d"].map((key): Chord => [key, { metaKey: true }]),
  ...Array.from({ length: 12 }, (_, n): Chord => [`F${n + 1}`, {}]),
  ["ContextMenu", {}],
  ["BrowserBack", {}],
  ["BrowserHome", {}],
];

const SCREENS = ["attract", "choose", "question-text", "review", "sign"];

async function still(page: Page, step: string): Promise<void> {
  await page.waitForTimeout(STILL_MS);
  assert.equal(page.context().pages().length, 1, "another window has opened");
  assert.equal(page.url(), address);
  assert.equal(
    await page.evaluate(() => visualViewport?.scale),
    1,
    `zoomed to ${await page.evaluate(() => visualViewport?.scale)}`,
  );
  assert.equal(await page.evaluate(() => getSelection()?.toString()), "", "something is selected");
  assert.equal(await page.locator("[data-step]").getAttribute("data-step"), step);
}

const rules: Record<string, Rule> = {
  "no key chord reaches the browser, on any screen": async (page) => {
    for (const screen of SCREENS) {
      await show(page, screen);
      const heard = await page.evaluate(
        (chords) =>
          chords
            .filter(([key, more]) => {
              const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
              (document.activeElement ?? document.body).dispatchEvent(event);
              return !event.defaultPrevented;
            })
            .map(([key]) => key),
        CHORDS,
      );
      assert.deepEqual(heard, [], `on ${screen}`);
    }
  },
  "real keys neither leave, nor reload, nor zoom, nor open a window": async (page) => {
    await show(page, "review");
    const keys = [
      "Control+t",
      "Control+n",
      "Control+r",
      "F5",
      "Alt+ArrowLeft",
      "Control+=",
      "Control+p",
      "F1",
      "F11",
      "F12",
    ];
    for (const key of keys) await page.keyboard.press(key);
    await still(page, "review");
  },
  "long press, drag, selecting and the menu do nothing": async (page) => {
    await show(page, "review");
    const refused = await page.evaluate(() =>
      ["contextmenu", "dragstart", "drop", "selectstart", "copy", "cut", "paste", "auxclick", "gesturestart"].filter(
        (name) => {
          const event = new Event(name, { bubbles: true, cancelable: true });
          document.querySelector("h1")?.dispatchEvent(event);
          return !event.defaultPrevented;
        },
      ),
    );
    assert.deepEqual(refused, []);
    await page.mouse.move(300, 500);
    await page.mouse.down();
    await page.waitForTimeout(900);
    await page.mouse.move(700, 900, { steps: 8 });
    await page.mouse.up();
    await page.mouse.dblclick(300, 500);
    await still(page, "review");
  },
  "pinch, five fingers and swipes from the edge do nothing": async (page) => {
    await show(page, "review");
    const touch = await page.context().newCDPSession(page);
    const move = (type: "touchStart" | "touchMove" | "touchEnd", points: [number, number][]) =>
      touch.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    await move("touchStart", [
      [400, 900],
      [600, 1000],
    ]);
    for (let by = 20; by <= 300; by += 40)
      await move("touchMove", [
        [400 - by, 900 - by],
        [600 + by, 1000 + by],
      ]);
    await move("touchEnd", []);
    await move("touchStart", [
      [200, 600],
      [350, 560],
      [500, 550],
      [650, 560],
      [800, 600],
    ]);
    await move("touchMove", [
      [220, 760],
      [360, 720],
      [500, 710],
      [640, 720],
      [780, 760],
    ]);
    await move("touchEnd", []);
    await move("touchStart", [[2, 900]]);
    for (let x = 40; x <= 900; x += 80) await move("touchMove", [[x, 900]]);
    await move("touchEnd", []);
    await page.mouse.wheel(0, 600);
    await still(page, "review");
  },
  "a swipe from each edge, a long press of one finger and a resting palm do nothing": async (page) => {
    for (const screen of SCREENS) {
      await show(page, screen);
      const touch = await page.context().newCDPSession(page);
      const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
        touch.send("Input.dispatchTouchEvent", { type, touchPoints });
      const edges = [
        [1, 640, 700, 640],
        [1078, 640, 300, 640],
        [540, 1, 540, 900],
        [540, 1918, 540, 900],
      ] as const;
      for (const [fromX, fromY, toX, toY] of edges) {
        await send("touchStart", [{ x: fromX, y: fromY }]);
        for (let part = 1; part <= 8; part++)
          await send("touchMove", [{ x: fromX + ((toX - fromX) * part) / 8, y: fromY + ((toY - fromY) * part) / 8 }]);
        await send("touchEnd", []);
      }
      // A heading presses nothing, but would be selected, searched for or dragged away elsewhere.
      const heading = await page.locator("h1").first().boundingBox();
      assert.ok(heading);
      await send("touchStart", [{ x: heading.x + 20, y: heading.y + 20 }]);
      await page.waitForTimeout(1_200);
      await send("touchEnd", []);
      const palm = Array.from({ length: 9 }, (_, n) => ({ x: 420 + (n % 3) * 30, y: 300 + Math.floor(n / 3) * 30 }));
      await send("touchStart", palm);
      await send("touchEnd", []);
      await touch.detach();
      await fetch(`${address}dev/show?view=${screen}`, { method: "POST" });
      await still(page, screen.split("-")[0] ?? screen);
    }
  },
  "files dropped on the page are not opened": async (page) => {
    await show(page, "review");
    const touch = await page.context().newCDPSession(page);
    const data = { items: [], files: ["/etc/hostname"], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await touch.send("Input.dispatchDragEvent", { type, x: 500, y: 800, data });
    await still(page, "review");
  },
  "links that lead elsewhere, windows, downloads and dialogs of the browser come to nothing": async (page) => {
    await show(page, "review");
    const [dialogs, downloads, choosers, requests] = [[], [], [], []] as string[][];
    page.on("dialog", (dialog) => {
      dialogs?.push(dialog.type());
      void dialog.dismiss();
    });
    page.on("download", (download) => downloads?.push(download.url()));
    page.on("filechooser", () => choosers?.push("chooser"));
    page.on(
      "request",
      (request) =>
        /^(https?|wss?|file|chrome):/.test(request.url()) &&
        !request.url().startsWith(address) &&
        requests?.push(request.url()),
    );
    await page.evaluate(() => {
      for (const leads of [
        "view-source:/",
        "file:///etc/passwd",
        "chrome://version",
        "tel:12393",
        "mailto:a@b.invalid",
      ]) {
        const link = document.createElement("a");
        link.href = leads;
        document.body.append(link);
        link.click();
        link.remove();
      }
    });
    await still(page, "review");
    assert.deepEqual([dialogs, downloads, choosers, requests], [[], [], [], []]);
    const used = await page.evaluate(async () => {
      const texts = await Promise.all(
        [...document.scripts].filter((one) => one.src).map(async (one) => (await fetch(one.src)).text()),
      );
      return ["window.open(", "alert(", "confirm(", "prompt(", "print(", "showOpenFilePicker", "serviceWorker"].filter(
        (call) => texts.some((text) => new RegExp(`(^|[^.\\w])${call.replace(/[.(]/g, "\\$&")}`).test(text)),
      );
    });
    assert.deepEqual(used, [], "the page calls what opens a window or a dialog");
  },
  "the policy of the page allows no inline code, no string as code, and nothing from elsewhere": async (page) => {
    const policy =
      (await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content"))?.split("; ") ?? [];
    assert.ok(policy.includes("default-src 'none'") && policy.includes("script-src 'self'"), policy.join("; "));
    assert.ok(policy.includes("require-trusted-types-for 'script'"), policy.join("; "));
    assert.doesNotMatch(policy.join("; "), /unsafe|https?:|data:|blob:|\*/);
    const inline = await page.evaluate(() => [
      ...[...document.scripts].filter((one) => !one.src).map((one) => one.outerHTML),
      ...[...document.querySelectorAll("*")]
        .filter((one) => one.getAttributeNames().some((name) => name.startsWith("on")))
        .map((one) => one.outerHTML.slice(0, 80)),
    ]);
    assert.deepEqual(inline, []);
    const broken = await page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), {
            once: true,
          });
          const link = document.createElement("link");
          link.rel = "stylesheet";
          link.href = "https://example.invalid/x.css";
          document.head.append(link);
        }),
    );
    assert.equal(broken, "style-src-elem");
  },
  "there is no link, no frame, no field of the browser and no file to choose": async (page) => {
    for (const screen of SCREENS) {
      await show(page, screen);
      const found = await page.evaluate(() =>
        [...document.querySelectorAll("a[href],iframe,object,embed,form,select,input[type=file]")].map(
          (one) => one.outerHTML,
        ),
      );
      assert.deepEqual(found, [], `on ${screen}`);
    }
  },
  "a visit leaves no step in the history to go back to": async (page) => {
    const before = await page.evaluate(() => history.length);
    for (const screen of SCREENS) await show(page, screen);
    await show(page, "review");
    assert.equal(await page.evaluate(() => history.length), before);
    await still(page, "review");
  },
  "no script from outside or inside a string runs, and nothing is fetched from elsewhere": async (page) => {
    await show(page, "choose");
    const refused = await page.evaluate(async () => {
      const outcome: Record<string, boolean> = {};
      // While it evaluates, the debugger itself is allowed what the page is not.
      await new Promise((later) => setTimeout(later, 0));
      const attempt = async (name: string, act: () => unknown) => {
        try {
          await act();
          outcome[name] = false;
        } catch {
          outcome[name] = true;
        }
      };
      // The function is fetched from the window so that the page itself has no use of it.
      await attempt("eval", () => (0, window.eval)("1 + 1"));
      await attempt("innerHTML", () => {
        document.createElement("div").innerHTML = "<b>x</b>";
      });
      await attempt("script", () => {
        document.createElement("script").src = "https://example.invalid/x.js";
      });
      await attempt("fetch", () => fetch("https://example.invalid/"));
      await attempt("worker", () => new Worker("https://example.invalid/w.js"));
      return outcome;
    });
    assert.deepEqual(
      Object.entries(refused).filter(([, held]) => !held),
      [],
    );
    const ran = await page.evaluate(() => {
      const inline = document.createElement("img");
      inline.setAttribute("src", "https://example.invalid/x.png");
      document.body.append(inline);
      return new Promise<boolean>((done) => {
        inline.onload = () => done(true);
        inline.onerror = () => done(false);
      });
    });
    assert.equal(ran, false, "a picture came from elsewhere");
  },
  "nothing of a visit is in storage, cache, cookies, address or title once it is over": async (page) => {
    await show(page, "review");
    await button(page, "退出").tap();
    await page.getByRole("dialog").getByRole("button", { name: "退出" }).tap();
    await page.locator("[data-step=attract]").waitFor();
    await page.waitForTimeout(STILL_MS);
    const left = await page.evaluate(async () => ({
      stored: window.localStorage.length + window.sessionStorage.length,
      databases: (await window.indexedDB.databases()).length,
      caches: (await window.caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookie: document.cookie,
      title: /\d{4,}|王/.test(document.title),
      text: /138\*|王\*/.test(document.documentElement.outerHTML),
    }));
    assert.deepEqual(left, {
      stored: 0,
      databases: 0,
      caches: 0,
      workers: 0,
      cookie: "",
      title: false,
      text: false,
    });
  },
};

await prove(rules);
