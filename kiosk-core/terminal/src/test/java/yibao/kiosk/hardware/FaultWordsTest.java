package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.devices.DeviceFault;
import yibao.devices.idcard.IdCardReading;
import yibao.devices.page.PageFault;
import yibao.devices.port.PortFault;
import yibao.devices.printer.PrinterFault;
import yibao.devices.scan.ScanFault;
import yibao.devices.sscard.SocialSecurityReading;

/** Every fault of every device has a code of its own, a hint for the technician, and words. */
class FaultWordsTest {
  private static final String STATUS = "00 00 41";

  @Test
  void everyFaultHasItsOwnCodeAndAHint() {
    List<DeviceFault> all = faults().toList();

    all.forEach(fault -> assertTrue(fault.code().matches("[a-z]+(-[a-z]+)+"), fault.code()));
    all.forEach(fault -> assertFalse(fault.technicianHint().isBlank(), fault.code()));
    assertEquals(all.size(), all.stream().map(DeviceFault::code).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void whatACitizenMeetsHasASentence(String language) throws IOException {
    Properties sentences = sentences(language);
    List<String> missing =
        Stream.of(
                Arrays.stream(cases(IdCardReading.Fault.class)).map(f -> "card." + f.code()),
                Arrays.stream(cases(SocialSecurityReading.Fault.class)).map(DeviceFault::code),
                Arrays.stream(PrinterFault.values()).map(f -> "paper." + f.code()),
                Arrays.stream(PageFault.values()).map(f -> "page." + f.code()))
            .flatMap(keys -> keys)
            .filter(key -> sentences.getProperty(key, "").isBlank())
            .toList();

    assertEquals(List.of(), missing);
  }

  private static Stream<DeviceFault> faults() {
    return Stream.of(
            cases(IdCardReading.Fault.class),
            cases(SocialSecurityReading.Fault.class),
            PortFault.values(),
            ScanFault.values(),
            PrinterFault.values(),
            CameraFault.values())
        .flatMap(Arrays::stream);
  }

  /** One of each case of a sealed fault. */
  private static DeviceFault[] cases(Class<? extends DeviceFault> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .map(FaultWordsTest::made)
        .toArray(DeviceFault[]::new);
  }

  private static DeviceFault made(Class<?> fault) {
    Constructor<?> constructor = fault.getDeclaredConstructors()[0];
    Object[] statuses = new Object[constructor.getParameterCount()];
    Arrays.fill(statuses, STATUS);
    try {
      return (DeviceFault) constructor.newInstance(statuses);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(fault + " is made of anything but a status", e);
    }
  }

  private static Properties sentences(String language) throws IOException {
    Properties sentences = new Properties();
    try (InputStream in =
            FaultWordsTest.class.getResourceAsStream("/sentences/" + language + ".properties");
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      sentences.load(text);
    }
    return sentences;
  }
}
