package yibao.kiosk.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import yibao.kiosk.catalog.AgentRule;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Channel;
import yibao.kiosk.catalog.Condition;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.CredentialRule;
import yibao.kiosk.catalog.IdentityDocument;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.catalog.Reading;
import yibao.kiosk.catalog.Stage;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.catalog.TimeLimit;

/** Our reading of a row as JSON, in the words the packs use. */
final class ReadingJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ReadingJson() {}

  /** Subject, branches, link, search words, and what is ours or suspect. */
  static ObjectNode of(Reading reading) {
    ObjectNode json = JSON.objectNode();
    json.put("subject", reading.subject().key());
    json.put("shownName", reading.name().orElse(null));
    json.put("shownCategory", reading.category().orElse(null));
    json.put("link", reading.link().orElse(null));
    json.put("standardCode", reading.standardCode().orElse(null));
    ArrayNode related = json.putArray("related");
    reading
        .related()
        .forEach(
            other ->
                related
                    .addObject()
                    .put("item", other.item())
                    .put("why", other.why())
                    .put("together", other.together())
                    .set("when", when(other.when())));
    json.set("search", array(reading.search().stream()));
    ArrayNode branches = json.putArray("branches");
    reading.branches().forEach(branch -> branches.add(branch(branch)));
    json.set("ours", texts(reading.ours()));
    var suspect = new TreeMap<String, String>();
    reading.suspect().forEach((column, why) -> suspect.put(column.key(), why));
    json.set("suspect", texts(suspect));
    return json;
  }

  private static ObjectNode branch(Branch branch) {
    ObjectNode json = JSON.objectNode();
    json.put("id", branch.id());
    json.put("name", branch.name().orElse(null));
    json.set("when", when(branch.when()));
    json.put("ending", branch.ending().key());
    json.put("intake", branch.intake().key());
    json.set("does", task(branch.task()));
    json.set("credential", credential(branch.credential()));
    json.put("assurance", branch.assurance().key());
    json.set("materials", material(branch.materials()));
    json.set("limit", limit(branch.limit()));
    ArrayNode others = json.putArray("otherLimits");
    branch
        .otherLimits()
        .forEach(
            other ->
                others
                    .addObject()
                    .put("channel", other.channel())
                    .set("limit", limit(other.limit())));
    json.put("effective", branch.effective().orElse(null));
    json.set("notes", array(branch.notes().stream()));
    json.set("stages", array(branch.stages().stream().map(Stage::name)));
    ArrayNode channels = json.putArray("channels");
    branch.channels().forEach(channel -> channels.add(channel(channel)));
    json.put("acceptedBy", branch.acceptedBy().orElse(null));
    json.set("agent", agent(branch.agent()));
    return json;
  }

  /** {@code null} for a condition that holds always. */
  private static JsonNode when(Condition condition) {
    if (condition.isAlways()) {
      return JSON.nullNode();
    }
    ObjectNode json = JSON.objectNode();
    condition.wanted().forEach((fact, values) -> json.set(fact, array(values.stream().sorted())));
    return json;
  }

  private static JsonNode task(Task task) {
    return switch (task) {
      case Task.None() -> JSON.nullNode();
      case Task.Query(String query, var form, var withdrawal) -> {
        ObjectNode json = JSON.objectNode().put("query", query).put("form", form.orElse(null));
        withdrawal.ifPresent(assurance -> json.put("withdrawal", assurance.key()));
        yield json;
      }
      case Task.Certificate(String certificate, var form) ->
          JSON.objectNode().put("certificate", certificate).put("form", form.orElse(null));
      case Task.Voucher(String voucher, var phone) -> {
        ObjectNode json = JSON.objectNode().put("voucher", voucher);
        phone.ifPresent(address -> json.put("phone", address));
        yield json;
      }
      case Task.Filing filing -> {
        ObjectNode json = JSON.objectNode();
        json.put("filing", filing.filing());
        json.put("form", filing.form());
        json.set("values", texts(filing.values()));
        json.put("commitment", filing.commitment().orElse(null));
        yield json;
      }
    };
  }

  private static ObjectNode credential(CredentialRule rule) {
    ObjectNode json = JSON.objectNode();
    json.set("accepts", array(rule.accepts().stream().map(Credential::key)));
    json.set("documents", array(rule.documents().stream().map(IdentityDocument::key)));
    return json;
  }

  private static ObjectNode material(Material material) {
    ObjectNode json = JSON.objectNode();
    switch (material) {
      case Material.AllOf all -> json.set("all", materials(all.parts()));
      case Material.AnyOf any -> {
        json.set("any", materials(any.choices()));
        json.put("name", any.name().orElse(null));
      }
      case Material.Leaf leaf -> {
        json.put(leaf.kind().key(), leaf.id());
        json.put("name", leaf.name());
        json.put("present", leaf.presentation().key());
        json.put("standIn", leaf.standIn().orElse(null));
        json.set("sharedWhen", leaf.sharedWhen().map(ReadingJson::when).orElse(JSON.nullNode()));
        json.put("note", leaf.note());
      }
    }
    json.set("when", when(material.when()));
    return json;
  }

  private static ArrayNode materials(Collection<Material> materials) {
    ArrayNode json = JSON.arrayNode();
    materials.forEach(material -> json.add(material(material)));
    return json;
  }

  private static ObjectNode limit(TimeLimit limit) {
    ObjectNode json = JSON.objectNode();
    switch (limit) {
      case TimeLimit.Instant() -> json.put("kind", "instant");
      case TimeLimit.ByHospital() -> json.put("kind", "byHospital");
      case TimeLimit.Unspecified() -> json.put("kind", "unspecified");
      case TimeLimit.WorkingDays(int days, var from) -> counted(json, "workingDays", days, from);
      case TimeLimit.NaturalDays(int days, var from) -> counted(json, "naturalDays", days, from);
      case TimeLimit.Months(int months, var from) -> counted(json, "months", months, from);
      case TimeLimit.Staged(var steps, var total) -> {
        json.put("kind", "staged");
        ArrayNode all = json.putArray("steps");
        steps.forEach(
            step -> all.addObject().put("name", step.name()).set("limit", limit(step.limit())));
        json.set("total", total.<JsonNode>map(ReadingJson::limit).orElse(JSON.nullNode()));
      }
    }
    return json;
  }

  private static void counted(ObjectNode json, String kind, int count, TimeLimit.Start from) {
    json.put("kind", kind).put("count", count).put("from", from.key());
  }

  private static ObjectNode channel(Channel channel) {
    ObjectNode json = JSON.objectNode();
    json.put("kind", channel.kind().key());
    json.put("name", channel.name());
    json.set("when", when(channel.when()));
    return json;
  }

  private static ObjectNode agent(AgentRule rule) {
    ObjectNode json = JSON.objectNode();
    switch (rule) {
      case AgentRule.NotPrinted() -> json.put("rule", "notPrinted");
      case AgentRule.NotAllowed() -> json.put("rule", "notAllowed");
      case AgentRule.Allowed(var channels, var papers) -> {
        json.put("rule", "allowed");
        json.set("channels", array(channels.stream().map(Channel.Kind::key).sorted()));
        json.set("papers", material(papers));
      }
    }
    return json;
  }

  private static ObjectNode texts(Map<String, String> texts) {
    ObjectNode json = JSON.objectNode();
    new TreeMap<>(texts).forEach(json::put);
    return json;
  }

  private static ArrayNode array(Stream<String> texts) {
    ArrayNode json = JSON.arrayNode();
    texts.forEach(json::add);
    return json;
  }
}
