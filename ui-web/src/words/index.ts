import { zhCN, type Words } from "./zh-CN";

export type { Words } from "./zh-CN";

/** The words in the language in use. */
export function useWords(): Words {
  return zhCN;
}
