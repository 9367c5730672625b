import type {
  Catalog,
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
import { ask, type Outcome } from "@/service/ask";

/** The part of the terminal service that staff use; every call but the first two needs the token of the sign-in. */
export interface StaffService {
  signIn(number: string, password: string): Promise<Outcome<{ token: string }>>;
  /** Names of the items; nothing of anybody. */
  catalog(): Promise<Outcome<Catalog>>;
  signOut(token: string): Promise<Outcome<void>>;
  /** How this terminal is. */
  terminal(token: string): Promise<Outcome<StaffState>>;
  /** What it did in the last month. */
  figures(token: string): Promise<Outcome<StaffFigures>>;
  filings(token: string): Promise<Outcome<StaffFilings>>;
  again(token: string, key: string): Promise<Outcome<StaffFiling>>;
  giveUp(token: string, key: string): Promise<Outcome<StaffFiling>>;
  /** @param day such as 2026-03-02 */
  day(token: string, day: string): Promise<Outcome<StaffDay>>;
  putRight(token: string, day: string, key: string): Promise<Outcome<StaffDay>>;
  /** What staff have to see to, the most urgent first. */
  tasks(token: string): Promise<Outcome<StaffTasks>>;
  takeTask(token: string, id: number): Promise<Outcome<StaffTasks>>;
  /** @param what was put right; 1 to 200 characters */
  remedyTask(token: string, id: number, what: string): Promise<Outcome<StaffTasks>>;
  /** @param good closes it; otherwise it goes back */
  taskContact(token: string, id: number): Promise<Outcome<{ phone: string }>>;
  replyTask(token: string, id: number, what: string): Promise<Outcome<StaffTasks>>;
  checkTask(token: string, id: number, good: boolean): Promise<Outcome<StaffTasks>>;
  audit(token: string): Promise<Outcome<StaffAudit>>;
  /** How the terminal was found when it last looked itself over. */
  readiness(token: string): Promise<Outcome<Readiness>>;
  lookOver(token: string): Promise<Outcome<Readiness>>;
  printReadiness(token: string): Promise<Outcome<{ printed: boolean }>>;
  /** Whose cards sign in at the screen; for supervisors. */
  cards(token: string): Promise<Outcome<StaffCards>>;
  /** Waits half a minute for a card on the terminal's reader. */
  registerCard(token: string, number: string, pin: string): Promise<Outcome<StaffCards>>;
  removeCard(token: string, number: string): Promise<Outcome<StaffCards>>;
  /** Whether anybody may begin a visit. */
  doors(token: string): Promise<Outcome<StaffDoors>>;
  open(token: string): Promise<Outcome<StaffDoors>>;
  /** @param until such as 2026-11-23T09:00; "" until it is opened */
  close(token: string, reason: string, until: string): Promise<Outcome<StaffDoors>>;
}

/** Longer than a card is waited for. */
const CARD_LIMIT_MS = 40_000;

/** The service that served this page. */
export function staffOverHttp(): StaffService {
  return {
    signIn: (number, password) => ask("POST", "/api/staff/sign-in", { number, password }),
    catalog: () => ask("GET", "/api/catalog?language=zh-CN"),
    signOut: (token) => ask("DELETE", "/api/staff/sign-in", undefined, token),
    terminal: (token) => ask("GET", "/api/staff/state", undefined, token),
    figures: (token) => ask("GET", "/api/staff/figures", undefined, token),
    filings: (token) => ask("GET", "/api/staff/filings", undefined, token),
    again: (token, key) => ask("POST", `/api/staff/filings/${key}/again`, undefined, token),
    giveUp: (token, key) => ask("POST", `/api/staff/filings/${key}/give-up`, undefined, token),
    day: (token, day) => ask("GET", `/api/staff/day/${day}`, undefined, token),
    putRight: (token, day, key) => ask("POST", `/api/staff/day/${day}/put-right`, { key }, token),
    readiness: (token) => ask("GET", "/api/staff/readiness", undefined, token),
    lookOver: (token) => ask("POST", "/api/staff/readiness", undefined, token),
    printReadiness: (token) => ask("POST", "/api/staff/readiness/print", undefined, token),
    cards: (token) => ask("GET", "/api/staff/cards", undefined, token),
    registerCard: (token, number, pin) => ask("POST", "/api/staff/cards", { number, pin }, token, CARD_LIMIT_MS),
    removeCard: (token, number) => ask("DELETE", `/api/staff/cards/${number}`, undefined, token),
    doors: (token) => ask("GET", "/api/staff/service", undefined, token),
    open: (token) => ask("POST", "/api/staff/service", { open: true }, token),
    close: (token, reason, until) => ask("POST", "/api/staff/service", { open: false, reason, until }, token),
    tasks: (token) => ask("GET", "/api/staff/tasks", undefined, token),
    takeTask: (token, id) => ask("POST", `/api/staff/tasks/${id}/take`, undefined, token),
    remedyTask: (token, id, what) => ask("POST", `/api/staff/tasks/${id}/remedy`, { what }, token),
    taskContact: (token, id) => ask("POST", `/api/staff/tasks/${id}/contact`, undefined, token),
    replyTask: (token, id, what) => ask("POST", `/api/staff/tasks/${id}/reply`, { what }, token),
    checkTask: (token, id, good) => ask("POST", `/api/staff/tasks/${id}/check`, { good }, token),
    audit: (token) => ask("GET", "/api/staff/audit", undefined, token),
  };
}
