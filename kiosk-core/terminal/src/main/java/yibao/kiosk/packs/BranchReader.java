package yibao.kiosk.packs;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yibao.kiosk.catalog.AgentRule;
import yibao.kiosk.catalog.Assurance;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Channel;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.Condition;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.CredentialRule;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.IdentityDocument;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.catalog.PrintedItem;
import yibao.kiosk.catalog.Stage;
import yibao.kiosk.catalog.Task;

/** Reads one branch of an item; what the branch does not say it takes from the item. */
final class BranchReader {

  private final ConditionReader conditions;
  private final MaterialReader materials;
  private final Set<String> forms;

  BranchReader(Map<String, Fact> facts, Set<String> commitments, Set<String> forms) {
    this.forms = forms;
    conditions = new ConditionReader(facts);
    materials = new MaterialReader(conditions, commitments);
  }

  /**
   * Reads a branch.
   *
   * @param item the item's entry, whose members hold for all its branches
   * @param branch the branch's entry; the item's own where it has only one
   * @param printed the row, for the stages it prints
   * @return the branch, or empty when it lacks something, which is then among the faults
   */
  Optional<Branch> read(Entry item, Entry branch, PrintedItem printed) {
    var source = new Inheriting(item, branch);
    Condition when = conditions.when(branch);
    Optional<Ending> ending =
        source
            .need("ending", "写上 Query、Certificate、Voucher、InstantFiling、Acceptance、Guidance 之一")
            .flatMap(Entry::text)
            .flatMap(word -> Words.find(Ending.class, Ending::key, word));
    var credential = source.need("credential", "写上接受的凭证，或 none").map(BranchReader::credential);
    var needed = source.need("materials", "写上材料，不要材料就写 []").map(materials::read);
    var limit = source.need("limit", "写上时限，清单没有印就写 unspecified").flatMap(LimitReader::read);
    var agent = source.get("agent").map(this::agent).orElse(new AgentRule.NotPrinted());
    var channels =
        source.get("channels").map(Entry::elements).orElse(List.of()).stream()
            .flatMap(entry -> channel(entry).stream())
            .toList();
    Optional<Task> task = ending.flatMap(kind -> task(kind, source, branch));
    if (ending.isEmpty()
        || credential.isEmpty()
        || needed.isEmpty()
        || limit.isEmpty()
        || task.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Branch(
            branch.text("id").orElse("only"),
            branch == item ? Optional.empty() : branch.text("name"),
            when,
            ending.get(),
            source
                .text("intake")
                .flatMap(word -> Words.find(Branch.Intake.class, Branch.Intake::key, word))
                .orElse(Branch.Intake.ACCEPTED),
            task.get(),
            credential.get(),
            source
                .text("assurance")
                .flatMap(word -> Words.find(Assurance.class, Assurance::key, word))
                .orElse(Assurance.POSSESSION),
            needed.get(),
            limit.get(),
            LimitReader.others(source.get("otherLimits").map(Entry::elements).orElse(List.of())),
            source.text("effective"),
            source.get("notes").map(Entry::texts).orElse(List.of()),
            source
                .get("stages")
                .map(stages -> stages.texts().stream().map(Stage::new).toList())
                .orElseGet(() -> Stage.split(printed.text(Column.STAGES))),
            channels,
            source.text("acceptedBy"),
            agent));
  }

  private Optional<Task> task(Ending ending, Inheriting source, Entry branch) {
    if (ending == Ending.GUIDANCE) {
      branch
          .get("does")
          .ifPresent(does -> does.fault("Guidance 不由终端办理，却写了 does", "删去 does，或改写 ending"));
      return Optional.of(new Task.None());
    }
    String wanted =
        switch (ending) {
          case QUERY -> "query";
          case CERTIFICATE -> "certificate";
          case VOUCHER -> "voucher";
          case INSTANT_FILING, ACCEPTANCE, GUIDANCE -> "filing";
        };
    Optional<Entry> does = source.need("does", "写上终端办什么：does: {%s: …}".formatted(wanted));
    Optional<String> what = does.flatMap(entry -> entry.text(wanted));
    if (does.isPresent() && what.isEmpty()) {
      does.get()
          .fault(
              "ending 是 %s，does 里却没有 %s".formatted(ending.key(), wanted),
              "写上 %s，或改写 ending".formatted(wanted));
    }
    return what.flatMap(
        name ->
            switch (ending) {
              case QUERY ->
                  Optional.of(
                      new Task.Query(
                          name,
                          form(does.orElseThrow()),
                          does.orElseThrow()
                              .text("withdrawal")
                              .flatMap(word -> Words.find(Assurance.class, Assurance::key, word))));
              case CERTIFICATE -> Optional.of(new Task.Certificate(name, form(does.orElseThrow())));
              case VOUCHER -> Optional.of(new Task.Voucher(name, does.orElseThrow().text("phone")));
              case INSTANT_FILING, ACCEPTANCE, GUIDANCE -> filing(name, does.orElseThrow());
            });
  }

  /** The form the task names, which must be there. */
  private Optional<String> form(Entry does) {
    Optional<String> form = does.text("form");
    form.filter(id -> !forms.contains(id))
        .ifPresent(
            id ->
                does.get("form")
                    .orElseThrow()
                    .fault(
                        "没有表单“%s”".formatted(id),
                        "改正拼写，或在 forms 文件夹里加上 id 为 %s 的文件".formatted(id)));
    return form;
  }

  private Optional<Task> filing(String name, Entry does) {
    Optional<String> form = form(does);
    if (form.isEmpty()) {
      does.fault("办件没有表单", "在 does 里用 form 写上表单的 id");
    }
    materials.commitment(does, "commitment");
    var values = new LinkedHashMap<String, String>();
    does.get("values")
        .ifPresent(
            entry ->
                entry.members().forEach((key, value) -> values.put(key, value.text().orElse(""))));
    return form.map(id -> new Task.Filing(name, id, values, does.text("commitment")));
  }

  private static CredentialRule credential(Entry entry) {
    if (entry.text().isPresent()) {
      return CredentialRule.none();
    }
    List<String> accepts = entry.isArray() ? entry.texts() : entry.texts("accepts");
    var credentials =
        accepts.stream()
            .flatMap(word -> Words.find(Credential.class, Credential::key, word).stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Credential.class)));
    var documents =
        entry.texts("documents").stream()
            .flatMap(
                word -> Words.find(IdentityDocument.class, IdentityDocument::key, word).stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(IdentityDocument.class)));
    boolean all = documents.isEmpty() && credentials.contains(Credential.IDENTITY_DOCUMENT);
    return new CredentialRule(credentials, all ? EnumSet.allOf(IdentityDocument.class) : documents);
  }

  private Optional<Channel> channel(Entry entry) {
    return entry
        .text()
        .or(() -> entry.text("kind"))
        .flatMap(word -> Words.find(Channel.Kind.class, Channel.Kind::key, word))
        .map(
            kind ->
                new Channel(kind, entry.text("name").orElse(kind.label()), conditions.when(entry)));
  }

  private AgentRule agent(Entry entry) {
    if (entry.text().isPresent()) {
      return entry.text().filter("notAllowed"::equals).isPresent()
          ? new AgentRule.NotAllowed()
          : new AgentRule.NotPrinted();
    }
    var channels =
        entry.texts("channels").stream()
            .flatMap(word -> Words.find(Channel.Kind.class, Channel.Kind::key, word).stream())
            .collect(Collectors.toSet());
    var papers =
        entry
            .get("papers")
            .map(materials::read)
            .orElse(new Material.AllOf(Condition.ALWAYS, List.of()));
    return new AgentRule.Allowed(channels, papers);
  }

  /** A branch's members, with the item's behind them. */
  private record Inheriting(Entry item, Entry branch) {

    Optional<Entry> get(String key) {
      return branch.get(key).or(() -> item.get(key));
    }

    Optional<String> text(String key) {
      return get(key).flatMap(Entry::text);
    }

    Optional<Entry> need(String key, String remedy) {
      var found = get(key);
      if (found.isEmpty()) {
        branch.fault("没有 " + key, remedy);
      }
      return found;
    }
  }
}
