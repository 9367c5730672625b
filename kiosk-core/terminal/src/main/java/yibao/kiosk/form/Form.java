package yibao.kiosk.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A form 登记表/备案表: one question per screen, in this order.
 *
 * @param id the form's id, as region packs name it
 * @param title as papers print it
 * @param fields the questions, at least one, names unique
 * @param covers under which insurance it goes, the first that holds; none: {@link Cover#USUAL}
 * @param about who else it may be for
 * @param namesMayDiffer the answers under which card and platform may spell the person differently,
 *     because that is what it is handed in for
 * @param afterwards what to tell once it has been taken
 * @param anew the fields that another filing of the same visit has to be asked again; the other
 *     answers hold for it too
 * @param apart the days of it that must not be those of another filing on record
 * @param correction how wrong entries are put right once it is filed; empty: not by the terminal
 */
public record Form(
    String id,
    String title,
    List<Field> fields,
    List<Cover> covers,
    Optional<About> about,
    Optional<When> namesMayDiffer,
    List<Remark> afterwards,
    Set<String> anew,
    Optional<Apart> apart,
    Optional<Correction> correction) {

  public Form {
    fields = List.copyOf(fields);
    covers = List.copyOf(covers);
    afterwards = List.copyOf(afterwards);
    anew = Set.copyOf(anew);
    if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
      throw new IllegalArgumentException("form " + id + " names a field twice");
    }
  }

  /** A form of questions only. */
  public Form(String id, String title, List<Field> fields) {
    this(
        id,
        title,
        fields,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The field of this name. */
  public Optional<Field> field(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** The fields whose answers are compared with this one's. */
  public List<Field> comparedWith(String name) {
    return fields.stream()
        .filter(field -> !field.name().equals(name) && compared(field).contains(name))
        .toList();
  }

  private static List<String> compared(Field field) {
    return field.input() instanceof Input.FilingOnRecord ? List.of() : field.comparedWith();
  }

  /** The insurance it goes under, for these answers. */
  public Cover cover(Map<String, String> answers) {
    return covers.stream().filter(c -> c.when().holds(answers)).findFirst().orElse(Cover.USUAL);
  }

  /** Whether it may be handed in by somebody who holds no insurance yet. */
  public boolean takesNewcomers() {
    return covers.stream().anyMatch(cover -> cover.held() == Cover.Held.NONE);
  }

  /** The fields that decide which insurance, and whose, it goes under. */
  public Set<String> coverDependsOn() {
    Set<String> names = new HashSet<>();
    covers.forEach(cover -> names.addAll(cover.when().wanted().keySet()));
    about.ifPresent(whom -> names.addAll(List.of(whom.name(), whom.number())));
    return names;
  }

  /**
   * Names that stand where an earlier field, or any field of the form, must be named but is not.
   */
  public List<String> dangling() {
    Set<String> before = new HashSet<>();
    List<String> dangling = new ArrayList<>();
    for (Field field : fields) {
      Stream.concat(field.when().wanted().keySet().stream(), field.comparedWith().stream())
          .filter(name -> !before.contains(name))
          .forEach(dangling::add);
      before.add(field.name());
    }
    Stream.of(
            covers.stream().flatMap(cover -> cover.when().wanted().keySet().stream()),
            afterwards.stream().flatMap(remark -> remark.when().wanted().keySet().stream()),
            namesMayDiffer.stream().flatMap(when -> when.wanted().keySet().stream()),
            about.stream().flatMap(whom -> Stream.of(whom.name(), whom.number())),
            anew.stream(),
            apart.stream().flatMap(days -> Stream.of(days.from(), days.to())),
            correction.stream().flatMap(wrong -> wrong.fields().stream()))
        .flatMap(names -> names)
        .filter(name -> !before.contains(name))
        .forEach(dangling::add);
    return List.copyOf(dangling);
  }
}
