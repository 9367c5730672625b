import { inject, nextTick, onMounted, onUnmounted, provide, watch, type InjectionKey, type Ref } from "vue";
import { display } from "./display";

/** Steps by which a screen draws in its air and then its words; the style sheet says what each does. */
const STEPS = 6;

/** Whether what a part of the screen has to show finds room in it. */
type Room = () => boolean;

interface Tailor {
  add(part: Room): void;
  remove(part: Room): void;
  /** Something grew. */
  refit(): void;
}

const TAILOR: InjectionKey<Tailor> = Symbol("tailor");

/**
 * Makes a screen fit its glass, whatever language, size of text and length of names come together: as long as something
 * in it finds no room, it takes the next step (`data-fit`), down to the smallest text allowed and no further. It never
 * grows again but for another way of showing: words that come and go must not make a screen breathe.
 *
 * @param root carries the step
 * @param zones selector of what, beside the root, must not be higher than its place
 */
export function useFit(root: Ref<HTMLElement | undefined>, zones: string): void {
  const parts = new Set<Room>();

  function fits(element: HTMLElement): boolean {
    for (const zone of [element, ...element.querySelectorAll<HTMLElement>(zones)])
      if (zone.clientHeight > 0 && zone.scrollHeight > zone.clientHeight + 1) return false;
    return [...parts].every((room) => room());
  }

  function refit(): void {
    const element = root.value;
    if (!element || element.clientHeight === 0) return;
    for (let step = Number(element.dataset["fit"] ?? 0); step < STEPS && !fits(element);)
      element.dataset["fit"] = String(++step);
  }

  function afresh(): void {
    if (root.value) root.value.dataset["fit"] = "0";
    refit();
  }

  provide(TAILOR, { add: (part) => parts.add(part), remove: (part) => parts.delete(part), refit });

  const changes = new MutationObserver(refit);
  const sizes = new ResizeObserver(refit);
  onMounted(() => {
    afresh();
    void document.fonts?.ready.then(refit);
    if (!root.value) return;
    changes.observe(root.value, { subtree: true, childList: true, characterData: true });
    for (const part of [root.value, ...root.value.querySelectorAll(zones)]) sizes.observe(part);
    addEventListener("resize", afresh);
  });
  onUnmounted(() => {
    changes.disconnect();
    sizes.disconnect();
    removeEventListener("resize", afresh);
  });
  watch(
    () => [display.large, display.zoom, display.low, display.across, display.textScale, display.withinReach],
    () => void nextTick(afresh),
    { flush: "post" },
  );
}

/** Lets a part of the screen that divides its own content say whether it finds room; call the result when it changed. */
export function usePartOfFit(room: Room): () => void {
  const tailor = inject(TAILOR, undefined);
  onMounted(() => tailor?.add(room));
  onUnmounted(() => tailor?.remove(room));
  return () => tailor?.refit();
}
