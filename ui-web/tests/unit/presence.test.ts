import { describe, expect, it, vi } from "vitest";
import { ref, shallowRef } from "vue";
import type { Step } from "@/contract";
import { watchPresence } from "@/visit/presence";
import type { Visit } from "@/visit/visit";

function setUp(step: Step) {
  let clock = 100_000;
  const stay = vi.fn(async () => undefined);
  const idle = ref(0);
  const visit = { view: shallowRef({ revision: 1, step }), idle, stay } as unknown as Visit;
  const glass = new EventTarget();
  const stop = watchPresence(visit, () => clock, glass);
  return {
    stay,
    idle,
    stop,
    touch: (later = 0) => {
      clock += later;
      glass.dispatchEvent(new Event("pointerdown"));
    },
    press: () => glass.dispatchEvent(new Event("keydown")),
  };
}

describe("the service hears that somebody is there", () => {
  it("at the first touch, and not more often than every three seconds", () => {
    const glass = setUp({ kind: "choose" });
    glass.touch();
    glass.touch(2_999);
    expect(glass.stay).toHaveBeenCalledTimes(1);
    glass.touch(1);
    expect(glass.stay).toHaveBeenCalledTimes(2);
  });

  it("by keys as well", () => {
    const glass = setUp({ kind: "choose" });
    glass.press();
    expect(glass.stay).toHaveBeenCalledTimes(1);
  });

  it("at once while the warning counts down", () => {
    const glass = setUp({ kind: "choose" });
    glass.touch();
    glass.idle.value = 20;
    glass.touch(10);
    expect(glass.stay).toHaveBeenCalledTimes(2);
  });

  it("not while nobody's visit runs", () => {
    const glass = setUp({ kind: "attract" });
    glass.touch();
    expect(glass.stay).not.toHaveBeenCalled();
  });

  it("no more once the page is done", () => {
    const glass = setUp({ kind: "choose" });
    glass.stop();
    glass.touch();
    expect(glass.stay).not.toHaveBeenCalled();
  });
});
