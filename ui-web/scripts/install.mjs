/** Runs `npm ci` unless what it would install is what stands there already. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const STAMP = "node_modules/.installed-from";
const hash = createHash("sha256");
for (const file of ["package.json", "package-lock.json", ".npmrc"]) hash.update(readFileSync(file));
const wanted = `${process.version} ${hash.digest("hex")}`;

if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) {
  console.log("The screens' packages are installed.");
} else {
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit" });
  writeFileSync(STAMP, wanted);
}
