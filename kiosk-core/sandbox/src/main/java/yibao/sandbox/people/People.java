package yibao.sandbox.people;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody in the sandbox. */
public final class People {

  private final Map<String, SandboxPerson> byId = new LinkedHashMap<>();

  /**
   * The given people.
   *
   * @throws IllegalArgumentException when two share an id
   */
  public People(List<SandboxPerson> people) {
    for (SandboxPerson person : people) {
      if (byId.put(person.id(), person) != null) {
        throw new IllegalArgumentException("two people are called " + person.id());
      }
    }
  }

  /** The people that come with the sandbox. */
  public static People embedded() {
    JsonMapper mapper =
        JsonMapper.builder(new YAMLFactory())
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    try (InputStream file = People.class.getResourceAsStream("/yibao/sandbox/people.yaml")) {
      return new People(mapper.readValue(file, new TypeReference<List<SandboxPerson>>() {}));
    } catch (IOException fault) {
      throw new UncheckedIOException("people.yaml cannot be read", fault);
    }
  }

  /** Everybody, in the file's order. */
  public List<SandboxPerson> all() {
    return List.copyOf(byId.values());
  }

  /** The person of this id. */
  public Optional<SandboxPerson> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Who holds the identity document of this number. */
  public Optional<SandboxPerson> byDocument(String number) {
    return all().stream().filter(person -> person.card().number().equals(number)).findFirst();
  }

  /** Who holds the social-security card of this number and identification code. */
  public Optional<SandboxPerson> bySocialSecurityCard(String number, String identification) {
    return all().stream()
        .filter(
            person ->
                person
                    .socialSecurityCard()
                    .filter(it -> it.number().equals(number))
                    .filter(it -> it.identification().equalsIgnoreCase(identification))
                    .isPresent())
        .findFirst();
  }
}
