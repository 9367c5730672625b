import { type DeepReadonly, shallowReactive } from "vue";
import type { WindowCase } from "@/contract";
import type { Outcome } from "@/service/ask";
import type { WindowService } from "./windowService";
import { words } from "./windowWords";

/** What the page shows; all of it is gone when the clerk leaves. */
export interface CounterState {
  within: boolean;
  /** A call is under way; another has to wait. */
  busy: boolean;
  said: { readonly tone: "success" | "danger" | "info"; readonly text: string } | undefined;
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

/** As long as the service keeps a quiet session. */
export const QUIET_MS = 10 * 60_000;

const UNAUTHORISED = 401;

/** A counter nobody works at yet. */
export function openCounter(service: WindowService): Counter {
  const state = shallowReactive<CounterState>(empty());
  let token: string | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  function empty(): CounterState {
    return { within: false, busy: false, said: undefined, found: undefined };
  }

  function leave(said?: CounterState["said"]) {
    token = undefined;
    clearTimeout(quiet);
    Object.assign(state, empty(), { said });
  }

  function awake() {
    clearTimeout(quiet);
    quiet = setTimeout(() => leave({ tone: "info", text: words.quiet }), QUIET_MS);
  }

  const complain = (text: string) => (state.said = { tone: "danger", text });

  /** Does something in the clerk's name; undefined when nothing came of it, and then the page says why. */
  async function within(call: (token: string) => Promise<Outcome<WindowCase>>): Promise<WindowCase | undefined> {
    const mine = token;
    if (mine === undefined || state.busy) return undefined;
    state.busy = true;
    state.said = undefined;
    awake();
    const came = await call(mine);
    // Whoever asked has left meanwhile: what came is for nobody.
    if (token !== mine) return undefined;
    state.busy = false;
    switch (came.kind) {
      case "ok":
        return came.value;
      case "refused":
        if (came.problem.status === UNAUTHORISED) leave({ tone: "danger", text: came.problem.detail });
        else complain(came.problem.detail);
        return undefined;
      case "unreachable":
        complain(words.unreachable);
        return undefined;
    }
  }

  async function change(call: (token: string, number: string) => Promise<Outcome<WindowCase>>) {
    const number = state.found?.number;
    if (number === undefined) return;
    const now = await within((mine) => call(mine, number));
    if (!now) return;
    state.found = now;
    if (now.said !== undefined) state.said = { tone: "success", text: now.said };
  }

  return {
    state,
    async signIn(number, password) {
      if (state.busy || state.within) return;
      if (number.trim() === "" || password === "") {
        complain(words.fillBoth);
        return;
      }
      state.busy = true;
      state.said = undefined;
      const came = await service.signIn(number.trim(), password);
      state.busy = false;
      if (came.kind === "ok") {
        token = came.value.token;
        state.within = true;
        awake();
      } else complain(came.kind === "refused" ? came.problem.detail : words.unreachable);
    },
    async signOut() {
      const mine = token;
      leave();
      if (mine !== undefined) await service.signOut(mine);
    },
    async look(code) {
      if (state.busy || code.trim() === "") return;
      // What lay there belongs to somebody else.
      state.found = undefined;
      state.found = await within((mine) => service.look(mine, code.trim()));
    },
    confirm: () => change((mine, number) => service.confirm(mine, number)),
    giveBack: (reason, missing) => change((mine, number) => service.giveBack(mine, number, reason, missing)),
    next() {
      state.found = undefined;
      state.said = undefined;
    },
  };
}
