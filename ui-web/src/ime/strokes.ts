/** The five classes of strokes, as taught in school: 横 竖 撇 点 折. */
export const STROKES = ["1", "2", "3", "4", "5"] as const;
export type Stroke = (typeof STROKES)[number];

/** Characters with the order of their strokes, most used first. */
export type StrokeTable = readonly (readonly [character: string, order: string])[];

export function parseStrokes(text: string): StrokeTable {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const space = line.indexOf(" ");
      return [line.slice(0, space), line.slice(space + 1)] as const;
    });
}

/** Characters that begin with these strokes: the complete ones first, then most used first. */
export function charactersWritten(strokes: string, table: StrokeTable): string[] {
  if (strokes === "") return [];
  const begun = table.filter(([, order]) => order.startsWith(strokes));
  const complete = begun.filter(([, order]) => order === strokes);
  return [...new Set([...complete, ...begun].map(([character]) => character))].slice(0, 240);
}
