package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.app.doctor.DeviceCheck;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.app.doctor.Finding.Verdict;
import yibao.kiosk.app.doctor.MachineCheck;
import yibao.kiosk.app.doctor.PlatformCheck;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.PaperState;

class DoctorTest {

  private static final Instant NOW = Instant.parse("2026-11-22T01:30:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  @TempDir private Path folder;

  private static Verdict verdict(List<Finding> findings, String what) {
    return findings.stream()
        .filter(finding -> finding.what().equals(what))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  @Test
  void a_clock_before_the_program_was_built_is_a_fault() {
    assertEquals(Verdict.FAULT, new MachineCheck(CLOCK, NOW.plusSeconds(1)).time().verdict());
    assertEquals(Verdict.GOOD, new MachineCheck(CLOCK, NOW.minusSeconds(1)).time().verdict());
  }

  @Test
  void a_data_directory_that_is_not_there_is_a_fault() {
    MachineCheck machine = new MachineCheck(CLOCK, NOW);

    assertEquals(Verdict.FAULT, machine.disk(folder.resolve("nowhere")).verdict());
  }

  @Test
  void keys_in_a_plain_file_are_named_as_the_weaker_way() throws IOException {
    MachineCheck machine = new MachineCheck(CLOCK, NOW);
    assertEquals(Verdict.GOOD, machine.keys(folder).getFirst().verdict());

    Files.createFile(
        folder.resolve("yibao-data-keys"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

    Finding finding = machine.keys(folder).getFirst();
    assertEquals(Verdict.WARNING, finding.verdict());
    assertTrue(finding.found().contains("较弱"), finding.found());
  }

  @Test
  void keys_that_others_can_read_are_a_fault_with_the_command_that_mends_it() throws IOException {
    Path key =
        Files.createFile(
            folder.resolve("yibao-data-keys"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    MachineCheck machine = new MachineCheck(CLOCK, NOW);
    assertEquals(Verdict.WARNING, machine.keys(folder).getFirst().verdict());

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    Finding finding = machine.keys(folder).getFirst();
    assertEquals(Verdict.FAULT, finding.verdict());
    assertTrue(finding.remedy().startsWith("chmod 600"), finding.remedy());
  }

  @Test
  void a_platform_nobody_listens_at_is_a_fault() {
    assertEquals(
        Verdict.FAULT,
        verdict(new PlatformCheck(CLOCK).look(URI.create("http://127.0.0.1:9/"), false), "省平台"));
  }

  @Test
  void a_platform_with_another_time_than_ours_is_a_fault_of_the_clock() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(405, -1));
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      InstantSource hoursLate = () -> InstantSource.system().instant().minusSeconds(7200);

      List<Finding> late = new PlatformCheck(hoursLate).look(address, false);
      List<Finding> right = new PlatformCheck(InstantSource.system()).look(address, false);

      assertEquals(Verdict.GOOD, verdict(late, "省平台"));
      assertEquals(Verdict.FAULT, verdict(late, "时钟"));
      assertEquals(Verdict.GOOD, verdict(right, "时钟"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_device_that_is_not_online_is_a_fault_with_its_remedy_and_little_paper_a_warning() {
    List<Finding> findings =
        DeviceCheck.of(
            List.of(
                status(DeviceName.SS_CARD, DeviceState.NO_DEVICE, Optional.empty()),
                status(DeviceName.PRINTER, DeviceState.ONLINE, Optional.of(PaperState.LOW))));

    assertEquals(Verdict.FAULT, findings.getFirst().verdict());
    assertTrue(findings.getFirst().text().contains("插好"), findings.getFirst().text());
    assertEquals(Verdict.WARNING, findings.getLast().verdict());
  }

  private static DeviceStatus status(
      DeviceName name, DeviceState state, Optional<PaperState> paper) {
    return new DeviceStatus(
        name, state, paper, Optional.of("port-absent"), Optional.of("请把线插好。"), NOW);
  }
}
