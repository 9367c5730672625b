/** What became of a review: a page of all pictures, faults by kind, and what did not keep its place. */
import type { Places } from "./inspector.ts";

export interface Looked {
  readonly name: string;
  readonly view: string;
  readonly way: string;
  readonly faults: readonly string[];
  readonly places: Places;
}

const escaped = (words: string) => words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** One section a view; what has faults carries them under its picture. */
export function contactSheet(looked: readonly Looked[]): string {
  const figure = ({ name, faults }: Looked) =>
    `<figure${faults.length > 0 ? ' class="bad"' : ""}><img src="${name}.jpg" loading="lazy" alt=""><figcaption>${escaped(
      [name.split(".").slice(1).join(" "), ...faults].join("<br>"),
    ).replaceAll("&#60;br&#62;", "<br>")}</figcaption></figure>`;
  const sections = [...new Set(looked.map(({ view }) => view))].map(
    (view) =>
      `<h2>${view}</h2><section>${looked
        .filter((one) => one.view === view)
        .map(figure)
        .join("")}</section>`,
  );
  const style = [
    "body{font:14px sans-serif;margin:24px}",
    "section{display:flex;flex-wrap:wrap;gap:16px}",
    "img{height:480px;border:1px solid #ccc}",
    "figure{margin:0;max-width:860px}",
    ".bad img{border:4px solid #b3261e}",
    ".bad figcaption{color:#b3261e}",
  ].join("");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>${style}</style>${sections.join("")}`;
}

/** Kinds of faults, most frequent first, each with one place to look. */
export function summary(looked: readonly Looked[]): string {
  const kinds = new Map<string, { count: number; at: string }>();
  for (const { name, faults } of looked)
    for (const fault of faults) {
      const kind = fault.replace(/\d+/g, "n").slice(0, 60);
      const known = kinds.get(kind);
      if (known) known.count += 1;
      else kinds.set(kind, { count: 1, at: `${name}: ${fault.slice(0, 120)}` });
    }
  return [...kinds.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ count, at }) => `${String(count).padStart(6)} × ${at}`)
    .join("\n");
}

/** Bars that stand elsewhere than on the other screens shown in the same way. */
export function unsteady(looked: readonly Looked[]): { name: string; fault: string }[] {
  const usual = new Map<string, string>();
  return looked.flatMap(({ name, way, places }) =>
    Object.entries(places).flatMap(([what, place]) => {
      const key = `${way} ${what}`;
      const before = usual.get(key);
      if (before === undefined) usual.set(key, place);
      return before === undefined || before === place
        ? []
        : [{ name, fault: `${what} at ${place}, elsewhere ${before}` }];
    }),
  );
}
