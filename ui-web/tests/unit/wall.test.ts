import { describe, expect, it } from "vitest";
import type { Alarm, Condition, Terminal } from "@/hall/contract";
import { elapsed } from "@/hall/elapsed";
import { openBoard } from "@/hall/wall";

const AT = "2026-03-02T04:00:00Z";

const terminal = (name: string, condition: Condition): Terminal => ({
  hall: "xining-01",
  terminal: name,
  condition,
  since: AT,
  heardAt: AT,
  findings: [],
});

const alarm = (id: number, more: Partial<Alarm> = {}): Alarm => ({
  id,
  hall: "xining-01",
  terminal: "T-1",
  code: "offline",
  severity: "critical",
  first: AT,
  last: AT,
  count: 1,
  ...more,
});

const nothing = { terminals: [], alarms: [] };
const ignored = { malformed: 0, oversize: 0, foreign: 0 };

describe("the wall", () => {
  it("shows the worst terminals first, and T-2 before T-10", () => {
    const board = openBoard();
    board.take({
      broker: true,
      orders: true,
      workOrders: 0,
      terminals: [
        terminal("T-10", "ok"),
        terminal("T-2", "ok"),
        terminal("T-3", "offline"),
        terminal("T-4", "outOfOrder"),
      ],
      alarms: [],
      ignored,
    });
    expect(board.sorted.value.map((it) => it.terminal)).toEqual(["T-4", "T-3", "T-2", "T-10"]);
    expect(board.counts.value).toEqual({ ok: 2, attention: 0, outOfOrder: 1, offline: 1 });
  });

  it("takes a change in place of what it showed", () => {
    const board = openBoard();
    board.take({ broker: true, orders: true, workOrders: 0, terminals: [terminal("T-1", "ok")], alarms: [], ignored });
    board.change({ ...nothing, terminals: [terminal("T-1", "offline")] });
    expect(board.sorted.value.map((it) => it.condition)).toEqual(["offline"]);
  });

  it("drops an alarm that is over and puts those nobody has seen first", () => {
    const board = openBoard();
    board.take({
      broker: true,
      orders: true,
      workOrders: 0,
      terminals: [],
      alarms: [alarm(1), alarm(2, { severity: "note" }), alarm(3, { acknowledgedBy: "1001" })],
      ignored,
    });
    expect(board.standing.value.map((it) => it.id)).toEqual([1, 2, 3]);
    board.change({ ...nothing, alarms: [alarm(1, { cleared: AT })] });
    expect(board.standing.value.map((it) => it.id)).toEqual([2, 3]);
  });

  it("says when the broker is away and keeps saying it until it is back", () => {
    const board = openBoard();
    board.change({ ...nothing, broker: false });
    board.change(nothing);
    expect(board.state.broker).toBe(false);
    board.change({ ...nothing, broker: true });
    expect(board.state.broker).toBe(true);
  });

  it("counts time in words, and a clock ahead of ours as now", () => {
    const now = Date.parse(AT);
    expect(elapsed(AT, now - 1)).toBe("刚才");
    expect(elapsed(AT, now + 61_000)).toBe("1 分钟");
    expect(elapsed(AT, now + 3_660_000)).toBe("1 小时 1 分");
    expect(elapsed(AT, now + 90_000_000)).toBe("1 天");
  });
});
