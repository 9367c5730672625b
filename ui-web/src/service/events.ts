import type { Device, Help, ScreenNotice, ScreenVolume, View } from "@/contract";
import { page } from "./page";

/** What the service tells without being asked. */
export interface Listener {
  /** The stream stands; the service's current view follows at once. */
  opened(): void;
  lost(): void;
  view(view: View): void;
  /** Seconds until the visit is ended for want of activity; 0 takes the warning back. */
  idle(secondsLeft: number): void;
  devices(devices: Device[]): void;
  /** How the call for staff stands; said only where somebody hears it. */
  help(help: Help): void;
  /** What staff want citizens to read. */
  notice(notice: ScreenNotice): void;
  /** How loud staff want the page to be. */
  volume(volume: ScreenVolume): void;
  /** Staff want the page loaded anew. */
  reload(): void;
}

export interface Events {
  /** Listens until the returned function is called; a broken stream is opened again without end. */
  listen(listener: Listener): () => void;
}

/** First pause before a broken stream is opened again; doubles up to the limit. */
const PAUSE_MS = 250;
const PAUSE_LIMIT_MS = 2_000;

/**
 * The service's one event stream. The browser's own reconnection waits three seconds and gives up on an HTTP error, so
 * a broken stream is closed and opened anew here.
 */
export function eventsOverHttp(open: () => EventSource = () => new EventSource(`/api/events?page=${page}`)): Events {
  return {
    listen(listener) {
      let source: EventSource | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let pause = PAUSE_MS;

      const connect = () => {
        const stream = open();
        source = stream;
        stream.onopen = () => {
          pause = PAUSE_MS;
          listener.opened();
        };
        stream.onerror = () => {
          stream.close();
          listener.lost();
          timer = setTimeout(connect, pause * (0.75 + Math.random() / 2));
          pause = Math.min(pause * 2, PAUSE_LIMIT_MS);
        };
        on<View>(stream, "view", (view) => listener.view(view));
        on<{ secondsLeft: number }>(stream, "idle", (idle) => listener.idle(idle.secondsLeft));
        on<Device[]>(stream, "devices", (devices) => listener.devices(devices));
        on<Help>(stream, "help", (help) => listener.help(help));
        on<ScreenNotice>(stream, "notice", (notice) => listener.notice(notice));
        on<ScreenVolume>(stream, "volume", (volume) => listener.volume(volume));
        on<object>(stream, "reload", () => listener.reload());
      };

      connect();
      return () => {
        clearTimeout(timer);
        source?.close();
      };
    },
  };
}

function on<T>(source: EventSource, name: string, heard: (data: T) => void): void {
  source.addEventListener(name, (event) => heard(JSON.parse((event as MessageEvent<string>).data) as T));
}
