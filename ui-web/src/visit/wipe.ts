/**
 * Drops the page with everything the visit left in it: the document, its heap, canvases, blobs. The attract screen is
 * painted before, because the browser keeps the last painted frame on the glass until the new page paints.
 */
export function wipePage(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => location.replace("/")));
}
