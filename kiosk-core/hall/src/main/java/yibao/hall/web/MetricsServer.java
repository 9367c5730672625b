package yibao.hall.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import yibao.hall.broker.Hearing;
import yibao.hall.watch.Watch;

/** The management port: metrics for Prometheus, on loopback only and nothing else. */
public final class MetricsServer {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int START_SECONDS = 10;

  private MetricsServer() {}

  /**
   * Serves until {@code vertx} is closed.
   *
   * @return the port it listens on
   * @throws HallServer.PortTaken when the port cannot be had
   */
  public static int start(Vertx vertx, int port, Watch watch, Supplier<Hearing.Ignored> ignored) {
    Metrics metrics = new Metrics(watch, ignored);
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost(LOOPBACK).setPort(port))
            .requestHandler(
                request -> {
                  if (request.path().equals("/metrics")) {
                    vertx
                        .executeBlocking(metrics::read, false)
                        .onComplete(
                            read ->
                                request
                                    .response()
                                    .putHeader("Content-Type", Metrics.CONTENT_TYPE)
                                    .end(Buffer.buffer(read)),
                            _ -> request.response().setStatusCode(500).end());
                  } else {
                    request.response().setStatusCode(404).end();
                  }
                });
    try {
      return server
          .listen()
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_SECONDS, TimeUnit.SECONDS)
          .actualPort();
    } catch (ExecutionException | TimeoutException e) {
      throw new HallServer.PortTaken(port, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    }
  }
}
