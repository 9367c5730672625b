/** A grey picture, row by row, 0 black to 255 white. */
export interface GreyFrame {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** What the service takes at most. */
const MOST_PIXELS = 1280 * 720;
const MOST_BYTES = 2 * 1024 * 1024;

/** The size a picture is sent in: its own, or reduced until it fits. */
export function sent(width: number, height: number): { width: number; height: number } {
  const by = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)));
  return { width: Math.floor(width * by), height: Math.floor(height * by) };
}

/** Luma (ITU-R BT.601) of red, green, blue and transparency. */
export function luma(rgba: Uint8ClampedArray): Uint8Array<ArrayBuffer> {
  const grey = new Uint8Array(rgba.length / 4);
  for (let at = 0, from = 0; at < grey.length; at++, from += 4) {
    grey[at] = ((rgba[from] ?? 0) * 306 + (rgba[from + 1] ?? 0) * 601 + (rgba[from + 2] ?? 0) * 117 + 512) >> 10;
  }
  return grey;
}

/** Takes grey pictures of what a video shows. */
export function greyCamera(video: HTMLVideoElement): () => GreyFrame | undefined {
  const canvas = document.createElement("canvas");
  const brush = canvas.getContext("2d", { willReadFrequently: true, alpha: false });
  return () => {
    if (!brush || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return undefined;
    const { width, height } = sent(video.videoWidth, video.videoHeight);
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    brush.drawImage(video, 0, 0, width, height);
    return { width, height, pixels: luma(brush.getImageData(0, 0, width, height).data) };
  };
}

/** JPEG of what a video shows, as fine as it is; the service takes two megabytes at most. */
export async function picture(video: HTMLVideoElement): Promise<Blob | undefined> {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
  canvas.getContext("2d", { alpha: false })?.drawImage(video, 0, 0);
  for (const quality of [0.92, 0.8, 0.6]) {
    const file = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (file && file.size <= MOST_BYTES) return file;
  }
  return undefined;
}
