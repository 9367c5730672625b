import { type DeepReadonly, shallowReactive } from "vue";
import type { Setup, SetupStep } from "@/contract";
import type { Outcome } from "@/service/ask";
import { type DeviceDesk, openDevices } from "./devices";
import type { TechService, Verdict } from "./techService";
import { words } from "./techWords";

/** What the page shows; all of it is gone when the technician leaves. */
export interface SetupState {
  within: boolean;
  busy: boolean;
  said: { readonly tone: "success" | "danger" | "info"; readonly text: string } | undefined;
  setup: Setup | undefined;
  /** Index of the step that is open. */
  at: number;
  /** Address of the report, once it was made. */
  report: string;
}

/** Setting the terminal up: one session, kept nowhere but here, and what the service last said. */
export interface SetupVisit {
  readonly state: DeepReadonly<SetupState>;
  readonly desk: DeviceDesk;
  signIn(number: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  open(index: number): void;
  save(values: Readonly<Record<string, string>>): Promise<void>;
  begin(check: string): Promise<void>;
  judge(check: string, verdict: Verdict, said?: string): Promise<void>;
  accept(): Promise<void>;
  apply(): Promise<void>;
  makeReport(): Promise<void>;
}

/** As long as the service keeps a quiet session. */
const QUIET_MS = 10 * 60_000;
/** How often a running check is looked after. */
const LOOK_MS = 1000;
const UNAUTHORISED = 401;

/** The step that wants doing next. */
const firstOpen = (steps: readonly SetupStep[]) =>
  Math.max(
    0,
    steps.findIndex((step) => step.state !== "done"),
  );

/** Nobody is signed in yet. */
export function openSetup(service: TechService): SetupVisit {
  const state = shallowReactive<SetupState>(empty());
  let token: string | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let look: ReturnType<typeof setTimeout> | undefined;

  function empty(): SetupState {
    return { within: false, busy: false, said: undefined, setup: undefined, at: 0, report: "" };
  }

  function leave(said?: SetupState["said"]) {
    token = undefined;
    clearTimeout(quiet);
    clearTimeout(look);
    desk.close();
    if (state.report) URL.revokeObjectURL(state.report);
    Object.assign(state, empty(), { said });
  }

  function awake() {
    clearTimeout(quiet);
    quiet = setTimeout(() => leave({ tone: "info", text: words.quiet }), QUIET_MS);
  }

  const complain = (text: string) => (state.said = { tone: "danger", text });

  function show(setup: Setup) {
    state.setup = setup;
    clearTimeout(look);
    if (setup.steps.some((step) => step.checks.some((check) => check.running)))
      look = setTimeout(() => void call((mine) => service.setup(mine)), LOOK_MS);
  }

  /** Asks for whoever is signed in; undefined when there is nothing to go on with, and then the page says why. */
  async function within<T>(ask: (token: string) => Promise<Outcome<T>>): Promise<T | undefined> {
    const mine = token;
    if (mine === undefined) return undefined;
    const came = await ask(mine);
    if (token !== mine) return undefined;
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

  const desk = openDevices(service, within, awake);

  async function call(ask: (token: string) => Promise<Outcome<Setup>>): Promise<boolean> {
    const setup = await within(ask);
    if (setup) show(setup);
    return setup !== undefined;
  }

  /** As {@link call}, by hand: one at a time, and what was said before is forgotten. */
  async function act(ask: (token: string) => Promise<Outcome<Setup>>): Promise<boolean> {
    if (state.busy) return false;
    state.busy = true;
    state.said = undefined;
    awake();
    const done = await call(ask);
    state.busy = false;
    return done;
  }

  return {
    state,
    desk,
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
      if (came.kind !== "ok") {
        complain(came.kind === "refused" ? came.problem.detail : words.unreachable);
        return;
      }
      token = came.value.token;
      awake();
      if (await call((mine) => service.setup(mine))) {
        state.at = firstOpen(state.setup?.steps ?? []);
        state.within = true;
      }
    },
    async signOut() {
      const mine = token;
      leave();
      if (mine !== undefined) await service.signOut(mine);
    },
    open(index) {
      state.at = index;
      state.said = undefined;
      awake();
    },
    async save(values) {
      const step = state.setup?.steps[state.at];
      if (step && (await act((mine) => service.save(mine, step.id, values))))
        state.said = { tone: "success", text: words.saved };
    },
    async begin(check) {
      await act((mine) => service.begin(mine, check));
    },
    async judge(check, verdict, said = "") {
      await act((mine) => service.judge(mine, check, verdict, said));
    },
    async accept() {
      await act((mine) => service.accept(mine));
    },
    async apply() {
      const mine = token;
      if (mine === undefined || state.busy) return;
      state.busy = true;
      const came = await service.apply(mine);
      state.busy = false;
      if (came.kind === "ok") leave({ tone: "info", text: words.applying });
      else complain(came.kind === "refused" ? came.problem.detail : words.unreachable);
    },
    async makeReport() {
      const mine = token;
      if (mine === undefined) return;
      awake();
      state.report = await service.report(mine);
      if (!state.report) complain(words.reportFailed);
    },
  };
}
