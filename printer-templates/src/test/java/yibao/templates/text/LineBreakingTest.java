package yibao.templates.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreakingTest {

  @ParameterizedTest
  @CsvSource({
    "办, 结, true",
    "结, 。, false",
    "结, ）, false",
    "（, 办, false",
    "《, 参, false",
    "1, 2, false",
    "a, b, false",
    "号, 1, true",
    "5, 个, true",
    "￥, 3, false",
    "3, %, false",
    "艾, ·, false",
    "·, 买, true",
    "𠅤, 𬭎, true"
  })
  void aLineEndsWhereChineseTypesettingLetsIt(String before, String after, boolean allowed) {
    assertEquals(allowed, LineBreaking.allowed(new Cluster(before), new Cluster(after)));
  }

  @Test
  void aWordLongerThanALineIsCutButNotBeforeAComma() {
    assertTrue(LineBreaking.tolerated(new Cluster("y"), new Cluster("z")));
    assertFalse(LineBreaking.tolerated(new Cluster("z"), new Cluster("，")));
  }
}
