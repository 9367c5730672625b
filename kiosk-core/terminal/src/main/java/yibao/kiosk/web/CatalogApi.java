package yibao.kiosk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.ItemSearch;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.form.Places;
import yibao.kiosk.journey.route.Offer;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Site;

/**
 * The region's items for the home screen, and the divisions for the place picker; nothing personal.
 */
final class CatalogApi {

  /** Longer than any item's name. */
  private static final int MOST_WORDS = 100;

  private static final Pattern CODE = Pattern.compile("\\d{6}");

  private final Site site;
  private final Places places;
  private final Sentences sentences;
  private final ViewJson json;

  CatalogApi(Site site, Places places, Sentences sentences, ViewJson json) {
    this.site = site;
    this.places = places;
    this.sentences = sentences;
    this.json = json;
  }

  private record Catalog(
      String region,
      String regionName,
      String title,
      String hall,
      String terminal,
      String hotline,
      String complaint,
      double withinReach,
      double textScale,
      Site.Greeting greeting,
      List<Shelf> categories) {}

  private record Shelf(String name, List<Tile> items) {}

  private record Tile(
      int seq,
      String name,
      String timeLimit,
      String ending,
      String endingLabel,
      String subject,
      boolean available,
      boolean unlisted,
      boolean frequent,
      List<String> search) {}

  private record Division(String code, String name, boolean hasBelow) {}

  void mount(Router router) {
    router.get("/api/catalog").handler(this::catalog);
    router.post("/api/catalog/search").handler(this::search);
    router.get("/api/places").handler(this::places);
  }

  private void catalog(RoutingContext context) {
    Language language =
        Optional.ofNullable(context.queryParams().get("language"))
            .flatMap(Language::of)
            .orElse(Language.CHINESE);
    Region region = site.region();
    send(
        context,
        new Catalog(
            region.id(),
            region.name(),
            region.list().title(),
            site.hall(),
            site.terminal(),
            site.pool().hotlines().query(),
            site.pool().hotlines().complaint(),
            site.withinReach(),
            site.textScale(),
            site.greeting(),
            region.categories(site.pool()).stream()
                .map(category -> shelf(region, category))
                .toList()),
        language);
  }

  private Shelf shelf(Region region, String category) {
    return new Shelf(
        category,
        region.offered(site.pool()).stream()
            .filter(item -> item.category().equals(category))
            .map(item -> tile(region, item))
            .toList());
  }

  private Tile tile(Region region, ServiceItem item) {
    Offer offer = Offer.of(item, site, sentences);
    return new Tile(
        item.seq(),
        item.name(),
        item.printed().text(Column.TIME_LIMIT),
        offer.ending().key(),
        offer.label(),
        item.reading().subject().key(),
        offer.here(),
        !region.lists(item),
        region.isFrequent(item),
        item.reading().search());
  }

  private record Found(List<Integer> items) {}

  /** The words come in the body: somebody may type a name, and names stand in no address. */
  private void search(RoutingContext context) {
    Optional<String> words = words(context);
    if (words.isEmpty()) {
      Problem.of(400, "web.misread", sentences.say("web.misread")).send(context, json);
      return;
    }
    send(
        context,
        new Found(
            new ItemSearch(site.region().offered(site.pool()))
                .find(words.get()).stream().map(ServiceItem::seq).toList()));
  }

  private Optional<String> words(RoutingContext context) {
    try {
      return Optional.of(json.read(context.body().asString()).path("words"))
          .filter(JsonNode::isTextual)
          .map(JsonNode::asText)
          .filter(words -> words.length() <= MOST_WORDS);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void places(RoutingContext context) {
    Optional<String> below = Optional.ofNullable(context.queryParams().get("below"));
    if (below.filter(code -> !CODE.matcher(code).matches()).isPresent()) {
      Problem.of(400, "web.misread", sentences.say("web.misread")).send(context, json);
      return;
    }
    send(
        context,
        places.below(below).stream()
            .map(p -> new Division(p.code(), p.name(), places.hasBelow(p.code())))
            .toList());
  }

  private void send(RoutingContext context, Object body) {
    send(context, body, Language.CHINESE);
  }

  private void send(RoutingContext context, Object body, Language language) {
    context
        .response()
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(json.say(body, language));
  }
}
