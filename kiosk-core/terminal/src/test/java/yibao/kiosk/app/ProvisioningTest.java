package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import yibao.kiosk.app.command.ProvisionCommand;
import yibao.kiosk.app.setup.SetupPlan;

class ProvisioningTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path answers(String results) throws IOException {
    return Files.writeString(
        folder.resolve("answers.yaml"),
        """
        technician: T001
        hall: H023
        configuration:
          region: qinghai
          hall: 云岚大厅
          terminal: YL-01
          port: 18099
          data: %1$s/data
          keys: %1$s/keys
          regions: ../../deploy/regions
          platform:
            address: http://127.0.0.1:9/
            profile: ../../deploy/provinces/sandbox.yaml
            organisation: H63010000001
            organisationName: 云岚大厅
            mac: 02-00-00-00-00-01
            ip: 127.0.0.1
          glass: {orientation: portrait, diagonal: 21.5, lowerEdge: 900, viewingDistance: 600}
          devices: {}
        results: {%2$s}
        """
            .formatted(folder, results));
  }

  private int provision(Path answers) {
    return new CommandLine(new ProvisionCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            "--file",
            answers.toString(),
            "--config",
            folder.resolve("terminal.yaml").toString(),
            "--report",
            folder.resolve("report.pdf").toString());
  }

  @Test
  void it_places_the_configuration_makes_the_checks_and_writes_the_report() throws IOException {
    int code = provision(answers("legible: pass, touch: pass"));

    assertEquals(1, code, err.toString());
    assertTrue(out.toString().contains("[pass] 地区包"), out.toString());
    assertTrue(out.toString().contains("[fail] 省平台连得上"), out.toString());
    assertTrue(out.toString().contains("[absent] 身份证阅读器"), out.toString());
    assertTrue(out.toString().contains("[pass] 站在使用位置"), out.toString());
    TerminalConfig placed = TerminalConfig.read(folder.resolve("terminal.yaml"));
    assertEquals("YL-01", placed.terminal());
    assertEquals(
        PosixFilePermissions.fromString("rw-r-----"),
        Files.getPosixFilePermissions(folder.resolve("terminal.yaml")));
    assertTrue(
        new String(Files.readAllBytes(folder.resolve("report.pdf")), StandardCharsets.ISO_8859_1)
            .startsWith("%PDF-"));
  }

  @Test
  void the_same_answers_again_change_nothing() throws IOException {
    Path answers = answers("legible: pass");
    provision(answers);
    byte[] first = Files.readAllBytes(folder.resolve("terminal.yaml"));

    provision(answers);

    assertTrue(out.toString().contains("没有变化"), out.toString());
    assertEquals(
        new String(first, StandardCharsets.UTF_8),
        Files.readString(folder.resolve("terminal.yaml")));
    assertFalse(Files.exists(folder.resolve("terminal.yaml.before")));
  }

  @Test
  void a_wrong_answer_is_told_with_its_line_and_nothing_is_placed() throws IOException {
    Path answers = answers("");
    Files.writeString(
        answers, Files.readString(answers).replace("lowerEdge: 900", "lowerEdge: 9000"));

    assertEquals(2, provision(answers));
    assertTrue(
        err.toString().contains("answers.yaml:18: configuration.glass.lowerEdge"), err.toString());
    assertTrue(err.toString().contains("离地的毫米数"), err.toString());
    assertFalse(Files.exists(folder.resolve("terminal.yaml")));
  }

  @Test
  void an_answer_cannot_pass_what_the_machine_can_tell() throws IOException {
    assertEquals(2, provision(answers("platform: pass")));
    assertTrue(err.toString().contains("results.platform"), err.toString());
  }

  @Test
  void where_only_a_signed_configuration_is_served_it_places_no_other() throws IOException {
    Path answers = answers("");
    provision(answers);
    String first = Files.readString(folder.resolve("terminal.yaml"));
    Files.writeString(
        Files.createDirectories(folder.resolve("config-keys")).resolve("publisher.pem"), "a key");
    Files.writeString(answers, Files.readString(answers).replace("YL-01", "YL-02"));

    assertEquals(2, provision(answers));

    assertTrue(err.toString().contains("签过名"), err.toString());
    assertEquals(first, Files.readString(folder.resolve("terminal.yaml")));
  }

  @Test
  void the_example_that_comes_with_the_package_can_be_used_as_it_is_and_asks_every_check_there_is()
      throws IOException {
    SetupAnswers example = SetupAnswers.read(Path.of("../../deploy/package/answers.example.yaml"));

    assertEquals("qinghai", example.configuration().region());
    assertEquals(
        SetupPlan.shipped().steps().stream()
            .flatMap(step -> step.checks().stream())
            .filter(check -> check.by() != SetupPlan.By.MACHINE)
            .map(SetupPlan.Check::id)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(example.results().keySet()));
  }
}
