/**
 * Looks at the screens in pairs of all their modes (`npm run review:pairs`) unless the pages built last were looked at
 * already by these very checks and were without fault.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const STAMP = "target/looked-at";
const BROWSER = "/usr/bin/chromium";

const hash = createHash("sha256");
for (const folder of ["target/classes/webroot", "tests/dev"])
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => `${one.parentPath}/${one.name}`)
    .sort())
    hash.update(`${entry}\0`).update(readFileSync(entry));
const wanted = hash.digest("hex");

if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) {
  console.log("The screens have been looked at.");
} else if (!existsSync(BROWSER)) {
  console.error(`The screens are looked at with ${BROWSER}, which is not there (Debian: apt-get install chromium).`);
  process.exit(1);
} else {
  execFileSync("npm", ["run", "--silent", "review:pairs"], { stdio: "inherit" });
  writeFileSync(STAMP, wanted);
}
