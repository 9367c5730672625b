package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
import yibao.kiosk.store.Keys;

/**
 * What cannot be right is told at its field, in a sentence of its own, and nothing is lost by it.
 */
class BadInputTest {

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenTheQuestion(String region, String link, String field) {
    hall = new FakeHall(region, data, Keys.named("k1"));
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
    int seq =
        hall.site().region().items().stream()
            .filter(item -> item.reading().link().equals(Optional.of(link)))
            .findFirst()
            .orElseThrow()
            .seq();
    screen.answer("{\"item\":" + seq + "}");
    walker.walkUntil(step -> step instanceof Step.Question asked && asked.field().equals(field));
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
}
