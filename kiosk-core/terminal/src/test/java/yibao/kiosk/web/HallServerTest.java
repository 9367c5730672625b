package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.paper.Paper;
import yibao.kiosk.paper.TakeAway;
import yibao.kiosk.paper.Verification;
import yibao.templates.DocumentTemplates;
import yibao.templates.ReceiptTemplates;
import yibao.templates.receipt.ReceiptPrinter;

/** What a phone in the hall gets, and what it does not. */
class HallServerTest {
  private static final ReceiptTemplates RECEIPTS = ReceiptTemplates.load();

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final HandMadeTime time = new HandMadeTime();
  private final TakeAway takeAway =
      new TakeAway(URI.create("https://hall.example/"), time, new SecureRandom());
  private HttpClient phone;
  private int port;

  @BeforeEach
  void serve() throws Exception {
    Path key = folder.resolve("hall.key");
    Path certificate = folder.resolve("hall.pem");
    Process make =
        new ProcessBuilder(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=hall",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(make.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    make.waitFor(20, TimeUnit.SECONDS);
    assertEquals(0, make.exitValue(), said);
    port =
        HallServer.start(
            vertx,
            new HallServer.Place("127.0.0.1", 0, certificate, key),
            new HallServer.Content(
                takeAway,
                () -> Verification.of(Optional.empty(), DocumentTemplates.load()),
                Sentences.chinese(),
                "T-1",
                List.of(r -> r.post("/api/staff/sign-in").handler(c -> c.response().end("door")))));
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {new Anybody()}, null);
    phone = HttpClient.newBuilder().sslContext(tls).build();
  }

  @AfterEach
  void stop() {
    phone.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_paper_is_handed_over_once_and_looking_at_the_link_does_not_take_it() throws Exception {
    Paper paper =
        new Paper.OnRoll(
            RECEIPTS.render("self-test", RECEIPTS.sample("self-test"), ReceiptPrinter.ofDots(576)),
            new Paper.Mark("self-test", Optional.empty(), 0));
    String path = takeAway.offer(paper, () -> {}).address().getPath();

    assertEquals(200, get(path).statusCode());
    assertTrue(get(path).body().contains("领取"));
    HttpResponse<byte[]> taken = post(path, "");

    assertEquals("image/png", taken.headers().firstValue("Content-Type").orElseThrow());
    assertArrayEquals(paper.preview(0), taken.body());
    assertEquals(404, post(path, "").statusCode());
    assertEquals(404, get(path).statusCode());
  }

  @Test
  void the_visit_cannot_be_reached_from_the_hall() throws Exception {
    for (String path :
        new String[] {
          "/api/journey", "/api/health", "/sim/people", "/tech/devices", "/", "/take/x"
        }) {
      assertEquals(404, get(path).statusCode(), path);
    }
  }

  @Test
  void staff_reach_their_door_and_their_pages_from_the_hall() throws Exception {
    assertEquals("door", new String(post("/api/staff/sign-in", "").body(), StandardCharsets.UTF_8));
    for (String page : List.of("/staff.html", "/window.html", "/tech.html")) {
      HttpResponse<String> answer = get(page);
      assertEquals(200, answer.statusCode(), page);
      assertTrue(
          answer.headers().firstValue("Content-Security-Policy").orElse("").contains("script-src"),
          page);
    }
    assertEquals(404, get("/index.html").statusCode(), "the citizen's page");
  }

  @Test
  void a_pasted_code_is_judged_and_never_repeated() throws Exception {
    String code = "YB1:<script>";

    String page =
        new String(post("/verify", "text=" + encoded(code)).body(), StandardCharsets.UTF_8);

    assertTrue(page.contains("这不是医保文书的验真二维码"), page);
    assertFalse(page.contains("<script>"), page);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return phone.send(
        HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<byte[]> post(String path, String form) throws Exception {
    return phone.send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private URI address(String path) {
    return URI.create("https://127.0.0.1:" + port + path);
  }

  /** The phone's owner has accepted the hall's certificate. */
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
