package yibao.kiosk.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the catalogue's values are called in Chinese, on screens and papers. */
final class Phrases {

  private static final int NAMED_OUTRIGHT = 2;

  private static final String YES = "是";
  private static final Pattern IS_IT = Pattern.compile("是(.+)吗？");

  private final Map<String, Fact> facts;
  private final Map<String, Commitment> commitments;

  Phrases(Region region) {
    facts = region.facts();
    commitments = region.commitments();
  }

  /** How a case ends; a window's instant item is never bare 即时办结. */
  String ending(Branch branch) {
    return switch (branch.ending()) {
      case QUERY -> "在本机查询，可以打印";
      case CERTIFICATE -> "在本机打印，带电子印章";
      case VOUCHER -> "在本机刷脸申领";
      case INSTANT_FILING -> "在本机即时办结";
      case ACCEPTANCE ->
          branch.intake() == Branch.Intake.ACCEPTED ? "在本机受理，由经办人员审核办结" : "在本机收件，窗口核验原件后受理";
      case GUIDANCE ->
          branch.isAtHospital()
              ? "到定点医疗机构办理"
              : branch.limit() instanceof TimeLimit.Instant ? "窗口即时办结" : "到窗口办理";
    };
  }

  String credential(CredentialRule rule) {
    if (!rule.isRequired()) {
      return "不用出示证件";
    }
    String words =
        rule.accepts().stream()
            .map(
                credential ->
                    credential == Credential.IDENTITY_DOCUMENT
                        ? identity(rule)
                        : credential.label())
            .collect(Collectors.joining("、"));
    return rule.accepts().size() > 1 ? words + "，任选其一" : words;
  }

  /** A few kinds of document are named outright, a whole family by its name. */
  private static String identity(CredentialRule rule) {
    return rule.documents().size() > NAMED_OUTRIGHT
        ? Credential.IDENTITY_DOCUMENT.label()
        : rule.documents().stream().map(IdentityDocument::label).collect(Collectors.joining("或"));
  }

  /** The kinds of 有效身份证件 meant, where the list narrows the family. */
  Optional<String> documents(CredentialRule rule) {
    int kinds = rule.documents().size();
    return kinds > NAMED_OUTRIGHT && kinds < IdentityDocument.values().length
        ? Optional.of(
            rule.documents().stream().map(IdentityDocument::label).collect(Collectors.joining("、")))
        : Optional.empty();
  }

  /** How long a case takes. */
  String limit(Branch branch) {
    boolean elsewhere =
        branch.ending() == Ending.GUIDANCE && branch.limit() instanceof TimeLimit.Instant;
    return elsewhere ? (branch.isAtHospital() ? "医院即时办结" : "窗口即时办结") : limit(branch.limit());
  }

  String limit(TimeLimit limit) {
    return switch (limit) {
      case TimeLimit.Instant() -> "即时办结";
      case TimeLimit.Counted counted -> start(counted.from()) + counted.length() + "内";
      case TimeLimit.Staged(var steps, var total) ->
          total.map(whole -> limit(whole) + "，其中").orElse("")
              + steps.stream()
                  .map(step -> step.name() + "：" + limit(step.limit()))
                  .collect(Collectors.joining("；"));
      case TimeLimit.ByHospital() -> "由医院办结";
      case TimeLimit.Unspecified() -> "清单没有印出期限，请向窗口询问";
    };
  }

  private static String start(TimeLimit.Start from) {
    return switch (from) {
      case ACCEPTED -> "受理后";
      case ACCEPTANCE_ENDED -> "受理结束后";
      case REVIEW -> "审核之日起";
      case ONLINE_APPLICATION -> "线上申请后";
      case ARRIVED -> "收到后";
    };
  }

  /** What else a leaf's line says: what to do with it, promise instead, sharing, note. */
  String asides(Material.Leaf leaf, Task task, Facts known) {
    var asides = new ArrayList<String>();
    asides.add(here(leaf, task));
    asides.add(presentation(leaf));
    leaf.standIn()
        .map(commitments::get)
        .ifPresent(text -> asides.add("无法提供的，可以签" + quoted(text.title()) + "代替"));
    if (leaf.sharedWhen().filter(when -> isOpen(when, known)).isPresent()) {
      asides.add("平台能查到的不用带");
    }
    asides.add(leaf.note());
    return join(asides);
  }

  /** Where the terminal itself has it filled in or signed. */
  private static String here(Material.Leaf leaf, Task task) {
    if (!(task instanceof Task.Filing filing)) {
      return "";
    }
    return switch (leaf.kind()) {
      case FORM -> filing.form().equals(leaf.id()) ? "在本机填写" : "";
      case COMMITMENT, CONSENT -> "在本机签名";
      case CREDENTIAL, DOCUMENT, BANK_ACCOUNT, OFFICIAL_SEAL, SHARED_DATA -> "";
    };
  }

  private static boolean isOpen(Condition when, Facts known) {
    return when.test(known) instanceof Condition.Verdict.Unknown;
  }

  private static String quoted(String title) {
    return title.startsWith("《") ? title : "《" + title + "》";
  }

  private static String presentation(Material.Leaf leaf) {
    String word =
        switch (leaf.presentation()) {
          case UNSPECIFIED -> "";
          case ORIGINAL -> "原件";
          case COPY -> "复印件";
          case ORIGINAL_AND_COPY -> "原件及复印件";
          case ORIGINAL_OR_COPY -> "原件或复印件";
        };
    return (leaf.name() + leaf.note()).contains(word) ? "" : word;
  }

  /** A condition of which something is not known yet; "" when all of it is. */
  String when(Condition condition, Facts known) {
    if (!(condition.test(known) instanceof Condition.Verdict.Unknown(var missing))) {
      return "";
    }
    return missing.stream()
            .map(name -> wanted(facts.get(name), condition))
            .collect(Collectors.joining("，且"))
        + "的提供";
  }

  private static String wanted(Fact fact, Condition condition) {
    List<String> labels =
        fact.options().stream()
            .filter(option -> condition.wanted().get(fact.name()).contains(option.value()))
            .map(Fact.Option::label)
            .toList();
    Matcher isIt = IS_IT.matcher(fact.question());
    if (isIt.matches() && labels.stream().allMatch(label -> label.startsWith(YES))) {
      return YES + isIt.group(1) + inWhichWay(fact, labels);
    }
    return labels.stream().anyMatch(label -> label.matches("(不是|是|否).*"))
        ? "“%s”回答“%s”".formatted(fact.question(), String.join("”或“", labels))
        : "属于“%s”".formatted(String.join("”或“", labels));
  }

  /** Which of several ways of saying yes is meant; "" when any is. */
  private static String inWhichWay(Fact fact, List<String> labels) {
    long ways = fact.options().stream().filter(o -> o.label().startsWith(YES)).count();
    return labels.size() == ways
        ? ""
        : labels.stream()
            .map(label -> label.substring(YES.length()).replaceFirst("^，", ""))
            .collect(Collectors.joining("或", "，", ""));
  }

  Optional<String> agent(AgentRule rule, Facts known) {
    return switch (rule) {
      case AgentRule.NotPrinted() -> Optional.empty();
      case AgentRule.NotAllowed() -> Optional.of("须由本人办理");
      case AgentRule.Allowed(var channels, var papers) -> {
        String where =
            channels.isEmpty()
                ? "可以委托他人办理"
                : channels.stream()
                    .sorted()
                    .map(Channel.Kind::label)
                    .collect(Collectors.joining("、", "可以委托他人到", "办理"));
        List<String> lines =
            new Needs(this, new Task.None(), known)
                .of(papers).stream().map(Notice.Need::line).toList();
        yield Optional.of(lines.isEmpty() ? where : where + "，须带" + String.join("；", lines));
      }
    };
  }

  static String join(List<String> asides) {
    return asides.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("；"));
  }
}
