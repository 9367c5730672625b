package yibao.telemetry;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An MQTT 5 connection that comes back by itself, at most half a minute after the broker. What is
 * published while there is none is refused: whoever must not lose it keeps it.
 */
public final class BrokerLine implements AutoCloseable {
  private static final Logger LOG = System.getLogger(BrokerLine.class.getName());

  /** After one and a half of these without a sign of life the broker publishes the last will. */
  private static final int KEEP_ALIVE_SECONDS = 4;

  private static final int FIRST_PAUSE_MILLIS = 250;
  private static final int LONGEST_PAUSE_SECONDS = 15;
  private static final int CLOSING_SECONDS = 2;

  private final Mqtt5AsyncClient client;
  private final ExecutorService hearing;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Who connects.
   *
   * @param name the client's name at the broker; a second one of this name throws the first out
   * @param listens topics to hear, with wildcards; {@code $share/<group>/…} shares them out among a
   *     group
   * @param will what the broker says for a client that is lost
   */
  public record Client(String name, List<String> listens, Optional<Publication> will) {}

  /**
   * Something to publish, at least once.
   *
   * @param retained kept by the broker for whoever comes later
   */
  public record Publication(String topic, byte[] payload, boolean retained) {}

  /** Hears of the line, one call at a time; a call that waits holds back what comes in. */
  public interface Listener {
    /** The broker is there, and everything asked for is subscribed. */
    void connected();

    /** The broker is away; the line tries on. */
    void disconnected();

    /** Somebody published. */
    void arrived(String topic, byte[] payload);
  }

  private BrokerLine(Mqtt5AsyncClient client, ExecutorService hearing) {
    this.client = client;
    this.hearing = hearing;
  }

  /** Opens a line; returns at once, whether the broker is there or not. */
  public static BrokerLine open(Vertx vertx, BrokerAddress address, Client who, Listener listener) {
    ExecutorService hearing =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("mqtt-" + who.name()).factory());
    AtomicBoolean there = new AtomicBoolean();
    List<BrokerAddress.Server> servers = address.servers();
    AtomicInteger tries = new AtomicInteger();
    Mqtt5ClientBuilder builder =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(who.name())
            .serverHost(address.host())
            .serverPort(address.port())
            .automaticReconnect()
            .initialDelay(FIRST_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
            .maxDelay(LONGEST_PAUSE_SECONDS, TimeUnit.SECONDS)
            .applyAutomaticReconnect()
            .addDisconnectedListener(
                context -> {
                  next(context, servers, tries);
                  if (there.getAndSet(false)) {
                    LOG.log(Level.WARNING, "[broker.away] the broker is away: {0}", cause(context));
                    run(hearing, listener::disconnected);
                  }
                });
    address.tls().ifPresent(tls -> builder.sslConfig(ssl(vertx, tls)));
    who.will()
        .ifPresent(
            will ->
                builder
                    .willPublish()
                    .topic(will.topic())
                    .payload(will.payload())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .retain(will.retained())
                    .applyWillPublish());
    // The listener needs the client it listens to.
    CompletableFuture<Mqtt5AsyncClient> self = new CompletableFuture<>();
    builder.addConnectedListener(
        _ ->
            self.thenAccept(
                client ->
                    subscribe(client, who.listens())
                        .thenRun(
                            () -> {
                              there.set(true);
                              LOG.log(Level.INFO, "the broker is there");
                              run(hearing, listener::connected);
                            })));
    Mqtt5AsyncClient client = builder.buildAsync();
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        publish -> listener.arrived(publish.getTopic().toString(), publish.getPayloadAsBytes()),
        hearing);
    self.complete(client);
    client
        .connectWith()
        .cleanStart(true)
        .keepAlive(KEEP_ALIVE_SECONDS)
        .send()
        .exceptionally(
            failure -> {
              LOG.log(Level.DEBUG, "not connected", failure);
              return null;
            });
    return new BrokerLine(client, hearing);
  }

  /**
   * Publishes.
   *
   * @return ends when the broker has taken it; fails at once where there is no broker
   */
  public CompletableFuture<Void> publish(Publication what) {
    if (!client.getState().isConnected()) {
      return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
    }
    return client
        .publish(
            Mqtt5Publish.builder()
                .topic(what.topic())
                .payload(what.payload())
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(what.retained())
                .build())
        .thenApply(_ -> null);
  }

  /** Ends the line in order: no last will is published. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      client.disconnect().get(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.log(Level.DEBUG, "the broker was not told", e);
    }
    hearing.shutdownNow();
  }

  private static CompletableFuture<?> subscribe(Mqtt5AsyncClient client, List<String> topics) {
    return CompletableFuture.allOf(
        topics.stream()
            .map(
                topic ->
                    client
                        .subscribeWith()
                        .topicFilter(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .send()
                        .exceptionally(
                            refused -> {
                              LOG.log(
                                  Level.ERROR,
                                  "[broker.refused] the broker refuses to let us hear {0}",
                                  topic);
                              throw new IllegalStateException(refused);
                            }))
            .toArray(CompletableFuture[]::new));
  }

  private static MqttClientSslConfig ssl(Vertx vertx, BrokerAddress.Tls tls) {
    try {
      return MqttClientSslConfig.builder()
          .trustManagerFactory(
              new PemTrustOptions()
                  .addCertPath(tls.authority().toString())
                  .getTrustManagerFactory(vertx))
          .keyManagerFactory(
              new PemKeyCertOptions()
                  .setCertPath(tls.certificate().toString())
                  .setKeyPath(tls.key().toString())
                  .getKeyManagerFactory(vertx))
          .protocols(List.of("TLSv1.3", "TLSv1.2"))
          .build();
    } catch (Exception e) {
      throw new IllegalArgumentException(
          "the certificates for the broker cannot be used: " + e.getMessage(), e);
    }
  }

  private static void run(ExecutorService thread, Runnable call) {
    if (!thread.isShutdown()) {
      thread.execute(call);
    }
  }

  /** The next try goes to the next server: of a primary and its backup one alone answers. */
  private static void next(
      MqttClientDisconnectedContext context,
      List<BrokerAddress.Server> servers,
      AtomicInteger tries) {
    if (servers.size() > 1) {
      BrokerAddress.Server server = servers.get(tries.incrementAndGet() % servers.size());
      context
          .getReconnector()
          .transportConfig(
              context
                  .getReconnector()
                  .getTransportConfig()
                  .extend()
                  .serverHost(server.host())
                  .serverPort(server.port())
                  .build());
    }
  }

  private static String cause(MqttClientDisconnectedContext context) {
    return context.getCause().getClass().getName();
  }
}
