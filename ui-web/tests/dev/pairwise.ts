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
 * Rows in which any two values of any two factors stand together at least once, far fewer than all of them: each row
 * begins with a pair that is missing still and takes on, factor by factor, the value that brings most other missing
 * ones. The same factors always give the same rows.
 */
export function pairwise(factors: Factors): Row[] {
  const names = Object.keys(factors);
  const pair = (row: Row, a: string, b: string) => `${a}=${row[a] ?? ""}&${b}=${row[b] ?? ""}`;
  const open = new Map<string, Row>();
  const couples = names.flatMap((a, i) => names.slice(i + 1).map((b): [string, string] => [a, b]));
  for (const [a, b] of couples)
    for (const row of all({ [a]: factors[a] ?? [], [b]: factors[b] ?? [] })) open.set(pair(row, a, b), row);

  const rows: Row[] = [];
  for (const start of [...open.values()]) {
    const [a = "", b = ""] = Object.keys(start);
    if (!open.has(pair(start, a, b))) continue;
    const row = names.reduce<Row>((begun, name) => {
      if (name in begun) return begun;
      const gain = (value: string) => {
        const tried = { ...begun, [name]: value };
        return couples.filter(([x, y]) => x in tried && y in tried && open.has(pair(tried, x, y))).length;
      };
      const values = factors[name] ?? [];
      // Where several would do, each has its turn, so that the same values do not always stand together.
      const first = Math.imul(rows.length + 1, 0x9e3779b1 + names.indexOf(name) * 0x632be5ab) >>> 16;
      const turned = values.map((_, n) => values[(n + first) % values.length] ?? "");
      const best = turned.sort((x, y) => gain(y) - gain(x))[0] ?? "";
      return { ...begun, [name]: best };
    }, start);
    for (const [x, y] of couples) open.delete(pair(row, x, y));
    rows.push(row);
  }
  return rows;
}
