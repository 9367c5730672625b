import { type DeepReadonly, shallowReactive } from "vue";
import type { Readiness, StaffAudit, StaffDay, StaffDoors, StaffFiling, StaffFilings, StaffTasks } from "@/contract";
import type { Outcome } from "@/service/ask";
import type { StaffService } from "./staffService";
import { words } from "./staffWords";

export type Tab = "filings" | "tasks" | "day" | "readiness" | "service" | "audit";

/** What the page shows; all of it is gone when staff leave. */
export interface DeskState {
  within: boolean;
  /** A call is under way; another has to wait. */
  busy: boolean;
  tab: Tab;
  said: { readonly tone: "success" | "danger" | "info"; readonly text: string } | undefined;
  filings: StaffFilings | undefined;
  tasks: StaffTasks | undefined;
  /** Such as 2026-03-02; "" while none is chosen. */
  date: string;
  day: StaffDay | undefined;
  readiness: Readiness | undefined;
  doors: StaffDoors | undefined;
  audit: StaffAudit | undefined;
}

/** Where staff work: one session, kept nowhere but here, and what it last read. */
export interface Desk {
  readonly state: DeepReadonly<DeskState>;
  signIn(number: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  /** Opens a tab and reads it anew. */
  show(tab: Tab): Promise<void>;
  compare(date: string): Promise<void>;
  again(filing: Pick<StaffFiling, "key" | "slip">): Promise<void>;
  giveUp(filing: Pick<StaffFiling, "key" | "slip">): Promise<void>;
  putRight(key: string, slip: string): Promise<void>;
  /** Sees to a task from now on. */
  takeTask(id: number): Promise<void>;
  /** Says what was put right; a supervisor checks it. */
  remedyTask(id: number, what: string): Promise<void>;
  /** @param good closes it; otherwise it goes back to whoever sees to it */
  checkTask(id: number, good: boolean): Promise<void>;
  /** Has the terminal look itself over anew; takes some seconds. */
  lookOver(): Promise<void>;
  /** Has the last report printed on the receipt printer. */
  printReadiness(): Promise<void>;
  /** Puts the terminal back in service. */
  open(): Promise<void>;
  /**
   * Takes the terminal out of service; whoever is in a visit finishes it.
   *
   * @param until such as 2026-11-23T09:00; "" until it is opened
   */
  close(reason: string, until: string): Promise<void>;
  itemName(filing: Pick<StaffFiling, "region" | "item">): string;
}

/** As long as the service keeps a quiet session. */
export const QUIET_MS = 10 * 60_000;

const UNAUTHORISED = 401;

/**
 * A desk nobody sits at yet.
 *
 * @param today the hall's date, such as 2026-03-02
 */
export function openDesk(service: StaffService, today: () => string): Desk {
  const state = shallowReactive<DeskState>(empty());
  let token: string | undefined;
  let names: ReadonlyMap<string, string> = new Map();
  let quiet: ReturnType<typeof setTimeout> | undefined;

  function empty(): DeskState {
    return {
      within: false,
      busy: false,
      tab: "filings",
      said: undefined,
      filings: undefined,
      tasks: undefined,
      date: today(),
      day: undefined,
      readiness: undefined,
      doors: undefined,
      audit: undefined,
    };
  }

  function leave(said?: DeskState["said"]) {
    token = undefined;
    clearTimeout(quiet);
    Object.assign(state, empty(), { said });
  }

  function awake() {
    clearTimeout(quiet);
    quiet = setTimeout(() => leave({ tone: "info", text: words.quiet }), QUIET_MS);
  }

  const complain = (text: string) => (state.said = { tone: "danger", text });

  /** Asks for somebody signed in; undefined when there is nothing to go on with, and then the page says why. */
  async function within<T>(call: (token: string) => Promise<Outcome<T>>): Promise<T | undefined> {
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

  async function read() {
    switch (state.tab) {
      case "filings":
        state.filings = (await within((mine) => service.filings(mine))) ?? state.filings;
        return;
      case "tasks":
        state.tasks = (await within((mine) => service.tasks(mine))) ?? state.tasks;
        return;
      case "day":
        return compare(state.date);
      case "readiness":
        state.readiness = (await within((mine) => service.readiness(mine))) ?? state.readiness;
        return;
      case "service":
        state.doors = (await within((mine) => service.doors(mine))) ?? state.doors;
        return;
      case "audit":
        state.audit = (await within((mine) => service.audit(mine))) ?? state.audit;
    }
  }

  async function compare(date: string) {
    if (state.busy) return;
    state.date = date;
    state.day = undefined;
    if (date === "") {
      complain(words.noDay);
      return;
    }
    state.day = await within((mine) => service.day(mine, date));
  }

  /** Changes a filing, reads the list anew and says what came of the change. */
  async function change(
    call: (token: string) => Promise<Outcome<StaffFiling>>,
    tell: (slip: string, state: string) => string,
  ) {
    const changed = await within(call);
    if (!changed) return;
    await read();
    if (state.within && !state.said) state.said = { tone: "success", text: tell(changed.slip, changed.state) };
  }

  async function task(call: (token: string) => Promise<Outcome<StaffTasks>>, told: string) {
    const tasks = await within(call);
    if (!tasks) return;
    state.tasks = tasks;
    state.said = { tone: "success", text: told };
  }

  async function readNames() {
    const catalog = await service.catalog();
    if (catalog.kind !== "ok") return;
    const { region, categories } = catalog.value;
    names = new Map(
      categories.flatMap(({ items }) => items.map((item) => [`${region}/${item.seq}`, item.name] as const)),
    );
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
      if (came.kind === "ok") await readNames();
      state.busy = false;
      if (came.kind === "ok") {
        token = came.value.token;
        state.within = true;
        await read();
      } else complain(came.kind === "refused" ? came.problem.detail : words.unreachable);
    },
    async signOut() {
      const mine = token;
      leave();
      if (mine !== undefined) await service.signOut(mine);
    },
    async show(tab) {
      if (state.busy) return;
      state.tab = tab;
      await read();
    },
    compare,
    again: ({ key }) => change((mine) => service.again(mine, key), words.againDone),
    giveUp: ({ key }) => change((mine) => service.giveUp(mine, key), words.giveUpDone),
    async putRight(key, slip) {
      const day = await within((mine) => service.putRight(mine, state.date, key));
      if (!day) return;
      state.day = day;
      state.said = { tone: "success", text: words.putRightDone(slip) };
    },
    takeTask: (id) => task((mine) => service.takeTask(mine, id), words.taskTaken),
    async remedyTask(id, what) {
      if (what.trim() === "") {
        complain(words.noRemedy);
        return;
      }
      await task((mine) => service.remedyTask(mine, id, what.trim()), words.taskRemedied);
    },
    checkTask: (id, good) =>
      task((mine) => service.checkTask(mine, id, good), good ? words.taskClosed : words.taskSentBack),
    async lookOver() {
      state.readiness = (await within((mine) => service.lookOver(mine))) ?? state.readiness;
    },
    async printReadiness() {
      const came = await within((mine) => service.printReadiness(mine));
      if (came) state.said = { tone: "success", text: words.printed };
    },
    async open() {
      state.doors = (await within((mine) => service.open(mine))) ?? state.doors;
    },
    async close(reason, until) {
      if (reason.trim() === "") {
        complain(words.noReason);
        return;
      }
      state.doors = (await within((mine) => service.close(mine, reason.trim(), until))) ?? state.doors;
    },
    itemName: ({ region, item }) => names.get(`${region}/${item}`) ?? words.itemNumber(item),
  };
}
