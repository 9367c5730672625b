/** Resolves once fonts and pictures are there and what has changed since has been laid out and measured. */
window.drawn = async () => {
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
};

/** Where everything on the page stands. */
window.layout = () =>
  [...document.body.querySelectorAll("*")]
    .map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return `${one.localName} ${[x, y, width, height].map(Math.round).join(" ")} ${getComputedStyle(one).visibility}`;
    })
    .join("\n");

/**
 * Has the service show one view after another and resolves once the last one stands; a view of another kind between two
 * makes the second a screen of its own.
 *
 * @param {string[][]} steps kind and name of each view
 */
window.walked = async (steps) => {
  for (const [kind, view] of steps) {
    await fetch(`/dev/show?view=${view}`, { method: "POST" });
    await new Promise((done) => {
      const watcher = new MutationObserver(look);
      watcher.observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ["data-step"] });
      look();
      function look() {
        if (document.querySelector(`[data-step=${kind}]`) === null) return;
        watcher.disconnect();
        done();
      }
    });
  }
};

/**
 * Runs inside the page beside axe: what a machine can say about one screen.
 *
 * @param {number} least side of a target in CSS pixels
 * @param {number} text smallest text in CSS pixels
 * @param {string} language the screen claims to speak
 * @returns one sentence per fault, and where things stand that never move
 */
window.judge = async (least, text, language) => {
  const found = [];
  // Fingers are held off for a moment on a new screen; what lies under a point is asked here all the same.
  const free = new CSSStyleSheet();
  free.replaceSync(".settling{pointer-events:auto!important}");
  document.adoptedStyleSheets = [free];
  const name = (element) => (element.textContent ?? "").trim().slice(0, 16);
  const visible = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 1 && box.height > 1 && style.visibility !== "hidden" && style.opacity !== "0";
  };

  const dialog = document.querySelector("dialog[open]");
  const reachable = (element) => !dialog || dialog.contains(element);
  const selector = "button,a[href],input,[role=checkbox],[tabindex]:not([tabindex='-1'])";
  const targets = [...document.querySelectorAll(selector)].filter((one) => visible(one) && reachable(one));
  const boxes = targets.map((one) => [one, one.getBoundingClientRect()]);
  const line = innerHeight * Number(document.documentElement.style.getPropertyValue("--above-reach") || 0.5);
  const isKey = (element) => element.closest("[data-keyboard]") !== null;
  for (const [one, box] of boxes) {
    const [width, height] = isKey(one) ? [90, 100] : [least, least];
    if (box.width < width - 0.5 || box.height < height - 0.5)
      found.push(`target ${Math.round(box.width)}×${Math.round(box.height)} ${name(one)}`);
    if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1)
      found.push(`outside the glass: ${name(one)}`);
    if (document.documentElement.dataset.reach === "low" && box.top < line - 1)
      found.push(`above the line of reach: ${name(one)} at ${Math.round(box.top)}`);
  }
  for (const [i, [one, a]] of boxes.entries()) {
    for (const [other, b] of boxes.slice(i + 1)) {
      if (one.contains(other) || other.contains(one) || one.matches(".touch") || other.matches(".touch")) continue;
      const apart = Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom);
      // Rows of a list lie against each other; each is a target by itself and high enough.
      const rows = one.matches(".row, .line") && other.matches(".row, .line");
      const need = rows ? -1 : isKey(one) && isKey(other) ? 8 : 16;
      if (apart < need - 0.5) found.push(`gap ${Math.round(apart)} between ${name(one)} and ${name(other)}`);
    }
  }

  const textBoxes = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };
  /** Whether something lies over the beginning, the middle or the end of a line; lines of other pages lie outside. */
  const hidden = ({ left, right, top, bottom }, parent) => {
    const port = parent.closest(".port")?.getBoundingClientRect();
    if (port && (bottom > port.bottom + 12 || top < port.top - 12)) return false;
    return [left + 4, (left + right) / 2, right - 4].some((x) => {
      const on = document.elementFromPoint(x, (top + bottom) / 2);
      // The attract screen as a whole is one large button that lies over its words.
      return on && !on.matches(".touch, canvas") && !on.contains(parent) && !parent.contains(on);
    });
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = (node.textContent ?? "").trim();
    const parent = node.parentElement;
    if (
      document.documentElement.lang !== "zh-CN" &&
      /\p{Script=Han}/u.test(words.replace(/\S?\*\S*/gu, "")) &&
      !parent?.closest("[lang=zh-CN]")
    )
      found.push(`Chinese not marked as such: ${words.slice(0, 16)}`);
    if (!words || !parent || !visible(parent)) continue;
    if (
      !parent.closest("svg, .visually-hidden") &&
      reachable(parent) &&
      textBoxes(node).some((box) => hidden(box, parent))
    )
      found.push(`covered: ${words.slice(0, 16)}`);
    if (parseFloat(getComputedStyle(parent).fontSize) < text) found.push(`small text ${words.slice(0, 16)}`);
    if (/(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9}|\d{16,19})(?!\d)/.test(words)) found.push(`leak ${words}`);
    const latin = document.documentElement.lang === "zh-CN" ? /[A-Za-z]{3,}/ : /$^/;
    if (
      (latin.test(words) || /undefined|NaN|\[object/.test(words)) &&
      !isKey(parent) &&
      !parent.closest("[lang=en], [lang=zh-Latn]")
    )
      found.push(`foreign ${words.slice(0, 40)}`);
  }

  for (const element of document.querySelectorAll("main *, header *, nav *, dialog *")) {
    if (!visible(element) || element.closest("svg") || element.closest(".visually-hidden")) continue;
    const inline = getComputedStyle(element).display === "inline";
    if (!inline && element.childElementCount === 0 && element.scrollWidth > element.clientWidth + 2)
      found.push(`cut ${name(element)}`);
    if (element.getBoundingClientRect().right > innerWidth + 1) found.push(`beyond the edge ${name(element)}`);
  }
  for (const zone of document.querySelectorAll(".title, .content, .actions, .bar, .status, .middle, dialog, .body")) {
    if (zone.scrollHeight > zone.clientHeight + 2 || zone.scrollWidth > zone.clientWidth + 2)
      found.push(
        `overflow of ${zone.className}: ${zone.scrollWidth}×${zone.scrollHeight} in ${zone.clientWidth}×${zone.clientHeight}`,
      );
  }

  const headings = [...document.querySelectorAll("h1")].filter(visible);
  if (headings.length !== 1) found.push(`${headings.length} headings h1`);
  if (document.documentElement.lang !== language) found.push(`speaks ${document.documentElement.lang}`);
  if (document.title.trim() === "") found.push("no title");

  const result = await window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "color-contrast-enhanced": { enabled: true } },
    resultTypes: ["violations"],
  });
  for (const { id, nodes } of result.violations)
    found.push(`axe ${id}: ${JSON.stringify(nodes[0]?.target)} ${nodes[0]?.failureSummary?.slice(0, 240)}`);

  const places = {};
  const stand = (what, element, of) => {
    if (!element || dialog || !visible(element)) return;
    const box = element.getBoundingClientRect();
    places[what] = of.map((side) => Math.round(box[side])).join(" ");
  };
  for (const one of document.querySelectorAll("nav [data-button]"))
    stand(one.dataset.button, one, ["left", "top", "width", "height"]);
  stand("back", document.querySelector(".actions .back"), ["left", "bottom"]);
  stand("primary", document.querySelector(".actions .primary button"), ["right", "bottom"]);
  document.adoptedStyleSheets = [];
  return { faults: found, places };
};
