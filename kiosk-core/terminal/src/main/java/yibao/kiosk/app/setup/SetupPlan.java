package yibao.kiosk.app.setup;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The steps of setting a terminal up, from {@code setup.yaml}.
 *
 * @param steps in the order in which they are done
 */
public record SetupPlan(List<Step> steps) {

  /**
   * A step.
   *
   * @param id stable word
   * @param title what it is called
   * @param lead what to do
   * @param fields what is asked
   * @param checks what is tried
   */
  public record Step(
      String id, String title, String lead, List<Field> fields, List<Check> checks) {}

  /**
   * A value.
   *
   * @param key key of the configuration, or {@code signed.…}
   * @param label what people call it
   * @param hint how it is written
   * @param options name of the list it is chosen from
   * @param number whether it is a whole number
   */
  public record Field(
      String key, String label, Optional<String> hint, Optional<String> options, boolean number) {

    /** Whether it is one of a list of YAML values. */
    boolean chosen() {
      return options.isPresent();
    }

    /** Whether it is kept with the results, not in the configuration. */
    public boolean signed() {
      return key.startsWith("signed.");
    }
  }

  /**
   * Something to try.
   *
   * @param id stable word, one in the whole plan
   * @param label what must hold
   * @param by who can tell
   */
  public record Check(String id, String label, By by) {}

  /** Who can tell whether something holds. */
  public enum By {
    /** This program. */
    MACHINE,
    /** The page, which measures where it was touched. */
    PAGE,
    /** Somebody who looks. */
    PERSON
  }

  /** The plan this program brings. */
  public static SetupPlan shipped() {
    try (InputStream in = SetupPlan.class.getResourceAsStream("/setup.yaml")) {
      return new SetupPlan(
          YAMLMapper.builder()
              .addModule(new Jdk8Module())
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .enable(com.fasterxml.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
              .build()
              .readValue(in, new TypeReference<List<Step>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A step by its word. */
  public Optional<Step> step(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /** A check by its word. */
  public Optional<Check> check(String id) {
    return steps.stream()
        .flatMap(step -> step.checks().stream())
        .filter(check -> check.id().equals(id))
        .findFirst();
  }
}
