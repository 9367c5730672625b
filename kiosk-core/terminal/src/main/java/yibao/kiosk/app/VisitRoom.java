package yibao.kiosk.app;

import java.util.Optional;
import java.util.function.Predicate;
import yibao.kiosk.form.FormRules;
import yibao.kiosk.hardware.DocumentCamera;
import yibao.kiosk.hardware.PaperCounts;
import yibao.kiosk.journey.HallDoors;
import yibao.kiosk.journey.HelpBell;
import yibao.kiosk.journey.Journey;
import yibao.kiosk.journey.attend.Attendance;
import yibao.kiosk.journey.attend.CardDesk;
import yibao.kiosk.journey.attend.StaffPins;
import yibao.kiosk.journey.form.CitizenNumbers;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.paper.TakeAway;
import yibao.kiosk.platform.NationalFaceChecks;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.platform.NationalVouchers;
import yibao.kiosk.platform.TerminalIdentity;
import yibao.kiosk.platform.transport.Transport;
import yibao.kiosk.query.Sources;
import yibao.kiosk.window.HallQueue;
import yibao.kiosk.window.QueueDesk;

/**
 * Where citizens are served, and what else turns on that.
 *
 * @param doors whether anybody may begin a visit
 * @param readers what reads cards and codes, also while it is tried
 * @param bell by which a citizen calls for staff
 * @param cards tells staff's cards from citizens'
 */
record VisitRoom(
    Journey journey, HallDoors doors, TriedReaders readers, HelpBell bell, CardDesk cards) {

  /**
   * Opens it: from now on somebody may begin a visit.
   *
   * @param counted counts what comes of every read and print
   * @param takeAway where phones fetch documents, where they may
   * @param staff whether there is an account of a staff number
   */
  static VisitRoom open(
      Ground ground,
      CountedStations counted,
      Optional<TakeAway> takeAway,
      Predicate<String> staff) {
    Records records = ground.records();
    Peripherals peripherals = ground.peripherals();
    HallDoors doors =
        new HallDoors(
            ground.config().openingHours(), ground.site()::isWorkingDay, records.memory());
    TriedReaders readers = new TriedReaders(peripherals.readers());
    HelpBell bell = new HelpBell(ground.time());
    CardDesk cards = new CardDesk(records.staffCards(), staff);
    PaperCounts paperCounts = new PaperCounts(records.memory(), ground.time());
    Attendance attendance =
        new Attendance(
            cards,
            new StaffPins(records.staffCards(), records.memory(), ground.time()),
            doors,
            bell,
            paperCounts,
            records.audit());
    Facilities facilities = facilities(ground, counted, readers, takeAway, paperCounts, attendance);
    return new VisitRoom(new Journey(facilities, doors), doors, readers, bell, cards);
  }

  private static Facilities facilities(
      Ground ground,
      CountedStations counted,
      TriedReaders readers,
      Optional<TakeAway> takeAway,
      PaperCounts paperCounts,
      Attendance attendance) {
    TerminalConfig config = ground.config();
    Records records = ground.records();
    Peripherals peripherals = ground.peripherals();
    NationalPlatform platform = records.platform();
    TerminalIdentity identity =
        config.platform().identity(ground.site().pool().admdvs(), config.terminal());
    Transport certified = new CertifiedTransport(peripherals.certified());
    return new Facilities(
        ground.site(),
        ground.sentences(),
        new FormRules(ground.places(), new CitizenNumbers()),
        ground.places(),
        platform,
        new Sources(platform, platform.enquiries()),
        records.filings(),
        records.withdrawal(),
        records.forms(),
        records.scans(),
        records.ratings(),
        counted.of(readers.forVisits()),
        new NationalVouchers(ground.province(), identity, certified),
        new NationalFaceChecks(ground.province(), identity, certified, ground.time()),
        peripherals.documentCamera().<DocumentCamera>map(c -> c).orElseGet(DocumentCamera::none),
        counted.of(peripherals.printers(takeAway)).counting(paperCounts),
        config.queue().<QueueDesk>map(it -> new HallQueue(it.address())).orElse(QueueDesk.NONE),
        ground.paper().papers(),
        ground.paper()::verification,
        attendance,
        ground.time(),
        ground.zone());
  }

  /** Whether nobody is in the middle of a visit. */
  boolean empty() {
    return journey.view().step().kind() == StepKind.ATTRACT;
  }
}
