package yibao.kiosk.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Reading;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.identity.SocialSecurityCard;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Materials;

/** A citizen who answers whatever is asked and hands in whatever is wanted. */
final class Walker {

  static final String STROKES =
      "{\"strokes\":[[{\"x\":0,\"y\":0,\"t\":0},{\"x\":300,\"y\":40,\"t\":300}]],\"width\":800,\"height\":300}";
  private static final int MOST_STEPS = 120;

  private final FakeHall hall;
  private final Screen screen;
  private final Map<String, String> said;
  final List<String> seen = new ArrayList<>();
  private int pages;
  private String filing = "";

  /**
   * Answers so.
   *
   * @param said answers by name of the fact or field; everything else as it comes
   */
  Walker(FakeHall hall, Screen screen, Map<String, String> said) {
    this.hall = hall;
    this.screen = screen;
    this.said = new HashMap<>(said);
  }

  /** Goes on with another filing of the visit, whose pages are other pages. */
  Walker another(String filing) {
    this.filing = filing;
    return this;
  }

  /** What to say so that an item goes this way; empty where nothing a citizen says leads there. */
  static Optional<Map<String, String>> wayTo(Branch wanted, ServiceItem item, FakeHall hall) {
    return ways(item, hall.site().region(), Facts.of(hall.site().pool())).stream()
        .filter(way -> way.branch().equals(wanted))
        .map(Way::said)
        .findFirst();
  }

  /** Every way an item can go, whatever is answered. */
  static List<Way> ways(ServiceItem item, Region region, Facts known) {
    return ways(item.reading(), region, known, Map.of()).toList();
  }

  private static Stream<Way> ways(
      Reading reading, Region region, Facts known, Map<String, String> said) {
    return switch (reading.choose(known)) {
      case Reading.Choice.Chosen(Branch branch) -> Stream.of(new Way(branch, said));
      case Reading.Choice.Ask(List<String> facts) -> {
        Fact fact = region.facts().get(facts.getFirst());
        yield fact.options().stream()
            .flatMap(
                option -> {
                  var more = new HashMap<>(said);
                  more.put(fact.name(), option.value());
                  return ways(reading, region, known.with(fact.name(), option.value()), more);
                });
      }
    };
  }

  /** One way an item can go: where to, and what is answered so that it does. */
  record Way(Branch branch, Map<String, String> said) {}

  /** From the list to the result. */
  Step.Result walk(ServiceItem item) {
    hall.journey().start();
    screen.answer("{\"item\":" + item.seq() + "}");
    walkTo(Step.Result.class);
    return (Step.Result) screen.view().step();
  }

  /** On from here to a step of this kind. */
  void walkTo(Class<? extends Step> kind) {
    walkUntil(kind::isInstance);
  }

  /** On from here to such a step. */
  void walkUntil(Predicate<Step> wanted) {
    for (int step = 0; step < MOST_STEPS; step++) {
      Step now = screen.settled();
      seen.add(now.kind() + (now instanceof Step.Question q ? " " + q.field() : ""));
      if (wanted.test(now)) {
        return;
      }
      answer(now);
    }
    throw new AssertionError("no end: " + seen);
  }

  private void answer(Step now) {
    switch (now) {
      case Step.Brief _ -> screen.answer("{\"choice\":\"start\"}");
      case Step.Identify identify -> {
        if (identify.phase() == Step.Identify.Phase.CONFIRM) {
          screen.answer("{\"me\":true}");
        } else if (identify.accepts().contains(Step.Identify.Accepted.VERIFICATION_CODE)) {
          hall.scanner.hold("no code of any office");
          screen.await(Step.Answer.class);
        } else {
          show(identify);
          screen.await(Step.Identify.class, s -> s.phase() == Step.Identify.Phase.CONFIRM);
        }
      }
      case Step.Question question -> question(question);
      case Materials materials -> materials(materials);
      case Step.Commitment text ->
          screen.answer(
              "{\"accepted\":true,\"readToEnd\":true,\"digest\":\"" + text.digest() + "\"}");
      case Step.Sign sign -> {
        screen.answer(STROKES);
        // It may take a moment to write down, and another one may follow.
        screen.await(Step.class, next -> !next.equals(sign));
      }
      case Step.Eligibility surer when surer.notice().code().startsWith("assurance") -> {
        hall.faceReply = AssuranceJourneyTest.matched();
        screen.answer("{\"choice\":\"face\"}");
      }
      case Step.Eligibility alive when alive.notice().code().equals("agent.heir-comes") -> {
        screen.answer("{\"choice\":\"change\"}");
        Step.Question again = (Step.Question) screen.view().step();
        said.put(again.field(), again.options().get(1).value());
      }
      case Step.Review _ -> screen.answer("{\"submit\":true}");
      case Step.Paper made when made.phase() == Step.Paper.Phase.PREPARING ->
          screen.await(Step.Paper.class, s -> s.phase() != Step.Paper.Phase.PREPARING);
      default -> throw new AssertionError("stuck at " + now + " after " + seen);
    }
  }

  private void show(Step.Identify identify) {
    if (identify.accepts().contains(Step.Identify.Accepted.ID_CARD)) {
      hall.cards.lay(hall.holder);
    } else {
      hall.slot.insert(
          new SocialSecurityCard(
              "A12345678",
              "63010000D15600000500000000000001",
              "630100",
              Optional.of(LocalDate.of(2036, 1, 1)),
              Optional.of(
                  new SocialSecurityCard.Holder(hall.holder.number(), hall.holder.name()))));
    }
  }

  private void question(Step.Question question) {
    if (question.input() == Step.Question.InputKind.PIN) {
      hall.faceReply = AssuranceJourneyTest.matched();
      screen.answer("{\"value\":\"\"}");
      return;
    }
    screen.answer("{\"value\":\"" + value(question) + "\"}");
    if (screen.view().step() instanceof Step.Question again
        && again.field().equals(question.field())
        && again.error().isPresent()) {
      throw new AssertionError(again.field() + ": " + again.error().get());
    }
  }

  private String value(Step.Question question) {
    if (said.containsKey(question.field())) {
      return said.get(question.field());
    }
    return switch (question.input()) {
      case CHOICE -> question.options().getFirst().value();
      case PLACE ->
          question.placeLevel().filter(Step.Question.PlaceLevel.CITY::equals).isPresent()
              ? "310000"
              : "310101";
      case DATE -> day(question);
      case MONTH -> question.max().orElseThrow();
      case PHONE -> "13912345678";
      case TEXT -> "示例内容示例内容";
      case PIN -> "123456";
      case ID_NUMBER -> "110105197501010026";
      case MONEY -> "120.50";
      case DIGITS ->
          switch (question.field().replaceFirst("Again$", "")) {
            case "year" -> "2026";
            case "bankAccount", "account" -> "6222021234567890128";
            case "number" -> FakeEnquiries.RECEIPT;
            default -> "2";
          };
    };
  }

  private static String day(Step.Question question) {
    LocalDate day =
        LocalDate.of(
            2026,
            question.field().endsWith("rom") ? 1 : question.field().equals("end") ? 4 : 2,
            10);
    return question.min().filter(min -> min.compareTo(day.toString()) > 0).orElse(day.toString());
  }

  private void materials(Materials materials) {
    switch (materials.phase()) {
      case LIST ->
          materials.lines().stream()
              .filter(line -> line.state() == Materials.State.OPEN)
              .findFirst()
              .ifPresentOrElse(
                  line -> screen.answer("{\"open\":\"" + line.id() + "\"}"),
                  () -> screen.answer("{\"choice\":\"next\"}"));
      case WAY -> screen.answer("{\"way\":\"0\"}");
      case SCAN -> {
        if (materials.paper().orElseThrow().pages().isEmpty()) {
          hall.documents.lay(filing + "page " + ++pages);
          screen.answer("{\"choice\":\"shoot\"}");
          screen.await(
              Materials.class,
              m -> m.paper().filter(p -> !p.working() && !p.pages().isEmpty()).isPresent());
        } else {
          screen.answer("{\"choice\":\"done\"}");
        }
      }
    }
  }
}
