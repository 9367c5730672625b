import { beforeEach, describe, expect, it, vi } from "vitest";
import type { View } from "@/contract";
import type { Listener } from "@/service/events";
import type { Outcome, Terminal } from "@/service/terminal";
import { openVisit, type Visit } from "@/visit/visit";

const attract = (revision: number): View => ({ revision, step: { kind: "attract" }, language: "zh-CN" });
const choose = (revision: number): View => ({ revision, step: { kind: "choose" }, language: "zh-CN" });
const review = (revision: number): View => ({ revision, step: { kind: "review", groups: [] }, language: "zh-CN" });
const ok = (view: View): Outcome<View> => ({ kind: "ok", value: view });

let clock: number;
let stream: Listener;
let wiped: string[];
let answer: ReturnType<typeof vi.fn<Terminal["answer"]>>;
let visit: Visit;

beforeEach(() => {
  clock = 10_000;
  wiped = [];
  answer = vi.fn<Terminal["answer"]>(async () => ok(review(9)));
  visit = openVisit({
    terminal: {
      start: async () => ok(choose(2)),
      answer,
      back: async () => ok(choose(2)),
      leave: async () => ok(attract(100)),
      speak: async (language) => ok({ ...review(9), language }),
      home: async () => ok(choose(3)),
      callStaff: async () => {},
      shown: async () => {},
      reveal: async () => ({ kind: "ok", value: {} }),
      phrases: async () => ({ kind: "unreachable" }),
      touch: async () => undefined,
      catalog: async () => ({ kind: "unreachable" }),
      places: async () => ({ kind: "unreachable" }),
      search: async () => ({ kind: "unreachable" }),
      filmCode: async () => undefined,
      codeCameraFault: async () => undefined,
      filmPage: async () => undefined,
      shootPage: async () => undefined,
      pageCameraFault: async () => undefined,
    },
    events: {
      listen: (listener) => {
        stream = listener;
        return () => undefined;
      },
    },
    now: () => clock,
    wipe: () => wiped.push("wiped"),
  });
  stream.opened();
});

describe("the service's view is the truth", () => {
  it("shows what the stream says", () => {
    stream.view(choose(5));
    expect(visit.view.value?.step.kind).toBe("choose");
  });

  it("ignores a view that is older than the one shown", () => {
    stream.view(review(7));
    stream.view(choose(6));
    expect(visit.view.value?.step.kind).toBe("review");
  });

  it("believes a service that was started anew and counts from the beginning", () => {
    stream.view(review(70));
    stream.lost();
    stream.opened();
    stream.view(choose(1));
    expect(visit.view.value?.revision).toBe(1);
  });

  it("shows the current view when an answer came too late", async () => {
    stream.view(review(3));
    await visit.answer({ submit: true });
    expect(visit.view.value?.revision).toBe(9);
  });

  it("keeps the screen and says the sentence when the service refuses", async () => {
    answer.mockResolvedValueOnce({
      kind: "refused",
      problem: { title: "a", status: 400, detail: "手机号要 11 位数字。" },
    });
    stream.view(review(3));
    await visit.answer({ submit: true });
    expect(visit.view.value?.revision).toBe(3);
    expect(visit.problem.value?.detail).toBe("手机号要 11 位数字。");
  });

  it("says that the service is away when nobody answers", async () => {
    answer.mockResolvedValueOnce({ kind: "unreachable" });
    stream.view(review(3));
    await visit.answer({ submit: true });
    expect(visit.link.value).toBe("lost");
  });
});

describe("a warning counts down", () => {
  it("over the screen it came over, and no longer", () => {
    stream.view(review(3));
    stream.idle(20);
    stream.view(review(4));
    expect(visit.idle.value).toBe(20);
    stream.view({ revision: 5, step: { kind: "goodbye", takeCard: true, takePaper: false }, language: "zh-CN" });
    expect(visit.idle.value).toBe(0);
  });

  it("until the service takes it back", () => {
    stream.view(review(3));
    stream.idle(20);
    stream.idle(0);
    expect(visit.idle.value).toBe(0);
  });
});

describe("one press counts once", () => {
  it("sends the step and its revision", async () => {
    stream.view(review(3));
    await visit.answer({ submit: true });
    expect(answer).toHaveBeenCalledWith("review", 3, { submit: true });
  });

  it("ignores a second press within 400 ms, though the first was answered", async () => {
    stream.view(review(3));
    await visit.answer({ submit: true });
    clock += 399;
    await visit.answer({ submit: true });
    expect(answer).toHaveBeenCalledTimes(1);
    clock += 1;
    await visit.answer({ submit: true });
    expect(answer).toHaveBeenCalledTimes(2);
  });

  it("counts a press on a new screen, however soon it comes", async () => {
    answer.mockResolvedValueOnce(ok(choose(4)));
    stream.view(review(3));
    await visit.answer({ submit: true });
    clock += 1;
    await visit.answer({ item: 8 });
    expect(answer).toHaveBeenCalledTimes(2);
  });

  it("ignores every press while the first is on its way", async () => {
    let arrive: (outcome: Outcome<View>) => void = () => undefined;
    answer.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)));
    stream.view(review(3));
    const first = visit.answer({ submit: true });
    clock += 5_000;
    await visit.answer({ submit: true });
    arrive(ok(review(4)));
    await first;
    expect(answer).toHaveBeenCalledTimes(1);
    expect(visit.busy.value).toBe(false);
  });
});

describe("nothing of a visit outlives it", () => {
  it("drops the page when the visit ends by itself", () => {
    stream.view(review(3));
    stream.view(attract(4));
    expect(visit.view.value?.step.kind).toBe("attract");
    expect(wiped).toEqual(["wiped"]);
  });

  it("drops the page when the person leaves", async () => {
    stream.view(review(3));
    await visit.leave();
    expect(wiped).toEqual(["wiped"]);
  });

  it("keeps the page for the next errand of the same person", async () => {
    stream.view(review(2));
    await visit.home();
    expect(visit.view.value?.step.kind).toBe("choose");
    expect(wiped).toEqual([]);
  });

  it("drops the page when a restarted service knows of no visit", () => {
    stream.view(review(30));
    stream.lost();
    stream.opened();
    stream.view(attract(1));
    expect(wiped).toEqual(["wiped"]);
  });

  it("leaves a page alone on which nobody was", () => {
    stream.view(attract(1));
    stream.view(attract(2));
    expect(wiped).toEqual([]);
  });

  it("forgets the view when nobody can say any more whether it is true", () => {
    stream.view(review(3));
    visit.forget();
    expect(visit.view.value).toBeUndefined();
  });
});
