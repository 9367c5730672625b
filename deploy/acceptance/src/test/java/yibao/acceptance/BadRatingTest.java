package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A 差评 with a number for the reply, from the citizen's finger to the supervisor's, in Chromium. */
class BadRatingTest {

  private static final String PHONE = "13912345678";

  @TempDir private Path data;

  @Test
  void who_leaves_a_number_is_replied_to_before_the_rating_is_closed() throws Exception {
    Path home = data.resolve("kiosk");
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", home);
        Touchscreen screen =
            new Touchscreen(kiosk.address(), Touchscreen.Panel.PORTRAIT, "bad-rating");
        Touchscreen staff =
            new Touchscreen(
                kiosk.address().resolve("staff"),
                Touchscreen.Panel.LANDSCAPE,
                "bad-rating-staff")) {
      rateBadly(screen, new Hall(kiosk.address()));
      Leftovers.of(PHONE).assertNoneIn(home);

      enter(staff, "demo", "demo-staff");
      staff.tapExactly("我来处理");
      staff.tapExactly("看电话");
      staff.reads(PHONE);
      staff.picture("contact");
      staff.type("remedy", "已把操作提示改清楚");
      staff.tapExactly("整改完了");
      assertFalse(staff.shows("复核通过"), "nobody has replied yet");
      staff.type("reply", "已电话说明改了什么");
      staff.tapExactly("已回复");
      staff.reads("已电话说明改了什么");
      staff.tapExactly("退出登录");
      assertFalse(staff.words().contains(PHONE), "gone with whoever looked at it");

      enter(staff, "chief", "demo-supervisor");
      staff.picture("supervisor");
      staff.tapExactly("复核通过");
      staff.reads("没有要整改的差评");

      assertEquals(List.of(), screen.complaints());
      assertEquals(List.of(), staff.complaints());
      for (Touchscreen each : List.of(screen, staff)) {
        assertTrue(each.requests().stream().noneMatch(url -> url.contains(PHONE)));
      }
      Leftovers.of(PHONE).assertNotIn(kiosk.log());
    }
  }

  private static void rateBadly(Touchscreen screen, Hall hall) throws Exception {
    screen.headed("自己就能办");
    screen.tap("触摸屏幕，开始办理");
    screen.findAndTap("参保人员参保信息查询");
    screen.tap("开始办理");
    screen.headed("请出示");
    hall.layCard("qh-employee");
    screen.reads("马*轩");
    screen.tapExactly("是我");
    screen.findAndTap("职工基本医疗保险");
    screen.headed("参保信息");
    screen.tapExactly("打印");
    screen.headed("请评价");
    screen.tapExactly("不满意");
    screen.headed("您的评价：不满意");
    screen.tap("提交评价");
    screen.headed("想听回复吗");
    for (char digit : PHONE.toCharArray()) {
      screen.press(String.valueOf(digit));
    }
    screen.picture("number");
    screen.tapExactly("留下号码");
    screen.reads("拿走证件");
    assertFalse(screen.words().contains(PHONE));
    hall.takeCard();
    screen.headed("自己就能办");
  }

  private static void enter(Touchscreen staff, String number, String password) {
    staff.type("number", number);
    staff.type("password", password);
    staff.tapExactly("登录");
    staff.tapExactly("差评整改");
  }
}
