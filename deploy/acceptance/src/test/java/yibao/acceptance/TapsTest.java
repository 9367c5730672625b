package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a citizen with a card in hand touches the screen until it is done, pages turned
 * included. Writing and signing do not count, nor does proving who one is: how that is done depends
 * on the card.
 */
class TapsTest {

  @TempDir private Path data;
  private RunningKiosk kiosk;
  private Touchscreen screen;
  private Hall hall;

  @BeforeEach
  void open() throws Exception {
    kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"));
    hall = new Hall(kiosk.address());
    screen = new Touchscreen(kiosk.address(), Touchscreen.Panel.PORTRAIT, "taps");
  }

  @AfterEach
  void close() throws Exception {
    screen.close();
    kiosk.close();
  }

  private void whenTheCardIsLaid(String person) {
    hall.layCard(person);
    screen.tapExactly("是我");
  }

  @Test
  void the_balance_takes_four() {
    whenTheCardIsLaid("qh-employee");
    screen.findAndTap("个人账户查询");
    screen.tap("开始办理");
    screen.tap("最近 12 个月");

    screen.reads("账户余额");
    assertTrue(screen.taps() <= 4, () -> screen.taps() + " taps");
  }

  @Test
  void a_certificate_on_paper_takes_six_with_the_rating_skipped() {
    whenTheCardIsLaid("qh-flexible");
    screen.findAndTap("参保缴费证明");
    screen.tap("开始办理");
    screen.tap("最近 12 个月");
    screen.tapExactly("打印");
    screen.tap("不评价");

    screen.reads("请拿走");
    assertTrue(screen.taps() <= 6, () -> screen.taps() + " taps");
  }

  @Test
  void filing_a_long_stay_elsewhere_takes_sixteen() {
    whenTheCardIsLaid("qh-employee");
    screen.findAndTap("异地长期居住人员备案");
    screen.tap("新办备案");
    screen.tap("开始办理");
    screen.findAndTap("上海市");
    screen.headed("从哪一天开始");
    screen.tap("下一步");
    screen.tap("长期有效");
    screen.headed("您在外地住在哪里");
    screen.write("beijinglu", "北京路");
    screen.write("zhongxin", "中心");
    screen.tap("下一步");
    screen.headed("您的手机号是多少");
    screen.tap("下一步");
    screen.headed("承诺书");
    screen.tapText("我已阅读");
    screen.tap("下一步");
    screen.headed("请签名");
    screen.signOn("canvas");
    screen.tap("下一步");
    screen.tap("提交");

    screen.reads("已办结");
    // The two words picked for the address are writing.
    assertTrue(screen.taps() - 2 <= 16, () -> screen.taps() + " taps");
  }

  @Test
  void cancelling_takes_six() {
    whenTheCardIsLaid("qh-pensioner");
    screen.findAndTap("异地长期居住人员备案");
    screen.tap("取消备案");
    screen.tap("开始办理");
    screen.tap("提交");

    screen.reads("已办结");
    assertTrue(screen.taps() <= 6, () -> screen.taps() + " taps");
  }

  @Test
  void a_new_mobile_number_takes_six_and_its_digits() {
    hall.call("POST", "sim/face", "{\"outcome\":\"match\"}");
    whenTheCardIsLaid("qh-employee");
    screen.findAndTap("职工参保信息变更登记");
    screen.tap("手机号");
    screen.tap("开始办理");
    screen.tap("刷脸核验");
    int proving = 1;
    screen.headed("新手机号是多少");
    "13912345678".chars().mapToObj(Character::toString).forEach(digit -> screen.press(digit));
    screen.tap("下一步");
    screen.tap("提交");

    screen.reads("已办结");
    assertTrue(screen.taps() - proving <= 6, () -> screen.taps() + " taps");
    assertEquals("[]", hall.text("sim/printer/complaints"));
  }
}
