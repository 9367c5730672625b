import { reactive } from "vue";
import type { Language } from "@/contract";

/** 语音: what is being said, and how loud. Lives as long as the page, that is, this visit. */
export interface Loudspeaker {
  /** Whether each screen is explained aloud. */
  on: boolean;
  /** From 0 to 1. */
  volume: number;
  /** The phrase that is heard or was heard last, word for word. */
  caption: string;
  speaking: boolean;
}

const STEP = 0.2;
const LOUDEST = 1;
const SOFTEST = 0.2;

export const loudspeaker: Loudspeaker = reactive({ on: false, volume: 0.8, caption: "", speaking: false });

let sound: HTMLAudioElement | undefined;
let wanted = "";
let heard: (() => void) | undefined;

/** Phrases of a language, word for word. */
export type Phrases = Readonly<Record<string, string>>;

/** Says a phrase; whatever was being said stops. A phrase nobody can say still stands there to read. */
export function say(language: Language, phrase: string, phrases: Phrases): void {
  hush();
  heard = undefined;
  loudspeaker.caption = phrases[phrase] ?? "";
  if (loudspeaker.caption === "") return;
  wanted = `/api/voice/${language}/${phrase}`;
  again();
}

/**
 * Reads a text out whole.
 *
 * @param phrase its name among the phrases
 * @param toEnd called once it was heard to its end
 * @param failed called where it cannot be read out
 */
export function read(language: Language, phrase: string, toEnd: () => void, failed: () => void): void {
  hush();
  wanted = `/api/voice/${language}/${phrase}`;
  heard = toEnd;
  again(failed);
}

/** Says the last phrase once more. */
export function again(failed?: () => void): void {
  hush();
  if (wanted === "") return;
  const audio = new Audio(wanted);
  audio.volume = loudspeaker.volume;
  audio.onended = () => {
    loudspeaker.speaking = false;
    heard?.();
  };
  audio.onerror = () => {
    loudspeaker.speaking = false;
    failed?.();
  };
  sound = audio;
  loudspeaker.speaking = true;
  // A browser that will not play, or a phrase without sound: the words stand on the screen anyway.
  audio.play().catch(() => {
    if (sound === audio) loudspeaker.speaking = false;
  });
}

/** Stops at once. */
export function hush(): void {
  if (sound) {
    sound.onended = null;
    sound.onerror = null;
    sound.pause();
    sound.removeAttribute("src");
  }
  sound = undefined;
  loudspeaker.speaking = false;
}

export function canTurn(by: 1 | -1): boolean {
  return by > 0 ? loudspeaker.volume < LOUDEST : loudspeaker.volume > SOFTEST;
}

/** One step louder or softer. */
export function turn(by: 1 | -1): void {
  loudspeaker.volume = Math.min(LOUDEST, Math.max(SOFTEST, Math.round((loudspeaker.volume + by * STEP) * 10) / 10));
  if (sound) sound.volume = loudspeaker.volume;
}
