package yibao.kiosk.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.audit.AuditVerdict.Breach;

/** Reads a record from its first line to its last and finds the first that is not as written. */
public final class AuditVerifier {
  private final boolean olderArchived;
  private final Set<Anchor> missing;
  private Anchor end = Anchor.EMPTY;
  private long first;
  private long entries;

  /**
   * Prepares to verify.
   *
   * @param anchors points of the chain kept elsewhere, which the record must hold
   * @param olderArchived whether the oldest files may have been moved elsewhere
   */
  public AuditVerifier(Collection<Anchor> anchors, boolean olderArchived) {
    this.missing = new HashSet<>(anchors);
    this.missing.remove(Anchor.EMPTY);
    this.olderArchived = olderArchived;
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
    if (olderArchived) {
      missing.removeIf(anchor -> anchor.number() < first);
    }
    return missing.isEmpty()
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
    missing.remove(end);
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
