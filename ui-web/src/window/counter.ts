import type { DeepReadonly } from "vue";
import type { WindowCase } from "@/contract";
import { type Ask, openSession, type SessionState } from "@/door/session";
import type { WindowService } from "./windowService";
import { words } from "./windowWords";

/** What the page shows; all of it is gone when the clerk leaves. */
export interface CounterState extends SessionState {
  /** What was scanned last. */
  found: WindowCase | undefined;
}

/** A clerk at a window: one session, kept nowhere but here, and the case on the counter. */
export interface Counter {
  readonly state: DeepReadonly<CounterState>;
  signIn(number: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  /** @param code what was scanned or typed */
  look(code: string): Promise<void>;
  confirm(): Promise<void>;
  giveBack(reason: string, missing: readonly string[]): Promise<void>;
  /** Clears the counter for the next citizen. */
  next(): void;
}

/** A counter nobody works at yet. */
export function openCounter(service: WindowService): Counter {
  const session = openSession(service, words.unreachable, (): Pick<CounterState, "found"> => ({ found: undefined }));
  const { state, act } = session;

  async function change(deed: (number: string) => Ask<WindowCase>) {
    const number = state.found?.number;
    if (number === undefined) return;
    const now = await act(deed(number));
    if (!now) return;
    state.found = now;
    if (now.said !== undefined) session.tell("success", now.said);
  }

  return {
    state,
    async signIn(number, password) {
      await session.signIn(number, password);
    },
    signOut: session.signOut,
    async look(code) {
      if (state.busy || code.trim() === "") return;
      // What lay there belongs to somebody else.
      state.found = undefined;
      state.found = await act((token) => service.look(token, code.trim()));
    },
    confirm: () => change((number) => (token) => service.confirm(token, number)),
    giveBack: (reason, missing) => change((number) => (token) => service.giveBack(token, number, reason, missing)),
    next() {
      state.found = undefined;
      state.said = undefined;
    },
  };
}
