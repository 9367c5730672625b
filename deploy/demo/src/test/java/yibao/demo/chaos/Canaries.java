package yibao.demo.chaos;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import yibao.sandbox.people.SandboxPerson;

/** Whatever stands for a person, in every encoding it might be written down in. */
final class Canaries {

  /** Fewer bytes than these turn up in encrypted data by themselves. */
  private static final int FEWEST_BYTES = 6;

  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GBK"));

  private final Map<String, String> bytes = new LinkedHashMap<>();

  /** Everything personal of these people, and what was typed for them. */
  Canaries(List<SandboxPerson> people, String... typed) {
    Set<String> secrets = new TreeSet<>(List.of(typed));
    for (SandboxPerson person : people) {
      secrets.add(person.card().name());
      secrets.add(person.card().number());
      person.card().address().ifPresent(secrets::add);
      person.socialSecurityCard().ifPresent(card -> secrets.add(card.number()));
      person
          .platform()
          .ifPresent(
              record -> {
                secrets.add(record.number());
                record.phone().ifPresent(secrets::add);
                record.address().ifPresent(secrets::add);
              });
    }
    for (String secret : secrets) {
      for (Charset encoding : ENCODINGS) {
        byte[] written = secret.getBytes(encoding);
        if (written.length >= FEWEST_BYTES) {
          bytes.put(new String(written, StandardCharsets.ISO_8859_1), secret + " in " + encoding);
        }
      }
    }
  }

  /** Where any of it stands below these places. */
  List<String> findIn(Path... places) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path place : places) {
      try (Stream<Path> files = Files.walk(Objects.requireNonNull(place))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = file.getFileName().toString();
          String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) + name;
          bytes.forEach(
              (written, secret) -> {
                if (content.contains(written)) {
                  found.add(file + ": " + secret);
                }
              });
        }
      }
    }
    return found;
  }
}
