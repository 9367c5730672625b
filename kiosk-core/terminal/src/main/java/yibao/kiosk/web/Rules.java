package yibao.kiosk.web;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yibao.accounts.Role;

/**
 * Who may make which call: the contract's {@code x-roles}. A call that the contract does not name,
 * or names without saying who may make it, cannot be served.
 *
 * <p>The contract is read line by line: a YAML parser would cost every start a good part of its
 * second. A test reads it with one and compares.
 */
final class Rules {
  private static final Pattern PATH = Pattern.compile(" {2}(/\\S*):\\s*");
  private static final Pattern METHOD = Pattern.compile(" {4}(get|post|put|delete):\\s*");
  private static final Pattern ROLES = Pattern.compile(" {6}x-roles: \\[([a-z, ]*)]\\s*");
  private static final String CALLS = "/api/";

  private final List<Rule> rules;

  private Rules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Who may make one call.
   *
   * @param method in capitals
   * @param path as in the contract, with {@code {names}}
   * @param roles who may; empty where anybody before the screen may
   */
  record Rule(String method, String path, Set<Role> roles) {
    Rule {
      roles = Set.copyOf(roles);
    }

    private boolean isOf(String asked, String at) {
      return method.equals(asked) && Pattern.matches(nameless(path).replace("{}", "[^/]+"), at);
    }
  }

  /**
   * Reads the contract that is part of this program.
   *
   * @throws IllegalStateException where a call does not say who may make it
   */
  static Rules read() {
    try (InputStream in = Rules.class.getResourceAsStream("/openapi.yaml")) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the contract", e);
    }
  }

  /** The rules of a contract's text. */
  static Rules of(String contract) {
    List<Rule> found = new ArrayList<>();
    String path = "";
    Optional<String> method = Optional.empty();
    for (String line : contract.lines().toList()) {
      Matcher ofPath = PATH.matcher(line);
      Matcher ofMethod = METHOD.matcher(line);
      Matcher ofRoles = ROLES.matcher(line);
      boolean ends = ofPath.matches() || ofMethod.matches() || line.startsWith("components:");
      if (ends && method.isPresent()) {
        throw new IllegalStateException(
            method.get() + " " + path + " does not say in x-roles who may call it");
      }
      if (ofPath.matches()) {
        path = ofPath.group(1);
      } else if (ofMethod.matches()) {
        method = Optional.of(ofMethod.group(1).toUpperCase(Locale.ROOT));
      } else if (ofRoles.matches() && method.isPresent()) {
        found.add(new Rule(method.get(), path, roles(ofRoles.group(1))));
        method = Optional.empty();
      }
    }
    return new Rules(found);
  }

  private static Set<Role> roles(String words) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : words.split(",")) {
      if (!word.isBlank()) {
        roles.add(Role.of(word.strip()).orElseThrow());
      }
    }
    return roles;
  }

  /** Every rule, in the contract's order. */
  List<Rule> all() {
    return rules;
  }

  /** Who may make a call; empty where the contract knows none such. */
  Optional<Set<Role>> of(String method, String path) {
    return rules.stream().filter(rule -> rule.isOf(method, path)).findFirst().map(Rule::roles);
  }

  /**
   * Demands a rule for whatever a router serves.
   *
   * @throws IllegalStateException where a call has none
   */
  void coverAllOf(Router router) {
    for (Route route : router.getRoutes()) {
      if (route.getPath() == null
          || !route.getPath().startsWith(CALLS)
          || route.methods() == null) {
        continue;
      }
      route
          .methods()
          .forEach(
              method -> {
                String path = nameless(route.getPath());
                if (rules.stream()
                    .noneMatch(
                        rule ->
                            rule.method().equals(method.name())
                                && nameless(rule.path()).equals(path))) {
                  throw new IllegalStateException(
                      method.name() + " " + route.getPath() + " is not in the contract");
                }
              });
    }
  }

  /** A path in the contract's words or the router's, its variables without their names. */
  private static String nameless(String path) {
    return path.replaceAll("\\{\\w+}|:\\w+", "{}");
  }
}
