import { type DeepReadonly, shallowReactive } from "vue";
import type { TechDevices } from "@/contract";
import type { Outcome } from "@/service/ask";
import type { TechService } from "./techService";
import { words } from "./techWords";

/** What the page of the devices shows. */
export interface DeskState {
  /** Whether the page is open. */
  open: boolean;
  page: TechDevices | undefined;
  /** What the last try of each device came to; no text while it runs. */
  tried: Readonly<Record<string, { readonly good: boolean; readonly text: string } | "running">>;
  /** What answered at the ports; "asking" while they are asked. */
  ports: readonly string[] | "asking" | undefined;
}

/** The devices of the terminal, looked at again every other second while the page is open. */
export interface DeviceDesk {
  readonly state: DeepReadonly<DeskState>;
  open(): Promise<void>;
  close(): void;
  tryOut(name: string): Promise<void>;
  identify(): Promise<void>;
  /** Takes what is plugged in now as right. */
  accept(): Promise<void>;
}

/** Asks for whoever is signed in; undefined when there is no answer to go on with, and then the page says why. */
export type Within = <T>(ask: (token: string) => Promise<Outcome<T>>) => Promise<T | undefined>;

const LOOK_MS = 2000;

/**
 * @param awake told that somebody works at the page
 */
export function openDevices(service: TechService, within: Within, awake: () => void): DeviceDesk {
  const state = shallowReactive<DeskState>(closed());
  let look: ReturnType<typeof setTimeout> | undefined;

  function closed(): DeskState {
    return { open: false, page: undefined, tried: {}, ports: undefined };
  }

  async function refresh() {
    clearTimeout(look);
    const page = await within((mine) => service.devices(mine));
    if (!state.open) return;
    if (page) state.page = page;
    look = setTimeout(() => void refresh(), LOOK_MS);
  }

  return {
    state,
    async open() {
      state.open = true;
      awake();
      await refresh();
    },
    close() {
      clearTimeout(look);
      Object.assign(state, closed());
    },
    async tryOut(name) {
      if (state.tried[name] === "running") return;
      awake();
      state.tried = { ...state.tried, [name]: "running" };
      const came = await within((mine) => service.tryDevice(mine, name));
      if (state.open) state.tried = { ...state.tried, [name]: came ?? { good: false, text: words.unreachable } };
    },
    async identify() {
      if (state.ports === "asking") return;
      awake();
      state.ports = "asking";
      const came = await within((mine) => service.identify(mine));
      if (!state.open) return;
      state.ports = came === undefined ? [words.unreachable] : "ports" in came ? came.ports : [came.text];
    },
    async accept() {
      awake();
      await within((mine) => service.acceptDevices(mine));
      await refresh();
    },
  };
}
