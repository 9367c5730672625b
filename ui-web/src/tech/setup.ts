import type { DeepReadonly } from "vue";
import type { Setup, SetupStep } from "@/contract";
import { type Ask, openSession, type SessionState } from "@/door/session";
import { type DeviceDesk, openDevices } from "./devices";
import type { TechService, Verdict } from "./techService";
import { words } from "./techWords";

/** What the steps show. */
interface Shown {
  setup: Setup | undefined;
  /** Index of the step that is open. */
  at: number;
  /** Address of the report, once it was made. */
  report: string;
}

/** What the page shows; all of it is gone when the technician leaves. */
export type SetupState = SessionState & Shown;

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
  printReport(): Promise<void>;
}

/** How often a running check is looked after. */
const LOOK_MS = 1000;

/** Whether a field is a value of the configuration; the others a person signs for. */
export const configures = (key: string) => !key.startsWith("signed.");

/** The step that wants doing next. */
const firstOpen = (steps: readonly SetupStep[]) =>
  Math.max(
    0,
    steps.findIndex((step) => step.state !== "done"),
  );

/** Nobody is signed in yet. */
export function openSetup(service: TechService): SetupVisit {
  const session = openSession(service, words.unreachable, fresh, left);
  const { state, awake } = session;
  const desk = openDevices(service, session.look, awake);
  let later: ReturnType<typeof setTimeout> | undefined;

  function fresh(): Shown {
    return { setup: undefined, at: 0, report: "" };
  }

  function left() {
    clearTimeout(later);
    desk.close();
    if (state.report) URL.revokeObjectURL(state.report);
  }

  function show(setup: Setup) {
    state.setup = setup;
    clearTimeout(later);
    if (setup.steps.some((step) => step.checks.some((check) => check.running)))
      later = setTimeout(() => void refresh(), LOOK_MS);
  }

  async function refresh() {
    const setup = await session.look((token) => service.setup(token));
    if (setup) show(setup);
  }

  /** Changes something and shows what that came to; whether it was done. */
  async function change(ask: Ask<Setup>): Promise<boolean> {
    const setup = await session.act(ask);
    if (setup) show(setup);
    return setup !== undefined;
  }

  return {
    state,
    desk,
    async signIn(number, password) {
      if (!(await session.signIn(number, password))) return;
      await refresh();
      state.at = firstOpen(state.setup?.steps ?? []);
    },
    signOut: session.signOut,
    open(index) {
      state.at = index;
      state.said = undefined;
      awake();
    },
    async save(values) {
      const step = state.setup?.steps[state.at];
      if (step && (await change((token) => service.save(token, step.id, values))))
        session.tell("success", state.setup?.changed ? words.proposed : words.saved);
    },
    async begin(check) {
      await change((token) => service.begin(token, check));
    },
    async judge(check, verdict, said = "") {
      await change((token) => service.judge(token, check, verdict, said));
    },
    async accept() {
      await change((token) => service.accept(token));
    },
    async apply() {
      const applying = await session.act(async (token) => {
        const came = await service.apply(token);
        return came.kind === "ok" ? { kind: "ok", value: true } : came;
      });
      if (applying) session.leave({ tone: "info", text: words.applying });
    },
    async makeReport() {
      const report = await session.act(async (token) => ({ kind: "ok", value: await service.report(token) }));
      if (report) state.report = report;
      else if (state.within) session.tell("danger", words.reportFailed);
    },
    async printReport() {
      const tried = await session.act((token) => service.printReport(token));
      if (tried) session.tell(tried.good ? "success" : "danger", tried.text);
    },
  };
}
