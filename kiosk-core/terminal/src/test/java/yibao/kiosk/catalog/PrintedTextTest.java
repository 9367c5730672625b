package yibao.kiosk.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          基本医 疗保险 定点医     | 基本医疗保险定点医
          不超过30 个工作日        | 不超过30个工作日
          1. 营业执照 2. 《登记表》 | 1. 营业执照2. 《登记表》
          医保信息平台 APP、四川   | 医保信息平台 APP、四川
          00203 60090 0Y           | 00203 60090 0Y
          登记表》（盖章） ②复印件 | 登记表》（盖章）②复印件
          """)
  void only_white_space_that_means_nothing_in_chinese_is_removed(String printed, String wanted) {
    assertEquals(wanted, PrintedText.normalise(printed));
  }

  @Test
  void line_breaks_tabs_and_ideographic_spaces_are_white_space() {
    assertEquals("不超过30个工作日 by APP", PrintedText.normalise("\n不超过\t30\n个工作日\u3000\nby   APP "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"申请-受理-办结", "申请--受理—办结", "申请—受理 — 办结。", "申请－受理―办结", "申请-受\n理-\n办结"})
  void stages_are_split_at_dashes_of_every_kind(String printed) {
    assertEquals(List.of(new Stage("申请"), new Stage("受理"), new Stage("办结")), Stage.split(printed));
  }
}
