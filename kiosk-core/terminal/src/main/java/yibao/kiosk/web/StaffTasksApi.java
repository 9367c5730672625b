package yibao.kiosk.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.record.Rating;
import yibao.kiosk.record.StaffTask;
import yibao.kiosk.store.Ratings;

/**
 * What staff have to see to, such as bad ratings 差评: who does, what they put right 整改, and that a
 * supervisor, who is somebody else, has checked it 复核, without which nothing is closed. Where
 * whoever rated left a number, nothing is closed without a reply 回复 either; the number is shown to
 * whoever has to reply alone, which the audit says. Behind the door of staff.
 */
public final class StaffTasksApi {

  private static final int LONGEST = 200;

  private final Ratings ratings;
  private final AuditTrail audit;
  private final Sentences sentences;
  private final InstantSource clock;
  private final ViewJson json = new ViewJson();

  /** An API behind the door that its router stands behind. */
  public StaffTasksApi(
      Ratings ratings, AuditTrail audit, Sentences sentences, InstantSource clock) {
    this.ratings = ratings;
    this.audit = audit;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** Adds the calls to a router on which {@link StaffApi} asks who it is. */
  public void mount(Router router) {
    router.get("/api/staff/tasks").handler(this::list);
    router.post("/api/staff/tasks/:id/take").handler(this::take);
    router.post("/api/staff/tasks/:id/remedy").handler(this::remedy);
    router.post("/api/staff/tasks/:id/contact").handler(this::contact);
    router.post("/api/staff/tasks/:id/reply").handler(this::reply);
    router.post("/api/staff/tasks/:id/check").handler(this::check);
  }

  /** The contract's {@code StaffTask}. */
  private record Line(
      long id,
      String kind,
      String about,
      Instant openedAt,
      LocalDate dueOn,
      Optional<String> owner,
      Optional<StaffTask.Remedy> remedy,
      boolean awaitsReply,
      Optional<StaffTask.Reply> reply,
      Optional<Rated> rating) {}

  /** The contract's {@code StaffRating}. */
  private record Rated(
      String region, int item, int level, String levelLabel, List<String> reasons) {}

  private void list(RoutingContext context) {
    json.send(context, Map.of("tasks", ratings.openTasks().stream().map(this::line).toList()));
  }

  private Line line(StaffTask task) {
    return new Line(
        task.id(),
        switch (task.kind()) {
          case BAD_RATING -> "badRating";
        },
        task.about(),
        task.openedAt(),
        task.dueOn(),
        task.owner(),
        task.remedy(),
        task.awaitsReply(),
        task.reply(),
        ratings.find(task.about()).map(this::rated));
  }

  private Rated rated(Rating rating) {
    return new Rated(
        rating.region(),
        rating.item(),
        rating.level(),
        sentences.say("rate.level." + rating.level()),
        rating.reasons().stream().map(id -> sentences.say("rate.reason." + id)).toList());
  }

  private void take(RoutingContext context) {
    change(context, "task.taken", (task, who) -> ratings.take(task.id(), who));
  }

  private void remedy(RoutingContext context) {
    Optional<String> what = what(context);
    if (what.isEmpty()) {
      refuse(context, 400, "staff.no-remedy");
      return;
    }
    change(
        context,
        "task.remedied",
        (task, who) ->
            ratings.remedy(task.id(), new StaffTask.Remedy(what.get(), who, clock.instant())));
  }

  /** The number, for whoever has to reply and for nobody else. */
  private void contact(RoutingContext context) {
    Optional<StaffTask> task = task(context);
    if (task.isEmpty()) {
      refuse(context, 404, "staff.no-such-task");
      return;
    }
    Optional<String> phone = ratings.contact(task.get().id(), Doorway.who(context));
    if (phone.isEmpty()) {
      refuse(context, 409, "staff.no-contact");
      return;
    }
    note("task.contact-shown", task.get());
    context.response().putHeader("Cache-Control", "no-store");
    json.send(context, Map.of("phone", phone.get()));
  }

  private void reply(RoutingContext context) {
    Optional<String> what = what(context);
    if (what.isEmpty()) {
      refuse(context, 400, "staff.no-reply");
      return;
    }
    change(
        context,
        "task.replied",
        (task, who) ->
            ratings.reply(task.id(), new StaffTask.Reply(what.get(), who, clock.instant())));
  }

  private Optional<String> what(RoutingContext context) {
    return Optional.of(body(context).path("what").asText("").strip())
        .filter(what -> !what.isEmpty() && what.length() <= LONGEST);
  }

  private void check(RoutingContext context) {
    JsonNode verdict = body(context).path("good");
    if (!verdict.isBoolean()) {
      refuse(context, 400, "staff.not-so-far");
      return;
    }
    boolean good = verdict.asBoolean();
    change(
        context,
        good ? "task.closed" : "task.sent-back",
        (task, who) ->
            good
                ? ratings.close(task.id(), who, clock.instant())
                : ratings.sendBack(task.id(), who));
  }

  /** Whatever was sent; what is no JSON has no fields. */
  private JsonNode body(RoutingContext context) {
    try {
      return json.read(context.body().asString());
    } catch (IOException | IllegalArgumentException noJson) {
      return MissingNode.getInstance();
    }
  }

  /**
   * Does something with an open task in the name of whoever is signed in; false where they may not.
   */
  private void change(RoutingContext context, String deed, BiPredicate<StaffTask, String> change) {
    Optional<StaffTask> task = task(context);
    String who = Doorway.who(context);
    if (task.isEmpty()) {
      refuse(context, 404, "staff.no-such-task");
      return;
    }
    if (!change.test(task.get(), who)) {
      boolean own = task.get().remedy().filter(remedy -> remedy.by().equals(who)).isPresent();
      refuse(context, 409, own ? "staff.own-remedy" : unfinished(task.get()));
      return;
    }
    note(deed, task.get());
    list(context);
  }

  private static String unfinished(StaffTask task) {
    return task.remedy().isPresent() && task.awaitsReply() && task.reply().isEmpty()
        ? "staff.reply-first"
        : "staff.not-so-far";
  }

  private Optional<StaffTask> task(RoutingContext context) {
    return Optional.of(context.pathParam("id"))
        .filter(n -> n.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .flatMap(id -> ratings.openTasks().stream().filter(open -> open.id() == id).findFirst());
  }

  private void note(String deed, StaffTask task) {
    audit.note(new AuditEntry(Role.STAFF, deed, Optional.of(Long.toString(task.id())), "ok"));
  }

  private void refuse(RoutingContext context, int status, String code) {
    Problem.of(status, code, sentences.say(code)).send(context, json);
  }
}
