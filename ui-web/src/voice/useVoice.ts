import { computed, onUnmounted, shallowReactive, watch, type ComputedRef } from "vue";
import type { Language } from "@/contract";
import { useTerminal } from "@/service/provide";
import { useVisit } from "@/visit/visit";
import { hush, loudspeaker, say, type Phrases } from "./loudspeaker";
import { phraseOf } from "./phrase";

/** A card left behind is called for again and again until it is taken. */
const CALL_AGAIN_MS = 6_000;

/**
 * Explains each screen aloud while 语音 is on. Two things are said to everybody: that the time is running out, and that
 * a card lies there still.
 *
 * @param screen changes with every new screen
 */
export function useVoice(screen: ComputedRef<string>, language: ComputedRef<Language>): void {
  const visit = useVisit();
  const terminal = useTerminal();
  const known = shallowReactive(new Map<Language, Phrases>());
  const phrases = computed(() => known.get(language.value));

  watch(
    [language, visit.link],
    async ([wanted, link]) => {
      if (link !== "open" || known.has(wanted)) return;
      const outcome = await terminal.phrases(wanted);
      if (outcome.kind === "ok") known.set(wanted, outcome.value);
    },
    { immediate: true },
  );

  function speak(phrase: string): void {
    if (phrases.value) say(language.value, phrase, phrases.value);
  }

  const explained = computed(() => (visit.view.value ? phraseOf(visit.view.value) : ""));
  watch([screen, explained, () => loudspeaker.on, phrases], ([, phrase, on]) => {
    if (on && phrase !== "") speak(phrase);
    else hush();
  });

  const warning = computed(() => visit.idle.value > 0 && visit.view.value?.step.kind !== "goodbye");
  watch(warning, (warns) => {
    if (warns) speak("idle");
    else if (!loudspeaker.on) hush();
  });

  const left = computed(() => {
    const step = visit.view.value?.step;
    return step?.kind === "goodbye" && step.takeCard;
  });
  let calling: ReturnType<typeof setInterval> | undefined;
  watch(
    left,
    (lies) => {
      clearInterval(calling);
      if (!lies) return;
      speak(explained.value);
      calling = setInterval(() => speak(explained.value), CALL_AGAIN_MS);
    },
    { flush: "post" },
  );

  onUnmounted(() => {
    clearInterval(calling);
    hush();
  });
}
