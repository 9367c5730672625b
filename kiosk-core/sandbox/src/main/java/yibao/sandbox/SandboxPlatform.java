package yibao.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import yibao.sandbox.attachment.AttachmentStore;
import yibao.sandbox.desk.Counter;
import yibao.sandbox.desk.Face;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.Shortfall;
import yibao.sandbox.people.People;

/**
 * The embedded platform: one HTTP address on loopback that speaks the national envelope, plain
 * transport.
 */
public final class SandboxPlatform implements AutoCloseable {

  private static final String LOCAL_SERVICE = "/localcfc/api/hsecfc/localQrCodeQuery";
  private static final int LONGEST_BODY = 256 * 1024;
  private static final Duration SLOW = Duration.ofSeconds(12);
  private static final String LOGIN_PAGE =
      "<!DOCTYPE html><html><head><title>登录</title></head><body><form>请登录</form></body></html>";

  private final People people;
  private final Ledger ledger;
  private final AttachmentStore attachments;
  private final Counter counter;
  private final Listener listener;
  private volatile Face face = Face.MATCH;
  private volatile Temper temper = new Temper(Mood.NORMAL, Duration.ZERO);

  private record Temper(Mood mood, Duration delay) {}

  /**
   * How a sandbox is set up.
   *
   * @param ledgerDirectory where filings are kept; holds the invented people's data in the clear
   * @param port TCP port on loopback, 0 for any free one
   * @param clock the platform's clock; must agree with the terminal's within minutes
   */
  public record Settings(Path ledgerDirectory, int port, InstantSource clock) {}

  private SandboxPlatform(Settings settings) throws IOException {
    people = People.embedded();
    ledger = new Ledger(settings.ledgerDirectory(), Counter.filedBefore(people));
    attachments = new AttachmentStore(settings.ledgerDirectory().resolve("attachments"));
    counter =
        new Counter(
            people,
            ledger,
            attachments,
            settings.ledgerDirectory().resolve("anchors"),
            settings.clock(),
            () -> temper.mood() == Mood.UNDECIDED,
            () -> face);
    listener = new Listener(settings.port(), this::serve);
  }

  /**
   * Starts a sandbox in a normal mood.
   *
   * @throws IOException when the port is taken or the ledger cannot be used
   */
  public static SandboxPlatform start(Settings settings) throws IOException {
    SandboxPlatform platform = new SandboxPlatform(settings);
    try {
      platform.listener.open();
    } catch (IOException fault) {
      platform.ledger.close();
      throw fault;
    }
    return platform;
  }

  /** Where it listens; stays the same through every mood. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + listener.port() + "/");
  }

  /** Everybody in the sandbox. */
  public People people() {
    return people;
  }

  /** Where the terminal library's local service listens: e-vouchers and faces. */
  public URI localServiceAddress() {
    return address().resolve(LOCAL_SERVICE);
  }

  /** What the face module finds from now on. */
  public void face(Face next) {
    face = next;
  }

  /**
   * A fresh e-voucher QR code on the person's phone: 28 digits, good for one decoding within a
   * minute.
   *
   * @throws IllegalArgumentException when nobody is called so
   */
  public String showVoucher(String person) {
    return counter
        .vouchers()
        .show(
            people
                .find(person)
                .orElseThrow(() -> new IllegalArgumentException("nobody is called " + person)));
  }

  /** All filings in the order they were first taken, those from before the sandbox included. */
  public List<LedgerFiling> filings() {
    return ledger.all();
  }

  /**
   * Decides a filing, as the province's staff would.
   *
   * @throws IllegalArgumentException when there is no filing of this number
   */
  public void decide(String number, LedgerFiling.State state) {
    counter.decide(number, state);
  }

  /**
   * Gives a filing back for what it lacks, as the province's staff would.
   *
   * @throws IllegalArgumentException when there is no filing of this number
   */
  public void giveBack(String number, Shortfall shortfall) {
    counter.giveBack(number, shortfall);
  }

  /**
   * Whether an attachment is there from its first byte to its last.
   *
   * @param digest SHA-256, 64 hexadecimal digits
   */
  public boolean holds(String digest) {
    return attachments.isWhole(digest);
  }

  /** The mood it is in. */
  public Mood mood() {
    return temper.mood();
  }

  /** Changes the mood; {@link Mood#SLOW} then waits twelve seconds, the others not at all. */
  public void mood(Mood mood) throws IOException {
    mood(mood, mood == Mood.SLOW ? SLOW : Duration.ZERO);
  }

  /**
   * Changes the mood.
   *
   * @param delay how long every request waits before anything is done
   * @throws IOException when it was down and its port has been taken meanwhile
   */
  public void mood(Mood mood, Duration delay) throws IOException {
    temper = new Temper(mood, delay);
    if (mood == Mood.DOWN) {
      listener.close();
    } else {
      listener.open();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    ledger.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
      if (body.length > LONGEST_BODY) {
        exchange.sendResponseHeaders(413, -1);
        return;
      }
      Temper now = temper;
      Thread.sleep(now.delay());
      boolean local = exchange.getRequestURI().getPath().equals(LOCAL_SERVICE);
      switch (now.mood()) {
        case NORMAL, SLOW, UNDECIDED -> reply(exchange, "application/json", answer(local, body));
        case REFUSE ->
            reply(
                exchange, "application/json", local ? answer(true, body) : counter.turnAway(body));
        case DROP_REPLY -> answer(local, body);
        case GARBAGE -> {
          answer(local, body);
          reply(exchange, "text/html", LOGIN_PAGE.getBytes(StandardCharsets.UTF_8));
        }
        case DOWN -> {}
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] answer(boolean local, byte[] body) {
    return local ? counter.localService().serve(body) : counter.serve(body);
  }

  private static void reply(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
