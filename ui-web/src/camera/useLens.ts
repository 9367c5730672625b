import { onBeforeUnmount, onMounted, ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { openLens, type Lens, type LensFault, type Wanted } from "./lens";

/** A camera that is open exactly as long as the component that uses it is on the screen. */
export interface LensInUse {
  readonly lens: Readonly<ShallowRef<Lens | undefined>>;
  readonly fault: Readonly<Ref<LensFault | undefined>>;
  /** Lets the camera go and looks for it anew. */
  again(fault: LensFault): void;
}

/** A camera that is away is looked for again; one plugged in is looked for at once. */
const RETRY_MS = 3_000;

export function useLens(wanted: Wanted, told: (fault: LensFault) => void): LensInUse {
  const lens = shallowRef<Lens>();
  const fault = ref<LensFault>();
  let gone = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let opening = false;

  async function open(): Promise<void> {
    clearTimeout(retry);
    if (opening || lens.value || gone) return;
    opening = true;
    const opened = await openLens(wanted);
    opening = false;
    if (typeof opened === "string") {
      if (!gone) again(opened);
    } else if (gone) {
      opened.close();
    } else {
      fault.value = undefined;
      lens.value = opened;
      opened.stream.getVideoTracks()[0]?.addEventListener("ended", () => again("camera-missing"));
    }
  }

  function again(why: LensFault): void {
    close();
    if (fault.value !== why) told(why);
    fault.value = why;
    clearTimeout(retry);
    if (!gone) retry = setTimeout(open, RETRY_MS);
  }

  function close(): void {
    lens.value?.close();
    lens.value = undefined;
  }

  function leave(): void {
    gone = true;
    clearTimeout(retry);
    navigator.mediaDevices?.removeEventListener("devicechange", open);
    window.removeEventListener("pagehide", leave);
    close();
  }

  onMounted(() => {
    navigator.mediaDevices?.addEventListener("devicechange", open);
    window.addEventListener("pagehide", leave);
    void open();
  });
  onBeforeUnmount(leave);
  return { lens, fault, again };
}
