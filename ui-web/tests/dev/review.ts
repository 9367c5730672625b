/**
 * Looks at every screen as a machine can: axe, contrast, sizes and gaps of targets and text, leaks, foreign words, what
 * is cut, covered or lies beyond the edge, the line of reach, what should stand still; and takes a picture of each for a
 * contact sheet. Reads the built page; run through `npm run review`.
 *
 * Without --all, every screen comes in each mode and any two modes come together at least once (pairwise); with it, all
 * combinations. Names of views narrow it, or whole names as the review prints them (`review.landscape.bo`); so do --turn,
 * --language, --size, --zoom, --colours, --reach and --voice, each with its values separated by commas. --shard=2/5 takes
 * every fifth way of showing the screens, --minutes=N ends after that time, --resume goes on where the last run on the
 * same page ended. What was not looked at is said at the end.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { contactSheet, summary, unsteady, type Looked } from "./contactSheet.ts";
import { Inspector } from "./inspector.ts";
import { FACTORS, nameOf, wayOf } from "./modes.ts";
import { OVERLAYS } from "./overlays.ts";
import { all, pairwise, type Row } from "./pairwise.ts";
import { views } from "./views/index.ts";
import { kindOf } from "./views/view.ts";

const given = process.argv.slice(2);
const option = (name: string) => given.find((one) => one.startsWith(`--${name}=`))?.split("=")[1];
const wanted = given.filter((one) => !one.startsWith("--"));
// A screen is waited for by its step's kind, which is taken from the view's name.
const misnamed = Object.entries(views).filter(([name, view]) => kindOf(name) !== view().step.kind);
if (misnamed.length > 0) {
  for (const [name, view] of misnamed) console.error(`view ${name} shows a step of kind ${view().step.kind}`);
  process.exit(2);
}
const everything = given.includes("--all");
const single = wanted.some((one) => one.includes("."));
const names = [...Object.keys(views), ...Object.keys(OVERLAYS)].filter(
  (name) => wanted.length === 0 || wanted.some((one) => one.split(".")[0] === name),
);
const factors = Object.fromEntries(
  Object.entries(FACTORS).map(([name, values]) => {
    const only = option(name)?.split(",");
    return [name, values.filter((value) => !only || only.includes(value))];
  }),
);
const combined = everything
  ? all({ ...factors, view: names })
  : single
    ? all({ ...factors, view: names }).filter((row) => wanted.includes(nameOf(row)))
    : pairwise({ view: names, ...factors });
const ways = [...new Set(combined.map(wayOf))].sort();
const [shard = 1, shards = 1] = option("shard")?.split("/").map(Number) ?? [];
if (!(shard >= 1 && shard <= shards)) {
  console.error("--shard=N/OF with N from 1");
  process.exit(2);
}
const rows = combined
  .map((row) => ({ row, way: ways.indexOf(wayOf(row)) }))
  .filter(({ way }) => way % shards === shard - 1)
  .sort((a, b) => a.way - b.way)
  .map(({ row }) => row);

const target = fileURLToPath(new URL("../../target/screens/", import.meta.url));
const journal = `${target}looked.jsonl`;
const built = fileURLToPath(new URL("../../target/classes/webroot/assets/", import.meta.url));
/** Names of assets carry their content. */
const page = createHash("sha256").update(readdirSync(built).sort().join()).digest("hex");

function before(): Looked[] {
  if (!given.includes("--resume") || !existsSync(journal)) return [];
  const [head, ...lines] = readFileSync(journal, "utf8").trim().split("\n");
  return head === page ? lines.map((line) => JSON.parse(line) as Looked) : [];
}

const looked = before();
const done = new Set(looked.map(({ name }) => name));
if (looked.length === 0) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  writeFileSync(journal, `${page}\n`);
}
const open = rows.filter((row) => !done.has(nameOf(row)));

let running: Promise<Browser> | undefined;
async function browser(): Promise<Browser> {
  if (running && (await running).isConnected()) return running;
  running = chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
    ],
  });
  return running;
}

const began = Date.now();
const until = began + Number(option("minutes") ?? Infinity) * 60_000;
let next = 0;
async function work(): Promise<void> {
  const inspector = await Inspector.open(browser, target, everything ? 0.4 : 0.6);
  for (let row = open[next++]; row && Date.now() < until; row = open[next++]) {
    const name = nameOf(row);
    const one: Looked = { name, view: row["view"] ?? "", way: wayOf(row), ...(await inspector.look(row as Row, name)) };
    looked.push(one);
    appendFileSync(journal, `${JSON.stringify(one)}\n`);
    for (const fault of one.faults) console.log(`${name}: ${fault}`);
    if (looked.length % 100 === 0) {
      const left = ((Date.now() - began) / (looked.length - done.size)) * (rows.length - looked.length);
      console.log(`  ${looked.length} of ${rows.length} screens, about ${Math.ceil(left / 60_000)} minutes left`);
    }
  }
  await inspector.close();
}

const hands = Number(option("hands") ?? Math.max(1, Math.min(4, cpus().length)));
await Promise.all(Array.from({ length: Math.min(hands, open.length) }, work));
await (await running)?.close();

const moved = unsteady(looked);
for (const { name, fault } of moved) console.log(`${name}: ${fault}`);
const faults = looked.reduce((sum, one) => sum + one.faults.length, moved.length);
writeFileSync(`${target}index.html`, contactSheet(looked));
console.log(summary(looked));
const minutes = ((Date.now() - began) / 60_000).toFixed(1);
const bad = looked.filter((one) => one.faults.length > 0).length;
console.log(
  `${looked.length} of ${rows.length} screens looked at, ${faults} faults on ${bad} of them, in ${minutes} minutes; pictures in ${target}index.html`,
);
if (looked.length < rows.length) console.log(`${rows.length - looked.length} not looked at: go on with --resume`);
process.exit(faults === 0 ? 0 : 1);
