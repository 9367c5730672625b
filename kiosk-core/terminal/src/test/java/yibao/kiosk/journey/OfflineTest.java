package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.journey.route.Routes;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.store.Keys;

/** A day without a network: what still goes on, and what does not. */
class OfflineTest {

  @TempDir private Path data;

  private record Way(ServiceItem item, Map<String, String> said) {}

  /** Something that is handed in for people the province need not know yet. */
  private static Way forNewcomers(FakeHall hall) {
    for (ServiceItem item : hall.site().region().items()) {
      for (Branch branch : item.reading().branches()) {
        Optional<Map<String, String>> way =
            branch.task() instanceof Task.Filing filing
                    && hall.site().form(filing.form()).filter(f -> f.takesNewcomers()).isPresent()
                    && Routes.canDo(branch, Facts.of(hall.site().pool()), hall.site())
                ? Walker.wayTo(branch, item, hall)
                : Optional.empty();
        if (way.isPresent()) {
          return new Way(item, way.get());
        }
      }
    }
    throw new AssertionError("nothing for newcomers");
  }

  private static void givenNoNetwork(FakeHall hall) {
    hall.personReply = new Reply.Unreachable<>("platform.unreachable");
    hall.filingReply = new FilingReply.NotSent("platform.unreachable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void what_needs_nobody_on_record_is_kept_here_and_the_citizen_is_told_where(String region)
      throws IOException {
    try (FakeHall hall = new FakeHall(region, data, Keys.named("k1"))) {
      givenNoNetwork(hall);
      Way way = forNewcomers(hall);
      Map<String, String> said = new HashMap<>(way.said());
      said.put("residence", "310101");
      Screen screen = new Screen(hall.journey());
      Walker walker = new Walker(hall, screen, said);
      hall.journey().start();
      screen.answer("{\"item\":" + way.item().seq() + "}");
      walker.walkTo(Step.Eligibility.class);
      Step.Eligibility told = (Step.Eligibility) screen.view().step();
      assertEquals("platform.down-goes-on", told.notice().code());

      screen.answer("{\"choice\":\"go-on\"}");
      walker.walkTo(Step.Result.class);
      Step.Result kept = (Step.Result) screen.view().step();
      assertEquals(Step.Result.Outcome.NOT_SENT_YET, kept.outcome(), kept::toString);
      assertEquals(Optional.empty(), kept.number());

      assertTrue(kept.toString().contains(hall.site().terminal()), kept::toString);
    }
  }

  @Test
  void who_must_be_on_record_is_told_that_the_platform_is_away_and_types_nothing()
      throws IOException {
    try (FakeHall hall = new FakeHall("qinghai", data, Keys.named("k1"))) {
      givenNoNetwork(hall);
      ServiceItem item = hall.site().region().linked("insured-query").getFirst();
      Screen screen = new Screen(hall.journey());
      hall.journey().start();
      screen.answer("{\"item\":" + item.seq() + "}");
      new Walker(hall, screen, Map.of()).walkTo(Step.Eligibility.class);

      Step.Eligibility told = (Step.Eligibility) screen.view().step();
      assertEquals("platform.down", told.notice().code());
      assertEquals(List.of("out", "again"), told.choices().stream().map(Choice::id).toList());
      assertFalse(told.notice().text().isBlank());
    }
  }
}
