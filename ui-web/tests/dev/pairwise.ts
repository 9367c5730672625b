/** Values of each factor by name. */
export type Factors = Readonly<Record<string, readonly string[]>>;
export type Row = Readonly<Record<string, string>>;

/** Every combination. */
export function all(factors: Factors): Row[] {
  return Object.entries(factors).reduce<Row[]>(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}

/**
 * Rows in which any two values of any two factors stand together at least once, chosen greedily; far fewer than all of
 * them. The same factors always give the same rows.
 *
 * @param possible whether a row can be at all
 */
export function pairwise(factors: Factors, possible: (row: Row) => boolean): Row[] {
  const names = Object.keys(factors);
  const pairs = (row: Row): string[] =>
    names.flatMap((a, i) => names.slice(i + 1).map((b) => `${a}=${row[a] ?? ""}&${b}=${row[b] ?? ""}`));
  const candidates = all(factors).filter(possible);
  const open = new Set(candidates.flatMap(pairs));
  const rows: Row[] = [];
  while (open.size > 0) {
    let best: Row | undefined;
    let most = 0;
    for (const candidate of candidates) {
      const covers = pairs(candidate).filter((pair) => open.has(pair)).length;
      if (covers > most) [best, most] = [candidate, covers];
    }
    if (!best) break;
    rows.push(best);
    pairs(best).forEach((pair) => open.delete(pair));
  }
  return rows;
}
