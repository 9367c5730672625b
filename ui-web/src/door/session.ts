import { type ShallowReactive, shallowReactive } from "vue";
import type { Outcome } from "@/service/ask";
import { words } from "./doorWords";

/** A sentence to whoever works at the page. */
export interface Said {
  readonly tone: "success" | "danger" | "info";
  readonly text: string;
}

/** What every page of staff shows of its session. */
export interface SessionState {
  within: boolean;
  /** A call by hand is under way; another has to wait. */
  busy: boolean;
  said: Said | undefined;
}

/** Where a session begins and ends. */
export interface Door<Opened extends { token: string }> {
  signIn(number: string, password: string): Promise<Outcome<Opened>>;
  signOut(token: string): Promise<Outcome<void>>;
}

/** Asks something in somebody's name. */
export type Ask<T> = (token: string) => Promise<Outcome<T>>;

/** Somebody at a page of staff: one session, kept nowhere but here, and what the page shows meanwhile. */
export interface Session<Shown extends object, Opened> {
  /** All of it is as at first once they have left. */
  readonly state: ShallowReactive<SessionState & Shown>;
  /** What the door said of whoever came in; undefined when it let nobody in, and then the page says why. */
  signIn(number: string, password: string): Promise<Opened | undefined>;
  signOut(): Promise<void>;
  /** Leaves without a word to the service. */
  leave(said?: Said): void;
  /** Somebody works at the page. */
  awake(): void;
  tell(tone: Said["tone"], text: string): void;
  /** Asks beside whatever goes on; undefined when there is nothing to go on with, and then the page says why. */
  look<T>(ask: Ask<T>): Promise<T | undefined>;
  /** As {@link look}, by hand: one at a time, and what was said before is forgotten. */
  act<T>(ask: Ask<T>): Promise<T | undefined>;
  /** Once nothing is under way by hand. */
  settled(): Promise<void>;
}

/** As long as the service keeps a quiet session. */
export const QUIET_MS = 10 * 60_000;

const UNAUTHORISED = 401;

/**
 * A page at which nobody is signed in yet.
 *
 * @param unreachable said when the service does not answer
 * @param fresh what the page shows at first
 * @param left told before what was shown is forgotten
 */
export function openSession<Shown extends object, Opened extends { token: string }>(
  door: Door<Opened>,
  unreachable: string,
  fresh: () => Shown,
  left: () => void = () => undefined,
): Session<Shown, Opened> {
  const outside = (): SessionState => ({ within: false, busy: false, said: undefined });
  const state = shallowReactive({ ...outside(), ...fresh() });
  const own: SessionState = state;
  let token: string | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  let quiet: ReturnType<typeof setTimeout> | undefined;

  function leave(said?: Said) {
    token = undefined;
    clearTimeout(quiet);
    left();
    Object.assign(state, outside(), fresh(), { said });
  }

  function awake() {
    clearTimeout(quiet);
    quiet = setTimeout(() => leave({ tone: "info", text: words.quiet }), QUIET_MS);
  }

  function tell(tone: Said["tone"], text: string) {
    own.said = { tone, text };
  }

  function took<T>(came: Outcome<T>): T | undefined {
    switch (came.kind) {
      case "ok":
        return came.value;
      case "refused":
        if (token !== undefined && came.problem.status === UNAUTHORISED)
          leave({ tone: "danger", text: came.problem.detail });
        else tell("danger", came.problem.detail);
        return undefined;
      case "unreachable":
        tell("danger", unreachable);
        return undefined;
    }
  }

  async function look<T>(ask: Ask<T>): Promise<T | undefined> {
    const mine = token;
    if (mine === undefined) return undefined;
    const came = await ask(mine);
    // Whoever asked has left meanwhile: what came is for nobody.
    return token === mine ? took(came) : undefined;
  }

  return {
    state,
    leave,
    awake,
    tell,
    look,
    async act(ask) {
      const mine = token;
      if (mine === undefined || own.busy) return undefined;
      own.busy = true;
      own.said = undefined;
      awake();
      const asked = look(ask).then((came) => {
        if (token === mine) own.busy = false;
        return came;
      });
      underWay = asked;
      return asked;
    },
    async settled() {
      for (let seen: Promise<unknown> | undefined; seen !== underWay;) {
        seen = underWay;
        await seen;
      }
    },
    async signIn(number, password) {
      if (own.busy || own.within) return undefined;
      if (number.trim() === "" || password === "") {
        tell("danger", words.fillBoth);
        return undefined;
      }
      own.busy = true;
      own.said = undefined;
      const opened = took(await door.signIn(number.trim(), password));
      own.busy = false;
      if (!opened) return undefined;
      token = opened.token;
      own.within = true;
      awake();
      return opened;
    },
    async signOut() {
      const mine = token;
      leave();
      if (mine !== undefined) await door.signOut(mine);
    },
  };
}
