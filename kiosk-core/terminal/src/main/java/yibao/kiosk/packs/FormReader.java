package yibao.kiosk.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yibao.kiosk.form.About;
import yibao.kiosk.form.Apart;
import yibao.kiosk.form.Correction;
import yibao.kiosk.form.Cover;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Remark;
import yibao.kiosk.form.When;

/**
 * Makes forms of files that their schemas have passed.
 *
 * <p>A form is a file {@code forms/<id>.yaml}: {@code id}, {@code title} and {@code fields}, one a
 * screen. A field has a {@code name}, a {@code label} (the question), a {@code title} (as review
 * and papers name it), an {@code input} and what that kind of input needs:
 *
 * <ul>
 *   <li>{@code choice}: {@code options} ({@code value}, {@code label}, {@code hint}), or {@code
 *       codes}, the id of a list in the folder {@code codes}; {@code yesNo} has options {@code yes}
 *       and {@code no}
 *   <li>{@code place}: {@code level} city or county, {@code outsideOwnPool}
 *   <li>{@code date}: {@code earliest} and {@code latest} as {@code months} and {@code days} from
 *       today; {@code after} or {@code notBefore}, an earlier date field
 *   <li>{@code month}: {@code earliest} and {@code latest} as for a date; {@code notBefore}, an
 *       earlier month field
 *   <li>{@code text}, {@code digits}: {@code minLength}, {@code maxLength}
 *   <li>{@code idNumber}: somebody else's citizen number, {@code youngerThan} years
 *   <li>{@code money}: {@code most} yuan; {@code count}: {@code least}, {@code most}
 *   <li>{@code filingOnRecord}: the {@code standing} it must have ({@code is} inForce, resting),
 *       the fields it must have the {@code same}
 *   <li>{@code phone}, {@code name}, {@code bankAccount}: nothing
 * </ul>
 *
 * <p>Every field may have a {@code hint}; {@code emptyMeans}, which makes it optional; {@code
 * prefill} (one source or several, the first that knows); {@code replaces} (a source: its value is
 * shown and must change); and {@code when: {field: value}}, the earlier answers under which it is
 * asked. A field that the item's {@code values} or an earlier question of the same name has settled
 * is not asked.
 *
 * <p>A form may say under which {@code insurance} it goes, for whom else it may be ({@code about}),
 * when card and platform may spell the person differently ({@code namesMayDiffer}), what to tell
 * {@code afterwards}, which fields another filing of the same visit asks {@code anew}, and between
 * which two date fields its days must lie {@code apart} from those of filings on record. Its {@code
 * correction} says by which {@code filing}, in which {@code states} and of which {@code fields}
 * wrong entries are put right, and what to do {@code otherwise}.
 */
final class FormReader {

  private static final Input YES_NO =
      new Input.Choice(
          List.of(
              new Input.Option("yes", "是", Optional.empty()),
              new Input.Option("no", "否", Optional.empty())));

  private final Map<String, List<Input.Option>> codes;

  /**
   * A reader of forms.
   *
   * @param codes code lists by id
   */
  FormReader(Map<String, List<Input.Option>> codes) {
    this.codes = codes;
  }

  Optional<Form> read(Entry entry) {
    List<Field> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean fine = true;
    for (Entry one : entry.elements("fields")) {
      Optional<Field> field = field(one);
      one.get("behind").ifPresent(it -> it.fault("整份表单按排列的顺序提问，不用 behind", "删去这一行"));
      if (field.isPresent() && !names.add(field.get().name())) {
        one.fault("字段“%s”有两个".formatted(field.get().name()), "换一个 name，或删去一个");
        field = Optional.empty();
      }
      fine &= field.isPresent();
      field.ifPresent(fields::add);
    }
    return fine
        ? whole(
            entry,
            new Form(
                entry.text("id").orElseThrow(),
                entry.text("title").orElseThrow(),
                fields,
                covers(entry),
                about(entry),
                entry.get("namesMayDiffer").map(FormReader::wanted),
                afterwards(entry),
                Set.copyOf(entry.texts("anew")),
                entry
                    .get("apart")
                    .map(
                        days ->
                            new Apart(
                                days.text("from").orElseThrow(),
                                days.text("to").orElseThrow(),
                                days.text("of").orElseThrow())),
                entry.get("correction").map(FormReader::correction)))
        : Optional.empty();
  }

  /** The form if every field it refers to stands where it is referred to. */
  static Optional<Form> whole(Entry entry, Form form) {
    form.dangling()
        .forEach(
            name ->
                entry.fault("表单“%s”引用的字段“%s”不在前面".formatted(form.id(), name), "改正拼写，或把那个字段排到前面"));
    return form.dangling().isEmpty() ? Optional.of(form) : Optional.empty();
  }

  Optional<Field> field(Entry entry) {
    return input(entry)
        .map(
            input ->
                new Field(
                    entry.text("name").orElseThrow(),
                    entry.text("label").orElseThrow(),
                    entry.text("title").orElseThrow(),
                    entry.text("hint"),
                    input,
                    entry.text("emptyMeans"),
                    entry.texts("prefill").stream().map(FormReader::source).toList(),
                    entry.text("replaces").map(FormReader::source),
                    when(entry)));
  }

  private Optional<Input> input(Entry entry) {
    String kind = entry.text("input").orElseThrow();
    return switch (kind) {
      case "choice" -> options(entry).map(Input.Choice::new);
      case "yesNo" -> Optional.of(YES_NO);
      case "place" ->
          Optional.of(
              new Input.Place(
                  entry.text("level").orElseThrow().equals("city")
                      ? Input.Place.Level.CITY
                      : Input.Place.Level.COUNTY,
                  entry.text("outsideOwnPool").map(Boolean::parseBoolean).orElse(false)));
      case "date" ->
          Optional.of(
              new Input.Date(
                  entry.get("earliest").map(FormReader::bound),
                  entry.get("latest").map(FormReader::bound),
                  entry.text("after"),
                  entry.text("notBefore")));
      case "month" ->
          Optional.of(
              new Input.Month(
                  entry.get("earliest").map(FormReader::bound),
                  entry.get("latest").map(FormReader::bound),
                  entry.text("notBefore")));
      case "phone" -> Optional.of(new Input.Phone());
      case "digits" ->
          Optional.of(new Input.Digits(number(entry, "minLength"), number(entry, "maxLength")));
      case "text" ->
          Optional.of(new Input.Text(number(entry, "minLength"), number(entry, "maxLength")));
      case "name" -> Optional.of(new Input.Name());
      case "idNumber" ->
          Optional.of(new Input.CitizenNumber(entry.get("youngerThan").flatMap(Entry::number)));
      case "bankAccount" -> Optional.of(new Input.BankAccount());
      case "money" -> Optional.of(new Input.Money(BigDecimal.valueOf(number(entry, "most"))));
      case "filingOnRecord" ->
          Optional.of(new Input.FilingOnRecord(entry.texts("same"), eligible(entry)));
      case "count" -> Optional.of(new Input.Count(number(entry, "least"), number(entry, "most")));
      default -> throw new IllegalStateException("the schema has no input " + kind);
    };
  }

  private Optional<List<Input.Option>> options(Entry entry) {
    Optional<String> list = entry.text("codes");
    if (list.isEmpty()) {
      return Optional.of(optionsIn(entry));
    }
    if (!codes.containsKey(list.get())) {
      entry.fault("没有代码表“%s”".formatted(list.get()), "在 codes 文件夹里补上，或改正拼写");
    }
    return Optional.ofNullable(codes.get(list.get()));
  }

  private static List<Input.FilingOnRecord.Eligible> eligible(Entry entry) {
    return entry.elements("standing").stream()
        .map(
            one ->
                new Input.FilingOnRecord.Eligible(
                    when(one),
                    one.texts("is").stream()
                        .map(
                            word ->
                                Words.find(
                                        Input.FilingOnRecord.Standing.class,
                                        Input.FilingOnRecord.Standing::key,
                                        word)
                                    .orElseThrow())
                        .collect(Collectors.toSet())))
        .toList();
  }

  /** The options listed in an entry. */
  static List<Input.Option> optionsIn(Entry entry) {
    return entry.elements("options").stream()
        .map(
            option ->
                new Input.Option(
                    option.text("value").orElseThrow(),
                    option.text("label").orElseThrow(),
                    option.text("hint")))
        .toList();
  }

  static List<Cover> covers(Entry entry) {
    return entry.elements("insurance").stream()
        .map(
            cover ->
                new Cover(
                    when(cover),
                    cover
                        .text("kind")
                        .flatMap(word -> Words.find(Cover.Kind.class, Cover.Kind::key, word))
                        .orElse(Cover.USUAL.kind()),
                    cover
                        .text("held")
                        .flatMap(word -> Words.find(Cover.Held.class, Cover.Held::key, word))
                        .orElse(Cover.USUAL.held())))
        .toList();
  }

  static List<Remark> afterwards(Entry entry) {
    return entry.elements("afterwards").stream()
        .map(
            remark ->
                new Remark(
                    when(remark),
                    remark.text("label").orElseThrow(),
                    remark.text("text").orElseThrow()))
        .toList();
  }

  private static Optional<About> about(Entry entry) {
    return entry
        .get("about")
        .map(whom -> new About(whom.text("name").orElseThrow(), whom.text("number").orElseThrow()));
  }

  private static Correction correction(Entry entry) {
    return new Correction(
        entry.text("filing").orElseThrow(),
        entry.texts("states").stream()
            .map(state -> state.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        entry.texts("fields"),
        entry.text("otherwise").orElseThrow());
  }

  private static When when(Entry entry) {
    return entry.get("when").map(FormReader::wanted).orElse(When.ALWAYS);
  }

  private static When wanted(Entry entry) {
    Map<String, Set<String>> wanted = new LinkedHashMap<>();
    entry.members().forEach((field, values) -> wanted.put(field, Set.copyOf(values.texts())));
    return new When(wanted);
  }

  private static Input.DayBound bound(Entry entry) {
    return new Input.DayBound(
        entry.get("months").flatMap(Entry::number).orElse(0),
        entry.get("days").flatMap(Entry::number).orElse(0));
  }

  private static int number(Entry entry, String key) {
    return entry.get(key).flatMap(Entry::number).orElseThrow();
  }

  private static Field.Source source(String word) {
    return Words.find(Field.Source.class, Field.Source::key, word).orElseThrow();
  }
}
