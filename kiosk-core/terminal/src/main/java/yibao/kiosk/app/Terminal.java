package yibao.kiosk.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import yibao.accounts.Role;
import yibao.kiosk.app.doctor.DeviceCheck;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.app.logs.DiscreetFormatter;
import yibao.kiosk.app.setup.SetupService;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.filing.FilingObserver;
import yibao.kiosk.form.FormRules;
import yibao.kiosk.form.Places;
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
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.paper.SealFile;
import yibao.kiosk.paper.TakeAway;
import yibao.kiosk.platform.NationalFaceChecks;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.platform.NationalVouchers;
import yibao.kiosk.platform.ProvinceProfile;
import yibao.kiosk.platform.TerminalIdentity;
import yibao.kiosk.platform.transport.Transport;
import yibao.kiosk.query.Sources;
import yibao.kiosk.store.Memory;
import yibao.kiosk.store.Ratings;
import yibao.kiosk.store.StoreFault;
import yibao.kiosk.telemetry.Inbox;
import yibao.kiosk.telemetry.StateOfTerminal;
import yibao.kiosk.telemetry.Tally;
import yibao.kiosk.telemetry.Telemetry;
import yibao.kiosk.voice.EspeakSpeech;
import yibao.kiosk.voice.Recordings;
import yibao.kiosk.web.DeviceTrial;
import yibao.kiosk.web.HallServer;
import yibao.kiosk.web.HelpApi;
import yibao.kiosk.web.ReadinessApi;
import yibao.kiosk.web.ScreenWords;
import yibao.kiosk.web.Screens;
import yibao.kiosk.web.ServiceApi;
import yibao.kiosk.web.SetupApi;
import yibao.kiosk.web.StaffApi;
import yibao.kiosk.web.StaffCardsApi;
import yibao.kiosk.web.StaffDoor;
import yibao.kiosk.web.StaffTasksApi;
import yibao.kiosk.web.StateApi;
import yibao.kiosk.web.TechApi;
import yibao.kiosk.web.VerifyApi;
import yibao.kiosk.web.VoiceApi;
import yibao.kiosk.web.WebServer;
import yibao.kiosk.web.WindowApi;
import yibao.kiosk.window.HallQueue;
import yibao.kiosk.window.QueueDesk;
import yibao.telemetry.Message;

/** A running terminal: its parts put together. */
public final class Terminal implements AutoCloseable {

  private static final String DEFAULT_ZONE = "Asia/Shanghai";
  private static final int LONGEST_REASON = 60;
  private static final Duration FOR_A_CARD = Duration.ofSeconds(30);

  private final Records records;
  private final Peripherals peripherals;
  private final PackWatch packs;
  private final WebServer web;
  private final Optional<Telemetry> telemetry;
  private final MorningCheck morning;
  private final KnownDevices known;

  private Terminal(
      Records records,
      Peripherals peripherals,
      PackWatch packs,
      WebServer web,
      Optional<Telemetry> telemetry,
      MorningCheck morning,
      KnownDevices known) {
    this.morning = morning;
    this.known = known;
    this.records = records;
    this.peripherals = peripherals;
    this.packs = packs;
    this.web = web;
    this.telemetry = telemetry;
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
    ZoneId zone = ZoneId.of(config.zone().orElse(DEFAULT_ZONE));
    // The packs and the journal take longest and know nothing of each other.
    Ahead<InstalledSite> pack = Ahead.of("packs", () -> InstalledSite.load(config));
    Ahead<ProvinceProfile> province =
        Ahead.of("province", () -> PlatformLine.profile(config.platform()));
    Ahead<Places> divisions = Ahead.of("divisions", DivisionsFile::read);
    Ahead<Optional<SealFile.Opened>> seal = Ahead.of("seal", () -> PaperRoom.seal(config));
    Inbox inbox = new Inbox(time);
    Tally tally = new Tally();
    CountedStations counted = new CountedStations(tally, inbox);
    Records records =
        Records.open(
            config.data(),
            config.keys(),
            config.backup(),
            told -> PlatformLine.open(config, province.get(), pack.get(), time, told),
            time,
            zone,
            config.telemetry().map(_ -> List.<FilingObserver>of(inbox)).orElse(List.of()));
    InstalledSite site = pack.get();
    Places places = divisions.get();
    Sentences sentences = Sentences.chinese();
    NationalPlatform platform = records.platform();
    Peripherals peripherals = Peripherals.start(config.devices(), time, new SecureRandom());
    PaperRoom paper = new PaperRoom(config, site, seal, records, time, zone);
    TerminalIdentity identity = config.platform().identity(site.pool().admdvs(), config.terminal());
    Transport certified = new CertifiedTransport(peripherals.certified());
    Optional<TakeAway> takeAway =
        config.network().map(hall -> new TakeAway(hall.address(), time, new SecureRandom()));
    HallDoors doors = new HallDoors(config.openingHours(), site::isWorkingDay, records.memory());
    TriedReaders readers = new TriedReaders(peripherals.readers());
    StaffDoor door = door(config.staff(), StaffAccounts.STAFF, records.memory(), "staff", time);
    HelpBell bell = new HelpBell(time);
    PaperCounts paperCounts = new PaperCounts(records.memory(), time);
    CardDesk cardDesk = new CardDesk(records.staffCards(), door::knows);
    Journey journey =
        new Journey(
            new Facilities(
                site,
                sentences,
                new FormRules(places, new CitizenNumbers()),
                places,
                platform,
                new Sources(platform, platform.enquiries()),
                records.filings(),
                records.withdrawal(),
                records.forms(),
                records.scans(),
                records.ratings(),
                counted.of(readers.forVisits()),
                new NationalVouchers(province.get(), identity, certified),
                new NationalFaceChecks(province.get(), identity, certified, time),
                peripherals
                    .documentCamera()
                    .<DocumentCamera>map(c -> c)
                    .orElseGet(DocumentCamera::none),
                counted.of(peripherals.printers(takeAway)).counting(paperCounts),
                config
                    .queue()
                    .<QueueDesk>map(queue -> new HallQueue(queue.address()))
                    .orElse(QueueDesk.NONE),
                paper.papers(),
                paper::verification,
                new Attendance(
                    cardDesk,
                    new StaffPins(records.staffCards(), records.memory(), time),
                    doors,
                    bell,
                    paperCounts,
                    records.audit()),
                time,
                zone),
            doors);
    List<Consumer<Router>> routes = new ArrayList<>(more);
    routes.add(
        new VoiceApi(
                List.of(
                    new Recordings(config.regions().resolveSibling("voice")),
                    new EspeakSpeech("espeak-ng")),
                () -> site.region().commitments().values(),
                sentences)
            ::mount);
    List<Consumer<Router>> behindDoors = new ArrayList<>();
    behindDoors.addAll(
        List.of(
            new StaffApi(door, records.filings(), records.dayEnd(), records.audit(), sentences)
                ::mount,
            new StaffTasksApi(records.ratings(), records.audit(), sentences, time)::mount,
            new WindowApi(
                    records.window(),
                    site,
                    places,
                    () -> LocalDateTime.ofInstant(time.instant(), zone),
                    records.audit(),
                    sentences)
                ::mount));
    KnownDevices known = new KnownDevices(records.memory(), records.audit(), Plugged::now);
    MorningCheck morning = morning(config, records, peripherals, known, paper, time, zone);
    behindDoors.add(new ReadinessApi(morning, sentences)::mount);
    StateOfTerminal state =
        new StateOfTerminal(
            new StateOfTerminal.About(
                config.hall(), config.region(), Build.version(), time.instant()),
            peripherals.devices(),
            records.filings(),
            () -> closed(doors, time.instant(), zone),
            () -> bell.call().map(it -> new Message.Help(it.since(), it.by())),
            () -> badRatings(records.ratings()),
            () -> concerns(known, morning));
    BooleanSupplier nobodyHere = () -> journey.view().step().kind() == StepKind.ATTRACT;
    behindDoors.add(
        new StateApi(() -> state.at(time.instant(), !nobodyHere.getAsBoolean(), state.onDisk(), 0))
            ::mount);
    behindDoors.add(
        new ServiceApi(
                doors,
                () -> LocalDateTime.ofInstant(time.instant(), zone),
                sentences,
                records.audit())
            ::mount);
    routes.add(new VerifyApi(paper::verification, sentences)::mount);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    Screens screens = new Screens();
    ScreenWords screenWords = new ScreenWords(screens, records.memory(), sentences);
    routes.add(screenWords::mount);
    // Without a hall that hears it a call would be an empty promise.
    config
        .telemetry()
        .ifPresent(
            _ -> {
              journey.subscribe(bell::heard);
              routes.add(new HelpApi(bell, screens, records.audit())::mount);
            });
    DeviceTrial trial =
        new DeviceTrial(
            readers.forTrials(), peripherals.receipts(), peripherals.documents(), paper.papers());
    behindDoors.add(
        new StaffCardsApi(
                records.staffCards(),
                cardDesk,
                door::knows,
                nobodyHere,
                FOR_A_CARD,
                time,
                sentences,
                records.audit())
            ::mount);
    behindDoors.add(
        new SetupApi(
                door(
                    config.care().flatMap(TerminalConfig.CareConfig::technicians),
                    StaffAccounts.TECHNICIANS,
                    records.memory(),
                    "technician",
                    time),
                setup(inUse, site, time, zone, peripherals, trial, paper, restart),
                nobodyHere,
                known::accept,
                trial::print,
                records.audit(),
                sentences)
            ::mount);
    TechApi tech =
        new TechApi(
            peripherals.devices(),
            journey,
            trial,
            WhatAnswersWhere.besides(config.devices().serialPorts())::lines,
            known::strange);
    behindDoors.add(tech::mount);
    routes.add(tech::mountForDoctor);
    routes.addAll(behindDoors);
    WebServer web =
        WebServer.start(
            vertx,
            config.port(),
            new WebServer.Content(
                journey,
                site,
                places,
                peripherals.devices(),
                peripherals.codeCamera(),
                peripherals.documentCamera(),
                sentences,
                time,
                screens,
                routes));
    config
        .network()
        .ifPresent(
            hall ->
                HallServer.start(
                    vertx,
                    hall.place(),
                    new HallServer.Content(
                        takeAway.orElseThrow(),
                        paper::verification,
                        sentences,
                        config.terminal(),
                        behindDoors)));
    records.configured(config.digest());
    records.start();
    morning.start();
    known.watch(time, task -> Thread.ofVirtual().name("known-devices").start(task));
    PackWatch packs =
        new PackWatch(site.keeper(), time, nobodyHere, Thread::startVirtualThread, paper::reload);
    packs.start();
    Thread.ofVirtual().name("sign-in").start(records.platform()::warmUp);
    Thread.ofVirtual().name("warm-up").start(paper.papers()::warmUp);
    // Keys are read beside the rest; one that cannot be used must not be found by a citizen.
    seal.get();
    Optional<Telemetry> telemetry =
        config
            .telemetry()
            .map(
                line ->
                    telemetry(
                        vertx,
                        new Telemetry.Settings(
                            line.topics(), line.broker(), config.data(), line.hallKey()),
                        new Telemetry.Sources(peripherals.devices(), journey, state, inbox, tally),
                        new Telemetry.Hands(
                            records.memory(),
                            records.audit(),
                            new HallDeeds(
                                doors,
                                bell,
                                zone,
                                nobodyHere,
                                () ->
                                    peripherals
                                        .receipts()
                                        .print(paper.papers().selfTest().receipt().escPos()),
                                screens,
                                screenWords,
                                restart),
                            inUse.listens()
                                ? Optional.of(
                                    new HallRules(
                                        inUse, time, nobodyHere, records.audit(), restart))
                                : Optional.empty()),
                        time));
    inUse.givenUp().ifPresent(inbox::defaultsGivenUp);
    return new Terminal(records, peripherals, packs, web, telemetry, morning, known);
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

  /** Bad ratings on their way to their end, as the hall hears of them. */
  private static List<Message.BadRating> badRatings(Ratings ratings) {
    return ratings.openTasks().stream()
        .flatMap(
            task ->
                ratings.find(task.about()).stream()
                    .map(
                        rating ->
                            new Message.BadRating(
                                task.id(),
                                rating.item(),
                                task.dueOn(),
                                task.owner(),
                                task.remedy().isPresent())))
        .toList();
  }

  private static SetupService setup(
      ConfigInUse inUse,
      InstalledSite site,
      Timekeeper time,
      ZoneId zone,
      Peripherals peripherals,
      DeviceTrial trial,
      PaperRoom paper,
      Optional<Runnable> restart) {
    TerminalConfig config = inUse.own();
    SetupRoom.Printing printing =
        SetupRoom.printing(
            config,
            time,
            zone,
            peripherals,
            paper::documents,
            fields -> paper.papers().receipt(SetupRoom.SLIP, fields, 0).receipt().escPos());
    return SetupRoom.open(
        config,
        inUse.signed(),
        time,
        zone,
        new SetupInspection(
            config, site, time, peripherals.devices(), Optional.of(trial), printing),
        paper::documents,
        restart,
        task -> Thread.ofVirtual().name("setup-check").start(task));
  }

  private static MorningCheck morning(
      TerminalConfig config,
      Records records,
      Peripherals peripherals,
      KnownDevices known,
      PaperRoom paper,
      Timekeeper time,
      ZoneId zone) {
    Doctor doctor = new Doctor(time);
    return new MorningCheck(
        () -> {
          List<Finding> findings = new ArrayList<>(doctor.surroundings(config));
          findings.addAll(DeviceCheck.of(peripherals.devices().statuses()));
          findings.add(known.look());
          return findings;
        },
        config.opening(),
        records.audit(),
        fields ->
            peripherals
                .receipts()
                .print(paper.papers().receipt("readiness", fields, 0).receipt().escPos()),
        time,
        zone,
        task -> Thread.ofVirtual().name("morning-check").start(task));
  }

  /** A door for the accounts of these roles in a file; without a file it stays shut. */
  private static StaffDoor door(
      Optional<Path> file, Set<Role> roles, Memory memory, String name, Timekeeper time) {
    try {
      return new StaffDoor(StaffAccounts.read(file, roles), memory, name, time);
    } catch (IOException e) {
      throw new TerminalConfig.Unusable(e.getMessage());
    }
  }

  private static Telemetry telemetry(
      Vertx vertx,
      Telemetry.Settings settings,
      Telemetry.Sources sources,
      Telemetry.Hands hands,
      Timekeeper time) {
    try {
      return Telemetry.start(vertx, settings, sources, hands, time);
    } catch (SQLException e) {
      throw new StoreFault(StoreFault.CANNOT_OPEN, "check the data directory", e);
    } catch (IllegalArgumentException e) {
      throw new TerminalConfig.Unusable("telemetry：" + e.getMessage());
    }
  }

  private static Optional<Message.Closed> closed(HallDoors doors, Instant now, ZoneId zone) {
    return doors
        .shut(LocalDateTime.ofInstant(now, zone))
        .map(
            shut ->
                new Message.Closed(
                    switch (shut.why()) {
                      case OUT_OF_HOURS -> Message.Closed.Why.hours;
                      case OUT_OF_SERVICE -> Message.Closed.Why.staff;
                    },
                    shut.reason().substring(0, Math.min(LONGEST_REASON, shut.reason().length())),
                    shut.opens().map(when -> when.atZone(zone).toInstant())));
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
    morning.close();
    known.close();
    packs.close();
    telemetry.ifPresent(Telemetry::close);
    web.close();
    peripherals.close();
    records.close();
  }
}
