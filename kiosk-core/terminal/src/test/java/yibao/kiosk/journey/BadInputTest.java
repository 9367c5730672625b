package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.Keys;

/**
 * What cannot be right is told at its field, in a sentence of its own, and nothing is lost by it.
 */
class BadInputTest {

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;
  private List<FilingOnRecord> onRecord = List.of();

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenTheQuestion(String region, String link, String field) {
    hall = new FakeHall(region, data, Keys.named("k1"));
    hall.enquiries.onRecord = onRecord;
    hall.personReply =
        new Reply.Answered<>(new PersonFound.Known(EveryHandInTest.insuredTwice(hall)));
    screen = new Screen(hall.journey());
    var walker =
        new Walker(
            hall,
            screen,
            Map.of(
                "action", "file",
                "newborn", "false",
                "who", "child",
                "change", "phone",
                "begin", "2026-03-20",
                "employeeChange", "bank",
                "childNumber", "630102201906010018"));
    hall.journey().start();
    int seq = hall.site().region().linked(link).getFirst().seq();
    screen.answer("{\"item\":" + seq + "}");
    walker.walkUntil(step -> step instanceof Step.Question asked && asked.field().equals(field));
  }

  private void givenOnRecord(String from, Optional<String> to) {
    onRecord =
        List.of(
            new FilingOnRecord(
                "B1",
                Optional.empty(),
                FilingState.FINISHED,
                "临时外出，北京市",
                LocalDate.of(2026, 2, 1),
                Optional.empty(),
                Optional.of(LocalDate.parse(from)),
                to.map(LocalDate::parse),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FilingOnRecord.Standing.IN_FORCE,
                Map.of(),
                Optional.of("relocation")));
  }

  private Step.Question whenAnswered(String value) {
    screen.answer("{\"value\":\"" + value + "\"}");
    return (Step.Question) screen.settled();
  }

  @ParameterizedTest
  @CsvSource({
    "relocation-resident, begin, 2026-02-30, 没有这一天",
    "relocation-resident, begin, 2026-13-01, 没有这一天",
    "relocation-resident, begin, 2026-03-01, 不能早于",
    "relocation-resident, begin, 2027-12-01, 不能晚于",
    "relocation-resident, end, 2026-03-20, 要晚于2026年3月20日",
    "relocation-resident, address, 示例路\\u0007一号院, 看不见的特殊符号",
    "relocation-resident, address, 一号, 至少要 5 个字",
    "relocation-resident, phone, 1381234567, 您输入了 10 位",
    "relocation-resident, phone, 23812345678, 13 到 19 开头",
    "resident-registration, childName, 欧, 至少两个字",
    "resident-registration, childName, 小明3, 间隔号",
    "resident-registration, childName, 小\\u200b明, 看不见的特殊符号",
    "resident-registration, childNumber, 630102201906010019, 最后一位和前面的对不上",
    "resident-registration, childNumber, 630102201902300018, 出生日期不对",
    "resident-registration, childNumber, 63010220190601001, 要 18 位"
  })
  void each_mistake_has_its_own_sentence_at_its_field(
      String link, String field, String value, String sentence) {
    givenTheQuestion("qinghai", link, field);

    Step.Question again = whenAnswered(value);

    assertEquals(field, again.field());
    assertTrue(again.error().orElseThrow().contains(sentence), again::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void a_place_inside_the_own_pool_needs_no_filing_and_is_named(String region) {
    givenTheQuestion(region, "relocation-resident", "destination");

    Step.Question again = whenAnswered(hall.site().pool().admdvs().substring(0, 4) + "00");

    assertEquals("destination", again.field());
    assertTrue(again.error().orElseThrow().contains("不需要备案"), again::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"阿卜杜热合曼·买买提依明江·吐尔逊江阿卜力米提·艾山江托乎提", "欧阳䶮", "买买提•艾力", "买买提．艾力", "吴𠅤"})
  void a_long_a_rare_and_a_dotted_name_are_names(String name) {
    givenTheQuestion("qinghai", "resident-registration", "childName");

    Step.Question next = whenAnswered(name);

    assertEquals("childNumber", next.field());
    assertTrue(next.error().isEmpty());
  }

  @Test
  void a_bank_card_that_fails_luhn_is_doubted_not_refused() {
    String account = "6222021234567890129";
    givenTheQuestion("gansu", "employee-change", "account");

    Step.Question doubted = whenAnswered(account);

    assertTrue(doubted.error().isEmpty());
    assertTrue(doubted.warning().orElseThrow().contains("像是有一位输错了"));
    assertEquals("accountAgain", whenAnswered(account).field());
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void a_day_another_filing_holds_is_told_at_its_field_with_that_filing(String region) {
    givenOnRecord("2026-04-01", Optional.of("2026-06-30"));
    givenTheQuestion(region, "relocation-resident", "begin");

    Step.Question again = whenAnswered("2026-06-30");

    assertEquals("begin", again.field());
    for (String words : List.of("已经有备案", "临时外出，北京市", "2026年4月1日起", "到2026年6月30日")) {
      assertTrue(again.error().orElseThrow().contains(words), again::toString);
    }
    assertEquals("end", whenAnswered("2026-07-01").field());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-04-01", "2026-05-01", "2027-01-01", ""})
  void an_end_that_reaches_into_another_filing_is_told_at_its_field(String end) {
    givenOnRecord("2026-04-01", Optional.of("2026-06-30"));
    givenTheQuestion("qinghai", "relocation-resident", "end");

    Step.Question again = whenAnswered(end);

    assertEquals("end", again.field());
    assertTrue(again.error().orElseThrow().contains("和已有的备案重叠"), again::toString);
    assertEquals("address", whenAnswered("2026-03-31").field());
  }

  @Test
  void a_begin_changed_at_the_check_of_answers_asks_for_an_end_that_no_longer_stands() {
    givenOnRecord("2026-03-10", Optional.of("2026-03-12"));
    givenTheQuestion("qinghai", "relocation-resident", "end");
    whenAnswered("2026-05-01");
    new Walker(hall, screen, Map.of()).walkTo(Step.Review.class);
    screen.answer("{\"change\":\"begin\"}");

    Step.Question end = whenAnswered("2026-03-05");

    assertEquals("end", end.field());
    assertTrue(whenAnswered("2026-05-01").error().orElseThrow().contains("重叠"));
    assertEquals("end", whenAnswered("2026-03-05").field());
    screen.answer("{\"value\":\"2026-03-09\"}");
    screen.await(Step.Review.class);
  }

  @Test
  void where_another_filing_holds_every_day_nothing_is_asked_and_the_way_leads_to_it() {
    givenOnRecord("2026-02-01", Optional.empty());
    hall = new FakeHall("gansu", data, Keys.named("k1"));
    hall.enquiries.onRecord = onRecord;
    screen = new Screen(hall.journey());
    var walker = new Walker(hall, screen, Map.of("action", "file"));
    hall.journey().start();
    screen.answer("{\"item\":13}");
    walker.walkUntil(
        step ->
            step instanceof Step.Eligibility told && !told.notice().code().startsWith("assurance"));

    Step.Eligibility told = (Step.Eligibility) screen.view().step();
    assertEquals("eligibility.days-held", told.notice().code());
    assertTrue(told.notice().text().contains("临时外出，北京市，2026年2月1日起，长期有效"), told::toString);
    screen.answer("{\"choice\":\"manage\"}");
    assertEquals("action", ((Step.Question) screen.settled()).field());
    assertTrue(hall.received.isEmpty());
  }
}
