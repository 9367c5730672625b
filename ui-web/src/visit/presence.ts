import type { Visit } from "./visit";

/** A finger or a key tells the service at most this often that somebody is there. */
const EVERY_MS = 3_000;

/** Tells the service of fingers and keys while a visit runs; returns the way to stop. */
export function watchPresence(visit: Visit, now: () => number, target: EventTarget = window): () => void {
  let told = Number.NEGATIVE_INFINITY;
  const heard = () => {
    const kind = visit.view.value?.step.kind;
    if (kind === undefined || kind === "attract") return;
    if (visit.idle.value === 0 && now() - told < EVERY_MS) return;
    told = now();
    void visit.stay();
  };
  target.addEventListener("pointerdown", heard, { capture: true });
  target.addEventListener("keydown", heard, { capture: true });
  return () => {
    target.removeEventListener("pointerdown", heard, { capture: true });
    target.removeEventListener("keydown", heard, { capture: true });
  };
}
