package yibao.kiosk.journey.view;

import java.util.Optional;

/**
 * The current step with what every screen shows around it.
 *
 * @param revision grows with every change; an answer must name the revision it answers
 * @param step the step
 * @param person who is signed in, masked
 * @param item the item being carried out
 * @param progress which step of how many
 * @param canGoBack whether 返回 leads anywhere
 */
public record View(
    int revision,
    Step step,
    Optional<PersonChip> person,
    Optional<ItemChip> item,
    Optional<Progress> progress,
    boolean canGoBack) {

  /**
   * The person, masked.
   *
   * @param name e.g. 王*明
   * @param idTail last four characters of the document number
   */
  public record PersonChip(String name, String idTail) {}

  /** The item by its printed number, name and category. */
  public record ItemChip(int seq, String name, String category) {}

  /** Step {@code at} of {@code of}, from 1. */
  public record Progress(int at, int of) {}
}
