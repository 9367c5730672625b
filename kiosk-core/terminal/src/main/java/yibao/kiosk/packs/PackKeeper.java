package yibao.kiosk.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a terminal serving a faultless pack while the one on disk is replaced.
 *
 * <p>A pack takes effect whole or not at all. The last faultless one is kept as a copy, so that a
 * terminal that starts beside a half-copied folder serves what it served before. Whoever began a
 * visit keeps the region it began with; take {@link #serving()} once for each.
 *
 * <p>Safe for use by several threads.
 */
public final class PackKeeper {

  private static final String SHARED = "_shared";

  private final Path root;
  private final String region;
  private final Demands demands;
  private final KeptPack kept;
  private volatile Serving serving;
  private Fingerprint looked;
  private Fingerprint judged;

  private PackKeeper(Path root, String region, KeptPack kept, Demands demands) {
    this.root = root;
    this.region = region;
    this.kept = kept;
    this.demands = demands;
  }

  /**
   * What a terminal serves.
   *
   * @param pack a faultless pack
   * @param faults why the pack on disk did not take effect; empty when it is the one served
   */
  public record Serving(Pack pack, List<Fault> faults) {
    public Serving {
      faults = List.copyOf(faults);
    }
  }

  /** What a terminal needs of a pack beyond its being faultless. */
  @FunctionalInterface
  public interface Demands {
    /**
     * What is missing; empty when nothing is.
     *
     * @param folder the region's folder that the pack was read from
     */
    List<Fault> unmet(Path folder, Pack pack);
  }

  /** What opening came to. */
  public sealed interface Opened {
    /** There is a faultless pack to serve: the one on disk, or the last that was. */
    record Ready(PackKeeper keeper) implements Opened {}

    /** Neither the pack on disk nor a kept one can be served. */
    record Unservable(List<Fault> faults) implements Opened {
      public Unservable {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * Loads a region, or the last faultless copy of it.
   *
   * @param root the regions folder
   * @param region the region's id
   * @param kept a folder of the terminal's own, where the last faultless pack is kept
   * @param demands what else this terminal needs of a pack
   */
  public static Opened open(Path root, String region, Path kept, Demands demands) {
    return new PackKeeper(root, region, new KeptPack(kept), demands).open();
  }

  private Opened open() {
    looked = Fingerprint.of(root, region);
    judged = looked;
    return switch (judge(root)) {
      case LoadResult.Loaded(var packs) -> {
        serve(packs.getFirst());
        yield new Opened.Ready(this);
      }
      case LoadResult.Refused(var faults) ->
          switch (judge(kept.root())) {
            case LoadResult.Loaded(var last) -> {
              serving = new Serving(last.getFirst(), faults);
              yield new Opened.Ready(this);
            }
            case LoadResult.Refused _ -> new Opened.Unservable(faults);
          };
    };
  }

  /** What is served now. */
  public Serving serving() {
    return serving;
  }

  /** The folder of the region that is served now, unchanged until another is. */
  public Path folder() {
    return kept.root().resolve(region);
  }

  /**
   * Looks whether the pack on disk was replaced. A pack is judged once it has stood unchanged from
   * one look to the next, so that copying may take its time.
   *
   * @return what is served since, if this look changed anything: another pack, or its faults
   */
  public synchronized Optional<Serving> look() {
    Fingerprint now = Fingerprint.of(root, region);
    boolean settled = now.equals(looked);
    looked = now;
    if (!settled || now.equals(judged)) {
      return Optional.empty();
    }
    judged = now;
    LoadResult result = judge(root);
    if (!Fingerprint.of(root, region).equals(now)) {
      judged = null;
      return Optional.empty();
    }
    switch (result) {
      case LoadResult.Loaded(var packs) -> serve(packs.getFirst());
      case LoadResult.Refused(var faults) -> serving = new Serving(serving.pack(), faults);
    }
    return Optional.of(serving);
  }

  private LoadResult judge(Path from) {
    LoadResult result = new RegionPacks(from).load(region);
    List<Fault> unmet =
        result instanceof LoadResult.Loaded(var packs)
            ? demands.unmet(from.resolve(region), packs.getFirst())
            : List.of();
    return unmet.isEmpty() ? result : new LoadResult.Refused(unmet);
  }

  private void serve(Pack pack) {
    serving = new Serving(pack, List.of());
    kept.keep(root, List.of(SHARED, region));
  }

  /** Tells one state of a pack's files from another without reading them. */
  private record Fingerprint(List<String> marks) {

    static Fingerprint of(Path root, String region) {
      var marks = new ArrayList<String>();
      try {
        for (String folder : List.of(SHARED, region)) {
          for (Path file : KeptPack.filesIn(root.resolve(folder))) {
            marks.add(
                root.relativize(file)
                    + " "
                    + Files.size(file)
                    + " "
                    + Files.getLastModifiedTime(file));
          }
        }
      } catch (IOException | UncheckedIOException e) {
        // A file vanished between listing and looking: the folder is being changed right now.
        marks.add("changing " + marks.size());
      }
      return new Fingerprint(List.copyOf(marks));
    }
  }
}
