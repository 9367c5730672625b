import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TechDevices } from "@/contract";
import { openSetup } from "@/tech/setup";
import type { TechService } from "@/tech/techService";

const ok = <T>(value: T) => Promise.resolve({ kind: "ok", value } as const);
const refused = (status: number) =>
  Promise.resolve({
    kind: "refused",
    problem: { type: "about:blank", title: "", status, detail: "请先登录。" },
  } as const);

const page = (strange: string[]): TechDevices => ({
  devices: [{ name: "scan", state: "online", since: "2026-03-02T01:30:00Z", canBeTried: true }],
  recent: [],
  machine: [],
  strange,
});

function serviceWith(parts: Partial<TechService>): TechService {
  const none = () => Promise.reject(new Error("not asked for here"));
  return {
    signIn: () => ok({ token: "t" }),
    signOut: () => ok(undefined),
    setup: () => ok({ steps: [], changed: false, signed: false, canApply: true }),
    save: none,
    begin: none,
    judge: none,
    accept: none,
    apply: none,
    devices: () => ok(page([])),
    tryDevice: none,
    identify: none,
    acceptDevices: none,
    printReport: none,
    report: none,
    ...parts,
  };
}

describe("the devices of a terminal", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("are looked at again while their page is open, and not any more afterwards", async () => {
    const devices = vi.fn(() => ok(page([])));
    const setup = openSetup(serviceWith({ devices }));
    await setup.signIn("tech", "secret");
    await setup.desk.open();
    await vi.advanceTimersByTimeAsync(2000);
    expect(devices).toHaveBeenCalledTimes(2);

    setup.desk.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(devices).toHaveBeenCalledTimes(2);
  });

  it("that are strange are no longer so once they were accepted", async () => {
    let strange = ["reader 2"];
    const setup = openSetup(
      serviceWith({
        devices: () => ok(page(strange)),
        acceptDevices: () => {
          strange = [];
          return ok(undefined);
        },
      }),
    );
    await setup.signIn("tech", "secret");
    await setup.desk.open();
    expect(setup.desk.state.page?.strange).toEqual(["reader 2"]);

    await setup.desk.accept();
    expect(setup.desk.state.page?.strange).toEqual([]);
  });

  it("tell what a try came to, and that it runs", async () => {
    let end: (text: string) => void = () => undefined;
    const setup = openSetup(
      serviceWith({
        tryDevice: () =>
          new Promise((resolve) => (end = (text) => resolve({ kind: "ok", value: { good: true, text } }))),
      }),
    );
    await setup.signIn("tech", "secret");
    await setup.desk.open();
    const trial = setup.desk.tryOut("scan");
    expect(setup.desk.state.tried).toEqual({ scan: "running" });

    end("读到一个码");
    await trial;
    expect(setup.desk.state.tried).toEqual({ scan: { good: true, text: "读到一个码" } });
  });

  it("are gone from the page with the session", async () => {
    let known = true;
    const setup = openSetup(serviceWith({ devices: () => (known ? ok(page([])) : refused(401)) }));
    await setup.signIn("tech", "secret");
    await setup.desk.open();
    known = false;
    await vi.advanceTimersByTimeAsync(2000);

    expect(setup.state.within).toBe(false);
    expect(setup.desk.state).toMatchObject({ open: false, page: undefined });
  });
});
