import { inject, readonly, ref, shallowRef, type InjectionKey, type Ref, type ShallowRef } from "vue";
import type { AnswerBody, Device, Help, Language, Problem, ScreenNotice, ScreenVolume, View } from "@/contract";
import type { Events } from "@/service/events";
import type { Outcome, Terminal } from "@/service/terminal";
import { screenKey } from "./screenKey";

/** How the screen stands to the service. */
export type Link = "connecting" | "open" | "lost";

/** One page's visit: the service's current view and what may be done with it. The service holds the truth. */
export interface Visit {
  readonly view: Readonly<ShallowRef<View | undefined>>;
  readonly problem: Readonly<ShallowRef<Problem | undefined>>;
  readonly busy: Readonly<Ref<boolean>>;
  readonly link: Readonly<Ref<Link>>;
  /** Seconds left while the idle warning counts down, else 0. */
  readonly idle: Readonly<Ref<number>>;
  readonly devices: Readonly<ShallowRef<readonly Device[]>>;
  /** How the call for staff stands; undefined where nobody would hear one. */
  readonly help: Readonly<ShallowRef<Help | undefined>>;
  /** What staff want citizens to read; undefined until they want anything. */
  readonly notice: Readonly<ShallowRef<ScreenNotice | undefined>>;
  /** How loud staff want the page to be; undefined where they leave it. */
  readonly volume: Readonly<ShallowRef<ScreenVolume | undefined>>;
  callStaff(): Promise<void>;
  start(language?: Language): Promise<void>;
  /** Goes on in another language; where nobody is, begins in it. */
  speak(language: Language): Promise<void>;
  answer(answer: AnswerBody): Promise<void>;
  back(): Promise<void>;
  leave(): Promise<void>;
  /** Back to the list of services; who it is stays known. */
  home(): Promise<void>;
  /** What stands masked in a row, in full, for a moment. */
  reveal(field: string): Promise<string | undefined>;
  /**
   * The person is still there and says so.
   *
   * @param unhurried the screens are set for somebody who needs more time, or no longer; unsaid leaves it
   */
  stay(unhurried?: boolean): Promise<void>;
  dismissProblem(): void;
  /** Forget the view, because nobody can say any more whether it is still true. */
  forget(): void;
  close(): void;
}

export interface Surroundings {
  readonly terminal: Terminal;
  readonly events: Events;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Drop the page with everything in it. */
  readonly wipe: () => void;
}

/** A second press within this time of the first is the same press, unless it has brought a new screen. */
export const DOUBLE_TAP_MS = 400;

export function openVisit({ terminal, events, now, wipe }: Surroundings): Visit {
  const view = shallowRef<View>();
  const problem = shallowRef<Problem>();
  const busy = ref(false);
  const link = ref<Link>("connecting");
  const idle = ref(0);
  const devices = shallowRef<readonly Device[]>([]);
  const help = shallowRef<Help>();
  const notice = shallowRef<ScreenNotice>();
  const volume = shallowRef<ScreenVolume>();

  let visited = false;
  let newestRevision = -1;
  let lastSent = Number.NEGATIVE_INFINITY;

  function accept(next: View): void {
    if (next.revision < newestRevision) return;
    newestRevision = next.revision;
    // A new screen has a guard of its own against fingers that were meant for the one before.
    if (!view.value || screenKey(view.value) !== screenKey(next)) {
      lastSent = Number.NEGATIVE_INFINITY;
      // A warning belongs to the screen it came over; it must not cover "please take your card".
      idle.value = 0;
    }
    view.value = next;
    if (next.step.kind !== "attract") {
      visited = true;
    } else if (visited) {
      idle.value = 0;
      problem.value = undefined;
      wipe();
    }
  }

  async function send(ask: () => Promise<Outcome<View>>): Promise<void> {
    if (busy.value || now() - lastSent < DOUBLE_TAP_MS) return;
    lastSent = now();
    busy.value = true;
    try {
      const outcome = await ask();
      switch (outcome.kind) {
        case "ok":
          problem.value = undefined;
          accept(outcome.value);
          break;
        case "refused":
          problem.value = outcome.problem;
          break;
        case "unreachable":
          // The stream notices as well and tells the truth as soon as the service is back.
          link.value = "lost";
          break;
      }
    } finally {
      busy.value = false;
    }
  }

  const close = events.listen({
    opened: () => {
      // A service that was started anew counts from the beginning; whatever it says now is true.
      newestRevision = -1;
      link.value = "open";
    },
    lost: () => {
      link.value = "lost";
      idle.value = 0;
    },
    view: (next) => {
      link.value = "open";
      accept(next);
    },
    idle: (secondsLeft) => {
      idle.value = secondsLeft;
    },
    devices: (list) => {
      devices.value = list;
    },
    help: (now) => {
      help.value = now;
    },
    notice: (next) => {
      notice.value = next;
    },
    volume: (next) => {
      volume.value = next;
    },
    reload: () => location.reload(),
  });

  return {
    view: readonly(view) as Visit["view"],
    problem: readonly(problem) as Visit["problem"],
    busy: readonly(busy),
    link: readonly(link),
    idle: readonly(idle),
    devices: readonly(devices) as Visit["devices"],
    help: readonly(help),
    notice: readonly(notice),
    volume: readonly(volume),
    callStaff: () => terminal.callStaff(),
    start: (language) => send(() => terminal.start(language)),
    speak: (language) =>
      send(() => (view.value?.step.kind === "attract" ? terminal.start(language) : terminal.speak(language))),
    answer: async (answer) => {
      const current = view.value;
      if (current) await send(() => terminal.answer(current.step.kind, current.revision, answer));
    },
    back: async () => {
      const current = view.value;
      if (current) await send(() => terminal.back(current.revision));
    },
    leave: () => send(() => terminal.leave()),
    home: () => send(() => terminal.home()),
    reveal: async (field) => {
      const current = view.value;
      const outcome = current ? await terminal.reveal(current.revision, field) : undefined;
      return outcome?.kind === "ok" ? outcome.value.value : undefined;
    },
    stay: async (unhurried) => {
      idle.value = 0;
      await terminal.touch(unhurried);
    },
    dismissProblem: () => {
      problem.value = undefined;
    },
    forget: () => {
      view.value = undefined;
    },
    close,
  };
}

export const visitKey: InjectionKey<Visit> = Symbol("visit");

export function useVisit(): Visit {
  const visit = inject(visitKey);
  if (!visit) throw new Error("no visit provided");
  return visit;
}
