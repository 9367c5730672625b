import type { Place } from "@/contract";

/**
 * Whether a place answers the question, or the ones below it must be asked. A province answers for a city where only
 * counties are below it (直辖市): city codes of GB/T 2260 end in 00, county codes do not.
 *
 * @param depth how many places stand above it: 0 for a province
 * @param below the places below it, none for a leaf
 */
export function isPlaceWanted(wanted: "city" | "county", depth: number, below: readonly Place[]): boolean {
  if (below.length === 0) return true;
  if (wanted === "county") return false;
  return depth > 0 || below.every((place) => !place.code.endsWith("00"));
}
