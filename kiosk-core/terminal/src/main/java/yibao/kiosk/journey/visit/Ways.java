package yibao.kiosk.journey.visit;

import java.util.List;
import yibao.kiosk.journey.view.Choice;

/** Ways on from a step that could not do what it was for. */
public final class Ways {

  private Ways() {}

  public static final List<Choice> OUT = List.of(new Choice("out", "我知道了，退出", true));

  /** To what is on record already. */
  public static final Choice MANAGE = new Choice("manage", "变更或取消以前的备案", false);

  public static final List<Choice> AGAIN_OR_OUT =
      List.of(new Choice("out", "退出", false), new Choice("again", "再试一次", true));
}
