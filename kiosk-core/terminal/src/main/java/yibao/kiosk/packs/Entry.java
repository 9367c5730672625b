package yibao.kiosk.packs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * A node of a pack file that knows where it stands.
 *
 * <p>Accessors are forgiving: what has the wrong type is as good as absent, because the schema has
 * already named it, and a fault in one place must not hide those in others.
 */
final class Entry {

  private final PackFile file;
  private final Faults faults;
  private final String pointer;
  private final JsonNode node;

  private Entry(PackFile file, Faults faults, String pointer, JsonNode node) {
    this.file = file;
    this.faults = faults;
    this.pointer = pointer;
    this.node = node;
  }

  /** The file's outermost node. */
  static Entry root(PackFile file, Faults faults) {
    return new Entry(file, faults, "", file.root());
  }

  /** The member of that name, if there is one. */
  Optional<Entry> get(String key) {
    return Optional.ofNullable(node.get(key))
        .map(child -> new Entry(file, faults, PackFile.child(pointer, key), child));
  }

  /** The members in the file's order; none unless this is a mapping. */
  SequencedMap<String, Entry> members() {
    var members = new LinkedHashMap<String, Entry>();
    node.fieldNames().forEachRemaining(key -> members.put(key, get(key).orElseThrow()));
    return members;
  }

  /** The elements; none unless this is a sequence. */
  List<Entry> elements() {
    return !node.isArray()
        ? List.of()
        : IntStream.range(0, node.size())
            .mapToObj(i -> new Entry(file, faults, PackFile.child(pointer, "" + i), node.get(i)))
            .toList();
  }

  /** The elements of a member. */
  List<Entry> elements(String key) {
    return get(key).map(Entry::elements).orElse(List.of());
  }

  /** A scalar as text. */
  Optional<String> text() {
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
  }

  /** A member's scalar as text. */
  Optional<String> text(String key) {
    return get(key).flatMap(Entry::text);
  }

  /** The texts of a sequence of scalars; a single scalar is a sequence of one. */
  List<String> texts() {
    return node.isArray()
        ? elements().stream().flatMap(element -> element.text().stream()).toList()
        : text().stream().toList();
  }

  /** The texts of a member. */
  List<String> texts(String key) {
    return get(key).map(Entry::texts).orElse(List.of());
  }

  /** A whole number. */
  Optional<Integer> number() {
    return node.isInt() ? Optional.of(node.intValue()) : Optional.empty();
  }

  boolean isObject() {
    return node.isObject();
  }

  boolean isArray() {
    return node.isArray();
  }

  /** Names a fault in this place. */
  void fault(String message, String remedy) {
    faults.add(new Fault(file.name(), file.line(pointer), message, remedy));
  }
}
