package yibao.hall.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import yibao.accounts.Role;

/**
 * The monitor's OpenAPI contract: which calls there are, and who may make each. A call that the
 * contract does not name, or names without saying who may make it, cannot be served at all.
 */
public final class Contract {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  private final String text;
  private final Map<String, Call> calls;

  private Contract(String text, Map<String, Call> calls) {
    this.text = text;
    this.calls = calls;
  }

  /**
   * A call.
   *
   * @param name its {@code operationId}
   * @param path with {@code {names}}
   * @param roles who may make it; empty where anybody may
   */
  public record Call(String name, HttpMethod method, String path, Set<Role> roles) {
    /** The path in the router's words. */
    String route() {
      return path.replaceAll("\\{(\\w+)}", ":$1");
    }
  }

  /** Reads the contract that is part of this program. */
  public static Contract read() {
    try (InputStream in = Contract.class.getResourceAsStream("/hall-openapi.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Call> calls = new LinkedHashMap<>();
      new YAMLMapper()
          .readTree(text)
          .path("paths")
          .properties()
          .forEach(
              path ->
                  path.getValue().properties().stream()
                      .filter(it -> METHODS.contains(it.getKey()))
                      .map(it -> call(path.getKey(), it.getKey(), it.getValue()))
                      .forEach(call -> calls.put(call.name(), call)));
      return new Contract(text, calls);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the contract", e);
    }
  }

  private static Call call(String path, String method, JsonNode operation) {
    if (!operation.path("x-roles").isArray()) {
      throw new IllegalStateException(method + " " + path + " does not say who may call it");
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    operation.path("x-roles").forEach(word -> roles.add(Role.of(word.asText()).orElseThrow()));
    return new Call(
        operation.path("operationId").asText(),
        HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
        path,
        roles);
  }

  /** As it is published. */
  public String text() {
    return text;
  }

  /** Every call. */
  public List<Call> calls() {
    return new ArrayList<>(calls.values());
  }

  /**
   * A call by its name.
   *
   * @throws IllegalStateException where the contract has none
   */
  Call call(String name) {
    Call call = calls.get(name);
    if (call == null) {
      throw new IllegalStateException("the contract has no call " + name);
    }
    return call;
  }
}
