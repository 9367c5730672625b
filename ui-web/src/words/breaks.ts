const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });
/** A phrase that a line of a heading holds in any way of showing it; such a phrase is not taken apart. */
const SHORT = 7;
const PHRASE = /[^，。；：？！、]*[，。；：？！、”）》」]*/gu;

/**
 * The parts of a Chinese heading between which a line may end: after a phrase, and in a long phrase after a word.
 * Marks stay with what they follow. Put together again, the parts are the text.
 */
export function parts(text: string): string[] {
  return (text.match(PHRASE) ?? [])
    .filter((phrase) => phrase !== "")
    .flatMap((phrase) => {
      if ([...phrase].length <= SHORT) return [phrase];
      const words: string[] = [];
      for (const { segment, isWordLike } of segmenter.segment(phrase)) {
        if (isWordLike || words.length === 0) words.push(segment);
        else words.push((words.pop() ?? "") + segment);
      }
      return words;
    });
}
