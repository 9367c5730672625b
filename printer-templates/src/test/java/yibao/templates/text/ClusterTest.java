package yibao.templates.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest {

  @Test
  void aCharacterBeyondTheBasicPlaneIsOneCluster() {
    assertEquals(List.of("王", "𠅤"), texts("王𠅤"));
  }

  @Test
  void marksStayWithTheirBaseAndVariationSelectorsAreLeftOut() {
    assertEquals(List.of("e\u0301", "葛"), texts("e\u0301葛\uDB40\uDD00"));
  }

  @Test
  void aTibetanSyllableIsOneClusterWithThePunctuationAfterIt() {
    assertEquals(List.of("བོད་", "ཡིག།"), texts("བོད་ཡིག།"));
  }

  private static List<String> texts(String line) {
    return Cluster.split(line).stream().map(Cluster::text).toList();
  }
}
