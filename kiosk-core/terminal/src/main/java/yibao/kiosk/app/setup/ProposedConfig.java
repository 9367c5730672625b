package yibao.kiosk.app.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.app.TerminalConfig;
import yibao.kiosk.store.DurableFile;

/**
 * The configuration as a technician wants it, beside the one in use. Whoever may write the one in
 * use takes it over at the next start.
 */
public final class ProposedConfig {
  private static final ObjectMapper YAML = new YAMLMapper();

  /** Must be there even where nothing is plugged in. */
  private static final String DEVICES = "devices";

  private final Path file;
  private final String running;
  private final boolean signed;

  /**
   * @param file where the proposal lies, where there is one
   * @param running the configuration in use
   * @param signed whether only what its publisher signed is served, so that nothing can be proposed
   */
  public ProposedConfig(Path file, TerminalConfig running, boolean signed) throws IOException {
    this.file = file;
    this.running = running.text();
    this.signed = signed;
  }

  /** Whether nothing can be proposed, because only a signed configuration is served. */
  public boolean signed() {
    return signed;
  }

  /** Whether something other than the configuration in use is proposed. */
  public boolean changed() throws IOException {
    return Files.exists(file) && !tree().equals(YAML.readTree(running));
  }

  /** The value of a key as people write it; empty text where it is not there. */
  public String value(String key) throws IOException {
    JsonNode node = tree().at("/" + key.replace('.', '/'));
    return node.isMissingNode() ? "" : node.isValueNode() ? node.asText() : node.toString();
  }

  /**
   * Puts values in.
   *
   * @param values by field; empty text takes a key out
   * @return what is wrong with them; nothing is kept then
   */
  public List<String> put(Map<SetupPlan.Field, String> values) throws IOException {
    if (values.isEmpty()) {
      return List.of();
    }
    if (signed) {
      return List.of("这台终端只用签过名的配置，这里不能改；请把要改的告诉签发配置的人");
    }
    ObjectNode tree = tree();
    values.forEach(
        (field, value) ->
            put(tree, List.of(field.key().split("\\.")), typed(field, value.strip())));
    DurableFile proposed = new DurableFile(file);
    Path next = proposed.draft(YAML.writeValueAsBytes(tree));
    try {
      TerminalConfig.read(next);
    } catch (TerminalConfig.Unusable e) {
      Files.delete(next);
      return e.getMessage().lines().map(line -> line.replaceFirst("^\\S+?: ", "")).toList();
    }
    proposed.put();
    return List.of();
  }

  private ObjectNode tree() throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : running;
    return (ObjectNode) YAML.readTree(text);
  }

  private static void put(ObjectNode within, List<String> keys, Optional<JsonNode> value) {
    String key = keys.getFirst();
    if (keys.size() == 1) {
      value.ifPresentOrElse(node -> within.set(key, node), () -> within.remove(key));
      return;
    }
    ObjectNode child = within.get(key) instanceof ObjectNode there ? there : within.putObject(key);
    put(child, keys.subList(1, keys.size()), value);
    if (child.isEmpty() && !key.equals(DEVICES)) {
      within.remove(key);
    }
  }

  /** What was chosen from a list is written as the list has it; all else is text or a number. */
  private static Optional<JsonNode> typed(SetupPlan.Field field, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        field.chosen() || field.number() && value.matches("\\d{1,9}")
            ? tree(value)
            : JsonNodeFactory.instance.textNode(value));
  }

  /** A value as it is written in the file; text where it is nothing else. */
  static JsonNode tree(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.textNode(yaml);
    }
  }
}
