package yibao.kiosk.journey.visit;

/** How somebody has put their name to something; kept as it was done, never as something else. */
public sealed interface Signature permits Handwriting, Confirmation, Thumbprint {

  /** What is kept of it. */
  String json();
}
