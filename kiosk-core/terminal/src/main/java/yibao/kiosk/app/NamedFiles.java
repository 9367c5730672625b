package yibao.kiosk.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.platform.transport.GatewayFile;
import yibao.telemetry.OrderSeal;

/** The files that a configuration names: whether they are there and hold what they should. */
final class NamedFiles {

  /** Reads a file as the terminal would. */
  private interface Reading {
    void read() throws Exception;
  }

  private NamedFiles() {}

  /** One finding for each that cannot be used; one good finding where all can. */
  static List<Finding> look(TerminalConfig config) {
    List<Finding> findings = new ArrayList<>();
    TerminalConfig.PlatformConfig platform = config.platform();
    Map<String, Path> plain = new LinkedHashMap<>();
    plain.put("regions", config.regions());
    config
        .network()
        .ifPresent(network -> plain.put("network.certificates", network.certificates()));
    config.network().ifPresent(network -> plain.put("network.key", network.key()));
    config
        .telemetry()
        .ifPresent(
            line -> {
              line.authority().ifPresent(file -> plain.put("telemetry.authority", file));
              line.certificate().ifPresent(file -> plain.put("telemetry.certificate", file));
              line.key().ifPresent(file -> plain.put("telemetry.key", file));
            });
    plain.forEach((key, file) -> look(key, file, () -> {}).ifPresent(findings::add));
    config
        .telemetry()
        .flatMap(TelemetryConfig::orders)
        .flatMap(file -> look("telemetry.orders", file, () -> OrderSeal.publicKey(file)))
        .ifPresent(findings::add);
    look("platform.profile", platform.profile(), () -> PlatformLine.profile(platform))
        .ifPresent(findings::add);
    platform
        .gateway()
        .flatMap(file -> look("platform.gateway", file, () -> GatewayFile.read(file)))
        .ifPresent(findings::add);
    config
        .staff()
        .flatMap(
            file ->
                look(
                    "staff",
                    file,
                    () -> StaffAccounts.read(Optional.of(file), StaffAccounts.STAFF)))
        .ifPresent(findings::add);
    config
        .care()
        .flatMap(TerminalConfig.CareConfig::technicians)
        .flatMap(
            file ->
                look(
                    "care.technicians",
                    file,
                    () -> StaffAccounts.read(Optional.of(file), StaffAccounts.TECHNICIANS)))
        .ifPresent(findings::add);
    config
        .seal()
        .flatMap(file -> look("seal", file, () -> PaperRoom.seal(config)))
        .ifPresent(findings::add);
    return findings.isEmpty() ? List.of(Finding.good("配置里的文件", "都在，都能用")) : List.copyOf(findings);
  }

  private static Optional<Finding> look(String key, Path file, Reading reading) {
    if (!Files.exists(file)) {
      return Optional.of(Finding.fault("配置 " + key, file + " 不存在", "放好这个文件，或者改正配置里的 " + key));
    }
    if (!Files.isReadable(file)) {
      return Optional.of(
          Finding.fault("配置 " + key, file + " 读不出", "让服务账号 yibao-kiosk 能读它，或用 root 运行 doctor"));
    }
    try {
      reading.read();
      return Optional.empty();
    } catch (Exception e) {
      return Optional.of(Finding.fault("配置 " + key, e.getMessage(), "改正这个文件，再运行一次 doctor"));
    }
  }
}
