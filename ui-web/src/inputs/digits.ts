import type { StepOf } from "@/contract";

type Kind = StepOf<"question">["input"];

/** Where people make a pause in a number. */
const GROUPS: Partial<Record<Kind, number[]>> = { phone: [3, 4, 4], idNumber: [6, 8, 4] };

/** A number in groups, as it stands on cards: 138 0013 8000. */
export function grouped(kind: Kind, value: string): string {
  const sizes = GROUPS[kind] ?? (kind === "digits" && value.length > 8 ? Array<number>(6).fill(4) : undefined);
  if (!sizes) return value;
  const parts: string[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(value.slice(at, at + size));
    at += size;
  }
  return parts.filter(Boolean).join(" ");
}

/**
 * Whether a key may follow what stands there: X only ends a citizen number, an amount has one point and two decimals.
 *
 * @param most characters of the number, or of the end of it that is asked for
 */
export function mayFollow(kind: Kind, before: string, character: string, most = 18): boolean {
  if (character === "X") return kind === "idNumber" && before.length === most - 1;
  if (character === ".") return kind === "money" && before !== "" && !before.includes(".");
  return kind !== "money" || !/\.\d\d$/.test(before);
}
