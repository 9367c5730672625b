package yibao.kiosk.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Input;

/** Makes a form of a file that its schema has passed. */
final class FormReader {

  private FormReader() {}

  static Optional<Form> read(Entry entry) {
    List<Field> fields = new ArrayList<>();
    boolean fine = true;
    for (Entry field : entry.elements("fields")) {
      String name = field.text("name").orElseThrow();
      if (fields.stream().anyMatch(f -> f.name().equals(name))) {
        field.fault("字段“%s”有两个".formatted(name), "换一个 name，或删去一个");
        fine = false;
      }
      Optional<Entry> after = field.get("after");
      if (after.isPresent()
          && fields.stream().noneMatch(f -> after.get().text().equals(Optional.of(f.name())))) {
        after.get().fault("after 指的字段不在前面", "写一个排在前面的日期字段");
        fine = false;
      }
      fields.add(field(field, name));
    }
    return fine
        ? Optional.of(
            new Form(entry.text("id").orElseThrow(), entry.text("title").orElseThrow(), fields))
        : Optional.empty();
  }

  private static Field field(Entry entry, String name) {
    return new Field(
        name,
        entry.text("label").orElseThrow(),
        entry.text("title").orElseThrow(),
        entry.text("hint"),
        input(entry),
        entry.text("emptyMeans"),
        prefill(entry.text("prefill").orElse("")));
  }

  private static Input input(Entry entry) {
    String kind = entry.text("input").orElseThrow();
    return switch (kind) {
      case "choice" ->
          new Input.Choice(
              entry.elements("options").stream()
                  .map(
                      o ->
                          new Input.Option(
                              o.text("value").orElseThrow(),
                              o.text("label").orElseThrow(),
                              o.text("hint")))
                  .toList());
      case "place" ->
          new Input.Place(
              entry.text("level").orElseThrow().equals("city")
                  ? Input.Place.Level.CITY
                  : Input.Place.Level.COUNTY,
              entry.text("outsideOwnPool").map(Boolean::parseBoolean).orElse(false));
      case "date" ->
          new Input.Date(
              entry.get("earliest").map(FormReader::bound),
              entry.get("latest").map(FormReader::bound),
              entry.text("after"));
      case "phone" -> new Input.Phone();
      case "digits" ->
          new Input.Digits(
              entry.get("minLength").flatMap(Entry::number).orElseThrow(),
              entry.get("maxLength").flatMap(Entry::number).orElseThrow());
      case "text" ->
          new Input.Text(
              entry.get("minLength").flatMap(Entry::number).orElseThrow(),
              entry.get("maxLength").flatMap(Entry::number).orElseThrow());
      default -> throw new IllegalStateException("the schema has no input " + kind);
    };
  }

  private static Input.DayBound bound(Entry entry) {
    return new Input.DayBound(
        entry.get("months").flatMap(Entry::number).orElse(0),
        entry.get("days").flatMap(Entry::number).orElse(0));
  }

  private static Field.Prefill prefill(String name) {
    return switch (name) {
      case "today" -> Field.Prefill.TODAY;
      case "personPhone" -> Field.Prefill.PERSON_PHONE;
      case "personAddress" -> Field.Prefill.PERSON_ADDRESS;
      default -> Field.Prefill.NONE;
    };
  }
}
