package yibao.kiosk.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.audit.AuditVerdict.Breach;

/** Reads a record from its first line to its last and finds the first that is not as written. */
public final class AuditVerifier {
  private final boolean olderArchived;
  private final Optional<Anchor> anchor;
  private Anchor end = Anchor.EMPTY;
  private long first;
  private long entries;
  private boolean anchorSeen;

  /**
   * Prepares to verify.
   *
   * @param anchor a point of the chain kept elsewhere, which the record must hold
   * @param olderArchived whether the oldest files may have been moved elsewhere
   */
  public AuditVerifier(Optional<Anchor> anchor, boolean olderArchived) {
    this.anchor = anchor;
    this.olderArchived = olderArchived;
    this.anchorSeen = anchor.isEmpty() || anchor.get().equals(Anchor.EMPTY);
  }

  /**
   * Verifies the record in a directory; it may be in use.
   *
   * @throws IOException when a file cannot be read
   */
  public AuditVerdict verify(Path directory) throws IOException {
    String last = directory.getFileName().toString();
    for (Path file : AuditFiles.list(directory)) {
      last = file.getFileName().toString();
      // A file's size is bounded where it is written. Whatever its bytes are, they are read.
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        Optional<Breach> breach =
            i == lines.size() - 1 && !text.endsWith("\n")
                ? Optional.of(Breach.UNFINISHED)
                : take(lines, i);
        if (breach.isPresent()) {
          return new AuditVerdict.Broken(last, i + 1, breach.get());
        }
      }
    }
    return anchorSeen
        ? new AuditVerdict.Sound(entries, first, end)
        : new AuditVerdict.Broken(last, entries, Breach.ANCHOR_MISSING);
  }

  private Optional<Breach> take(List<String> lines, int index) {
    Optional<AuditLine> parsed = AuditLine.parse(lines.get(index));
    if (parsed.isEmpty()) {
      return Optional.of(Breach.FOREIGN);
    }
    AuditLine line = parsed.get();
    if (olderArchived && entries == 0 && line.before().isPresent()) {
      // From here on the chain must hold; what came before is verified where it is.
      end = new Anchor(line.number() - 1, line.before().get());
    }
    if (!line.follows(end.hash())) {
      return Optional.of(breach(line, lines.subList(index + 1, lines.size())));
    }
    if (entries == 0) {
      first = line.number();
    }
    entries++;
    end = line.anchor();
    anchorSeen |= anchor.isPresent() && anchor.get().equals(end);
    return Optional.empty();
  }

  private Breach breach(AuditLine line, List<String> rest) {
    long expected = end.number() + 1;
    if (line.number() == expected) {
      return Breach.CHANGED;
    }
    boolean comesLater =
        rest.stream()
            .flatMap(text -> AuditLine.parse(text).stream())
            .anyMatch(later -> later.number() == expected);
    return line.number() < expected || comesLater ? Breach.REORDERED : Breach.MISSING;
  }
}
