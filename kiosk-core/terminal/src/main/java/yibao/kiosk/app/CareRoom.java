package yibao.kiosk.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.app.doctor.DeviceCheck;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.store.Ratings;
import yibao.kiosk.telemetry.StateOfTerminal;
import yibao.telemetry.Message;

/**
 * What the terminal finds out about itself, for staff and hall.
 *
 * @param known which devices belong to it
 * @param morning the check before opening
 * @param state how it is, in the words of the telemetry
 */
record CareRoom(KnownDevices known, MorningCheck morning, StateOfTerminal state)
    implements AutoCloseable {
  private static final int LONGEST_REASON = 60;
  private static final int LONGEST_NAME = 100;

  /** Sets it up; {@link #start} begins the watch. */
  static CareRoom of(Ground ground, VisitRoom visits) {
    TerminalConfig config = ground.config();
    Records records = ground.records();
    KnownDevices known = new KnownDevices(records.memory(), records.audit(), Plugged::now);
    MorningCheck morning = morning(ground, known);
    StateOfTerminal state =
        new StateOfTerminal(
            new StateOfTerminal.About(
                config.hall(), config.region(), Build.version(), ground.time().instant()),
            ground.peripherals().devices(),
            records.filings(),
            () -> closed(ground, visits),
            () -> visits.bell().call().map(it -> new Message.Help(it.since(), it.by())),
            () -> badRatings(records.ratings(), ground.site().region()),
            () -> concerns(known, morning));
    return new CareRoom(known, morning, state);
  }

  /** Checks each morning, and looks whether a device was exchanged. */
  void start(Ground ground) {
    morning.start();
    known.watch(ground.time(), task -> Thread.ofVirtual().name("known-devices").start(task));
  }

  private static MorningCheck morning(Ground ground, KnownDevices known) {
    Doctor doctor = new Doctor(ground.time());
    return new MorningCheck(
        () -> {
          List<Finding> findings = new ArrayList<>(doctor.surroundings(ground.config()));
          findings.addAll(DeviceCheck.of(ground.peripherals().devices().statuses()));
          findings.add(known.look());
          return findings;
        },
        ground.config().opening(),
        ground.records().audit(),
        fields ->
            ground
                .peripherals()
                .receipts()
                .print(ground.paper().papers().receipt("readiness", fields, 0).receipt().escPos()),
        ground.time(),
        ground.zone(),
        task -> Thread.ofVirtual().name("morning-check").start(task));
  }

  private static Optional<Message.Closed> closed(Ground ground, VisitRoom visits) {
    return visits
        .doors()
        .shut(ground.now())
        .map(
            shut ->
                new Message.Closed(
                    switch (shut.why()) {
                      case OUT_OF_HOURS -> Message.Closed.Why.hours;
                      case OUT_OF_SERVICE -> Message.Closed.Why.staff;
                    },
                    shut.reason().substring(0, Math.min(LONGEST_REASON, shut.reason().length())),
                    shut.opens().<Instant>map(when -> when.atZone(ground.zone()).toInstant())));
  }

  /** Bad ratings on their way to their end, as the hall hears of them. */
  private static List<Message.BadRating> badRatings(Ratings ratings, Region region) {
    return ratings.openTasks().stream()
        .flatMap(
            task ->
                ratings.find(task.about()).stream()
                    .map(
                        rating ->
                            new Message.BadRating(
                                task.id(),
                                rating.item(),
                                region.item(rating.item()).map(CareRoom::name),
                                task.dueOn(),
                                task.owner(),
                                task.remedy().isPresent())))
        .toList();
  }

  private static String name(ServiceItem item) {
    return item.name().substring(0, Math.min(LONGEST_NAME, item.name().length()));
  }

  /** What the terminal found wrong with itself, in the words of the telemetry. */
  private static List<String> concerns(KnownDevices known, MorningCheck morning) {
    List<String> concerns = new ArrayList<>();
    if (known.changed()) {
      concerns.add("devices-changed");
    }
    if (morning.last().filter(report -> !report.ready()).isPresent()) {
      concerns.add("not-ready");
    }
    return concerns;
  }

  @Override
  public void close() {
    morning.close();
    known.close();
  }
}
