package yibao.kiosk.journey.handin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Checklist;
import yibao.kiosk.catalog.Checklist.Paper;
import yibao.kiosk.catalog.Checklist.Promise;
import yibao.kiosk.catalog.Checklist.Proof;
import yibao.kiosk.catalog.Checklist.Requirement;
import yibao.kiosk.catalog.Checklist.Way;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.journey.view.Step.Materials.Line;
import yibao.kiosk.journey.view.Step.Materials.State;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Folder;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.FilingOnRecord;

/**
 * The checklist of the chosen case beside what the visit has put into its folder: what is open, how
 * each requirement is met, what comes later.
 *
 * @param entries a line for each thing to hand in, in printed order
 */
public record HandInList(List<Entry> entries) {

  /** The 授权委托书 on paper. */
  public static final String AUTHORITY = "power-of-attorney";

  /** The same, signed here: the text's id. */
  public static final String AUTHORISATION = "authorisation";

  /** The principal's signature under it. */
  public static final String AUTHORITY_SIGNATURE = "power-of-attorney-signature";

  public HandInList {
    entries = List.copyOf(entries);
  }

  /**
   * A line.
   *
   * @param id what an answer names
   * @param requirement what it belongs to, with the ways possible here only
   * @param proof what is handed over; empty while several ways are open
   */
  record Entry(String id, Requirement requirement, Optional<Proof> proof, State state, int pages) {
    boolean hasChoice() {
      return requirement.ways().size() > 1;
    }

    String name() {
      return proof.map(Proof::name).orElse(requirement.name());
    }
  }

  /** The list of the visit's case. */
  public static HandInList of(Visit visit, Site site) {
    var entries = new ArrayList<Entry>();
    for (Requirement requirement : requirements(visit)) {
      entries.addAll(entries(possible(requirement, site), visit.folder()));
    }
    return new HandInList(entries);
  }

  /**
   * What the case asks for, and what coming for somebody else adds to it; or what a filing on
   * record lacks.
   */
  static List<Requirement> requirements(Visit visit) {
    return visit
        .supplement()
        .flatMap(FilingOnRecord::shortfall)
        .map(shortfall -> lacking(shortfall.materials()))
        .orElseGet(() -> ofTheCase(visit));
  }

  private static List<Requirement> lacking(List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> requirement("lack-" + (i + 1), names.get(i)))
        .toList();
  }

  private static Requirement requirement(String id, String name) {
    Paper paper = new Paper(id, name, Material.Presentation.UNSPECIFIED, "");
    return new Requirement(id, name, List.of(new Way(List.of(paper))));
  }

  private static List<Requirement> ofTheCase(Visit visit) {
    Branch branch = visit.branch().orElseThrow();
    var all = new ArrayList<>(Checklist.of(branch.materials(), visit.facts()).requirements());
    visit
        .agency()
        .flatMap(Agency::principal)
        .map(whom -> Checklist.of(whom.proofs(), visit.facts()).requirements())
        .ifPresent(
            proofs ->
                proofs.stream().filter(proof -> isNew(proof, branch, visit)).forEach(all::add));
    return all;
  }

  /** What the item asks for anyway need not be shown twice. */
  private static boolean isNew(Requirement proof, Branch branch, Visit visit) {
    return Checklist.of(branch.materials(), visit.facts()).requirements().stream()
        .noneMatch(requirement -> requirement.id().equals(proof.id()));
  }

  private static Requirement possible(Requirement requirement, Site site) {
    return new Requirement(
        requirement.id(),
        requirement.name(),
        requirement.ways().stream()
            .filter(way -> way.possibleWith(site.region().commitments().keySet()))
            .toList());
  }

  private static List<Entry> entries(Requirement requirement, Folder folder) {
    OptionalInt picked = picked(requirement, folder);
    boolean open = picked.isEmpty() && requirement.ways().size() > 1;
    if (open) {
      return List.of(new Entry(requirement.id(), requirement, Optional.empty(), State.OPEN, 0));
    }
    Way way = requirement.ways().get(picked.orElse(0));
    return IntStream.range(0, way.proofs().size())
        .mapToObj(i -> entry(requirement, i, way.proofs().get(i), folder))
        .toList();
  }

  /** What the citizen picked, else the first way whose papers are all there already. */
  private static OptionalInt picked(Requirement requirement, Folder folder) {
    OptionalInt picked = folder.way(requirement.id());
    return picked.isPresent()
        ? picked
        : IntStream.range(0, requirement.ways().size())
            .filter(
                way ->
                    requirement.ways().get(way).proofs().stream()
                        .allMatch(
                            proof ->
                                proof instanceof Paper paper
                                    && !folder.pages(paper.id()).isEmpty()))
            .findFirst();
  }

  private static Entry entry(Requirement requirement, int index, Proof proof, Folder folder) {
    int pages = folder.pages(proof.id()).size();
    State state =
        switch (proof) {
          case Promise _ -> State.PROMISED;
          case Paper paper ->
              pages > 0 ? State.SCANNED : folder.isLater(paper.id()) ? State.LATER : State.OPEN;
          case Checklist.Seal _ -> State.OPEN;
        };
    return new Entry(
        index == 0 ? requirement.id() : requirement.id() + "." + index,
        requirement,
        Optional.of(proof),
        state,
        proof instanceof Paper ? pages : 0);
  }

  /** Whether there is anything to hand in. */
  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether nothing is open any more. */
  boolean isComplete() {
    return entries.stream().noneMatch(entry -> entry.state() == State.OPEN);
  }

  /** The line of this name. */
  Optional<Entry> entry(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /** The texts that are signed instead of or beside papers, each once. */
  public List<String> promises() {
    return entries.stream()
        .flatMap(entry -> entry.proof().stream())
        .filter(Promise.class::isInstance)
        .map(Proof::id)
        .distinct()
        .toList();
  }

  /** Names of the papers handed in, with their pages. */
  public Map<String, Integer> scanned() {
    var scanned = new java.util.LinkedHashMap<String, Integer>();
    entries.stream()
        .filter(entry -> entry.state() == State.SCANNED)
        .forEach(entry -> scanned.put(entry.name(), entry.pages()));
    return scanned;
  }

  /** Kinds of the papers handed in. */
  List<String> scannedKinds() {
    return entries.stream()
        .filter(entry -> entry.state() == State.SCANNED)
        .flatMap(entry -> entry.proof().stream())
        .map(Proof::id)
        .distinct()
        .toList();
  }

  /** Names of the papers that come later. */
  public List<String> later() {
    return entries.stream().filter(entry -> entry.state() == State.LATER).map(Entry::name).toList();
  }

  /** The lines as the screen shows them. */
  List<Line> lines(Sentences sentences) {
    return entries.stream().map(entry -> line(entry, sentences)).toList();
  }

  private static Line line(Entry entry, Sentences sentences) {
    return new Line(
        entry.id(),
        entry.name(),
        note(entry),
        entry.state(),
        sentences.say(
            "materials.state." + entry.state().name().toLowerCase(java.util.Locale.ROOT),
            Map.of("pages", Integer.toString(entry.pages()))),
        entry.pages());
  }

  private static Optional<String> note(Entry entry) {
    if (entry.proof().isEmpty()) {
      return Optional.of(
          String.join(
              " / ", entry.requirement().ways().stream().map(Way::label).distinct().toList()));
    }
    return entry
        .proof()
        .filter(Paper.class::isInstance)
        .map(Paper.class::cast)
        .map(Paper::note)
        .filter(note -> !note.isEmpty());
  }
}
