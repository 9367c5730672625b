package yibao.kiosk.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import yibao.kiosk.app.doctor.DeviceCheck;
import yibao.kiosk.app.doctor.RunningTerminal;
import yibao.kiosk.app.setup.SetupPlan;
import yibao.kiosk.app.setup.SetupService;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.store.DurableFile;
import yibao.kiosk.web.DeviceTrial;
import yibao.kiosk.web.SetupDesk;
import yibao.templates.DocumentTemplates;
import yibao.templates.ReceiptTemplates;
import yibao.templates.receipt.ReceiptPrinter;

/**
 * Sets a terminal up without its screen: puts the configuration in its place, makes every check,
 * accepts. The same answers twice leave the same terminal.
 */
public final class Provisioning {
  private static final Duration DEVICES_SETTLE = Duration.ofSeconds(8);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final String DEFAULT_ZONE = "Asia/Shanghai";

  private final SetupAnswers answers;
  private final Timekeeper time;

  /**
   * How it ended.
   *
   * @param written whether the configuration differs from the one that was there
   * @param steps with the result of every check
   * @param open checks that have not been passed; the terminal is accepted when there are none
   * @param report PDF
   */
  public record Outcome(
      boolean written, List<SetupDesk.Step> steps, List<String> open, byte[] report) {}

  /** With these answers. */
  public Provisioning(SetupAnswers answers, Timekeeper time) {
    this.answers = answers;
    this.time = time;
  }

  /**
   * Does it.
   *
   * @param file where the configuration belongs
   * @throws TerminalConfig.Unusable when the terminal runs: its devices are its own then
   * @throws IOException when something cannot be written
   */
  public Outcome run(Path file) throws IOException, InterruptedException {
    TerminalConfig config = answers.configuration();
    if (RunningTerminal.devices(config.port()).isPresent()) {
      throw new TerminalConfig.Unusable("终端正在运行，设备被它占用；请先停下：systemctl stop yibao-kiosk");
    }
    boolean written = place(file, config);
    make(config.data());
    make(SetupRoom.book(config).getParent());
    ZoneId zone = ZoneId.of(config.zone().orElse(DEFAULT_ZONE));
    try (Peripherals peripherals = Peripherals.start(config.devices(), time, new SecureRandom())) {
      settle(peripherals);
      InstalledSite site = InstalledSite.load(config);
      DocumentTemplates documents = DocumentTemplates.load();
      SetupService setup =
          SetupRoom.open(
              config,
              SignedConfig.demanded(file),
              time,
              zone,
              new SetupInspection(
                  config,
                  site,
                  time,
                  peripherals.devices(),
                  Optional.<DeviceTrial>empty(),
                  SetupRoom.printing(
                      config, time, zone, peripherals, () -> documents, slips(config))),
              () -> documents,
              Optional.empty(),
              Runnable::run);
      Outcome outcome = check(setup, written);
      try (Stream<Path> made = Files.walk(config.data())) {
        made.forEach(Provisioning::likeItsFolder);
      }
      return outcome;
    }
  }

  private Outcome check(SetupService setup, boolean written) {
    String by = answers.technician();
    setup.save("acceptance", Map.of("signed.technician", by, "signed.hall", answers.hall()));
    answers
        .results()
        .forEach(
            (check, verdict) -> {
              if (!setup.judge(check, verdict, "", by)) {
                throw new TerminalConfig.Unusable("results." + check + "：没有这个检查，或者要由机器判断");
              }
            });
    SetupPlan.shipped().steps().stream()
        .flatMap(step -> step.checks().stream())
        .filter(check -> check.by() == SetupPlan.By.MACHINE)
        .filter(check -> !answers.results().containsKey(check.id()))
        .forEach(check -> setup.begin(check.id(), by));
    List<String> open = setup.accept(by);
    return new Outcome(written, setup.page().steps(), open, setup.report());
  }

  /** Puts a configuration in its place; the one that was there stays beside it. */
  private static boolean place(Path file, TerminalConfig config) throws IOException {
    String text = config.text();
    if (Files.exists(file)) {
      if (Files.readString(file).equals(text)) {
        return false;
      }
      if (SignedConfig.demanded(file)) {
        throw new TerminalConfig.Unusable(file + "：这台终端只用签过名的配置，没有改动；请把要改的告诉签发配置的人");
      }
      Path before = file.resolveSibling(file.getFileName() + ".before");
      Files.copy(
          file, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
    DurableFile placed = new DurableFile(file);
    Path next = placed.draft(text.getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r-----"));
    PosixFileAttributes folder =
        Files.readAttributes(file.toAbsolutePath().getParent(), PosixFileAttributes.class);
    Files.getFileAttributeView(next, PosixFileAttributeView.class).setGroup(folder.group());
    placed.put();
    return true;
  }

  private static void make(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      Files.createDirectories(folder);
      likeItsFolder(folder);
    }
  }

  /** What root makes here belongs to the service, as the folder around it does. */
  private static void likeItsFolder(Path path) {
    try {
      PosixFileAttributes folder =
          Files.readAttributes(path.toAbsolutePath().getParent(), PosixFileAttributes.class);
      PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
      if (!view.readAttributes().owner().equals(folder.owner())) {
        view.setOwner(folder.owner());
        view.setGroup(folder.group());
      }
    } catch (IOException e) {
      throw new TerminalConfig.Unusable(path + "：不能交给服务账号，请用 root 运行");
    }
  }

  private void settle(Peripherals peripherals) throws InterruptedException {
    long end = System.nanoTime() + DEVICES_SETTLE.toNanos();
    while (!DeviceCheck.settled(peripherals.devices().statuses()) && end - System.nanoTime() > 0) {
      Thread.sleep(LOOK);
    }
  }

  private static Function<Map<String, Object>, byte[]> slips(TerminalConfig config) {
    ReceiptTemplates templates = ReceiptTemplates.load();
    ReceiptPrinter printer =
        config
            .devices()
            .printer()
            .map(DeviceConfig.PrinterDevice::paper)
            .orElseGet(() -> ReceiptPrinter.ofDots(SetupRoom.DOTS));
    return fields -> {
      Map<String, Object> all = new HashMap<>(fields);
      all.put("hall", config.hall());
      all.put("terminal", config.terminal());
      return templates.render(SetupRoom.SLIP, all, printer).escPos();
    };
  }
}
