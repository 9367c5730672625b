package yibao.kiosk.journey.visit;

/** A stage that the review can send the citizen back to. */
public interface Revisable extends Stage {
  /** Name under which the review knows it. */
  String field();

  /** Whether it has an answer that stands. */
  boolean answered(Visit visit);
}
