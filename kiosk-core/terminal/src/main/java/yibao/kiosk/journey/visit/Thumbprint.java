package yibao.kiosk.journey.visit;

/**
 * A thumbprint 手印 on paper, which stays with the hall, in place of writing. What is kept says who
 * of the staff has seen it; no print of a finger is taken here.
 *
 * @param seen by whom
 */
public record Thumbprint(Witnessed seen) implements Signature {
  @Override
  public String json() {
    return "{\"thumbprint\":\"on-paper\",\"witness\":\""
        + seen.by()
        + "\",\"at\":\""
        + seen.at()
        + "\"}";
  }
}
