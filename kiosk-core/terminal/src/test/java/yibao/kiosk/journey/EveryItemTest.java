package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.HallService;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.journey.Walker.Way;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.paper.OfficeKeys;
import yibao.kiosk.paper.Seal;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingOnRecord.Standing;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuranceStatus;
import yibao.kiosk.record.InsuredPerson;
import yibao.kiosk.store.Keys;

/**
 * Every row of the five lists and every service of the halls' own, on every way it can go, is
 * carried from its tile to the ending its reading promises and to the paper that says so. Nobody
 * who cannot have it is left without a sentence and a way on.
 */
class EveryItemTest {

  private static final List<String> REGIONS =
      List.of("qinghai", "pingdingshan", "yantai", "ziyang", "gansu");
  private static final int ROWS = 152;

  @TempDir private Path data;
  @TempDir private Path keys;
  private final Map<String, FakeHall> halls = new HashMap<>();
  private final Map<String, Screen> screens = new HashMap<>();
  private Optional<Seal> seal = Optional.empty();

  @AfterEach
  void close() {
    halls.values().forEach(FakeHall::close);
  }

  /** One terminal for all that is done in a region. */
  private FakeHall hall(String region) {
    return halls.computeIfAbsent(
        region,
        id -> {
          FakeHall opened = new FakeHall(id, data.resolve(id), Keys.named("k1"));
          opened.seal = Optional.of(seal());
          screens.put(id, new Screen(opened.journey()));
          return opened;
        });
  }

  private Seal seal() {
    if (seal.isEmpty()) {
      try {
        seal = Optional.of(OfficeKeys.seal(keys));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    return seal.get();
  }

  @Test
  void the_five_lists_have_their_rows() {
    assertEquals(ROWS, REGIONS.stream().mapToInt(id -> FakeHall.region(id).items().size()).sum());
  }

  @TestFactory
  Stream<DynamicContainer> every_item_of_every_region_reaches_its_ending() {
    return REGIONS.stream()
        .map(
            region ->
                DynamicContainer.dynamicContainer(
                    region, tiles(region).flatMap(item -> ways(region, item))));
  }

  /** The list, and what the halls have switched on or may switch on besides. */
  private static Stream<ServiceItem> tiles(String id) {
    var region = FakeHall.region(id);
    return Stream.concat(
        region.items().stream(), region.services().stream().map(HallService::item));
  }

  /** Every answer of a citizen and, for what the pool has switched off, its switch. */
  private Stream<DynamicTest> ways(String id, ServiceItem item) {
    Region region = FakeHall.region(id);
    Pool pool = region.pools().getFirst();
    List<DynamicTest> tests = new ArrayList<>();
    Set<Branch> reached = new HashSet<>();
    for (Map<String, Boolean> switches : positions(region, item)) {
      for (Way way : Walker.ways(item, region, Facts.of(pool.withSwitches(switches)))) {
        if (switches.isEmpty() || !reached.contains(way.branch())) {
          tests.add(
              DynamicTest.dynamicTest(
                  "%d %s %s %s %s → %s"
                      .formatted(
                          item.seq(),
                          item.name(),
                          way.branch().id(),
                          way.said(),
                          switches,
                          way.branch().ending()),
                  () -> new Visitor(id, item, way, switches).carryOut()));
        }
        reached.add(way.branch());
      }
    }
    tests.add(
        DynamicTest.dynamicTest(
            item.seq() + " " + item.name() + " has no way that nothing leads to",
            () -> assertEquals(Set.copyOf(item.reading().branches()), reached)));
    return tests.stream();
  }

  /** The switches as the pool has them; then what this item asks about, one after another. */
  private static List<Map<String, Boolean>> positions(Region region, ServiceItem item) {
    Map<String, Boolean> service =
        region.services().stream()
            .filter(one -> one.item().equals(item))
            .collect(Collectors.toMap(HallService::id, _ -> true));
    if (!service.isEmpty()) {
      return List.of(service);
    }
    Pool pool = region.pools().getFirst();
    return Stream.concat(
            Stream.of(Map.<String, Boolean>of()),
            item.reading().branches().stream()
                .flatMap(branch -> item.reading().asks(branch).stream())
                .distinct()
                .filter(pool.switches()::containsKey)
                .map(fact -> Map.of(fact, !pool.switches().get(fact))))
        .toList();
  }

  /** Goes one way of one item, as one person after another until it is theirs to go. */
  private final class Visitor {

    private final FakeHall hall;
    private final Screen screen;
    private final ServiceItem item;
    private final Way way;
    private final List<String> refusals = new ArrayList<>();

    Visitor(String region, ServiceItem item, Way way, Map<String, Boolean> switches) {
      this.hall = hall(region);
      hall.switches = switches;
      this.screen = screens.get(region);
      this.item = item;
      this.way = way;
    }

    void carryOut() {
      for (Supplier<PersonFound> somebody : people()) {
        hall.personReply = new Reply.Answered<>(somebody.get());
        prepare();
        try {
          if (walk()) {
            return;
          }
        } finally {
          leave();
        }
      }
      fail("nobody can have it: " + refusals);
    }

    private List<Supplier<PersonFound>> people() {
      InsuredPerson twice = EveryHandInTest.insuredTwice(hall);
      return List.of(
          () -> new PersonFound.Known(twice),
          PersonFound.NotKnown::new,
          () -> new PersonFound.Known(paused(twice)));
    }

    private static InsuredPerson paused(InsuredPerson person) {
      return new InsuredPerson(
          person.personNumber(),
          person.name(),
          person.certificateNumber(),
          person.birth(),
          person.phone(),
          person.address(),
          person.insurances().stream()
              .map(
                  one ->
                      new Insurance(
                          one.kind(),
                          InsuranceStatus.PAUSED,
                          one.place(),
                          one.placeName(),
                          one.personType(),
                          one.since(),
                          one.pausedSince(),
                          one.employer(),
                          one.accountBalance()))
              .toList());
    }

    private void prepare() {
      hall.received.clear();
      hall.printed.clear();
      hall.sheets.clear();
      hall.filingReply =
          new FilingReply.Taken(
              FakeEnquiries.RECEIPT,
              switch (way.branch().ending()) {
                case ACCEPTANCE ->
                    way.branch().intake() == Branch.Intake.ACCEPTED
                        ? FilingState.ACCEPTED
                        : FilingState.RECEIVED;
                default -> FilingState.FINISHED;
              });
      hall.enquiries.onRecord =
          way.branch().task() instanceof Task.Filing filing
              ? List.of(
                  onRecord("B1", Standing.IN_FORCE, filing.values()),
                  onRecord("B2", Standing.RESTING, filing.values()))
              : List.of(onRecord(FakeEnquiries.RECEIPT, Standing.NONE, Map.of()));
    }

    private static FilingOnRecord onRecord(
        String number, Standing standing, Map<String, String> decided) {
      var values =
          new HashMap<>(
              Map.of(
                  "destination", "310000",
                  "begin", "2026-01-05",
                  "address", "外滩示例路八号",
                  "phone", "13700137000"));
      values.putAll(decided);
      return new FilingOnRecord(
          number,
          Optional.empty(),
          FilingState.FINISHED,
          "长期居住，上海市",
          LocalDate.of(2026, 1, 5),
          Optional.empty(),
          Optional.of(LocalDate.of(2026, 1, 5)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          standing,
          values);
    }

    /** Whether it was this person's to go. */
    private boolean walk() {
      var walker = new Walker(hall, screen, way.said());
      hall.journey().start();
      screen.answer("{\"item\":" + item.seq() + "}");
      walker.walkTo(Step.Brief.class);
      Step.Brief brief = (Step.Brief) screen.view().step();
      assertEquals(way.branch().ending().key(), brief.ending());
      assertFalse(brief.endingSentence().isBlank());
      if (way.branch().ending() == Ending.GUIDANCE) {
        assertEquals(List.of("print"), brief.choices().stream().map(Choice::id).toList());
        print(item.name());
        return true;
      }
      walker.walkUntil(step -> ends(step) || stops(step));
      if (screen.view().step() instanceof Step.Eligibility told && stops(told)) {
        assertFalse(told.notice().text().isBlank());
        assertFalse(told.choices().isEmpty(), told::toString);
        refusals.add(told.notice().code() + " after " + walker.seen);
        return false;
      }
      check(screen.view().step());
      return true;
    }

    private boolean stops(Step step) {
      return step instanceof Step.Eligibility told
          && !told.notice().code().startsWith("assurance")
          && !told.notice().code().equals("agent.heir-comes");
    }

    private boolean ends(Step step) {
      return step instanceof Step.Answer
          || step instanceof Step.Result
          || step instanceof Step.Paper paper && paper.phase() == Step.Paper.Phase.PREVIEW;
    }

    private void check(Step end) {
      switch (way.branch().ending()) {
        case QUERY -> {
          Step.Answer answer = (Step.Answer) end;
          assertFalse(answer.groups().isEmpty() && answer.notice().isEmpty(), answer::toString);
          if (answer.choices().stream().anyMatch(choice -> choice.id().equals("print"))) {
            print(item.name());
          }
        }
        case CERTIFICATE -> {
          print();
          assertEquals(1, hall.sheets.size());
        }
        case VOUCHER -> {
          assertEquals("voucher.active-before", ((Step.Result) end).notice().code());
          print("已激活");
        }
        case INSTANT_FILING -> {
          assertEquals(Step.Result.Outcome.FINISHED, ((Step.Result) end).outcome());
          print("已办结");
        }
        case ACCEPTANCE -> {
          boolean accepted = way.branch().intake() == Branch.Intake.ACCEPTED;
          assertEquals(
              accepted ? Step.Result.Outcome.ACCEPTED : Step.Result.Outcome.RECEIVED,
              ((Step.Result) end).outcome());
          print(accepted ? "已受理" : "已收件");
        }
        case GUIDANCE -> fail("guidance has no way to " + end);
      }
    }

    /** Prints what is on offer; on the roll, it says this. */
    private void print(String... words) {
      screen.answer("{\"choice\":\"print\"}");
      if (screen.settled() instanceof Step.Eligibility) {
        hall.slot.pull();
      }
      screen.await(Step.Paper.class, step -> step.phase() == Step.Paper.Phase.PRINTED);
      for (String word : words) {
        String paper =
            new String(hall.printed.getLast(), Charset.forName("GB18030"))
                .replaceAll("[^\\p{IsHan}]", "");
        assertTrue(paper.contains(word.replaceAll("[^\\p{IsHan}]", "")), word + " in " + paper);
      }
    }

    private void leave() {
      hall.cards.lift();
      hall.slot.pull();
      hall.journey().leave();
      hall.cards.lift();
      hall.journey().leave();
    }
  }
}
