package yibao.demo.chaos;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import yibao.demo.ChipCards;
import yibao.sandbox.people.SandboxPerson;

/** Whatever stands for a person, in every encoding it might be written down in. */
public final class Canaries {

  /** Fewer bytes than these turn up in encrypted data by themselves. */
  private static final int FEWEST_BYTES = 6;

  /** How much of a photo is looked for. */
  private static final int OF_A_PHOTO = 32;

  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"));

  private record Canary(byte[] bytes, String what) {}

  /** By their first four bytes. */
  private final Map<Integer, List<Canary>> canaries = new HashMap<>();

  /** The first two bytes of any of them. */
  private final BitSet beginnings = new BitSet(1 << 16);

  /** Everything personal of these people, and what was typed for them. */
  public Canaries(List<SandboxPerson> people, String... typed) {
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
      byte[] photo = ChipCards.of(person.card()).photo();
      add(Arrays.copyOfRange(photo, OF_A_PHOTO, 2 * OF_A_PHOTO), "a photo");
    }
    for (String secret : secrets) {
      for (Charset encoding : ENCODINGS) {
        byte[] written = secret.getBytes(encoding);
        if (written.length >= FEWEST_BYTES) {
          add(written, secret + " in " + encoding);
        }
      }
    }
  }

  private void add(byte[] written, String what) {
    remember(written, what);
    remember(ascii(HexFormat.of().formatHex(written)), what + ", hex");
    remember(ascii(HexFormat.of().withUpperCase().formatHex(written)), what + ", hex");
    // In Base64 it looks another way for each place in a group of three.
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + written.length];
      System.arraycopy(written, 0, shifted, before, written.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int from = before == 0 ? 0 : before + 1;
      int to = shifted.length % 3 == 0 ? text.length() : text.length() - 1;
      remember(ascii(text.substring(from, to)), what + ", Base64");
    }
  }

  private void remember(byte[] bytes, String what) {
    if (bytes.length >= FEWEST_BYTES) {
      int head = ByteBuffer.wrap(bytes).getInt();
      beginnings.set(head >>> 16);
      canaries.computeIfAbsent(head, _ -> new ArrayList<>()).add(new Canary(bytes, what));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Where any of it stands below these places, in a file or in its name. */
  public List<String> findIn(Path... places) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path place : places) {
      try (Stream<Path> files = Files.walk(Objects.requireNonNull(place))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Set<String> hits = new TreeSet<>();
          look(Files.readAllBytes(file), hits);
          look(file.getFileName().toString().getBytes(StandardCharsets.UTF_8), hits);
          hits.forEach(hit -> found.add(file + ": " + hit));
        }
      }
    }
    return found;
  }

  private void look(byte[] content, Set<String> hits) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    for (int at = 0; at + Integer.BYTES <= content.length; at++) {
      if (beginnings.get((content[at] & 0xff) << 8 | content[at + 1] & 0xff)) {
        for (Canary canary : canaries.getOrDefault(bytes.getInt(at), List.of())) {
          int end = at + canary.bytes().length;
          if (end <= content.length
              && Arrays.equals(content, at, end, canary.bytes(), 0, canary.bytes().length)) {
            hits.add(canary.what());
          }
        }
      }
    }
  }
}
