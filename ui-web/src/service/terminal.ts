import type { GreyFrame } from "@/camera/grey";
import type { AnswerBody, CameraFault, Catalog, CodeSeen, Language, PageSeen, Place, StepKind, View } from "@/contract";
import { ask, type Outcome } from "./ask";
import { page } from "./page";

export type { Outcome } from "./ask";

/** The terminal service as the screen sees it. */
export interface Terminal {
  /** @param language chosen on the attract screen; the service greets in Chinese otherwise */
  start(language?: Language): Promise<Outcome<View>>;
  answer(step: StepKind, revision: number, answer: AnswerBody): Promise<Outcome<View>>;
  back(revision: number): Promise<Outcome<View>>;
  leave(): Promise<Outcome<View>>;
  speak(language: Language): Promise<Outcome<View>>;
  /** @param unhurried the screens are set for somebody who needs more time, or no longer; unsaid leaves it */
  touch(unhurried?: boolean): Promise<void>;
  home(): Promise<Outcome<View>>;
  /** Calls for staff; how the call stands comes over the stream. */
  callStaff(): Promise<void>;
  /** Says that the page shows what staff told it to. */
  shown(name: "notice" | "volume"): Promise<void>;
  /** What stands masked in a row, in full; undefined once the view has changed. */
  reveal(revision: number, field: string): Promise<Outcome<{ value?: string }>>;
  catalog(language: Language): Promise<Outcome<Catalog>>;
  /** What the loudspeaker can say in a language, word for word. */
  phrases(language: Language): Promise<Outcome<Record<string, string>>>;
  /** Numbers of the items that words, pinyin initials or part of a name find, best first. */
  search(words: string): Promise<Outcome<{ items: number[] }>>;
  places(below?: string): Promise<Outcome<Place[]>>;
  /** Shows a frame filmed for the view of this revision; nothing when the view is another by now. */
  filmCode(revision: number, frame: GreyFrame): Promise<CodeSeen | undefined>;
  codeCameraFault(code: CameraFault["code"]): Promise<void>;
  /** Shows a frame of a page filmed for the view of this revision. */
  filmPage(revision: number, frame: GreyFrame): Promise<PageSeen | undefined>;
  /** Hands over the picture of a page that was wanted. */
  shootPage(revision: number, file: Blob): Promise<void>;
  pageCameraFault(code: CameraFault["code"]): Promise<void>;
}

/** A frame is looked at within a blink. */
const FRAME_LIMIT_MS = 3_000;

/** The service that served this page. */
export function terminalOverHttp(): Terminal {
  return {
    start: (language) => ask<View>("POST", "/api/journey", language && { language }),
    answer: (step, revision, answer) => ask<View>("POST", "/api/journey/answer", { step, revision, answer }),
    back: (revision) => ask<View>("POST", "/api/journey/back", { revision }),
    leave: () => ask<View>("DELETE", "/api/journey"),
    speak: (language) => ask<View>("POST", "/api/journey/language", { language }),
    callStaff: async () => {
      await ask<undefined>("POST", "/api/help");
    },
    shown: async (name) => {
      await ask<undefined>("POST", "/api/screen/shown", { name });
    },
    home: () => ask<View>("POST", "/api/journey/home"),
    reveal: (revision, field) => ask<{ value?: string }>("POST", "/api/journey/reveal", { revision, field }),
    touch: async (unhurried) => {
      await ask<undefined>("POST", "/api/journey/touch", unhurried === undefined ? undefined : { unhurried });
    },
    catalog: (language) => ask<Catalog>("GET", `/api/catalog?language=${language}`),
    phrases: (language) => ask<Record<string, string>>("GET", `/api/voice/${language}`),
    search: (words) => ask<{ items: number[] }>("POST", "/api/catalog/search", { words }),
    places: (below) => ask<Place[]>("GET", below === undefined ? "/api/places" : `/api/places?below=${below}`),
    filmCode: (revision, frame) => showFrame<CodeSeen>("/api/camera/scan", revision, frame),
    codeCameraFault: async (code) => {
      await ask<undefined>("POST", "/api/camera/scan/fault", { code });
    },
    filmPage: (revision, frame) => showFrame<PageSeen>("/api/camera/document", revision, frame),
    shootPage: async (revision, file) => {
      await send(`/api/camera/document/picture?revision=${revision}`, file);
    },
    pageCameraFault: async (code) => {
      await ask<undefined>("POST", "/api/camera/document/fault", { code });
    },
  };
}

/** Tells the service that served this page that the page lives. */
export async function pulse(): Promise<void> {
  await ask<undefined>("POST", "/api/screen");
}

/** Whoever films has the next frame soon: a frame that is lost is not sent again. */
async function showFrame<S>(
  path: string,
  revision: number,
  { width, height, pixels }: GreyFrame,
): Promise<S | undefined> {
  const response = await send(`${path}?revision=${revision}&width=${width}&height=${height}`, pixels);
  return response?.ok ? ((await response.json()) as S) : undefined;
}

async function send(path: string, body: Uint8Array<ArrayBuffer> | Blob): Promise<Response | undefined> {
  try {
    return await fetch(path, {
      method: "POST",
      cache: "no-store",
      credentials: "same-origin",
      signal: AbortSignal.timeout(FRAME_LIMIT_MS),
      headers: {
        "Yibao-Page": page,
        "Content-Type": body instanceof Blob ? body.type : "application/octet-stream",
      },
      body,
    });
  } catch {
    return undefined;
  }
}
