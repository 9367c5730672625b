import { openSession, type SessionState } from "@/door/session";
import { ask } from "@/service/ask";
import type { Alarm, Deed, Order, PulledLog, Role, Terminal, WorkOrder } from "./contract";
import { words } from "./hallWords";

/** What somebody signed in may do at the wall. */
export interface Hands {
  readonly state: Readonly<SessionState & { role: Role | undefined }>;
  signIn(number: string, password: string): Promise<boolean>;
  signOut(): Promise<void>;
  acknowledge(alarm: Alarm): Promise<void>;
  clear(alarm: Alarm): Promise<void>;
  /** Gives a terminal an order; whether it was sent, which says nothing of what became of it. */
  order(to: Terminal, what: OrderKind, body?: OrderBody): Promise<boolean>;
  /** What a terminal told of its log when an order asked for it. */
  log(of: Terminal, order: Order): Promise<PulledLog | undefined>;
  workOrders(): Promise<WorkOrder[] | undefined>;
  /** Opens a work order, or moves one on; whether that was done. */
  workOrder(what: WorkOrderDeed): Promise<boolean>;
  /** The work orders as a table. */
  workOrderTable(): Promise<Blob | undefined>;
  /** Who did what; supervisors are told. */
  deeds(): Promise<Deed[] | undefined>;
  /** Asks for the orders a terminal was given. */
  recall(of: Terminal): Promise<void>;
}

/** The last part of an order's address. */
export type OrderKind =
  | "close"
  | "reopen"
  | "print-test"
  | "restart-screen"
  | "restart-service"
  | "volume"
  | "notice"
  | "notice-over"
  | "log";

/** What goes with an order. */
export type OrderBody = { reason?: string; text?: string; until?: string; percent?: number };

/** What can be done with work orders. */
export type WorkOrderDeed =
  | { open: Pick<WorkOrder, "hall" | "terminal" | "fault"> & { device?: string; alarm?: number } }
  | { assign: string; owner: string; dueOn: string }
  | { close: string; done: string };

/** What hands hand on. */
export interface Heard {
  alarm(alarm: Alarm): void;
  orders(orders: readonly Order[]): void;
}

const ofTerminal = (of: Terminal) => `/api/hall/terminals/${of.hall}/${of.terminal}`;
const addressOf = (of: Terminal) => `${ofTerminal(of)}/orders`;
const WORK_ORDERS = "/api/hall/work-orders";

function deedOf(what: WorkOrderDeed): [address: string, body: object] {
  if ("open" in what) return [WORK_ORDERS, what.open];
  if ("assign" in what) return [`${WORK_ORDERS}/${what.assign}/assign`, { owner: what.owner, dueOn: what.dueOn }];
  return [`${WORK_ORDERS}/${what.close}/close`, { done: what.done }];
}

/** @param heard takes up what came back */
export function openHands(heard: Heard): Hands {
  const session = openSession(
    {
      signIn: (number, password) =>
        ask<{ token: string; role: Role }>("POST", "/api/hall/sign-in", { number, password }),
      signOut: (token) => ask("DELETE", "/api/hall/sign-in", undefined, token),
    },
    words.unreachable,
    () => ({ role: undefined as Role | undefined }),
  );
  const { state, act, look } = session;

  async function change(alarm: Alarm, what: "acknowledge" | "clear") {
    const now = await act((token) => ask<Alarm>("POST", `/api/hall/alarms/${alarm.id}/${what}`, undefined, token));
    if (now) heard.alarm(now);
  }

  return {
    state,
    async signIn(number, password) {
      const opened = await session.signIn(number, password);
      state.role = opened?.role;
      return opened !== undefined;
    },
    signOut: session.signOut,
    acknowledge: (alarm) => change(alarm, "acknowledge"),
    clear: (alarm) => change(alarm, "clear"),
    async order(to, what, body) {
      const placed = await act((token) => ask<Order>("POST", `${addressOf(to)}/${what}`, body ?? {}, token));
      if (placed) heard.orders([placed]);
      return placed !== undefined;
    },
    log: (of, order) =>
      act((token) => ask<PulledLog>("GET", `${ofTerminal(of)}/logs/${order.number}`, undefined, token)),
    workOrders: () => look((token) => ask<WorkOrder[]>("GET", WORK_ORDERS, undefined, token)),
    async workOrder(what) {
      return (await act((token) => ask<WorkOrder>("POST", ...deedOf(what), token))) !== undefined;
    },
    workOrderTable: () =>
      act(async (token) => {
        const answer = await fetch(`${WORK_ORDERS}.csv`, { headers: { Authorization: `Bearer ${token}` } });
        return answer.ok ? { kind: "ok", value: await answer.blob() } : { kind: "unreachable" };
      }),
    deeds: () => look((token) => ask<Deed[]>("GET", "/api/hall/deeds", undefined, token)),
    async recall(of) {
      const came = await ask<Order[]>("GET", addressOf(of));
      if (came.kind === "ok") heard.orders(came.value);
    },
  };
}
