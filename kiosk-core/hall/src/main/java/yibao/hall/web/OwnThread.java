package yibao.hall.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes a call out of its listener's line, where one handler runs after another whatever thread
 * they run on, and goes on with it on a virtual thread of its own: a call that waits holds up no
 * other. Whoever reads a body comes before it.
 */
final class OwnThread implements Handler<RoutingContext> {
  @Override
  public void handle(RoutingContext context) {
    context
        .vertx()
        .executeBlocking(
            () -> {
              context.next();
              return context;
            },
            false)
        .onFailure(context::fail);
  }
}
