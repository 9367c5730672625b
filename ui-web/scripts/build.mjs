/** Runs `npm run build` unless the pages built last were made from exactly these files. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const STAMP = "target/built-from";
const PAGE = "target/classes/webroot/index.html";
const CONTRACTS = [
  "../kiosk-core/terminal/src/main/resources/openapi.yaml",
  "../kiosk-core/hall/src/main/resources/hall-openapi.yaml",
];

const folders = ["src", "public", "tests", "scripts"].filter((folder) => existsSync(folder));
const inFolders = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`),
);
const beside = readdirSync(".", { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => entry.name);

const hash = createHash("sha256");
for (const file of [...inFolders, ...beside, ...CONTRACTS].sort()) hash.update(`${file}\0`).update(readFileSync(file));
const wanted = hash.digest("hex");

if (existsSync(PAGE) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) {
  console.log("The screens are built.");
} else {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  mkdirSync("target", { recursive: true });
  writeFileSync(STAMP, wanted);
}
