/** Gestures and keys that lead out of the page or change its scale; none of them is needed to use it. */
const FORBIDDEN_EVENTS = [
  "contextmenu",
  "dragstart",
  // A file is opened unless the page takes it while it is still above.
  "dragenter",
  "dragover",
  "drop",
  "selectstart",
  "gesturestart",
  "copy",
  "cut",
  "paste",
  "auxclick",
] as const;

/** Keys of the browser, not of the screens: with a modifier, function keys, the browser keys of some keyboards. */
function isBrowserKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return /^(F\d+|Browser.+|ContextMenu|PrintScreen|Help)$/.test(event.key);
}

/** Fences the page in: no menu, no selection, no drag, no zoom, no browser shortcut, no way back in history. */
export function fenceIn(page: Window): void {
  const stop = (event: Event) => event.preventDefault();
  for (const name of FORBIDDEN_EVENTS) page.addEventListener(name, stop, { capture: true });
  page.addEventListener("wheel", (event) => event.ctrlKey && event.preventDefault(), { capture: true, passive: false });
  page.addEventListener(
    "touchmove",
    (event) => event.touches.length > 1 && event.cancelable && event.preventDefault(),
    { capture: true, passive: false },
  );
  page.addEventListener("keydown", (event) => isBrowserKey(event) && event.preventDefault(), { capture: true });
  // A page taken out of the back-forward cache would show what was on it.
  page.addEventListener("pageshow", (event) => event.persisted && page.location.replace("/"));
}
