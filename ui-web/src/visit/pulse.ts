/** The page gives a sign of life this often. */
const EVERY_MS = 5_000;

/**
 * Tells the service that the page lives, as long as it paints: a page that hangs or has stopped painting falls silent,
 * and its browser is started anew. Returns the way to stop.
 */
export function giveSigns(tell: () => Promise<void>, page: Window = window): () => void {
  const timer = page.setInterval(() => page.requestAnimationFrame(() => void tell()), EVERY_MS);
  page.requestAnimationFrame(() => void tell());
  return () => page.clearInterval(timer);
}
