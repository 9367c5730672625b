package yibao.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and one of the signatures are OpenSSL's. */
class OrderSealTest {
  private static final Order ORDER =
      new Order(
          new Topics("xining-01", "T-07"),
          12,
          Instant.parse("2026-03-02T04:02:00Z"),
          "1001",
          new Order.Close("换纸", Optional.of(Instant.parse("2026-03-02T06:00:00Z"))));

  @TempDir Path folder;

  private PrivateKey key;
  private PublicKey known;

  @BeforeEach
  void keys() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is installed");
    openssl("genpkey", "-algorithm", "ed25519", "-out", "orders.key");
    openssl("pkey", "-in", "orders.key", "-pubout", "-out", "orders.pub");
    key = OrderSeal.privateKey(folder.resolve("orders.key"));
    known = OrderSeal.publicKey(folder.resolve("orders.pub"));
  }

  @Test
  void a_sealed_order_opens_as_what_it_was() {
    assertEquals(Optional.of(ORDER), OrderSeal.open(OrderSeal.seal(ORDER, key), known));
  }

  @Test
  void openssl_finds_our_signature_good() throws Exception {
    Message.Command command = OrderSeal.seal(ORDER, key);
    Files.write(folder.resolve("order"), Base64.getDecoder().decode(command.order()));
    Files.write(folder.resolve("signature"), Base64.getDecoder().decode(command.signature()));
    openssl(
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        "orders.pub",
        "-rawin",
        "-in",
        "order",
        "-sigfile",
        "signature");
  }

  @Test
  void an_order_changed_by_one_letter_does_not_open() {
    Message.Command command = OrderSeal.seal(ORDER, key);
    String order =
        new String(Base64.getDecoder().decode(command.order()), StandardCharsets.UTF_8)
            .replace("T-07", "T-08");
    assertEquals(
        Optional.empty(),
        OrderSeal.open(
            new Message.Command(
                1,
                Base64.getEncoder().encodeToString(order.getBytes(StandardCharsets.UTF_8)),
                command.signature()),
            known));
  }

  @Test
  void an_order_sealed_with_another_key_does_not_open() throws Exception {
    openssl("genpkey", "-algorithm", "ed25519", "-out", "other.key");
    PrivateKey other = OrderSeal.privateKey(folder.resolve("other.key"));
    assertEquals(Optional.empty(), OrderSeal.open(OrderSeal.seal(ORDER, other), known));
  }

  @Test
  void what_is_signed_and_is_no_order_does_not_open() throws Exception {
    Files.writeString(folder.resolve("order"), "{\"number\":-1}");
    openssl(
        "pkeyutl", "-sign", "-inkey", "orders.key", "-rawin", "-in", "order", "-out", "signature");
    Base64.Encoder base64 = Base64.getEncoder();
    assertEquals(
        Optional.empty(),
        OrderSeal.open(
            new Message.Command(
                1,
                base64.encodeToString(Files.readAllBytes(folder.resolve("order"))),
                base64.encodeToString(Files.readAllBytes(folder.resolve("signature")))),
            known));
  }

  @Test
  void a_key_of_another_kind_is_refused_by_name() throws Exception {
    openssl("genpkey", "-algorithm", "RSA", "-out", "rsa.key");
    assertThrows(IOException.class, () -> OrderSeal.privateKey(folder.resolve("rsa.key")));
  }

  private void openssl(String... words) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl.out").toFile())
            .start();
    assertEquals(true, process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("openssl.out")));
  }
}
