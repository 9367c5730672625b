package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Places;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.MadeUpRegion;
import yibao.kiosk.packs.Pack;
import yibao.kiosk.packs.RegionPacks;

class CatalogSearchTest {

  @TempDir private Path regions;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Vertx vertx;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    MadeUpRegion.copyTo(regions);
    var loaded = assertInstanceOf(LoadResult.Loaded.class, new RegionPacks(regions).load("yunlan"));
    vertx = Vertx.vertx();
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false));
    new CatalogApi(
            new Standing(loaded.packs().getFirst()),
            new Places(Map.of()),
            Sentences.chinese(),
            new ViewJson())
        .mount(router);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void everyday_words_find_items_by_their_numbers() throws Exception {
    assertEquals("{\"items\":[6]}", search("{\"words\":\"外地住院\"}").body());
    assertEquals("{\"items\":[3]}", search("{\"words\":\" 查社保 \"}").body());
  }

  @Test
  void the_item_called_so_comes_before_those_that_merely_mention_it() throws Exception {
    var items = new ObjectMapper().readTree(search("{\"words\":\"职工参保\"}").body()).get("items");

    assertEquals(1, items.get(0).asInt());
    assertEquals(2, items.get(1).asInt());
  }

  @Test
  void nothing_typed_finds_nothing() throws Exception {
    assertEquals("{\"items\":[]}", search("{\"words\":\"  \"}").body());
  }

  @Test
  void what_is_no_question_is_refused() throws Exception {
    for (String body :
        List.of("", "{}", "{\"words\":7}", "no json", "{\"words\":\"" + "长".repeat(101) + "\"}")) {
      assertEquals(400, search(body).statusCode(), body);
    }
  }

  private HttpResponse<String> search(String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.actualPort() + "/api/catalog/search"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private record Standing(Pack pack) implements Site {
    @Override
    public Set<Credential> readable() {
      return EnumSet.allOf(Credential.class);
    }

    @Override
    public boolean checksFaces() {
      return true;
    }

    @Override
    public Region region() {
      return pack.region();
    }

    @Override
    public Pool pool() {
      return region().pools().getFirst();
    }

    @Override
    public String hall() {
      return "示例大厅";
    }

    @Override
    public String terminal() {
      return "T-1";
    }

    @Override
    public Deadline.DayCounter dayCounter() {
      return pack.dayCounter();
    }

    @Override
    public List<String> packFaults() {
      return List.of();
    }

    @Override
    public Map<String, Form> forms() {
      return pack.forms();
    }
  }
}
