/** A part of what was typed: a whole syllable, or the beginning of one. */
export interface Part {
  readonly letters: string;
  readonly whole: boolean;
}

const LONGEST_SYLLABLE = 6;
/** More readings of the same letters than these are never looked at. */
const MOST = 4;

/**
 * The ways to divide letters into syllables, best first: `xian` is 先 or 西安, `xn` begins two syllables. Whole
 * syllables beat beginnings, few parts beat many. Empty where no division exists.
 */
export function divide(letters: string, syllables: ReadonlySet<string>): Part[][] {
  const beginnings = beginningsOf(syllables);
  const found: { parts: Part[]; cost: number }[] = [];
  let visited = 0;

  const walk = (from: number, parts: Part[], cost: number) => {
    if (++visited > 4_000) return;
    if (from === letters.length) {
      found.push({ parts: [...parts], cost });
      return;
    }
    for (let length = Math.min(LONGEST_SYLLABLE, letters.length - from); length > 0; length--) {
      const part = letters.slice(from, from + length);
      const whole = syllables.has(part);
      if (!whole && !beginnings.has(part)) continue;
      // The last syllable is still being typed; a beginning elsewhere is an abbreviation.
      const last = from + length === letters.length;
      parts.push({ letters: part, whole });
      walk(from + length, parts, cost + (whole ? 1 : last ? 1.5 : 2.5));
      parts.pop();
    }
  };

  walk(0, [], 0);
  found.sort((a, b) => a.cost - b.cost);
  return found.slice(0, MOST).map(({ parts }) => parts);
}

const known = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

function beginningsOf(syllables: ReadonlySet<string>): ReadonlySet<string> {
  let beginnings = known.get(syllables);
  if (!beginnings) {
    const all = new Set<string>();
    for (const syllable of syllables) {
      all.add(syllable.charAt(0));
      if (/^[zcs]h/.test(syllable)) all.add(syllable.slice(0, 2));
      for (let length = 2; length < syllable.length; length++) all.add(syllable.slice(0, length));
    }
    beginnings = all;
    known.set(syllables, beginnings);
  }
  return beginnings;
}
