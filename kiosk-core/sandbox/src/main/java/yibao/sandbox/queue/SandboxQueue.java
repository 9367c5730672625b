package yibao.sandbox.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hall's queue on loopback: {@code PUT /tickets/KEY}; the same key is given the same number. */
public final class SandboxQueue implements AutoCloseable {

  private static final Pattern TICKET = Pattern.compile("/tickets/([0-9a-fA-F-]{36})");
  private static final int LONGEST_BODY = 16 * 1024;
  private static final int MOST_TICKETS = 999;
  private static final int COUNTERS = 3;

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, ObjectNode> tickets = new LinkedHashMap<>();
  private Mood mood = Mood.NUMBERS;

  /** How the queue is. */
  public enum Mood {
    /** It gives numbers. */
    NUMBERS,
    /** It gives appointments. */
    APPOINTMENTS,
    /** It gives none any more today. */
    CLOSED,
    /** It answers with an error. */
    BROKEN
  }

  private SandboxQueue() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(workers);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Starts one that gives numbers. */
  public static SandboxQueue start() throws IOException {
    return new SandboxQueue();
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Changes how it is. */
  public synchronized void mood(Mood next) {
    mood = next;
  }

  /** Every ticket given, with what it was asked for, oldest first. */
  public synchronized List<JsonNode> tickets() {
    return List.copyOf(tickets.values());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher ticket = TICKET.matcher(exchange.getRequestURI().getPath());
      if (!ticket.matches() || !exchange.getRequestMethod().equals("PUT")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
      answer(exchange, ticket.group(1), body);
    }
  }

  private synchronized void answer(HttpExchange exchange, String key, byte[] body)
      throws IOException {
    if (mood == Mood.BROKEN) {
      exchange.sendResponseHeaders(500, -1);
      return;
    }
    ObjectNode known = tickets.get(key);
    if (known == null && (mood == Mood.CLOSED || tickets.size() == MOST_TICKETS)) {
      exchange.sendResponseHeaders(409, -1);
      return;
    }
    JsonNode asked;
    try {
      asked = json.readTree(body);
    } catch (JsonProcessingException e) {
      exchange.sendResponseHeaders(400, -1);
      return;
    }
    if (asked.path("terminal").asText().isBlank() || asked.path("item").asText().isBlank()) {
      exchange.sendResponseHeaders(400, -1);
      return;
    }
    ObjectNode ticket = known == null ? draw(asked) : known;
    tickets.put(key, ticket);
    byte[] reply = json.writeValueAsBytes(ticket);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(known == null ? 201 : 200, reply.length);
    exchange.getResponseBody().write(reply);
  }

  private ObjectNode draw(JsonNode asked) {
    int next = tickets.size() + 1;
    ObjectNode ticket =
        json.createObjectNode()
            .put("number", "%s%03d".formatted(mood == Mood.APPOINTMENTS ? "Y" : "A", next))
            .put("counter", (next % COUNTERS + 1) + "号窗口");
    if (mood == Mood.APPOINTMENTS) {
      ticket.put("from", "2026-12-01T09:00:00");
    } else {
      ticket.put("ahead", next - 1);
    }
    return ticket.set("asked", asked);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
