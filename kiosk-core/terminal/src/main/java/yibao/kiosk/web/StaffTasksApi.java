package yibao.kiosk.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.record.Rating;
import yibao.kiosk.record.StaffTask;
import yibao.kiosk.store.Ratings;

/** What staff have to see to, such as bad ratings 差评, and who does. Behind the door of staff. */
public final class StaffTasksApi {

  private final StaffDoor door;
  private final Ratings ratings;
  private final AuditTrail audit;
  private final Sentences sentences;
  private final ViewJson json = new ViewJson();

  /** An API behind the door that its router stands behind. */
  public StaffTasksApi(StaffDoor door, Ratings ratings, AuditTrail audit, Sentences sentences) {
    this.door = door;
    this.ratings = ratings;
    this.audit = audit;
    this.sentences = sentences;
  }

  /** Adds the calls to a router on which {@link StaffApi} asks who it is. */
  public void mount(Router router) {
    router.get("/api/staff/tasks").handler(this::list);
    router.post("/api/staff/tasks/:id/take").handler(this::take);
  }

  /** The contract's {@code StaffTask}. */
  private record Line(
      long id,
      String kind,
      String about,
      Instant openedAt,
      LocalDate dueOn,
      Optional<String> owner,
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
    Optional<Long> id =
        Optional.of(context.pathParam("id")).filter(n -> n.matches("\\d{1,18}")).map(Long::valueOf);
    Optional<String> owner = door.who();
    if (id.isEmpty() || owner.isEmpty() || !ratings.take(id.get(), owner.get())) {
      Problem.of(404, "staff.no-such-task", sentences.say("staff.no-such-task"))
          .send(context, json);
      return;
    }
    audit.note(new AuditEntry(Role.STAFF, "task.taken", Optional.of(id.get().toString()), "ok"));
    list(context);
  }
}
