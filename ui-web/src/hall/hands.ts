import { shallowReactive } from "vue";
import { ask, type Outcome } from "@/service/ask";
import type { Alarm } from "./contract";
import { words } from "./hallWords";

const UNAUTHORISED = 401;

/** What somebody signed in may do at the wall. */
export interface Hands {
  readonly state: { within: boolean; busy: boolean; said: string | undefined };
  signIn(number: string, password: string): Promise<boolean>;
  signOut(): Promise<void>;
  acknowledge(alarm: Alarm): Promise<void>;
  clear(alarm: Alarm): Promise<void>;
}

/** @param changed hears of an alarm that came back otherwise */
export function openHands(changed: (alarm: Alarm) => void): Hands {
  let token: string | undefined;
  const state = shallowReactive({ within: false, busy: false, said: undefined as string | undefined });

  function took<T>(came: Outcome<T>): T | undefined {
    state.busy = false;
    if (came.kind === "ok") return came.value;
    state.said = came.kind === "refused" ? came.problem.detail : words.unreachable;
    if (came.kind === "refused" && came.problem.status === UNAUTHORISED) {
      token = undefined;
      state.within = false;
    }
    return undefined;
  }

  async function change(alarm: Alarm, what: "acknowledge" | "clear") {
    if (state.busy || token === undefined) return;
    state.busy = true;
    state.said = undefined;
    const now = took(await ask<Alarm>("POST", `/api/hall/alarms/${alarm.id}/${what}`, undefined, token));
    if (now) changed(now);
  }

  return {
    state,
    async signIn(number, password) {
      if (state.busy) return false;
      if (number.trim() === "" || password === "") {
        state.said = words.fillBoth;
        return false;
      }
      state.busy = true;
      state.said = undefined;
      const opened = took(
        await ask<{ token: string }>("POST", "/api/hall/sign-in", { number: number.trim(), password }),
      );
      token = opened?.token;
      state.within = opened !== undefined;
      return state.within;
    },
    async signOut() {
      const mine = token;
      token = undefined;
      state.within = false;
      if (mine !== undefined) await ask("DELETE", "/api/hall/sign-in", undefined, mine);
    },
    acknowledge: (alarm) => change(alarm, "acknowledge"),
    clear: (alarm) => change(alarm, "clear"),
  };
}
