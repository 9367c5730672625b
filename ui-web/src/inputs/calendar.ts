/** Calendar arithmetic on plain ISO dates, without a time zone. */
export interface Month {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
}

const DAY_MS = 86_400_000;

export function isoDate(year: number, month: number, day: number): string {
  const two = (n: number) => n.toString().padStart(2, "0");
  return `${year.toString().padStart(4, "0")}-${two(month)}-${two(day)}`;
}

export function parts(iso: string): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return { year, month, day };
}

export function addMonths({ year, month }: Month, by: number): Month {
  const index = year * 12 + (month - 1) + by;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** The days of a month in weeks from Sunday, null where the week belongs to another month; always whole weeks. */
export function weeksOf({ year, month }: Month): (string | null)[][] {
  const first = Date.UTC(year, month - 1, 1);
  const days = Math.round((Date.UTC(year, month, 1) - first) / DAY_MS);
  const cells: (string | null)[] = Array<null>(new Date(first).getUTCDay()).fill(null);
  for (let day = 1; day <= days; day++) cells.push(isoDate(year, month, day));
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
