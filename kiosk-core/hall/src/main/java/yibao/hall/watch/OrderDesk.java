package yibao.hall.watch;

import java.security.PrivateKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yibao.hall.fleet.PlacedOrder;
import yibao.telemetry.Order;
import yibao.telemetry.OrderSeal;
import yibao.telemetry.Topics;

/** Gives orders to terminals: kept first, then signed and sent. */
public final class OrderDesk {
  /** How long an order may be carried out; a terminal that is away misses it. */
  public static final Duration GOOD = Duration.ofMinutes(2);

  private final Watch watch;
  private final Watch.Teller teller;
  private final Optional<PrivateKey> key;

  /**
   * @param teller sends
   * @param key what orders are signed with; without it none can be given
   */
  public OrderDesk(Watch watch, Watch.Teller teller, Optional<PrivateKey> key) {
    this.watch = watch;
    this.teller = teller;
    this.key = key;
  }

  /** Whether orders can be given at all. */
  public boolean isOpen() {
    return key.isPresent();
  }

  /**
   * Gives an order; what becomes of it the terminal reports.
   *
   * @throws IllegalStateException when there is no key to sign with
   */
  public CompletableFuture<PlacedOrder> give(Topics to, Order.What what, String by) {
    PrivateKey with = key.orElseThrow(() -> new IllegalStateException("no key to sign with"));
    return watch
        .place(to, what, by, GOOD)
        .thenApply(
            placed -> {
              teller.tell(to, OrderSeal.seal(placed.order(), with));
              return placed;
            });
  }
}
