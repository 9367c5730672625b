package yibao.devices.certified;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.devices.certified.CertifiedComponent.Answer;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.simulators.certified.CertifiedModuleSimulator;

/** A module on a port of this machine, and a vendor's library built from C. */
@Timeout(60)
class CertifiedComponentContractTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final byte[] REQUEST =
      "{\"transType\":\"cn.nhsa.ec.auth\",\"data\":{\"userName\":\"张三\"}}"
          .getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private static CertifiedComponentOpener opener(String plugin, Map<String, String> settings) {
    return CertifiedComponentPlugin.find(plugin).orElseThrow().configure(settings);
  }

  private static CertifiedComponentOpener service(CertifiedModuleSimulator module) {
    return opener("service", Map.of("address", module.address().toString()));
  }

  @Test
  void aServiceGetsTheRequestAndItsAnswerComesBackByteForByte() throws Exception {
    try (CertifiedModuleSimulator module = new CertifiedModuleSimulator(request -> request);
        CertifiedComponent component = service(module).open()) {
      Answer.Said said = assertInstanceOf(Answer.Said.class, component.call(REQUEST, LIMIT));
      assertArrayEquals(REQUEST, said.json());
    }
  }

  @Test
  void aServiceThatHangsUpLeavesOpenWhatItDid() throws Exception {
    try (CertifiedModuleSimulator module =
            new CertifiedModuleSimulator(
                _ -> {
                  throw new UncheckedIOException(new IOException("gone"));
                });
        CertifiedComponent component = service(module).open()) {
      assertEquals(new Answer.Lost(), component.call(REQUEST, LIMIT));
    }
  }

  @Test
  void anEndlessAnswerIsNotSwallowed() throws Exception {
    byte[] endless = new byte[CertifiedComponent.LONGEST_ANSWER + 1];
    try (CertifiedModuleSimulator module = new CertifiedModuleSimulator(_ -> endless);
        CertifiedComponent component = service(module).open()) {
      assertEquals(new Answer.Lost(), component.call(REQUEST, LIMIT));
    }
  }

  @Test
  void aServicePulledOutIsLostAndFoundAgain() throws Exception {
    try (CertifiedModuleSimulator module = new CertifiedModuleSimulator(request -> request)) {
      CertifiedComponentOpener opener = service(module);
      try (CertifiedComponent component = opener.open()) {
        assertFalse(component.lost());
        module.pull();
        assertTrue(component.lost());
        assertEquals(new Answer.NotReached(), component.call(REQUEST, LIMIT));
      }
      assertEquals(PortFault.ABSENT, assertThrows(PortException.class, opener::open).fault());

      module.plugIn();
      try (CertifiedComponent component = opener.open()) {
        assertInstanceOf(Answer.Said.class, component.call(REQUEST, LIMIT));
      }
    }
  }

  @Test
  void aLibraryIsCalledWithItsAddressAndRequestAndWritesItsAnswer() throws Exception {
    Path library =
        built(
            """
            #include <stdio.h>
            char *NationEcTrans(const char *url, const char *in, char *out) {
              sprintf(out, "%s %s", url, in);
              return "0000";
            }
            """);
    try (CertifiedComponent component =
        opener("library", Map.of("file", library.toString(), "url", "http://nhsa.example"))
            .open()) {
      Answer.Said said = assertInstanceOf(Answer.Said.class, component.call(REQUEST, LIMIT));
      String expected = "http://nhsa.example " + new String(REQUEST, StandardCharsets.UTF_8);
      assertEquals(expected, new String(said.json(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aLibraryThatWritesNothingHasSaidNothing() throws Exception {
    Path library = built("int NationEcTrans(const char *u, const char *i, char *o) { return -2; }");
    try (CertifiedComponent component =
        opener("library", Map.of("file", library.toString())).open()) {
      assertEquals(new Answer.Lost(), component.call(REQUEST, LIMIT));
    }
  }

  @Test
  void aFileThatIsNoLibraryOrLacksTheFunctionIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("libtext.so"), "no library");
    Path other = built("int Other(void) { return 0; }");
    for (Path file : Arrays.asList(text, other)) {
      CertifiedComponentOpener opener = opener("library", Map.of("file", file.toString()));
      assertEquals(PortFault.REFUSED, assertThrows(PortException.class, opener::open).fault());
    }
  }

  @Test
  void aWrongConfigurationNamesTheKey() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> opener("service", Map.of()))
            .getMessage()
            .startsWith("address"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> opener("library", Map.of()))
            .getMessage()
            .startsWith("file"));
  }

  private Path built(String source) throws Exception {
    Path compiler = Path.of("/usr/bin/cc");
    Assumptions.assumeTrue(Files.isExecutable(compiler), "no C compiler is installed");
    Path code = Files.writeString(folder.resolve("vendor.c"), source);
    Path library = folder.resolve("libvendor.so");
    Process process =
        new ProcessBuilder(
                compiler.toString(), "-shared", "-fPIC", "-o", library.toString(), code.toString())
            .inheritIO()
            .start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
    return library;
  }
}
