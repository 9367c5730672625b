package yibao.devices;

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
import org.junit.jupiter.params.provider.ValueSource;
import yibao.devices.document.IppAnswerFuzz;
import yibao.devices.idcard.CardTextFuzz;
import yibao.devices.idcard.SdtDecoderFuzz;
import yibao.devices.printer.PaintSectionsFuzz;
import yibao.devices.printer.PrinterAnswersFuzz;
import yibao.devices.scan.ScanDecodersFuzz;
import yibao.devices.sscard.CardRecordFuzz;
import yibao.devices.sscard.SocialSecurityChipFuzz;
import yibao.devices.sscard.VendorLineFuzz;
import yibao.devices.usb.DeviceIdFuzz;

/**
 * Everything that fuzzing ever stumbled over, and each of it damaged in a thousand repeatable ways.
 * {@code deploy/kiosk fuzz} looks for more; what it finds is put into the target's folder.
 */
class FuzzRegressionTest {
  private static final int DAMAGED_COPIES = 1000;

  @ParameterizedTest
  @ValueSource(
      classes = {
        CardRecordFuzz.class,
        CardTextFuzz.class,
        DeviceIdFuzz.class,
        IppAnswerFuzz.class,
        PaintSectionsFuzz.class,
        PrinterAnswersFuzz.class,
        ScanDecodersFuzz.class,
        SdtDecoderFuzz.class,
        SocialSecurityChipFuzz.class,
        VendorLineFuzz.class
      })
  @Timeout(60)
  void everyInputEndsInAResult(Class<?> target) throws Throwable {
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
      for (int i = 0; i < DAMAGED_COPIES; i++) {
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

  /** Cut short, doubled, or with some bytes changed. */
  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] copy =
        switch (random.nextInt(4)) {
          case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
          case 1 -> Arrays.copyOfRange(bytes, random.nextInt(bytes.length + 1), 2 * bytes.length);
          default -> bytes.clone();
        };
    for (int i = random.nextInt(5); i > 0 && copy.length > 0; i--) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }
}
