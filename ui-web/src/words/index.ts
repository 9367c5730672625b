import { shallowReactive } from "vue";
import type { Language } from "@/contract";
import { bo } from "./bo";
import { en } from "./en";
import { zhCN, type Words } from "./zh-CN";

export type { Words } from "./zh-CN";

/** The words of each language. */
export const languages: Readonly<Record<Language, Words>> = { "zh-CN": zhCN, en, bo };

const shown = shallowReactive<Words & { language: Words["language"] }>({ ...zhCN });

/** The words in the language in use; they change under the reader when the language does. */
export function useWords(): Words {
  return shown;
}

/** Speaks this language from now on. */
export function speak(language: Language, root: HTMLElement = document.documentElement): void {
  Object.assign(shown, languages[language]);
  root.lang = language;
}

const HAN = /\p{Script=Han}/u;

/** The language to mark a text of the service with: printed texts stay Chinese whatever the screens speak. */
export function tongue(text: string | undefined): string | undefined {
  return text !== undefined && shown.language.tag !== "zh-CN" && HAN.test(text) ? "zh-CN" : undefined;
}
