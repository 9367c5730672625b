import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { eventsOverHttp, type Listener } from "@/service/events";

/** A stream whose other end is this test. */
class Wire extends EventTarget {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  close() {
    this.closed = true;
  }
  say(name: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
}

let wires: Wire[];
let listener: { [K in keyof Listener]: ReturnType<typeof vi.fn> };
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  wires = [];
  listener = {
    opened: vi.fn(),
    lost: vi.fn(),
    view: vi.fn(),
    idle: vi.fn(),
    devices: vi.fn(),
    help: vi.fn(),
    notice: vi.fn(),
    volume: vi.fn(),
    reload: vi.fn(),
  };
  stop = eventsOverHttp(() => {
    const wire = new Wire();
    wires.push(wire);
    return wire as unknown as EventSource;
  }).listen(listener as unknown as Listener);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const last = () => wires.at(-1) as Wire;

describe("the one event stream", () => {
  it("passes on what the service says", () => {
    last().onopen?.();
    last().say("view", { revision: 1, step: { kind: "attract" } });
    last().say("idle", { secondsLeft: 20 });
    last().say("devices", [{ name: "printer", state: "online" }]);
    expect(listener.opened).toHaveBeenCalledOnce();
    expect(listener.view).toHaveBeenCalledWith({ revision: 1, step: { kind: "attract" } });
    expect(listener.idle).toHaveBeenCalledWith(20);
    expect(listener.devices).toHaveBeenCalledWith([{ name: "printer", state: "online" }]);
  });

  it("is opened again by itself, however often it breaks, and at least every three seconds", () => {
    for (let times = 1; times <= 20; times++) {
      last().onerror?.();
      vi.advanceTimersByTime(3_000);
      expect(wires).toHaveLength(times + 1);
    }
    expect(listener.lost).toHaveBeenCalledTimes(20);
  });

  it("is never open twice", () => {
    last().onerror?.();
    vi.advanceTimersByTime(3_000);
    expect(wires.slice(0, -1).every((wire) => wire.closed)).toBe(true);
    expect(last().closed).toBe(false);
  });

  it("stays closed once nobody listens", () => {
    last().onerror?.();
    stop();
    vi.advanceTimersByTime(60_000);
    expect(wires).toHaveLength(1);
  });
});
