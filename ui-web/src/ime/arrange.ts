/**
 * Lays candidates out in pages of rows, as many as fit.
 *
 * @param width of a row in pixels
 * @param font size in pixels; a Chinese character is as wide as high
 */
export function arrange<T extends { text: string }>(
  candidates: readonly T[],
  { width, font, rows = 2, least = 96, padding = 40, gap = 8 }: Measures,
): T[][] {
  const pages: T[][] = [];
  let page: T[] = [];
  let row = 0;
  let used = 0;
  for (const candidate of candidates) {
    const own = Math.min(width, Math.max(least, [...candidate.text].length * font + padding));
    if (used > 0 && used + own > width) {
      row += 1;
      used = 0;
    }
    if (row === rows) {
      pages.push(page);
      page = [];
      row = 0;
    }
    page.push(candidate);
    used += own + gap;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

export interface Measures {
  readonly width: number;
  readonly font: number;
  readonly rows?: number;
  readonly least?: number;
  readonly padding?: number;
  readonly gap?: number;
}
