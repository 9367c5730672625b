package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.platform.transport.ScriptedServer;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

class SandboxProfileTest {

  private static final Pattern FILING = Pattern.compile("filing: (\\w+)");

  @TempDir Path directory;

  @Test
  void the_sandbox_takes_every_filing_of_every_region() throws IOException {
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("../../deploy/regions"))) {
      for (Path file : files.filter(it -> it.endsWith("reading.yaml")).toList()) {
        Matcher filing = FILING.matcher(Files.readString(file));
        while (filing.find()) {
          if (Samples.profile().filing(filing.group(1)).isEmpty()) {
            missing.add(filing.group(1));
          }
        }
      }
    }

    assertEquals(Set.of(), missing);
  }

  @Test
  void a_profile_with_an_unknown_word_is_refused_and_the_table_named() throws IOException {
    IOException fault = refused("ACTIVE", "ACTIV");

    assertTrue(fault.getMessage().contains("insuranceStatus"), fault.getMessage());
  }

  @Test
  void a_profile_without_a_transaction_or_with_an_unknown_key_is_refused() throws IOException {
    refused("  person: \"1101\"\n", "");
    refused("title:", "titel:");
    refused("codes: relocationKind", "codes: noSuchTable");
  }

  @Test
  void a_province_may_take_a_filing_by_a_national_transaction_that_answers_only_a_number()
      throws IOException {
    String text = Files.readString(Path.of("../../deploy/provinces/sandbox.yaml"));
    Path file =
        Files.writeString(
            directory.resolve("p.yaml"),
            text
                + """
                  nationalChronic:
                    infno: "2503"
                    node: data
                    silence: ACCEPTED
                    fixed: {insu_optins: "630100"}
                    fields: {disease: {to: opsp_dise_code}}
                """);

    try (ScriptedServer server = new ScriptedServer()) {
      server
          .then(
              ScriptedServer.answer(
                  "{\"infcode\":0,\"output\":{\"signinoutb\":{\"sign_no\":\"S1\"}}}"))
          .then(
              ScriptedServer.answer(
                  "{\"infcode\":0,\"output\":{\"result\":{\"trt_dcla_detl_sn\":\"C1\"}}}"));
      NationalPlatform platform =
          new NationalPlatform(
              ProvinceProfile.read(file),
              Samples.TERMINAL,
              new PlainTransport(
                  new HttpPost(
                      server.address(),
                      new HttpPost.Patience(Duration.ofSeconds(5), Duration.ofSeconds(20)))),
              InstantSource.system());

      assertEquals(
          new FilingReply.Taken("C1", FilingState.ACCEPTED),
          platform.submit(
              Samples.filing(FilingKey.fresh(), "nationalChronic", Map.of("disease", "M03900"))));
      assertTrue(server.requests().getLast().contains("\"opsp_dise_code\":\"M03900\""));
      assertTrue(server.requests().getLast().contains("\"infno\":\"2503\""));
    }
  }

  private IOException refused(String was, String is) throws IOException {
    String text = Files.readString(Path.of("../../deploy/provinces/sandbox.yaml"));
    assertTrue(text.contains(was));
    Path file = Files.writeString(directory.resolve("p.yaml"), text.replace(was, is));
    return assertThrows(IOException.class, () -> ProvinceProfile.read(file));
  }
}
