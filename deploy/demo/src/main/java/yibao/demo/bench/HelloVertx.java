package yibao.demo.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;

/** The least that Vert.x can serve: what the terminal's start stands beside. */
public final class HelloVertx {

  private HelloVertx() {}

  /** {@code PORT}: answers everything until it is told to stop. */
  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx();
    vertx
        .createHttpServer(
            new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(args[0])))
        .requestHandler(request -> request.response().end("hello"))
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
