package yibao.kiosk.platform.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two-sided TLS between real certificates. */
class TlsTest {

  private static final String HERE = "127.0.0.1";

  @TempDir Path directory;

  private final AtomicInteger served = new AtomicInteger();
  private final List<HttpsServer> servers = new ArrayList<>();
  private final Instant yesterday = Instant.now().minus(Duration.ofDays(1));
  private TestAuthority authority;
  private Path terminal;
  private Optional<Path> revoked = Optional.empty();

  @BeforeEach
  void issue() throws Exception {
    authority = new TestAuthority(directory);
    terminal = authority.issue("terminal", HERE, yesterday);
  }

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void both_sides_know_each_other() throws Exception {
    URI gateway = serve(authority.issue("gateway", HERE, yesterday));

    assertInstanceOf(
        Transport.Delivery.Answered.class,
        send(gateway, Optional.of(terminal), Optional.of(authority.pem())));
    assertEquals(1, served.get());
  }

  @Test
  void without_our_certificate_the_gateway_does_nothing() throws Exception {
    URI gateway = serve(authority.issue("gateway", HERE, yesterday));

    Transport.Delivery delivery = send(gateway, Optional.empty(), Optional.of(authority.pem()));

    assertFalse(delivery instanceof Transport.Delivery.Answered, delivery.toString());
    assertEquals(0, served.get());
  }

  @Test
  void a_gateway_whose_authority_is_unknown_gets_nothing() throws Exception {
    URI gateway = serve(authority.issue("gateway", HERE, yesterday));

    assertEquals("platform.tls-untrusted", refusal(gateway, Optional.empty()));
  }

  @Test
  void a_gateway_of_another_name_gets_nothing() throws Exception {
    URI gateway = serve(authority.issue("gateway", "127.0.0.2", yesterday));

    assertEquals("platform.tls-wrong-host", refusal(gateway, Optional.of(authority.pem())));
  }

  @Test
  void a_certificate_that_has_run_out_is_named() throws Exception {
    URI gateway = serve(authority.issue("gateway", HERE, yesterday.minus(Duration.ofDays(9))));

    assertEquals("platform.tls-expired", refusal(gateway, Optional.of(authority.pem())));
  }

  @Test
  void a_certificate_of_the_future_is_named() throws Exception {
    URI gateway = serve(authority.issue("gateway", HERE, yesterday.plus(Duration.ofDays(9))));

    assertEquals("platform.tls-not-yet-valid", refusal(gateway, Optional.of(authority.pem())));
  }

  @Test
  void a_gateway_on_the_list_of_the_revoked_gets_nothing() throws Exception {
    URI gateway = serve(authority.issue("gateway", HERE, yesterday));
    revoked = Optional.of(authority.revoke(yesterday, "gateway"));

    assertEquals("platform.tls-revoked", refusal(gateway, Optional.of(authority.pem())));
  }

  @Test
  void a_gateway_that_is_not_on_the_list_is_believed() throws Exception {
    URI gateway = serve(authority.issue("gateway", HERE, yesterday));
    authority.issue("stolen", HERE, yesterday);
    revoked = Optional.of(authority.revoke(yesterday, "stolen"));

    assertInstanceOf(
        Transport.Delivery.Answered.class,
        send(gateway, Optional.of(terminal), Optional.of(authority.pem())));
  }

  @Test
  void a_list_that_is_out_of_date_vouches_for_nobody() throws Exception {
    URI gateway = serve(authority.issue("gateway", HERE, yesterday));
    revoked = Optional.of(authority.revoke(yesterday.minus(Duration.ofDays(9)), "terminal"));

    assertEquals("platform.tls-revocation-unknown", refusal(gateway, Optional.of(authority.pem())));
  }

  private String refusal(URI gateway, Optional<Path> trusted) throws Exception {
    Transport.Delivery delivery = send(gateway, Optional.of(terminal), trusted);

    assertEquals(0, served.get());
    return assertInstanceOf(Transport.Delivery.NotSent.class, delivery).cause();
  }

  private Transport.Delivery send(URI gateway, Optional<Path> own, Optional<Path> trusted)
      throws Exception {
    Tls tls = new Tls(own, TestAuthority.PASSWORD, trusted, revoked);
    return new PlainTransport(
            new HttpPost(
                gateway,
                new HttpPost.Patience(Duration.ofSeconds(5), Duration.ofSeconds(20)),
                Optional.of(tls.context())))
        .send("1101", "{}".getBytes(StandardCharsets.UTF_8));
  }

  private URI serve(Path own) throws Exception {
    SSLContext context =
        new Tls(
                Optional.of(own),
                TestAuthority.PASSWORD,
                Optional.of(authority.pem()),
                Optional.empty())
            .context();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName(HERE), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = context.getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          served.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
    servers.add(server);
    return URI.create("https://" + HERE + ":" + server.getAddress().getPort() + "/");
  }
}
