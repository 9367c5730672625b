import { describe, expect, it, vi } from "vitest";
import { DARK_MS, film, PACE_MS, steady } from "@/camera/film";
import { luma, sent } from "@/camera/grey";

/** A camera and a clock in the hand of the test. */
function setUp(grab: () => number | undefined = () => 1) {
  let clock = 0;
  const looking: ((what: string | undefined) => void)[] = [];
  const waits: number[] = [];
  const seen = vi.fn();
  const dark = vi.fn();
  const stop = film<number, string>({
    grab,
    show: () => new Promise((resolve) => looking.push(resolve)),
    seen,
    dark,
    now: () => clock,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      clock += milliseconds;
      if (waits.length > 100) stop();
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { looking, waits, seen, dark, stop, settle, pass: (milliseconds: number) => (clock += milliseconds) };
}

describe("filming", () => {
  it("shows the next frame only when the last one has been looked at", async () => {
    const camera = setUp();
    await camera.settle();
    expect(camera.looking).toHaveLength(1);

    camera.looking[0]?.("hint");
    await camera.settle();

    expect(camera.looking).toHaveLength(2);
    expect(camera.seen).toHaveBeenCalledWith("hint");
  });

  it("keeps its pace however quickly the service looks", async () => {
    const camera = setUp();
    camera.pass(30);
    camera.looking[0]?.("hint");
    await camera.settle();

    expect(camera.waits).toEqual([PACE_MS - 30]);
  });

  it("tells nothing to a screen that has gone", async () => {
    const camera = setUp();
    camera.stop();
    camera.looking[0]?.("hint");
    await camera.settle();

    expect(camera.seen).not.toHaveBeenCalled();
    expect(camera.looking).toHaveLength(1);
  });

  it("says so when there is no picture for long, and again only after as long", async () => {
    const camera = setUp(() => undefined);
    await camera.settle();

    expect(camera.waits.length).toBe(101);
    expect(camera.dark).toHaveBeenCalledTimes(Math.floor((100 * PACE_MS) / DARK_MS));
  });
});

describe("what the camera says", () => {
  it("is said once it has been so several times in a row", () => {
    const said: string[] = [];
    const say = steady<string>(3, (word) => said.push(word));

    for (const word of ["dark", "dark", "far", "dark", "dark", "dark", "dark", "far", "far", "far"]) say(word);

    expect(said).toEqual(["dark", "far"]);
  });
});

describe("a frame", () => {
  it("is sent as it is when it fits, else reduced in both directions", () => {
    expect(sent(640, 480)).toEqual({ width: 640, height: 480 });
    expect(sent(1080, 1920)).toEqual({ width: 720, height: 1280 });
  });

  it("is grey by the luma of its colours", () => {
    const rgba = new Uint8ClampedArray([255, 255, 255, 255, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]);

    expect([...luma(rgba)]).toEqual([255, 76, 150, 29]);
  });
});
