import type { Dictionary, Word } from "./dictionary";
import { divide, type Part } from "./syllables";

/** Something to pick: the text, and how many of the typed letters it stands for. */
export interface Candidate {
  readonly text: string;
  readonly letters: number;
}

/** So many are enough to turn through; the rarest characters of a syllable are among them. */
const MOST_CANDIDATES = 240;

/** What the typed letters may mean, most likely first. Nothing is learned: the next person starts from the same. */
export function candidatesFor(letters: string, dictionary: Dictionary): Candidate[] {
  const divisions = divide(letters, dictionary.syllables);
  const found = new Map<string, Candidate>();
  const add = (text: string, parts: readonly Part[]) => {
    const length = parts.reduce((sum, part) => sum + part.letters.length, 0);
    const before = found.get(text);
    if (!before || before.letters < length) found.set(text, { text, letters: length });
  };

  const addWords = (group: readonly Part[][]) => {
    const longest = Math.max(0, ...group.map((parts) => parts.length));
    for (let length = longest; length > 1; length--) {
      const words = group
        .filter((parts) => parts.length >= length)
        .flatMap((parts, rank) => {
          const asked = parts.slice(0, length);
          return wordsOf(asked, dictionary).map((word) => ({ word, asked, score: word.weight - rank * 6 }));
        })
        .sort((a, b) => b.score - a.score);
      for (const { word, asked } of words) add(word.text, asked);
    }
  };

  const best = divisions[0];
  if (!best) return [];
  const sentence = best.length > 1 && best.every((part) => part.whole) ? likeliest(best, dictionary) : undefined;
  if (sentence) add(sentence, best);

  // Letters that are whole syllables are meant so; reading them as abbreviations comes after everything else.
  const whole = divisions.filter((parts) => parts.every((part) => part.whole));
  const begun = divisions.filter((parts) => !whole.includes(parts));
  for (const group of [whole, begun]) {
    addWords(group);
    for (const parts of group) {
      const part = parts[0];
      if (part) for (const character of charactersOf(part, dictionary)) add(character, [part]);
    }
  }
  return [...found.values()].slice(0, MOST_CANDIDATES);
}

function matches(word: Word, parts: readonly Part[]): boolean {
  return parts.every((part, i) => {
    const syllable = word.syllables[i] ?? "";
    return part.whole && i < parts.length - 1 ? syllable === part.letters : syllable.startsWith(part.letters);
  });
}

function wordsOf(parts: readonly Part[], dictionary: Dictionary): Word[] {
  const initials = parts.map((part) => part.letters.charAt(0)).join("");
  const words = dictionary.wordsBeginning(initials).filter((word) => matches(word, parts));
  // A last syllable that is already whole is meant so; the longer ones it begins come after.
  const last = parts.at(-1);
  const exact = (word: Word) => (last?.whole && word.syllables.at(-1) === last.letters ? 8 : 0);
  return words.sort((a, b) => b.weight + exact(b) - (a.weight + exact(a)));
}

function charactersOf(part: Part, dictionary: Dictionary): readonly string[] {
  const own = dictionary.charactersOf(part.letters);
  if (own.length > 0) return own;
  // A beginning: the most used characters of every syllable it may become.
  return [...dictionary.syllables]
    .filter((syllable) => syllable.startsWith(part.letters))
    .flatMap((syllable) => dictionary.charactersOf(syllable).slice(0, 6));
}

/** The likeliest text of whole syllables: words and characters side by side, as few and as usual as possible. */
function likeliest(parts: readonly Part[], dictionary: Dictionary): string | undefined {
  const best: { score: number; text: string }[] = [{ score: 0, text: "" }];
  for (let end = 1; end <= parts.length; end++) {
    let choice: { score: number; text: string } | undefined;
    for (let start = Math.max(0, end - 8); start < end; start++) {
      const before = best[start];
      if (!before) continue;
      const piece = pieceOf(parts.slice(start, end), dictionary);
      if (!piece) continue;
      const score = before.score + piece.score;
      if (!choice || score > choice.score) choice = { score, text: before.text + piece.text };
    }
    if (!choice) return undefined;
    best.push(choice);
  }
  return best.at(-1)?.text;
}

function pieceOf(parts: readonly Part[], dictionary: Dictionary): { score: number; text: string } | undefined {
  if (parts.length === 1) {
    const character = dictionary.charactersOf(parts[0]?.letters ?? "")[0];
    return character === undefined ? undefined : { score: -24, text: character };
  }
  const exact = wordsOf(parts, dictionary).find((word) => word.syllables.at(-1) === parts.at(-1)?.letters);
  return exact && { score: exact.weight - 30, text: exact.text };
}
