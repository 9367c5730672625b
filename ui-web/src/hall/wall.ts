import { computed, type ComputedRef, reactive, shallowReactive } from "vue";
import type { Alarm, Condition, Order, Severity, Terminal, Wall, WallChanges } from "./contract";

/** The worst first. */
const CONDITIONS: readonly Condition[] = ["outOfOrder", "offline", "attention", "ok"];
const SEVERITIES: readonly Severity[] = ["critical", "warning", "note"];

const MOST_ORDERS = 500;

/** Names a terminal among all halls. */
export const keyOf = (of: Pick<Terminal, "hall" | "terminal">): string => `${of.hall}/${of.terminal}`;

/** What the wall shows, kept up to date by what the monitor sends. */
export interface WallState {
  /** Whether the monitor is heard. */
  live: boolean;
  /** Whether the monitor hears the broker. */
  broker: boolean;
  /** Whether terminals can be told anything. */
  orders: boolean;
  /** How many work orders are open. */
  workOrders: number;
  /** Grows whenever work orders change. */
  workOrdersAt: number;
  readonly terminals: Map<string, Terminal>;
  readonly placed: Map<number, Order>;
  readonly alarms: Map<number, Alarm>;
}

export interface WallBoard {
  readonly state: WallState;
  /** The worst first, then by number. */
  readonly sorted: ComputedRef<readonly Terminal[]>;
  readonly counts: ComputedRef<Readonly<Record<Condition, number>>>;
  /** The most urgent first, and those nobody has seen before the others. */
  readonly standing: ComputedRef<readonly Alarm[]>;
  take(wall: Wall): void;
  change(changes: WallChanges): void;
  /** The orders to a terminal that are known, the newest first. */
  ordersTo(of: Pick<Terminal, "hall" | "terminal">): readonly Order[];
  /** Takes orders up that were asked for. */
  putOrders(orders: readonly Order[]): void;
  lost(): void;
}

const byName = new Intl.Collator("zh-CN", { numeric: true });

export function openBoard(): WallBoard {
  const state: WallState = reactive({
    live: false,
    broker: true,
    orders: false,
    workOrders: 0,
    workOrdersAt: 0,
    placed: shallowReactive(new Map<number, Order>()),
    terminals: shallowReactive(new Map<string, Terminal>()),
    alarms: shallowReactive(new Map<number, Alarm>()),
  });

  const put = (terminal: Terminal) => state.terminals.set(keyOf(terminal), terminal);
  const putOrders = (orders: readonly Order[]) => {
    for (const order of orders) state.placed.set(order.number, order);
    // A wall runs for weeks; what is older is asked for again.
    const oldest = [...state.placed.keys()].sort((a, b) => a - b);
    oldest.slice(0, Math.max(0, oldest.length - MOST_ORDERS)).forEach((number) => state.placed.delete(number));
  };
  const putAlarm = (alarm: Alarm) =>
    alarm.cleared === undefined ? state.alarms.set(alarm.id, alarm) : state.alarms.delete(alarm.id);

  return {
    state,
    sorted: computed(() =>
      [...state.terminals.values()].sort(
        (a, b) =>
          CONDITIONS.indexOf(a.condition) - CONDITIONS.indexOf(b.condition) || byName.compare(keyOf(a), keyOf(b)),
      ),
    ),
    counts: computed(() => {
      const counts: Record<Condition, number> = { ok: 0, attention: 0, outOfOrder: 0, offline: 0 };
      for (const { condition } of state.terminals.values()) counts[condition]++;
      return counts;
    }),
    standing: computed(() =>
      [...state.alarms.values()].sort(
        (a, b) =>
          Number(a.acknowledgedBy !== undefined) - Number(b.acknowledgedBy !== undefined) ||
          SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
          b.id - a.id,
      ),
    ),
    take(wall) {
      state.live = true;
      state.broker = wall.broker;
      state.orders = wall.orders;
      state.workOrders = wall.workOrders;
      state.workOrdersAt++;
      state.terminals.clear();
      state.alarms.clear();
      wall.terminals.forEach(put);
      wall.alarms.forEach(putAlarm);
    },
    change(changes) {
      state.broker = changes.broker ?? state.broker;
      if (changes.workOrders !== undefined) {
        state.workOrders = changes.workOrders;
        state.workOrdersAt++;
      }
      changes.terminals.forEach(put);
      changes.alarms.forEach(putAlarm);
      putOrders(changes.orders ?? []);
    },
    ordersTo: (of) =>
      [...state.placed.values()].filter((order) => keyOf(order) === keyOf(of)).sort((a, b) => b.number - a.number),
    putOrders,
    lost() {
      state.live = false;
    },
  };
}

/**
 * Hears the monitor for as long as the page is open; the browser reconnects by itself.
 *
 * @param hall the one hall whose terminals the wall shows; all where it is null
 */
export function hear(board: WallBoard, hall: string | null): void {
  const source = new EventSource(`/api/hall/events${hall === null ? "" : `?hall=${encodeURIComponent(hall)}`}`);
  source.addEventListener("wall", ({ data }: MessageEvent<string>) => board.take(JSON.parse(data) as Wall));
  source.addEventListener("changes", ({ data }: MessageEvent<string>) => board.change(JSON.parse(data) as WallChanges));
  source.addEventListener("error", () => board.lost());
}
