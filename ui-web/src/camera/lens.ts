import type { CameraFault } from "@/contract";

export type LensFault = CameraFault["code"];

/** An open camera of this machine. Its light goes out and it stops filming when it is closed. */
export interface Lens {
  readonly stream: MediaStream;
  /** Switches the camera's own light, where it has one. */
  shine(on: boolean): void;
  close(): void;
}

/** What a picture should measure; the browser comes as near as the camera can. */
export interface Wanted {
  /** Part of the camera's name; any camera without one. */
  readonly label?: string | undefined;
  readonly width: number;
  readonly height: number;
}

/** Opens a camera, or tells why it cannot be had. */
export async function openLens(wanted: Wanted): Promise<Lens | LensFault> {
  // Outside a secure context the browser has no cameras at all.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return "camera-denied";
  try {
    const video = { width: { ideal: wanted.width }, height: { ideal: wanted.height } };
    const first = await devices.getUserMedia({ video, audio: false });
    const { label } = wanted;
    if (label === undefined || nameOf(first).includes(label)) return lens(first);
    close(first);
    // Names are told only once a camera has been allowed.
    const all = await devices.enumerateDevices();
    const right = all.find((one) => one.kind === "videoinput" && one.label.includes(label));
    if (!right) return "camera-missing";
    const exact = { ...video, deviceId: { exact: right.deviceId } };
    return lens(await devices.getUserMedia({ video: exact, audio: false }));
  } catch (fault) {
    return faultOf(fault);
  }
}

function lens(stream: MediaStream): Lens {
  const track = stream.getVideoTracks()[0];
  return {
    stream,
    shine: (on) => {
      const able = track?.getCapabilities() as { torch?: boolean } | undefined;
      if (able?.torch) {
        // Not every light obeys; the picture tells.
        track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }).catch(() => undefined);
      }
    },
    close: () => close(stream),
  };
}

function nameOf(stream: MediaStream): string {
  return stream.getVideoTracks()[0]?.label ?? "";
}

function close(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function faultOf(fault: unknown): LensFault {
  switch (fault instanceof DOMException ? fault.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "camera-denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "camera-missing";
    default:
      return "camera-dark";
  }
}
