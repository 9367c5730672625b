package yibao.kiosk.journey.view;

import java.util.Optional;

/**
 * The current step with what every screen shows around it.
 *
 * @param revision grows with every change; an answer must name the revision it answers
 * @param step the step
 * @param person whom it is for, masked
 * @param agent who stands here for somebody else 代办人
 * @param item the item being carried out
 * @param progress which step of how many
 * @param canGoBack whether 返回 leads anywhere
 * @param language the language the citizen has chosen; the view itself is in Chinese until it goes
 *     out
 */
public record View(
    int revision,
    Step step,
    Optional<PersonChip> person,
    Optional<AgentChip> agent,
    Optional<ItemChip> item,
    Optional<Progress> progress,
    boolean canGoBack,
    Language language) {

  /**
   * The person, masked.
   *
   * @param name e.g. 王*明
   * @param idTail last four characters of the document number
   */
  public record PersonChip(String name, String idTail) {}

  /**
   * Who stands here for somebody else.
   *
   * @param name the agent's name, masked
   * @param principal whom it is for, masked; absent until known
   */
  public record AgentChip(String name, Optional<String> principal) {}

  /** The item by its printed number, name and category. */
  public record ItemChip(int seq, String name, String category) {}

  /** Step {@code at} of {@code of}, from 1. */
  public record Progress(int at, int of) {}
}
