import type { DeepReadonly } from "vue";
import type {
  Readiness,
  StaffAudit,
  StaffCards,
  StaffDay,
  StaffDoors,
  StaffFigures,
  StaffFiling,
  StaffFilings,
  StaffState,
  StaffTasks,
} from "@/contract";
import { type Ask, openSession, type SessionState } from "@/door/session";
import type { StaffService } from "./staffService";
import { words } from "./staffWords";

export type Tab = "state" | "figures" | "filings" | "tasks" | "day" | "readiness" | "service" | "cards" | "audit";

/** What the tabs show. */
interface Shown {
  tab: Tab;
  terminal: StaffState | undefined;
  figures: StaffFigures | undefined;
  filings: StaffFilings | undefined;
  tasks: StaffTasks | undefined;
  /** Such as 2026-03-02; "" while none is chosen. */
  date: string;
  day: StaffDay | undefined;
  readiness: Readiness | undefined;
  doors: StaffDoors | undefined;
  cards: StaffCards | undefined;
  audit: StaffAudit | undefined;
}

/** What the page shows; all of it is gone when staff leave. */
export type DeskState = SessionState & Shown;

/** Where staff work: one session, kept nowhere but here, and what it last read. */
export interface Desk {
  readonly state: DeepReadonly<DeskState>;
  signIn(number: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  /** Opens a tab and reads it anew. */
  show(tab: Tab): Promise<void>;
  /** Looks beside whatever goes on how the terminal is. */
  lookAtTerminal(): Promise<void>;
  compare(date: string): Promise<void>;
  again(filing: Pick<StaffFiling, "key" | "slip">): Promise<void>;
  giveUp(filing: Pick<StaffFiling, "key" | "slip">): Promise<void>;
  putRight(key: string, slip: string): Promise<void>;
  /** Sees to a task from now on. */
  takeTask(id: number): Promise<void>;
  /** Says what was put right; a supervisor checks it. */
  remedyTask(id: number, what: string): Promise<void>;
  /** Shows the number that was left for a reply. */
  showContact(id: number): Promise<void>;
  /** Says what whoever left it was told. */
  replyTask(id: number, what: string): Promise<void>;
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
  /** Registers the card that is laid on the terminal's reader within half a minute. */
  registerCard(number: string, pin: string, repeated: string): Promise<void>;
  removeCard(number: string): Promise<void>;
  itemName(filing: Pick<StaffFiling, "region" | "item">): string;
}

/**
 * A desk nobody sits at yet.
 *
 * @param today the hall's date, such as 2026-03-02
 */
export function openDesk(service: StaffService, today: () => string): Desk {
  const session = openSession(service, words.unreachable, fresh);
  const { state, act } = session;
  let names: ReadonlyMap<string, string> = new Map();

  function fresh(): Shown {
    return {
      tab: "state",
      terminal: undefined,
      figures: undefined,
      filings: undefined,
      tasks: undefined,
      date: today(),
      day: undefined,
      readiness: undefined,
      doors: undefined,
      cards: undefined,
      audit: undefined,
    };
  }

  async function read() {
    switch (state.tab) {
      case "state":
        state.terminal = (await act((token) => service.terminal(token))) ?? state.terminal;
        return;
      case "figures":
        state.figures = (await act((token) => service.figures(token))) ?? state.figures;
        return;
      case "filings":
        state.filings = (await act((token) => service.filings(token))) ?? state.filings;
        return;
      case "tasks":
        state.tasks = (await act((token) => service.tasks(token))) ?? state.tasks;
        return;
      case "day":
        return compare(state.date);
      case "readiness":
        state.readiness = (await act((token) => service.readiness(token))) ?? state.readiness;
        return;
      case "service":
        state.doors = (await act((token) => service.doors(token))) ?? state.doors;
        return;
      case "cards":
        state.cards = (await act((token) => service.cards(token))) ?? state.cards;
        return;
      case "audit":
        state.audit = (await act((token) => service.audit(token))) ?? state.audit;
    }
  }

  async function compare(date: string) {
    if (state.busy) return;
    state.date = date;
    state.day = undefined;
    if (date === "") {
      session.tell("danger", words.noDay);
      return;
    }
    state.day = await act((token) => service.day(token, date));
  }

  /** Changes a filing, reads the list anew and says what came of the change. */
  async function change(call: Ask<StaffFiling>, tell: (slip: string, state: string) => string) {
    const changed = await act(call);
    if (!changed) return;
    await read();
    if (state.within && !state.said) session.tell("success", tell(changed.slip, changed.state));
  }

  async function task(call: Ask<StaffTasks>, told: string) {
    const tasks = await act(call);
    if (!tasks) return;
    state.tasks = tasks;
    session.tell("success", told);
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
      if (!(await session.signIn(number, password))) return;
      await readNames();
      await read();
    },
    signOut: session.signOut,
    async show(tab) {
      const waits = state.busy;
      state.tab = tab;
      await session.settled();
      // What was said of it nobody has read yet.
      const said = waits ? state.said : undefined;
      if (state.tab === tab) await read();
      if (said && !state.said) session.tell(said.tone, said.text);
    },
    async lookAtTerminal() {
      state.terminal = (await session.look((token) => service.terminal(token))) ?? state.terminal;
    },
    compare,
    again: ({ key }) => change((token) => service.again(token, key), words.againDone),
    giveUp: ({ key }) => change((token) => service.giveUp(token, key), words.giveUpDone),
    async putRight(key, slip) {
      const day = await act((token) => service.putRight(token, state.date, key));
      if (!day) return;
      state.day = day;
      session.tell("success", words.putRightDone(slip));
    },
    takeTask: (id) => task((token) => service.takeTask(token, id), words.taskTaken),
    async remedyTask(id, what) {
      if (what.trim() === "") {
        session.tell("danger", words.noRemedy);
        return;
      }
      await task((token) => service.remedyTask(token, id, what.trim()), words.taskRemedied);
    },
    async showContact(id) {
      const contact = await act((token) => service.taskContact(token, id));
      if (contact) session.tell("info", words.contactIs(contact.phone));
    },
    async replyTask(id, what) {
      if (what.trim() === "") {
        session.tell("danger", words.noReply);
        return;
      }
      await task((token) => service.replyTask(token, id, what.trim()), words.taskReplied);
    },
    checkTask: (id, good) =>
      task((token) => service.checkTask(token, id, good), good ? words.taskClosed : words.taskSentBack),
    async lookOver() {
      state.readiness = (await act((token) => service.lookOver(token))) ?? state.readiness;
    },
    async printReadiness() {
      const came = await act((token) => service.printReadiness(token));
      if (came) session.tell("success", words.printed);
    },
    async open() {
      state.doors = (await act((token) => service.open(token))) ?? state.doors;
    },
    async close(reason, until) {
      if (reason.trim() === "") {
        session.tell("danger", words.noReason);
        return;
      }
      state.doors = (await act((token) => service.close(token, reason.trim(), until))) ?? state.doors;
    },
    async registerCard(number, pin, repeated) {
      if (pin !== repeated) {
        session.tell("danger", words.pinDiffers);
        return;
      }
      const cards = await act((token) => service.registerCard(token, number.trim(), pin));
      if (!cards) return;
      state.cards = cards;
      session.tell("success", words.cardRegistered(number.trim()));
    },
    async removeCard(number) {
      const cards = await act((token) => service.removeCard(token, number));
      if (!cards) return;
      state.cards = cards;
      session.tell("success", words.cardRemoved(number));
    },
    itemName: ({ region, item }) => names.get(`${region}/${item}`) ?? words.itemNumber(item),
  };
}
