/** The address that asks a fresh page to go straight to the list of services. Holds nothing of the visit. */
export const HOME_MARK = "#home";

/**
 * Drops the page with everything the visit left in it: the document, its heap, canvases, blobs. The attract screen is
 * painted before, because the browser keeps the last painted frame on the glass until the new page paints.
 */
export function wipePage(then: "rest" | "home"): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (then === "home") {
        location.replace(`/${HOME_MARK}`);
        location.reload();
      } else {
        location.replace("/");
      }
    }),
  );
}

/** Whether this page was asked to go straight to the list of services; the mark is removed from the address. */
export function takeHomeMark(): boolean {
  if (location.hash !== HOME_MARK) return false;
  history.replaceState(null, "", "/");
  return true;
}
