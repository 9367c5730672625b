// What the package is made of, and under which terms: licences.mjs JAVA-SBOM NPM-LOCK FOLDER
// Writes sbom.cdx.json (CycloneDX) and LICENCES.txt into FOLDER; ends with 1 where a part has no licence or one that
// may not be in a product handed to others.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [java, lock, folder] = process.argv.slice(2);

/** Terms that let us hand the package on; a part under several may be taken under any one of them. */
const GOOD =
  /^(Apache|Apache-2\.0|MIT|MIT-0|ISC|0BSD|BSD|EPL|EDL|CDDL|MPL|LGPL|GPL-2\.0-with-classpath|OFL|CC0|Zlib|Unlicense|Public Domain|Bouncy Castle|Unicode|SIL|Universal Permissive|WTFPL|GNU Lesser|The Apache|The MIT|The BSD|The New BSD|New BSD|Eclipse|Mozilla|UPL)/i;
const BAD = /AGPL|Affero|SSPL|BUSL|Commons Clause|CC-BY-NC|proprietary|unlicensed/i;

/** Parts of the page that build tools turn into data of the page. */
const INTO_THE_PAGE = ["@vant/area-data", "pinyin-pro", "cnchar", "cnchar-order"];

/** Said by the project itself where its metadata leave it out. */
const KNOWN = JSON.parse(readFileSync(new URL("licences-known.json", import.meta.url), "utf8"));

const bom = JSON.parse(readFileSync(java, "utf8"));
const npm = Object.entries(JSON.parse(readFileSync(lock, "utf8")).packages)
  .filter(([path, part]) => path !== "" && (!part.dev || INTO_THE_PAGE.includes(path.replace("node_modules/", ""))))
  .map(([path, part]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    return {
      type: "library",
      name,
      version: part.version,
      purl: `pkg:npm/${name.replace("@", "%40")}@${part.version}`,
      licenses: part.license ? [{ expression: part.license }] : [],
    };
  });

const own = (part) => part.group === "yibao.kiosk";
const full = (part) => (part.group ? `${part.group}:${part.name}` : part.name);
const terms = (part) => {
  const said = (part.licenses ?? []).map((it) => it.expression ?? it.license?.id ?? it.license?.name).filter(Boolean);
  return said.length > 0 ? said : (KNOWN[full(part)] ?? []);
};
const good = (term) =>
  term
    .replace(/[()]/g, "")
    .split(/ OR /)
    .some((one) => one.split(/ AND /).every((each) => GOOD.test(each.trim()) && !BAD.test(each)));

const parts = [...bom.components.filter((part) => !own(part)), ...npm].sort((a, b) => full(a).localeCompare(full(b)));
const faults = parts.filter((part) => !terms(part).some(good));

bom.components = [...bom.components, ...npm];
writeFileSync(join(folder, "sbom.cdx.json"), JSON.stringify(bom, null, 1));
writeFileSync(
  join(folder, "LICENCES.txt"),
  parts.map((part) => `${full(part)} ${part.version}: ${terms(part).join("; ")}\n`).join(""),
);
for (const part of faults) console.error(`licence: ${full(part)} ${part.version}: ${terms(part).join("; ") || "none said"}`);
console.log(`${parts.length} parts, ${faults.length} without terms we may use`);
process.exit(faults.length === 0 ? 0 : 1);
