import { describe, expect, it } from "vitest";
import { paginate, type Block } from "@/controls/paginate";

const rows = (...heights: number[]): Block[] => {
  let top = 0;
  return heights.map((height) => ({ top, bottom: (top += height), keep: false }));
};

describe("content is turned page by page", () => {
  it("stays on one page when it fits without page buttons", () => {
    expect(paginate(rows(100, 100, 100), 300, 200)).toEqual([{ top: 0, bottom: 300 }]);
  });

  it("ends every page at the end of a row", () => {
    expect(paginate(rows(120, 120, 120, 120), 400, 300)).toEqual([
      { top: 0, bottom: 240 },
      { top: 240, bottom: 480 },
    ]);
  });

  it("takes a heading along to the row it belongs to", () => {
    const blocks = rows(120, 120, 60, 120).map((block, i) => ({ ...block, keep: i === 2 }));
    expect(paginate(blocks, 350, 310)).toEqual([
      { top: 0, bottom: 240 },
      { top: 240, bottom: 420 },
    ]);
  });

  it("keeps tiles that stand side by side together", () => {
    const side = [0, 0, 200, 200, 400, 400].map((top) => ({ top, bottom: top + 190, keep: false }));
    expect(paginate(side, 500, 400)).toEqual([
      { top: 0, bottom: 390 },
      { top: 400, bottom: 590 },
    ]);
  });

  it("fills the pages of one text, with two lines of a paragraph at least on either side", () => {
    const text = rows(250, 150, 300, 200).map((block) => ({ ...block, lines: { top: block.top, height: 50 } }));
    const pages = paginate(text, 500, 400, true);
    expect(pages.map(({ top, bottom }) => bottom - top)).toEqual([400, 400, 100]);
    const paired = paginate(text, 500, 300, true);
    expect(paired.map(({ bottom }) => bottom)).toEqual([250, 550, 800, 900]);
  });

  it("divides only a row higher than a page, and loses nothing of it", () => {
    const pages = paginate(rows(100, 900, 100), 500, 400);
    expect(pages[0]).toEqual({ top: 0, bottom: 100 });
    for (const [i, page] of pages.entries()) {
      expect(page.bottom - page.top).toBeLessThanOrEqual(400);
      if (i > 0) expect(page.top).toBe(pages[i - 1]?.bottom);
    }
    expect(pages.at(-1)?.bottom).toBe(1100);
  });
});
