package yibao.kiosk.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One fault at a time: it is named where it stands, with what to do about it. */
class BrokenPackTest {

  @TempDir Path root;

  @BeforeEach
  void copyTheMadeUpRegion() throws IOException {
    MadeUpRegion.copyTo(root);
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # unknown keys and words
          region.yaml  | hotlines: { query: "12393", complaint: "0999-5550101" } | hotline: "12393" |  0 | 不认识的键“hotline”
          region.yaml  | complaint: "0999-5550101"    | complaint: ""             |  0 | “complaint”的写法不对
          region.yaml  | { eSeal: true,               | { eSael: true,            |  0 | 没有名叫“eSael”的开关
          region.yaml  | admdvs: "990122"             | admdvs: "990101"          |  0 | 统筹区 990101 写了两次
          region.yaml  | id: yunlan                   | id: yunlna                |  0 | id 和文件夹的名称不同
          list.yaml    | name: 参保人员参保信息查询   | title: 参保人员参保信息查询 |  0 | 不认识的键“title”
          list.yaml    | seq: 3                       | seq: 2                    |  0 | 序号 2 重复
          reading.yaml | subject: citizen             | subject: citizens         |  0 | “subject”的值不在允许的取值中
          # endings and what they need
          reading.yaml | does: { query: insurance }   | does: { certificate: x }  |  0 | ending 是 Query，does 里却没有 query
          reading.yaml | does: { filing: accountWithdrawal, form: accountWithdrawal } | does: { filing: accountWithdrawal } |  0 | 办件没有表单
          reading.yaml | ending: Query                | ending: Guidance          | +1 | Guidance 不由终端办理，却写了 does
          reading.yaml | - id: file                   | - id: cancel              |  0 | 分支“cancel”写了两次
          reading.yaml | does: { filing: accountWithdrawal, form: accountWithdrawal } | does: { filing: accountWithdrawal, form: acountWithdrawal } | 0 | 没有表单“acountWithdrawal”
          # conditions
          reading.yaml | when: { action: cancel }     | when: { action: delete }  |  0 | 事实“action”没有取值“delete”
          reading.yaml | when: { action: cancel }     | when: { deed: cancel }    |  0 | 条件里的事实“deed”没有定义
          reading.yaml | when: { action: cancel }     |                           | -2 | 这个分支没有条件，后面的分支永远轮不到
          # materials
          reading.yaml | { commitment: relocation, name: 个人承诺书 } | { commitment: relocatoin, name: 个人承诺书 } |  0 | 没有承诺书“relocatoin”的正文
          reading.yaml | { document: residencePermit, name: 居住证 }  | { document: residencePermit, form: x, name: 居住证 } |  0 | 一项材料写了几种
          reading.yaml | { document: residencePermit, name: 居住证 }  | { name: 居住证 }          |  0 | 看不出这是哪一种材料
          reading.yaml | { document: residencePermit, name: 居住证 }  | { document: residencePermit } |  0 | 材料没有名称
          reading.yaml | { document: residencePermit, name: 居住证 }  | { document: x, name: 居住证, when: { employment: pensioner } } |  0 | 事实“employment”没有取值“pensioner”
          # leaves nobody can satisfy
          reading.yaml | credential: [eVoucher, identityDocument]     | credential: none          | +1 | 材料里要凭证，credential 却是 none
          reading.yaml | materials: [credential]      | materials: [{ officialSeal: employer, name: 公章 }] |  0 | 要加盖单位公章，终端上没有人盖得了
          # time limits
          reading.yaml | limit: { workingDays: 15 }   | limit: { workingDays: 0 } |  0 | “workingDays”太小
          reading.yaml | limit: { workingDays: 15 }   | limit: { from: accepted } |  0 | 读不出时限
          reading.yaml | limit: { workingDays: 15 }   | limit: { workingDays: 10 } |  0 | 清单印了“15个工作日”，解读里没有
          """)
  void a_fault_is_named_where_it_stands(
      String file, String before, String after, int below, String message) throws IOException {
    int line = lineOf(file, before) + below;
    MadeUpRegion.replace(root, file, before, after == null ? "" : after);

    List<Fault> faults = refused();

    assertTrue(
        faults.stream()
            .anyMatch(fault -> fault.message().startsWith(message) && fault.line() == line),
        faults::toString);
    assertFalse(faults.stream().anyMatch(fault -> fault.remedy().isBlank()));
  }

  @Test
  void a_printed_limit_nobody_can_read_is_named_at_its_reading() throws IOException {
    MadeUpRegion.replace(root, "list.yaml", "timeLimit: 不超过15个工作日", "timeLimit: 尽快");

    assertEquals(
        List.of("解读写了“15个工作日”，清单没有印", "读不出印的时限“尽快”"),
        refused().stream().map(Fault::message).toList());
  }

  @Test
  void a_form_field_nobody_can_fill_in_is_named() throws IOException {
    Path form = root.resolve("_shared/forms/relocation.yaml");
    Files.writeString(
        form, Files.readString(form).replace("    input: place\n    level: city\n", ""));

    Fault fault = refused().getFirst();
    assertEquals("_shared/forms/relocation.yaml", fault.file());
    assertEquals("缺少“input”", fault.message());
  }

  @Test
  void a_value_of_the_wrong_type_says_what_it_is_and_what_it_should_be() throws IOException {
    MadeUpRegion.replace(root, "region.yaml", "admdvs: \"990100\"", "admdvs: 990100");

    assertEquals(
        new Fault("yunlan/region.yaml", 3, "“admdvs”的值类型不对", "现在是整数，应为文字（数字要加引号）"),
        refused().getFirst());
  }

  @Test
  void a_row_without_a_reading_is_named() throws IOException {
    MadeUpRegion.replace(root, "reading.yaml", "  3:\n    subject", "  4:\n    subject");

    assertEquals(
        List.of("第 3 项没有解读", "清单里没有第 4 项"),
        refused().stream().map(Fault::message).sorted((a, b) -> b.compareTo(a)).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"region.yaml", "list.yaml", "reading.yaml", "commitments/death.yaml"})
  void a_half_copied_file_is_refused_wherever_it_was_cut(String file) throws IOException {
    Path path = root.resolve("yunlan").resolve(file);
    byte[] whole = Files.readAllBytes(path);
    for (int cut = 0; cut < whole.length - 1; cut += 293) {
      Files.write(path, Arrays.copyOf(whole, cut));
      // A cut may happen to leave a sound file; it must never leave an exception.
      new RegionPacks(root).load("yunlan");
    }
    Files.write(path, new byte[0]);
    assertEquals("文件是空的", refused().getFirst().message());
  }

  @Test
  void a_file_cut_within_a_character_is_named() throws IOException {
    Path path = root.resolve("yunlan/list.yaml");
    byte[] title = "title: 云".getBytes(StandardCharsets.UTF_8);
    Files.write(path, Arrays.copyOf(title, title.length - 1));

    assertEquals("不是完整的 UTF-8 文本", refused().getFirst().message());
  }

  @Test
  void a_key_written_twice_is_named_with_its_second_line() throws IOException {
    MadeUpRegion.replace(root, "region.yaml", "name: 云岚市\n", "name: 云岚市\nname: 云岚\n");

    assertEquals(new Fault("yunlan/region.yaml", 3, "“name”写了两次", "只保留一个"), refused().getFirst());
  }

  @Test
  void a_file_that_is_not_yaml_is_named_with_its_line() throws IOException {
    MadeUpRegion.replace(root, "region.yaml", "name: 云岚市", "name: [云岚市");

    Fault fault = refused().getFirst();
    assertTrue(fault.message().startsWith("YAML 写法有误"), fault::toString);
    assertTrue(fault.line() > 0);
  }

  @Test
  void aliases_that_would_unfold_without_end_are_refused() throws IOException {
    var bomb = new StringBuilder("x-0: &a0 [a, a, a, a, a, a, a, a, a]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("x-%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }
    Files.writeString(root.resolve("yunlan/reading.yaml"), bomb + "items: {}\n");

    assertEquals("内容过多或嵌套过深", refused().getFirst().message());
  }

  @Test
  void a_commitment_that_two_files_claim_is_named() throws IOException {
    Files.copy(
        root.resolve("yunlan/commitments/death.yaml"),
        root.resolve("yunlan/commitments/death-2.yaml"));

    assertTrue(refused().getFirst().message().startsWith("承诺书“death”有两份"));
  }

  @Test
  void a_calendar_that_contradicts_itself_is_named() throws IOException {
    Files.createDirectories(root.resolve("_shared/calendar"));
    Files.writeString(
        root.resolve("_shared/calendar/2026.yaml"),
        """
        year: 2026
        source: 测试
        holidays:
          - { name: 元旦, from: 2026-01-01, to: 2026-01-03 }
          - { name: 春节, from: 2026-02-30, to: 2026-03-01 }
        workdays: [2026-01-03, 2028-01-04]
        """);

    assertEquals(
        List.of(
            "_shared/calendar/2026.yaml:5 没有这个日期",
            "_shared/calendar/2026.yaml:6 日期不在 2026 年",
            "_shared/calendar/2026.yaml:6 这一天既放假又上班"),
        refused().stream()
            .map(fault -> fault.file() + ":" + fault.line() + " " + fault.message())
            .sorted()
            .toList());
  }

  private int lineOf(String file, String passage) throws IOException {
    String text = Files.readString(root.resolve("yunlan").resolve(file));
    return 1
        + (int) text.substring(0, text.indexOf(passage)).chars().filter(c -> c == '\n').count();
  }

  private List<Fault> refused() {
    return assertInstanceOf(LoadResult.Refused.class, new RegionPacks(root).load("yunlan"))
        .faults();
  }
}
