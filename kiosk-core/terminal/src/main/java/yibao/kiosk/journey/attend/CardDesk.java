package yibao.kiosk.journey.attend;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import yibao.kiosk.store.StaffCards;

/**
 * Tells staff's cards from citizens', and hands the next card over to whoever registers it. A
 * holder whose account is gone is nobody of the staff. Safe for use by several threads.
 */
public final class CardDesk {
  private final StaffCards cards;
  private final Predicate<String> account;
  private final AtomicReference<CompletableFuture<String>> awaited = new AtomicReference<>();

  /** Whose a card is. */
  public sealed interface Whose {
    /** Nobody's of the staff: its holder came as a citizen. */
    record Citizens() implements Whose {}

    /** Of the staff with this number. */
    record Staffs(String number) implements Whose {}

    /** Of nobody yet: whoever registers it has it now. */
    record Taken() implements Whose {}
  }

  /**
   * A desk with these cards.
   *
   * @param account whether there is an account of a staff number
   */
  public CardDesk(StaffCards cards, Predicate<String> account) {
    this.cards = cards;
    this.account = account;
  }

  /**
   * Whose card was shown; never waits.
   *
   * @param card what the card is known by
   */
  public Whose shown(String card) {
    CompletableFuture<String> registers = awaited.get();
    if (registers != null && registers.complete(card)) {
      return new Whose.Taken();
    }
    return holder(card).<Whose>map(Whose.Staffs::new).orElseGet(Whose.Citizens::new);
  }

  /** Whether no card of anybody who works here is registered. */
  public boolean nobodys() {
    return cards.all().stream().map(StaffCards.Holder::number).noneMatch(account);
  }

  /** Staff number of a card's holder, as long as they have an account. */
  public Optional<String> holder(String card) {
    return cards.holder(card).map(StaffCards.Holder::number).filter(account);
  }

  /**
   * Waits for the next card that is shown to the terminal.
   *
   * @return what it is known by; empty when none came in time, or somebody else waits for one
   */
  public Optional<String> next(Duration patience) throws InterruptedException {
    CompletableFuture<String> card = new CompletableFuture<>();
    if (!awaited.compareAndSet(null, card)) {
      return Optional.empty();
    }
    try {
      return Optional.of(card.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a card is shown or it is not", e);
    } finally {
      awaited.set(null);
    }
  }
}
