package yibao.hall.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.security.PrivateKey;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import yibao.accounts.Accounts;
import yibao.hall.accounts.Door;
import yibao.hall.broker.Hearing;
import yibao.hall.store.HallStore;
import yibao.hall.watch.DefaultsDesk;
import yibao.hall.watch.OrderDesk;
import yibao.hall.watch.Watch;
import yibao.hall.web.HallServer;
import yibao.hall.web.MetricsServer;
import yibao.telemetry.Message;
import yibao.telemetry.OrderSeal;
import yibao.telemetry.Topics;

/** A running monitor: its parts put together. */
public final class Hall implements AutoCloseable {
  private final Vertx vertx;
  private final Hearing hearing;
  private final Watch watch;
  private final HallServer server;
  private final Optional<DefaultsDesk> defaults;

  private Hall(
      Vertx vertx,
      Hearing hearing,
      Watch watch,
      HallServer server,
      Optional<DefaultsDesk> defaults) {
    this.defaults = defaults;
    this.vertx = vertx;
    this.hearing = hearing;
    this.watch = watch;
    this.server = server;
  }

  /** Starts a monitor; returns when it serves, whether the broker is there or not. */
  public static Hall start(HallConfig config, InstantSource clock)
      throws IOException, SQLException {
    Accounts accounts =
        config.accounts().isPresent() ? Accounts.read(config.accounts().get()) : Accounts.none();
    Optional<PrivateKey> orders =
        config.orders().isPresent()
            ? Optional.of(OrderSeal.privateKey(config.orders().get()))
            : Optional.empty();
    Hearing hearing = new Hearing();
    Watch watch = new Watch(HallStore.open(config.place()), clock, hearing::tell);
    watch.start();
    Optional<DefaultsDesk> defaults =
        config
            .defaults()
            .map(file -> new DefaultsDesk(file, orders.orElseThrow(), clock, hearing::tell));
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    HallServer server =
        HallServer.start(
            vertx,
            config.listen().place(),
            new HallServer.Content(
                watch,
                new OrderDesk(watch, hearing::tell, orders),
                hearing::ignored,
                new Door(accounts, new KeptLockouts(watch, clock), clock),
                clock));
    config.metrics().ifPresent(port -> MetricsServer.start(vertx, port, watch, hearing::ignored));
    hearing.open(
        vertx,
        config.broker().address(),
        config.name(),
        config.group(),
        new Hearing.Hearer() {
          @Override
          public void heard(Topics of, Message message) throws InterruptedException {
            watch.heard(of, message);
            if (message instanceof Message.State) {
              defaults.ifPresent(desk -> desk.heard(of));
            }
          }

          @Override
          public void broker(boolean there) throws InterruptedException {
            watch.broker(there);
            if (there) {
              defaults.ifPresent(DefaultsDesk::again);
            }
          }
        });
    defaults.ifPresent(DefaultsDesk::start);
    return new Hall(vertx, hearing, watch, server, defaults);
  }

  /** The port the wall is served on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    defaults.ifPresent(DefaultsDesk::close);
    hearing.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    watch.close();
  }
}
