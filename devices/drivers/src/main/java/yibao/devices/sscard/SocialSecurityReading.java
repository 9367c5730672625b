package yibao.devices.sscard;

import yibao.devices.DeviceFault;

/** What one attempt to read a social-security card came to. */
public sealed interface SocialSecurityReading {
  /** The card was read as far as it opens. */
  record Read(SocialSecurityCard card) implements SocialSecurityReading {}

  /** There is no card in the slot. */
  record NoCard() implements SocialSecurityReading {}

  /** Something kept the card from being read. */
  sealed interface Fault extends SocialSecurityReading, DeviceFault {}

  /** The chip does not answer, or the card was pulled out. */
  record Mute() implements Fault {
    @Override
    public String code() {
      return "ss-card-mute";
    }

    @Override
    public String technicianHint() {
      return "芯片没有应答：检查插卡方向，用干布擦拭芯片；多张卡都如此时清洁读卡器触点。";
    }
  }

  /** A card without the social-security application: a bank card, a bus pass. */
  record WrongCard() implements Fault {
    @Override
    public String code() {
      return "ss-card-wrong";
    }

    @Override
    public String technicianHint() {
      return "插入的不是社会保障卡，无需处理。";
    }
  }

  /** The issuer has locked the application or the file. */
  record Locked() implements Fault {
    @Override
    public String code() {
      return "ss-card-locked";
    }

    @Override
    public String technicianHint() {
      return "卡片应用已锁定，请持卡人到社保窗口或发卡银行处理。";
    }
  }

  /**
   * The chip answered something that its specification does not foresee.
   *
   * @param status the two status bytes in hexadecimal
   */
  record Unreadable(String status) implements Fault {
    @Override
    public String code() {
      return "ss-card-unreadable";
    }

    @Override
    public String technicianHint() {
      return "卡片数据读不出来（状态 " + status + "），请持卡人到发卡机构检查卡片。";
    }
  }
}
