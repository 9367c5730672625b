/** A word with its reading; weight 0 to 25, logarithmic in how often it is used. */
export interface Word {
  readonly text: string;
  readonly syllables: readonly string[];
  readonly weight: number;
}

/** What the pinyin input knows. */
export interface Dictionary {
  readonly syllables: ReadonlySet<string>;
  /** Characters of a syllable, most used first. */
  charactersOf(syllable: string): readonly string[];
  /** Words whose syllables begin with these letters, in no order. */
  wordsBeginning(initials: string): readonly Word[];
}

/** Reads the dictionary written at build time: characters of each syllable, an empty line, words of each reading. */
export function parseDictionary(text: string): Dictionary {
  const characters = new Map<string, readonly string[]>();
  const words = new Map<string, Word[]>();
  const lines = text.split("\n");
  const gap = lines.indexOf("");

  for (const line of lines.slice(0, gap)) {
    const space = line.indexOf(" ");
    characters.set(line.slice(0, space), [...line.slice(space + 1)]);
  }
  for (const line of lines.slice(gap + 1)) {
    const space = line.indexOf(" ");
    if (space < 0) continue;
    const syllables = line.slice(0, space).split("'");
    const initials = syllables.map((syllable) => syllable.charAt(0)).join("");
    const list = words.get(initials) ?? [];
    for (const [, word = "", letter = "a"] of line.slice(space + 1).matchAll(/([^a-z]+)([a-z])/g)) {
      list.push({ text: word, syllables, weight: letter.charCodeAt(0) - 97 });
    }
    words.set(initials, list);
  }

  return {
    syllables: new Set(characters.keys()),
    charactersOf: (syllable) => characters.get(syllable) ?? [],
    wordsBeginning: (initials) => words.get(initials) ?? [],
  };
}
