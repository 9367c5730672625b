package yibao.kiosk.packs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Condition;
import yibao.kiosk.catalog.Material;

/** Reads material trees. */
final class MaterialReader {

  private final ConditionReader conditions;
  private final Set<String> commitments;

  MaterialReader(ConditionReader conditions, Set<String> commitments) {
    this.conditions = conditions;
    this.commitments = commitments;
  }

  /** A list of materials, all of which are needed. */
  Material read(Entry entry) {
    return new Material.AllOf(Condition.ALWAYS, nodes(entry.elements()));
  }

  private List<Material> nodes(List<Entry> entries) {
    return entries.stream().flatMap(entry -> node(entry).stream()).toList();
  }

  private Optional<Material> node(Entry entry) {
    if (entry.text().filter("credential"::equals).isPresent()) {
      return Optional.of(
          new Material.Leaf(
              Condition.ALWAYS,
              Material.Kind.CREDENTIAL,
              "credential",
              "",
              Material.Presentation.UNSPECIFIED,
              Optional.empty(),
              Optional.empty(),
              ""));
    }
    if (!entry.isObject()) {
      return Optional.empty();
    }
    List<String> kinds =
        entry.members().keySet().stream()
            .filter(
                key ->
                    key.equals("all")
                        || key.equals("any")
                        || Words.find(Material.Kind.class, Material.Kind::key, key).isPresent())
            .toList();
    if (kinds.size() != 1) {
      entry.fault(
          kinds.isEmpty() ? "看不出这是哪一种材料" : "一项材料写了几种：" + String.join("、", kinds),
          "只写 all、any、%s 之一"
              .formatted(
                  String.join(
                      "、",
                      Stream.of(Material.Kind.values()).map(Material.Kind::key).skip(1).toList())));
      return Optional.empty();
    }
    return Optional.of(
        switch (kinds.getFirst()) {
          case "all" -> new Material.AllOf(conditions.when(entry), nodes(entry.elements("all")));
          case "any" ->
              new Material.AnyOf(
                  conditions.when(entry), entry.text("name"), nodes(entry.elements("any")));
          default -> leaf(entry, kinds.getFirst());
        });
  }

  private Material leaf(Entry entry, String key) {
    Material.Kind kind = Words.find(Material.Kind.class, Material.Kind::key, key).orElseThrow();
    String id = entry.text(key).orElse("");
    if (kind == Material.Kind.COMMITMENT || kind == Material.Kind.CONSENT) {
      commitment(entry, key);
    }
    commitment(entry, "standIn");
    if (entry.text("name").isEmpty()) {
      entry.fault("材料没有名称", "用 name 写上清单上印的名称");
    }
    return new Material.Leaf(
        conditions.when(entry),
        kind,
        id,
        entry.text("name").orElse(""),
        entry
            .text("present")
            .flatMap(
                word -> Words.find(Material.Presentation.class, Material.Presentation::key, word))
            .orElse(Material.Presentation.UNSPECIFIED),
        entry.text("standIn"),
        entry.get("sharedWhen").map(conditions::read),
        entry.text("note").orElse(""));
  }

  /** Somebody is to sign it, so its text must be there. */
  void commitment(Entry entry, String key) {
    entry
        .text(key)
        .filter(id -> !commitments.contains(id))
        .ifPresent(
            id ->
                entry
                    .get(key)
                    .orElseThrow()
                    .fault(
                        "没有承诺书“%s”的正文".formatted(id),
                        "在 commitments 文件夹里加上 id 为 %s 的文件".formatted(id)));
  }
}
