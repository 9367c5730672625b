package yibao.kiosk.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.journey.visit.Sentences;

/**
 * What staff know before the hall opens: whether this terminal is fit to serve, and what is not.
 */
public final class ReadinessApi {
  private final Readiness readiness;
  private final Sentences sentences;
  private final ViewJson json = new ViewJson();

  /** Looks the terminal over. */
  public interface Readiness {

    /**
     * A report.
     *
     * @param at when it was made
     * @param ready whether nothing keeps it from serving
     * @param lines what was looked at
     */
    record Report(Instant at, boolean ready, List<Line> lines) {}

    /**
     * Something that was looked at.
     *
     * @param verdict {@code good}, {@code warning} or {@code fault}
     * @param remedy what to do; empty text where there is nothing to do
     */
    record Line(String verdict, String what, String found, String remedy) {}

    /** The last one. */
    Optional<Report> last();

    /** A new one; takes some seconds. */
    Report look();

    /** Prints the last one, or a new one where there is none. */
    PrintOutcome print();
  }

  private record Printed(boolean printed) {}

  /** An API on a router where {@link StaffApi} asks who it is. */
  public ReadinessApi(Readiness readiness, Sentences sentences) {
    this.readiness = readiness;
    this.sentences = sentences;
  }

  /** Adds the calls. */
  public void mount(Router router) {
    router
        .get("/api/staff/readiness")
        .handler(c -> json.send(c, readiness.last().orElseGet(readiness::look)));
    router.post("/api/staff/readiness").handler(c -> json.send(c, readiness.look()));
    router.post("/api/staff/readiness/print").handler(this::print);
  }

  private void print(RoutingContext context) {
    if (readiness.print() instanceof PrintOutcome.Printed) {
      json.send(context, new Printed(true));
    } else {
      Problem.of(503, "readiness.not-printed", sentences.say("readiness.not-printed"))
          .send(context, json);
    }
  }
}
