package yibao.kiosk.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.app.logs.DiscreetFormatter;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.form.Places;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.paper.SealFile;
import yibao.kiosk.paper.TakeAway;
import yibao.kiosk.platform.ProvinceProfile;
import yibao.kiosk.store.StoreFault;
import yibao.kiosk.telemetry.OwnFigures;
import yibao.kiosk.telemetry.Telemetry;
import yibao.kiosk.voice.EspeakSpeech;
import yibao.kiosk.voice.Recordings;
import yibao.kiosk.web.HallServer;
import yibao.kiosk.web.HelpApi;
import yibao.kiosk.web.ScreenWords;
import yibao.kiosk.web.Screens;
import yibao.kiosk.web.StaffDoor;
import yibao.kiosk.web.VerifyApi;
import yibao.kiosk.web.VoiceApi;
import yibao.kiosk.web.WebServer;

/** A running terminal: its rooms put together. */
public final class Terminal implements AutoCloseable {

  private static final String DEFAULT_ZONE = "Asia/Shanghai";

  private final Records records;
  private final Peripherals peripherals;
  private final PackWatch packs;
  private final WebServer web;
  private final Optional<Telemetry> telemetry;
  private final CareRoom care;
  private final OwnFigures figures;

  private Terminal(
      Records records,
      Peripherals peripherals,
      PackWatch packs,
      WebServer web,
      Optional<Telemetry> telemetry,
      CareRoom care,
      OwnFigures figures) {
    this.records = records;
    this.peripherals = peripherals;
    this.packs = packs;
    this.web = web;
    this.telemetry = telemetry;
    this.care = care;
    this.figures = figures;
  }

  /**
   * Starts a terminal; returns when it serves. Devices that are not there yet come later.
   *
   * @param time the one source of time; closed by the caller
   * @param more further routes on the screen's listener
   */
  public static Terminal start(
      TerminalConfig config, Timekeeper time, List<Consumer<Router>> more) {
    return start(ConfigInUse.alone(config), time, more, Optional.empty());
  }

  /**
   * Starts a terminal that can be started anew.
   *
   * @param restart ends this program, so that its manager starts it with what is proposed
   */
  public static Terminal start(
      ConfigInUse inUse, Timekeeper time, List<Consumer<Router>> more, Optional<Runnable> restart) {
    DiscreetFormatter.use();
    TerminalConfig config = inUse.config();
    StartUp.requireWritable(config.data());
    // Keys are read beside the rest; one that cannot be used must not be found by a citizen.
    Ahead<Optional<SealFile.Opened>> seal = Ahead.of("seal", () -> PaperRoom.seal(config));
    HallLine line = HallLine.idle(time);
    Ground ground = ground(config, seal, line, time);
    Optional<TakeAway> takeAway =
        config.network().map(hall -> new TakeAway(hall.address(), time, new SecureRandom()));
    OwnFigures figures = figures(config, time, ground.zone());
    StaffDoor door = StaffRoom.staffDoor(config, ground.records().memory(), time);
    VisitRoom visits = VisitRoom.open(ground, line.counted(figures), takeAway, door::knows);
    visits.journey().subscribe(figures.visits());
    ground.peripherals().devices().subscribe(figures::heard);
    CareRoom care = CareRoom.of(ground, visits);
    StaffRoom staff = StaffRoom.of(ground, inUse, door, visits, care, figures, restart);
    Screens screens = new Screens();
    ScreenWords words = new ScreenWords(screens, ground.records().memory(), ground.sentences());
    List<Consumer<Router>> routes = new ArrayList<>(more);
    routes.addAll(publicRoutes(ground));
    routes.add(words::mount);
    // Without a hall that hears it a call would be an empty promise.
    if (config.telemetry().isPresent()) {
      visits.journey().subscribe(visits.bell()::heard);
      routes.add(new HelpApi(visits.bell(), screens, ground.records().audit())::mount);
    }
    routes.add(staff.forDoctor());
    routes.addAll(staff.behindDoors());
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    WebServer web = serve(vertx, ground, visits, screens, routes);
    config
        .network()
        .ifPresent(
            hall ->
                HallServer.start(
                    vertx,
                    hall.place(),
                    new HallServer.Content(
                        takeAway.orElseThrow(),
                        ground.paper()::verification,
                        ground.sentences(),
                        config.terminal(),
                        staff.behindDoors())));
    ground.records().configured(config.digest());
    ground.records().start();
    care.start(ground);
    PackWatch packs =
        new PackWatch(
            ground.site().keeper(),
            time,
            visits::empty,
            Thread::startVirtualThread,
            ground.paper()::reload);
    packs.start();
    Thread.ofVirtual().name("sign-in").start(ground.records().platform()::warmUp);
    Thread.ofVirtual().name("warm-up").start(ground.paper().papers()::warmUp);
    seal.get();
    Optional<Telemetry> telemetry =
        line.open(vertx, ground, inUse, visits, care, screens, words, restart);
    return new Terminal(
        ground.records(), ground.peripherals(), packs, web, telemetry, care, figures);
  }

  private static Ground ground(
      TerminalConfig config,
      Ahead<Optional<SealFile.Opened>> seal,
      HallLine line,
      Timekeeper time) {
    ZoneId zone = ZoneId.of(config.zone().orElse(DEFAULT_ZONE));
    // The packs and the journal take longest and know nothing of each other.
    Ahead<InstalledSite> pack = Ahead.of("packs", () -> InstalledSite.load(config));
    Ahead<ProvinceProfile> province =
        Ahead.of("province", () -> PlatformLine.profile(config.platform()));
    Ahead<Places> divisions = Ahead.of("divisions", DivisionsFile::read);
    Records records =
        Records.open(
            config.data(),
            config.keys(),
            config.backup(),
            told -> PlatformLine.open(config, province.get(), pack.get(), time, told),
            time,
            zone,
            line.observers(config));
    InstalledSite site = pack.get();
    return new Ground(
        config,
        site,
        province.get(),
        divisions.get(),
        Sentences.chinese(),
        records,
        Peripherals.start(config.devices(), time, new SecureRandom()),
        new PaperRoom(config, site, seal, records, time, zone),
        time,
        zone);
  }

  private static OwnFigures figures(TerminalConfig config, Timekeeper time, ZoneId zone) {
    try {
      return OwnFigures.open(config.data(), time, zone);
    } catch (SQLException e) {
      throw new StoreFault(StoreFault.CANNOT_OPEN, "check the data directory", e);
    }
  }

  /** What the screen may ask whoever stands before it. */
  private static List<Consumer<Router>> publicRoutes(Ground ground) {
    VoiceApi voice =
        new VoiceApi(
            List.of(
                new Recordings(ground.config().regions().resolveSibling("voice")),
                new EspeakSpeech("espeak-ng")),
            () -> ground.site().region().commitments().values(),
            ground.sentences());
    VerifyApi verify = new VerifyApi(ground.paper()::verification, ground.sentences());
    return List.of(voice::mount, verify::mount);
  }

  private static WebServer serve(
      Vertx vertx,
      Ground ground,
      VisitRoom visits,
      Screens screens,
      List<Consumer<Router>> routes) {
    Peripherals peripherals = ground.peripherals();
    return WebServer.start(
        vertx,
        ground.config().port(),
        new WebServer.Content(
            visits.journey(),
            ground.site(),
            ground.places(),
            peripherals.devices(),
            peripherals.codeCamera(),
            peripherals.documentCamera(),
            ground.sentences(),
            ground.time(),
            screens,
            routes));
  }

  /** The port the screen is served on. */
  public int port() {
    return web.port();
  }

  /**
   * Looks for a sign of life: the screen's listener answers and the journal's thread works. Absent
   * devices, a full disk or a platform that is down are no death.
   *
   * @param patience longest time to wait for each
   * @throws Exception when there is none in time
   */
  public void look(Duration patience) throws Exception {
    web.look(patience);
    records.look(patience);
  }

  /** Stops serving, lets the devices go and ends the journal's run in order. */
  @Override
  public void close() {
    care.close();
    packs.close();
    telemetry.ifPresent(Telemetry::close);
    web.close();
    peripherals.close();
    figures.close();
    records.close();
  }
}
