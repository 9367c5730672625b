import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { giveSigns } from "@/visit/pulse";

describe("the page's signs of life", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("come at once and every five seconds while the page paints", () => {
    const tell = vi.fn(async () => undefined);
    const stop = giveSigns(tell);
    vi.advanceTimersByTime(100);
    expect(tell).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(10_000);
    expect(tell).toHaveBeenCalledTimes(3);
    stop();
  });

  it("stop when it no longer paints", () => {
    const tell = vi.fn(async () => undefined);
    const page = {
      setInterval: window.setInterval.bind(window),
      clearInterval: window.clearInterval.bind(window),
      requestAnimationFrame: () => 0,
    } as unknown as Window;
    const stop = giveSigns(tell, page);
    vi.advanceTimersByTime(60_000);
    expect(tell).not.toHaveBeenCalled();
    stop();
  });
});
