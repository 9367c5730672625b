package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private IOException refused(String was, String is) throws IOException {
    String text = Files.readString(Path.of("../../deploy/provinces/sandbox.yaml"));
    assertTrue(text.contains(was));
    Path file = Files.writeString(directory.resolve("p.yaml"), text.replace(was, is));
    return assertThrows(IOException.class, () -> ProvinceProfile.read(file));
  }
}
