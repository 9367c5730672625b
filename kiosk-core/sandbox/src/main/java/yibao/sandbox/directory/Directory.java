package yibao.sandbox.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Both directories.
 *
 * @param institutions designated institutions
 * @param drugs the drug list
 */
public record Directory(List<Institution> institutions, List<Drug> drugs) {

  public Directory {
    institutions = List.copyOf(institutions);
    drugs = List.copyOf(drugs);
  }

  /** The directories that come with the sandbox. */
  public static Directory embedded() {
    return new Directory(
        read("institutions", new TypeReference<List<Institution>>() {}),
        read("drugs", new TypeReference<List<Drug>>() {}));
  }

  private static <T> T read(String name, TypeReference<T> type) {
    JsonMapper mapper = JsonMapper.builder(new YAMLFactory()).addModule(new Jdk8Module()).build();
    try (InputStream file =
        Directory.class.getResourceAsStream("/yibao/sandbox/" + name + ".yaml")) {
      return mapper.readValue(file, type);
    } catch (IOException fault) {
      throw new UncheckedIOException(name + ".yaml cannot be read", fault);
    }
  }
}
