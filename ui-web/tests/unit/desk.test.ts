import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StaffDay, StaffFiling, StaffFilings, StaffState } from "@/contract";
import type { Outcome } from "@/service/ask";
import { words as door } from "@/door/doorWords";
import { QUIET_MS } from "@/door/session";
import { openDesk, type Desk } from "@/staff/desk";
import { hallClock, hallDate, hallTime } from "@/service/hallTime";
import type { StaffService } from "@/staff/staffService";
import { words } from "@/staff/staffWords";

const KEY = "0123456789abcdef0123456789abcdef";
const SLIP = "0123456789AB";
const parked: StaffFiling = {
  key: KEY,
  slip: SLIP,
  region: "here",
  item: 12,
  state: "待处理",
  submittedAt: "2026-03-02T01:30:00Z",
  attempts: 1,
  person: "王*",
  document: "110101********0015",
  scans: 0,
};
const list = (...filings: StaffFiling[]): StaffFilings => ({ waiting: 0, parked: filings, unanswered: [] });
const differing: StaffDay = {
  day: "2026-03-02",
  agreeing: 3,
  differences: [{ kind: "differs", key: KEY, slip: SLIP, repairable: true, advice: "核对后可以更正。" }],
};
const agreeing: StaffDay = { day: "2026-03-02", agreeing: 4, differences: [] };

const ok = <T>(value: T): Outcome<T> => ({ kind: "ok", value });
const refused = (status: number, detail: string): Outcome<never> => ({
  kind: "refused",
  problem: { title: "refused", status, detail },
});

const well: StaffState = {
  condition: "ok",
  findings: [],
  state: {
    hallName: "示例大厅",
    region: "qinghai",
    software: "0.1.0",
    startedAt: "2026-03-02T00:00:00Z",
    visitUnderWay: false,
    devices: [],
    filings: { waiting: 0, parked: 0 },
    ratings: [],
    concerns: [],
    reportsLost: 0,
  },
};

const fit = { at: "2026-03-02T08:00:00+08:00", ready: true, lines: [] };
const unfit = {
  ...fit,
  ready: false,
  lines: [{ verdict: "fault" as const, what: "打印机", found: "没有纸", remedy: "放纸" }],
};

const BAD = {
  id: 7,
  kind: "badRating" as const,
  about: "f1",
  openedAt: "2026-03-02T02:00:00Z",
  dueOn: "2026-03-23",
  awaitsReply: true,
};

const month = {
  days: [{ day: "2026-03-02", visits: 3, reached: 2, seconds: 40, waited: 4 }],
  items: [{ seq: 7, name: "城乡居民参保登记", visits: 3, reached: 2 }],
  leftAt: [{ step: "question", visits: 1 }],
  counted: [{ day: "2026-03-02", counts: { "card.read": 3 } }],
  papers: [{ terminal: "YB01", device: "printer" as const, now: "full", printed: 3, perDay: 3 }],
};

function fakeService() {
  return {
    signIn: vi.fn<StaffService["signIn"]>(async () => ok({ token: "t1" })),
    cards: vi.fn<StaffService["cards"]>(async () => ok({ cards: [] })),
    registerCard: vi.fn<StaffService["registerCard"]>(async (_, number) =>
      ok({ cards: [{ number, by: "chief", at: "2026-03-02T02:00:00Z" }] }),
    ),
    removeCard: vi.fn<StaffService["removeCard"]>(async () => ok({ cards: [] })),
    signOut: vi.fn<StaffService["signOut"]>(async () => ok(undefined)),
    catalog: vi.fn<StaffService["catalog"]>(async () => ({ kind: "unreachable" })),
    terminal: vi.fn<StaffService["terminal"]>(async () => ok(well)),
    figures: vi.fn<StaffService["figures"]>(async () => ok(month)),
    filings: vi.fn<StaffService["filings"]>(async () => ok(list(parked))),
    again: vi.fn<StaffService["again"]>(async () => ok({ ...parked, state: "已提交" })),
    giveUp: vi.fn<StaffService["giveUp"]>(async () => ok({ ...parked, state: "已撤回" })),
    day: vi.fn<StaffService["day"]>(async () => ok(differing)),
    putRight: vi.fn<StaffService["putRight"]>(async () => ok(agreeing)),
    readiness: vi.fn<StaffService["readiness"]>(async () => ok(fit)),
    lookOver: vi.fn<StaffService["lookOver"]>(async () => ok(unfit)),
    printReadiness: vi.fn<StaffService["printReadiness"]>(async () => ok({ printed: true })),
    doors: vi.fn<StaffService["doors"]>(async () => ok({ open: true, reason: "" })),
    open: vi.fn<StaffService["open"]>(async () => ok({ open: true, reason: "" })),
    close: vi.fn<StaffService["close"]>(async (_, reason) => ok({ open: false, why: "outOfService", reason })),
    tasks: vi.fn<StaffService["tasks"]>(async () => ok({ tasks: [BAD] })),
    takeTask: vi.fn<StaffService["takeTask"]>(async () => ok({ tasks: [{ ...BAD, owner: "1001" }] })),
    remedyTask: vi.fn<StaffService["remedyTask"]>(async () => ok({ tasks: [BAD] })),
    taskContact: vi.fn<StaffService["taskContact"]>(async () => ok({ phone: "13912345678" })),
    replyTask: vi.fn<StaffService["replyTask"]>(async () => ok({ tasks: [BAD] })),
    checkTask: vi.fn<StaffService["checkTask"]>(async () => ok({ tasks: [] })),
    audit: vi.fn<StaffService["audit"]>(async () => ok({ end: "0", lines: [] })),
  };
}

let service: ReturnType<typeof fakeService>;
let desk: Desk;

beforeEach(() => {
  vi.useFakeTimers();
  service = fakeService();
  desk = openDesk(service, () => "2026-03-02");
});
afterEach(() => vi.useRealTimers());

describe("at the door", () => {
  it("lets in whoever the service lets in, and reads how the terminal is with the token", async () => {
    await desk.signIn(" demo ", "secret");
    expect(service.signIn).toHaveBeenCalledWith("demo", "secret");
    expect(service.terminal).toHaveBeenCalledWith("t1");
    expect(desk.state).toMatchObject({ within: true, tab: "state", terminal: well });
  });

  it("reads what the terminal did in the last month when that is looked at", async () => {
    await desk.signIn("demo", "secret");
    expect(service.figures).not.toHaveBeenCalled();
    await desk.show("figures");
    expect(desk.state.figures).toEqual(month);
  });

  it("opens the tab that was pressed last while another was still being read, once that has come", async () => {
    await desk.signIn("demo", "secret");
    let come: (found: Outcome<StaffFilings>) => void = () => undefined;
    service.filings.mockReturnValueOnce(new Promise((done) => (come = done)));
    const first = desk.show("filings");
    await vi.advanceTimersByTimeAsync(0);
    const second = desk.show("tasks");
    const third = desk.show("readiness");
    expect(desk.state.tab).toBe("readiness");
    expect(service.readiness).not.toHaveBeenCalled();
    come(ok(list()));
    await Promise.all([first, second, third]);
    expect(desk.state.readiness).toEqual(fit);
    expect(service.tasks).not.toHaveBeenCalled();
  });

  it("asks nobody while number or password are missing", async () => {
    await desk.signIn("  ", "secret");
    await desk.signIn("demo", "");
    expect(service.signIn).not.toHaveBeenCalled();
    expect(desk.state.said).toEqual({ tone: "danger", text: door.fillBoth });
  });

  it("says the service's own sentence when it refuses, and its own when there is no answer", async () => {
    service.signIn.mockResolvedValueOnce(refused(401, "工号或口令不对。"));
    await desk.signIn("demo", "wrong");
    expect(desk.state).toMatchObject({ within: false, said: { tone: "danger", text: "工号或口令不对。" } });
    service.signIn.mockResolvedValueOnce({ kind: "unreachable" });
    await desk.signIn("demo", "secret");
    expect(desk.state).toMatchObject({ within: false, busy: false, said: { text: words.unreachable } });
  });
});

describe("the morning's report", () => {
  beforeEach(() => desk.signIn("demo", "secret"));

  it("is the last one at first, and a new one when asked for", async () => {
    await desk.show("readiness");
    expect(desk.state.readiness).toEqual(fit);
    await desk.lookOver();
    expect(desk.state.readiness).toEqual(unfit);
  });

  it("is called printed only when the printer said so", async () => {
    await desk.show("readiness");
    service.printReadiness.mockResolvedValueOnce(refused(503, "没有打印出来。"));
    await desk.printReadiness();
    expect(desk.state.said).toEqual({ tone: "danger", text: "没有打印出来。" });
    await desk.printReadiness();
    expect(desk.state.said).toEqual({ tone: "success", text: words.printed });
  });
});

describe("a bad rating", () => {
  beforeEach(() => desk.signIn("demo", "secret"));

  it("is taken, put right and closed, and each step says so", async () => {
    await desk.show("tasks");
    expect(desk.state.tasks?.tasks).toEqual([BAD]);
    await desk.takeTask(7);
    expect(desk.state.tasks?.tasks[0]?.owner).toBe("1001");
    await desk.remedyTask(7, " 已改写操作提示 ");
    expect(service.remedyTask).toHaveBeenCalledWith("t1", 7, "已改写操作提示");
    expect(desk.state.said).toEqual({ tone: "success", text: words.taskRemedied });
    await desk.checkTask(7, true);
    expect(service.checkTask).toHaveBeenCalledWith("t1", 7, true);
    expect(desk.state).toMatchObject({ tasks: { tasks: [] }, said: { text: words.taskClosed } });
  });

  it("has its number shown to whoever replies, and the reply kept", async () => {
    await desk.show("tasks");
    await desk.showContact(7);
    expect(desk.state.said).toEqual({ tone: "info", text: words.contactIs("13912345678") });
    await desk.replyTask(7, " ");
    expect(service.replyTask).not.toHaveBeenCalled();
    expect(desk.state.said).toEqual({ tone: "danger", text: words.noReply });
    await desk.replyTask(7, " 已说明 ");
    expect(service.replyTask).toHaveBeenCalledWith("t1", 7, "已说明");
    expect(desk.state.said).toEqual({ tone: "success", text: words.taskReplied });
  });

  it("is not called put right without a word of what was", async () => {
    await desk.remedyTask(7, "  ");
    expect(service.remedyTask).not.toHaveBeenCalled();
    expect(desk.state.said).toEqual({ tone: "danger", text: words.noRemedy });
  });

  it("stays open where the service lets nobody but a supervisor close it", async () => {
    await desk.show("tasks");
    service.checkTask.mockResolvedValueOnce(refused(403, "整改要由主管复核，请主管登录。"));
    await desk.checkTask(7, true);
    expect(desk.state.tasks?.tasks).toEqual([BAD]);
    expect(desk.state.said).toEqual({ tone: "danger", text: "整改要由主管复核，请主管登录。" });
  });
});

describe("the terminal's service", () => {
  beforeEach(() => desk.signIn("demo", "secret"));

  it("is suspended with a reason people can read, and taken up again", async () => {
    await desk.show("service");
    expect(desk.state.doors).toEqual({ open: true, reason: "" });
    await desk.close(" 打印机检修 ", "2026-03-02T14:00");
    expect(service.close).toHaveBeenCalledWith("t1", "打印机检修", "2026-03-02T14:00");
    expect(desk.state.doors).toEqual({ open: false, why: "outOfService", reason: "打印机检修" });
    await desk.open();
    expect(desk.state.doors).toEqual({ open: true, reason: "" });
  });

  it("is not suspended without a reason", async () => {
    await desk.close("  ", "");
    expect(service.close).not.toHaveBeenCalled();
    expect(desk.state.said).toEqual({ tone: "danger", text: words.noReason });
  });
});

describe("leaving", () => {
  beforeEach(() => desk.signIn("demo", "secret"));

  it("takes everything off the page and ends the session at the service", async () => {
    await desk.signOut();
    expect(desk.state).toMatchObject({ within: false, filings: undefined, said: undefined });
    expect(service.signOut).toHaveBeenCalledWith("t1");
    await desk.show("audit");
    expect(service.audit).not.toHaveBeenCalled();
  });

  it("happens by itself after ten quiet minutes", async () => {
    vi.advanceTimersByTime(QUIET_MS - 1);
    await desk.show("filings");
    vi.advanceTimersByTime(QUIET_MS - 1);
    expect(desk.state.within).toBe(true);
    vi.advanceTimersByTime(1);
    expect(desk.state).toMatchObject({ within: false, filings: undefined, said: { text: door.quiet } });
  });

  it("happens when the service no longer knows the session", async () => {
    service.audit.mockResolvedValueOnce(refused(401, "请先登录。"));
    await desk.show("audit");
    expect(desk.state).toMatchObject({ within: false, filings: undefined, said: { text: "请先登录。" } });
  });

  it("keeps an answer that comes too late off the page", async () => {
    let answer: (came: Outcome<StaffFilings>) => void = () => undefined;
    service.filings.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const asked = desk.show("filings");
    await desk.signOut();
    answer(ok(list(parked)));
    await asked;
    expect(desk.state).toMatchObject({ within: false, filings: undefined });
  });
});

describe("how the terminal is", () => {
  it("is looked at beside whatever staff do, and stays as last seen while there is no answer", async () => {
    await desk.signIn("demo", "secret");
    const shut: StaffState = { ...well, condition: "outOfOrder", findings: [{ code: "closed", severity: "note" }] };
    service.terminal.mockResolvedValueOnce(ok(shut));
    await desk.lookAtTerminal();
    expect(desk.state.terminal).toEqual(shut);
    service.terminal.mockResolvedValueOnce({ kind: "unreachable" });
    await desk.lookAtTerminal();
    expect(desk.state).toMatchObject({ terminal: shut, said: { text: words.unreachable } });
  });
});

describe("putting right", () => {
  beforeEach(async () => {
    await desk.signIn("demo", "secret");
    await desk.show("filings");
  });

  it("sends a filing again, reads the list anew and says how it stands", async () => {
    service.filings.mockResolvedValueOnce(ok(list()));
    await desk.again(parked);
    expect(service.again).toHaveBeenCalledWith("t1", KEY);
    expect(desk.state).toMatchObject({
      filings: list(),
      said: { tone: "success", text: words.againDone(SLIP, "已提交") },
    });
  });

  it("leaves the list as it is and says why when a filing cannot be given up", async () => {
    service.giveUp.mockResolvedValueOnce(refused(404, "本机没有这笔办件。"));
    await desk.giveUp(parked);
    expect(desk.state).toMatchObject({
      within: true,
      filings: list(parked),
      said: { tone: "danger", text: "本机没有这笔办件。" },
    });
  });

  it("compares the day that was chosen, and shows the day again after a difference was put right", async () => {
    await desk.show("day");
    await desk.compare("2026-03-01");
    expect(service.day.mock.calls).toEqual([
      ["t1", "2026-03-02"],
      ["t1", "2026-03-01"],
    ]);
    await desk.putRight(KEY, SLIP);
    expect(service.putRight).toHaveBeenCalledWith("t1", "2026-03-01", KEY);
    expect(desk.state).toMatchObject({ day: agreeing, said: { tone: "success" } });
  });

  it("does one thing at a time", async () => {
    let done: (refusal: Outcome<never>) => void = () => undefined;
    service.again.mockReturnValueOnce(new Promise((ends) => (done = ends)));
    void desk.again(parked);
    await desk.giveUp(parked);
    const shown = desk.show("day");
    await vi.advanceTimersByTimeAsync(0);
    expect(service.giveUp).not.toHaveBeenCalled();
    expect(service.day).not.toHaveBeenCalled();
    done(refused(409, "本机没有这笔办件。"));
    await shown;
    expect(desk.state).toMatchObject({ tab: "day", day: differing, said: { text: "本机没有这笔办件。" } });
  });
});

it("calls an item by its name in the terminal's own list, and by its number in another's", async () => {
  service.catalog.mockResolvedValueOnce(
    ok({
      region: "here",
      regionName: "",
      title: "",
      hall: "",
      hotline: "",
      complaint: "",
      withinReach: 0.5,
      categories: [
        {
          name: "",
          items: [
            { seq: 12, name: "门诊费用报销", timeLimit: "", ending: "Query", endingLabel: "", subject: "citizen" },
          ],
        },
      ],
    }),
  );
  await desk.signIn("demo", "secret");
  expect(desk.itemName(parked)).toBe("门诊费用报销");
  expect(desk.itemName({ region: "elsewhere", item: 12 })).toBe(words.itemNumber(12));
});

it("tells the hall's time wherever the browser's clock is set", () => {
  expect(hallTime("2026-03-02T01:30:05Z")).toBe("2026-03-02 09:30:05");
  expect(hallDate(new Date("2026-03-01T16:00:00Z"))).toBe("2026-03-02");
  expect(hallClock(new Date("2026-03-02T01:30:05Z"))).toBe("09:30");
});
