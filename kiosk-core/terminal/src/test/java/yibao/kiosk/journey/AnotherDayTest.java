package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.LedgerFiling.State;

/** A relocation filed one day, and filed again, changed and cancelled on others, elsewhere too. */
class AnotherDayTest {

  private static final String SHANGHAI = "310000";

  @TempDir private Path directory;
  private TwoHalls halls;
  private ProvinceVisits east;
  private ProvinceVisits west;

  @AfterEach
  void close() throws IOException {
    halls.close();
  }

  private void givenTwoTerminalsIn(String region) throws IOException {
    halls = new TwoHalls(region, directory);
    east = new ProvinceVisits(halls.east);
    west = new ProvinceVisits(halls.west);
  }

  private ServiceItem residence() {
    return item("relocation-resident");
  }

  private ServiceItem item(String link) {
    return halls.east.site().region().linked(link).getFirst();
  }

  private static Map<String, String> said(String action, String... more) {
    Map<String, String> said = new HashMap<>(Map.of("action", action, "end", ""));
    for (int i = 0; i < more.length; i += 2) {
      said.put(more[i], more[i + 1]);
    }
    return said;
  }

  private static Step.Result finished(Step step) {
    assertTrue(step instanceof Step.Result, step::toString);
    Step.Result result = (Step.Result) step;
    assertEquals(Step.Result.Outcome.FINISHED, result.outcome(), result::toString);
    return result;
  }

  private LedgerFiling filing(Step.Result result) {
    return halls.filed().stream()
        .filter(one -> one.number().equals(result.number().orElseThrow()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Row> rows(Step.Answer answer) {
    return answer.groups().stream().flatMap(group -> group.rows().stream()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void a_relocation_is_changed_a_week_later_elsewhere_and_cancelled_after_another(String region)
      throws IOException {
    givenTwoTerminalsIn(region);
    Step.Result first = finished(east.files(residence(), said("file")));
    east.leaves();

    halls.time.pass(Duration.ofDays(7));
    Step.Result changed = finished(west.files(residence(), said("change", "phone", "13900139000")));
    String paper = west.prints();
    west.leaves();
    assertEquals(State.ENDED, filing(first).state());
    assertEquals(State.FINISHED, filing(changed).state());
    assertEquals(Optional.of(SHANGHAI), filing(changed).field("rloc_admdvs"));
    assertEquals(Optional.of("13900139000"), filing(changed).field("tel"));
    assertEquals(Optional.of("2026-03-09"), filing(changed).field("begndate"));
    assertTrue(paper.contains("已办结") && paper.contains("变更备案"), paper);

    halls.time.pass(Duration.ofDays(7));
    Step.Result cancelled = finished(east.files(residence(), said("cancel")));
    assertTrue(east.prints().contains("取消备案"));
    east.leaves();
    assertEquals(State.ENDED, filing(changed).state());
    assertEquals(filing(changed).number(), filing(cancelled).earlier().orElseThrow());
    Step.Answer onRecord = west.asks("relocationsQuery", Map.of());
    assertTrue(rows(onRecord).stream().noneMatch(row -> row.toString().contains("已受理")));
    west.leaves();

    halls.time.pass(Duration.ofDays(1));
    Step again = west.files(residence(), said("cancel"));
    assertEquals("eligibility.no-filing", ((Step.Eligibility) again).notice().code());
    west.leaves();
    finished(west.files(residence(), said("file")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void a_relocation_rests_from_one_day_and_is_taken_up_again_on_another(String region)
      throws IOException {
    givenTwoTerminalsIn(region);
    Step.Result first = finished(east.files(residence(), said("file")));
    east.leaves();

    halls.time.pass(Duration.ofDays(3));
    finished(west.files(residence(), said("suspend")));
    west.leaves();
    assertEquals(State.PAUSED, filing(first).state());

    halls.time.pass(Duration.ofDays(30));
    finished(east.files(residence(), said("resume")));
    east.leaves();
    assertEquals(State.FINISHED, filing(first).state());
  }

  @Test
  void a_resident_rests_the_insurance_one_day_and_takes_it_up_again_on_another()
      throws IOException {
    halls =
        new TwoHalls(
            "ziyang",
            directory,
            TwoHalls.people("ziyang").stream()
                .filter(person -> person.id().equals("zy-resident"))
                .findFirst()
                .orElseThrow());
    east = new ProvinceVisits(halls.east);
    west = new ProvinceVisits(halls.west);
    ServiceItem registration = item("resident-registration");
    finished(east.files(registration, Map.of("matter", "suspend")));
    east.leaves();
    assertTrue(west.asks("insured-query", Map.of()).toString().contains("暂停"));
    west.leaves();

    halls.time.pass(Duration.ofDays(40));
    finished(west.files(registration, Map.of("matter", "resume")));
    west.leaves();
    Step twice = east.files(registration, Map.of("matter", "resume"));
    assertEquals("eligibility.cover-paused", ((Step.Eligibility) twice).notice().code());
  }
}
