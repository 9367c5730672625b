package yibao.kiosk;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that fuzzing ever stumbled over, and each of it damaged in repeatable ways. {@code
 * deploy/kiosk fuzz} looks for more; what it finds is put into the target's folder.
 */
class FuzzRegressionTest {

  @ParameterizedTest
  @CsvSource({
    "yibao.kiosk.platform.EnvelopeFuzz, 500",
    "yibao.kiosk.platform.LocalServiceFuzz, 500",
    "yibao.kiosk.packs.RegionPackFuzz, 20"
  })
  @Timeout(120)
  void every_input_ends_in_a_result(Class<?> target, int damagedCopies) throws Throwable {
    MethodHandle run =
        MethodHandles.lookup()
            .findStatic(
                target, "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class));
    List<Path> inputs = inputs(target);
    assertFalse(inputs.isEmpty(), "no inputs for " + target.getSimpleName());
    Random random = new Random(target.getSimpleName().hashCode());
    for (Path input : inputs) {
      byte[] bytes = Files.readAllBytes(input);
      run.invoke(bytes);
      for (int i = 0; i < damagedCopies; i++) {
        run.invoke(damaged(bytes, random));
      }
    }
  }

  private static List<Path> inputs(Class<?> target) throws IOException, URISyntaxException {
    Path folder =
        Path.of(FuzzRegressionTest.class.getResource("/fuzz/" + target.getSimpleName()).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] copy =
        random.nextInt(4) == 0
            ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
            : bytes.clone();
    for (int i = random.nextInt(5); i > 0 && copy.length > 0; i--) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }
}
