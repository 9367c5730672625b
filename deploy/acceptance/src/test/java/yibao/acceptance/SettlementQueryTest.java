package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What care cost: surer than a card, a period, the list, one settlement's fees, paper. */
class SettlementQueryTest {

  @TempDir private Path data;

  @ParameterizedTest
  @EnumSource(Touchscreen.Panel.class)
  void a_citizen_proves_who_it_is_opens_a_settlement_and_prints_it(Touchscreen.Panel panel)
      throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"));
        Touchscreen screen = new Touchscreen(kiosk.address(), panel, "settlement-query")) {
      Hall hall = new Hall(kiosk.address());

      screen.tap("触摸屏幕，开始办理");
      screen.headed("您想办什么");
      screen.picture("home");
      screen.findAndTap("医疗费用结算查询");
      screen.picture("brief");
      screen.tap("开始办理");
      hall.layCard("qh-employee");
      screen.tapExactly("是我");

      screen.reads("请再确认一下是您本人");
      screen.picture("assurance");
      hall.call("POST", "sim/face", "{\"outcome\":\"match\"}");
      screen.tap("刷脸核验");
      screen.headed("要查哪一段时间的");
      screen.picture("period");
      screen.tap("全部");

      screen.reads("普通住院");
      screen.picture("list");
      assertFalse(screen.words().contains("青石坡医院"), "the list says not where");
      screen.tap("普通住院");
      screen.reads("西宁青石坡医院");
      screen.picture("detail");
      screen.tapExactly("打印");
      screen.headed("已打印");
      screen.picture("printed");

      assertTrue(hall.receipt().length > 1000);
      assertEquals("[]", hall.text("sim/printer/complaints"));
      assertEquals(List.of(), screen.complaints());
    }
  }
}
