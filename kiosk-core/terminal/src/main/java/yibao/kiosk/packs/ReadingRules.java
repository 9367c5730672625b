package yibao.kiosk.packs;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.Condition;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.catalog.PrintedItem;
import yibao.kiosk.catalog.Reading;
import yibao.kiosk.catalog.Subject;

/**
 * What a well-formed reading must still hold: it can be fulfilled, and the printed row bears it.
 */
final class ReadingRules {

  private static final Map<Credential, Pattern> PRINTED_AS =
      Map.of(
          Credential.E_VOUCHER, Pattern.compile("医保电子凭证"),
          Credential.IDENTITY_DOCUMENT, Pattern.compile("身份证|户口簿"),
          Credential.SOCIAL_SECURITY_CARD, Pattern.compile("社保卡|社会保障卡"));

  private ReadingRules() {}

  /** Names every rule the reading breaks. */
  static void check(Entry entry, Reading reading, PrintedItem row) {
    List<Entry> parts = entry.elements("branches");
    for (int i = 0; i < reading.branches().size(); i++) {
      Entry part = parts.isEmpty() ? entry : parts.get(i);
      satisfiable(part, reading.branches().get(i));
    }
    limits(entry, reading, row);
    credentials(entry, reading, row);
  }

  private static void satisfiable(Entry entry, Branch branch) {
    Entry at = entry.get("materials").orElse(entry);
    for (Material.Leaf leaf : leaves(branch.materials()).toList()) {
      if (leaf.kind() == Material.Kind.CREDENTIAL && !branch.credential().isRequired()) {
        at.fault("材料里要凭证，credential 却是 none", "写上接受的凭证，或删去这项材料");
      }
      if (contradicts(leaf.when(), branch.when())) {
        at.fault("材料“%s”的条件和分支的条件矛盾，永远轮不到".formatted(leaf.name()), "改正 when，或删去这项材料");
      }
    }
    if (isDoneHere(branch.ending()) && demandsSeal(branch.materials())) {
      at.fault("要加盖单位公章，终端上没有人盖得了", "改写 ending 为 Guidance，或给公章写上条件");
    }
  }

  private static boolean isDoneHere(Ending ending) {
    return switch (ending) {
      case INSTANT_FILING, CERTIFICATE, VOUCHER, QUERY -> true;
      case ACCEPTANCE, GUIDANCE -> false;
    };
  }

  /** Whether a seal is needed whatever the facts, with nothing to choose instead. */
  private static boolean demandsSeal(Material material) {
    return material.when().isAlways()
        && switch (material) {
          case Material.AllOf all -> all.parts().stream().anyMatch(ReadingRules::demandsSeal);
          case Material.AnyOf any -> any.choices().stream().allMatch(ReadingRules::demandsSeal);
          case Material.Leaf leaf -> leaf.kind() == Material.Kind.OFFICIAL_SEAL;
        };
  }

  private static boolean contradicts(Condition one, Condition other) {
    return one.wanted().entrySet().stream()
        .anyMatch(
            wanted -> {
              Set<String> values = other.wanted().get(wanted.getKey());
              return values != null && wanted.getValue().stream().noneMatch(values::contains);
            });
  }

  private static Stream<Material.Leaf> leaves(Material material) {
    return switch (material) {
      case Material.AllOf all -> all.parts().stream().flatMap(ReadingRules::leaves);
      case Material.AnyOf any -> any.choices().stream().flatMap(ReadingRules::leaves);
      case Material.Leaf leaf -> Stream.of(leaf);
    };
  }

  /** What the row prints the reading must have, and what the reading has the row must print. */
  private static void limits(Entry entry, Reading reading, PrintedItem row) {
    String printed = row.text(Column.TIME_LIMIT);
    Set<String> named = PrintedLimits.in(printed);
    Entry at = entry.get("limit").orElse(entry);
    boolean ours = reading.ours().containsKey("limit");
    if (named.isEmpty() && !printed.isBlank() && !ours) {
      at.fault("读不出印的时限“%s”".formatted(printed), "在 ours.limit 里写明怎样理解");
    }
    Set<String> covered = new HashSet<>();
    reading.branches().forEach(branch -> covered.addAll(PrintedLimits.covered(branch)));
    for (String limit : named) {
      if (!covered.contains(limit) && !limit.equals("限时办结") && !ours) {
        at.fault("清单印了“%s”，解读里没有".formatted(limit), "补上这个时限，或在 ours.limit 里写明为什么没有");
      }
    }
    Set<String> anywhere =
        PrintedLimits.in(
            Stream.of(Column.TIME_LIMIT, Column.REMARKS, Column.CHANNEL)
                .map(row::text)
                .collect(Collectors.joining("；")));
    reading.branches().stream()
        .flatMap(branch -> PrintedLimits.claimed(branch).stream())
        .distinct()
        .filter(limit -> !anywhere.contains(limit) && !ours)
        .forEach(limit -> at.fault("解读写了“%s”，清单没有印".formatted(limit), "改正时限，或在 ours.limit 里写明依据"));
  }

  /** A credential the row does not print is our reading, and must say so. */
  private static void credentials(Entry entry, Reading reading, PrintedItem row) {
    if (reading.subject() != Subject.CITIZEN || reading.ours().containsKey("credential")) {
      return;
    }
    String printed = row.text(Column.MATERIALS) + row.text(Column.REMARKS);
    reading.branches().stream()
        .flatMap(branch -> branch.credential().accepts().stream())
        .distinct()
        .filter(credential -> !PRINTED_AS.get(credential).matcher(printed).find())
        .forEach(
            credential ->
                entry
                    .get("credential")
                    .orElse(entry)
                    .fault(
                        "清单没有印“%s”".formatted(credential.label()),
                        "删去这种凭证，或在 ours.credential 里写明依据"));
  }
}
