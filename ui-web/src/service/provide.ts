import { inject, type InjectionKey } from "vue";
import type { Terminal } from "./terminal";

export const terminalKey: InjectionKey<Terminal> = Symbol("terminal");

export function useTerminal(): Terminal {
  const terminal = inject(terminalKey);
  if (!terminal) throw new Error("no terminal provided");
  return terminal;
}
