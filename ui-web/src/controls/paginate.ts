/** A row of content, in pixels from the top. keep: must not be the last row of a page. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly keep: boolean;
  /** Lines of text in it: where the first begins and how high each is; where it has to be divided, it is between two. */
  readonly lines?: { readonly top: number; readonly height: number } | undefined;
}

/** What one page shows of the content, in pixels from its top. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Divides rows into pages. All of them on one page when they fit into `whole`; otherwise every page is at most `paged`
 * high, because the page buttons need their place. A page ends at the end of a row; only a row higher than a page is
 * divided, and between two lines of its text.
 *
 * @param flowing pages are filled: any row of text is divided where it does not fit, with two lines at least on either
 *   side
 */
export function paginate(blocks: readonly Block[], whole: number, paged: number, flowing = false): Span[] {
  const end = blocks.reduce((lowest, block) => Math.max(lowest, block.bottom), 0);
  if (end <= whole || paged <= 0) return [{ top: 0, bottom: end }];

  const pages: Span[] = [];
  let top = 0;
  let bottom = 0;
  let kept: Block | undefined;
  const close = (nextTop: number) => {
    pages.push({ top, bottom });
    top = nextTop;
  };

  for (const block of blocks) {
    if (block.bottom - top > paged) {
      const first = kept ?? block;
      const divided = flowing && first === block ? overleaf(block, top + paged) : undefined;
      if (divided !== undefined) {
        bottom = divided;
        close(divided);
      } else if (first.top > top) {
        if (kept) bottom = Math.min(bottom, kept.top);
        close(first.top);
      }
      while (block.bottom - top > paged) {
        bottom = betweenLines(block, top, top + paged);
        close(bottom);
      }
    }
    bottom = Math.max(bottom, block.bottom);
    kept = block.keep ? (kept ?? block) : undefined;
  }
  pages.push({ top, bottom });
  return pages;
}

/** Where a page ends within this text; none where fewer than two lines would stand before it or after it. */
function overleaf({ bottom, lines }: Block, lowest: number): number | undefined {
  if (!lines || lines.height <= 0) return undefined;
  const count = Math.floor((bottom - lines.top) / lines.height);
  const before = Math.min(Math.floor((lowest - lines.top) / lines.height), count - 2);
  return before >= 2 ? lines.top + before * lines.height : undefined;
}

function betweenLines({ lines }: Block, top: number, lowest: number): number {
  if (!lines || lines.height <= 0) return lowest;
  const between = lines.top + Math.floor((lowest - lines.top) / lines.height) * lines.height;
  return between > top ? between : lowest;
}
