package yibao.kiosk.app;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import yibao.accounts.Role;
import yibao.kiosk.app.setup.SetupService;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.store.Memory;
import yibao.kiosk.telemetry.OwnFigures;
import yibao.kiosk.web.DeviceTrial;
import yibao.kiosk.web.FiguresApi;
import yibao.kiosk.web.ReadinessApi;
import yibao.kiosk.web.ServiceApi;
import yibao.kiosk.web.SetupApi;
import yibao.kiosk.web.StaffApi;
import yibao.kiosk.web.StaffCardsApi;
import yibao.kiosk.web.StaffDoor;
import yibao.kiosk.web.StaffTasksApi;
import yibao.kiosk.web.StateApi;
import yibao.kiosk.web.TechApi;
import yibao.kiosk.web.WindowApi;

/**
 * The pages of staff, windows and technicians, behind their doors.
 *
 * @param behindDoors their routes, on the screen's listener and the hall's
 * @param forDoctor what a check from the command line asks, on this machine alone
 */
record StaffRoom(List<Consumer<Router>> behindDoors, Consumer<Router> forDoctor) {
  private static final Duration FOR_A_CARD = Duration.ofSeconds(30);

  /** The door of the hall's staff. */
  static StaffDoor staffDoor(TerminalConfig config, Memory memory, Timekeeper time) {
    return door(config.staff(), StaffAccounts.STAFF, memory, "staff", time);
  }

  private static StaffDoor technicianDoor(TerminalConfig config, Memory memory, Timekeeper time) {
    return door(
        config.care().flatMap(TerminalConfig.CareConfig::technicians),
        StaffAccounts.TECHNICIANS,
        memory,
        "technician",
        time);
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

  /**
   * Puts it together.
   *
   * @param restart ends this program, so that its manager starts it with what is proposed
   */
  static StaffRoom of(
      Ground ground,
      ConfigInUse inUse,
      StaffDoor door,
      VisitRoom visits,
      CareRoom care,
      OwnFigures figures,
      Optional<Runnable> restart) {
    Records records = ground.records();
    Peripherals peripherals = ground.peripherals();
    PaperRoom paper = ground.paper();
    DeviceTrial trial =
        new DeviceTrial(
            visits.readers().forTrials(),
            peripherals.receipts(),
            peripherals.documents(),
            paper.papers());
    TechApi tech =
        new TechApi(
            peripherals.devices(),
            visits.journey(),
            trial,
            WhatAnswersWhere.besides(ground.config().devices().serialPorts())::lines,
            care.known()::strange);
    List<Consumer<Router>> behindDoors =
        List.of(
            new StaffApi(
                    door, records.filings(), records.dayEnd(), records.audit(), ground.sentences())
                ::mount,
            new StaffTasksApi(records.ratings(), records.audit(), ground.sentences(), ground.time())
                ::mount,
            new WindowApi(
                    records.window(),
                    ground.site(),
                    ground.places(),
                    ground::now,
                    records.audit(),
                    ground.sentences())
                ::mount,
            new ReadinessApi(care.morning(), ground.sentences())::mount,
            new StateApi(
                    () ->
                        care.state()
                            .at(ground.time().instant(), !visits.empty(), care.state().onDisk(), 0))
                ::mount,
            new FiguresApi(
                    figures::look,
                    peripherals.devices(),
                    ground.config().terminal(),
                    ground.sentences())
                ::mount,
            new ServiceApi(visits.doors(), ground::now, ground.sentences(), records.audit())::mount,
            new StaffCardsApi(
                    records.staffCards(),
                    visits.cards(),
                    door::knows,
                    visits::empty,
                    FOR_A_CARD,
                    ground.time(),
                    ground.sentences(),
                    records.audit())
                ::mount,
            new SetupApi(
                    technicianDoor(ground.config(), records.memory(), ground.time()),
                    setup(ground, inUse, trial, restart),
                    visits::empty,
                    care.known()::accept,
                    trial::print,
                    records.audit(),
                    ground.sentences())
                ::mount,
            tech::mount);
    return new StaffRoom(behindDoors, tech::mountForDoctor);
  }

  private static SetupService setup(
      Ground ground, ConfigInUse inUse, DeviceTrial trial, Optional<Runnable> restart) {
    TerminalConfig config = inUse.own();
    PaperRoom paper = ground.paper();
    SetupRoom.Printing printing =
        SetupRoom.printing(
            config,
            ground.time(),
            ground.zone(),
            ground.peripherals(),
            paper::documents,
            fields -> paper.papers().receipt(SetupRoom.SLIP, fields, 0).receipt().escPos());
    return SetupRoom.open(
        config,
        inUse.signed(),
        ground.time(),
        ground.zone(),
        new SetupInspection(
            config,
            ground.site(),
            ground.time(),
            ground.peripherals().devices(),
            Optional.of(trial),
            printing),
        paper::documents,
        restart,
        task -> Thread.ofVirtual().name("setup-check").start(task));
  }
}
