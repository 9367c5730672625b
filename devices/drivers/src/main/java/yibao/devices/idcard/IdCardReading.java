package yibao.devices.idcard;

import yibao.devices.DeviceFault;

/** What one attempt to read a card came to. */
public sealed interface IdCardReading {
  /** The card was read; its holder may lift it. */
  record Read(IdCard card) implements IdCardReading {}

  /** No card lies on the reader, or the last one was not lifted yet. */
  record NoCard() implements IdCardReading {}

  /** Something kept the card from being read. */
  sealed interface Fault extends IdCardReading, DeviceFault {}

  /**
   * The card was found and then gone.
   *
   * @param status the reader's status bytes
   */
  record MovedTooEarly(String status) implements Fault {
    @Override
    public String code() {
      return "moved-too-early";
    }

    @Override
    public String technicianHint() {
      return "持卡人移动过快；若反复出现，检查读卡区标识是否清楚、天线附近有无金属。";
    }
  }

  /** The chip is no identity document: a bus card, a bank card. */
  record WrongCard() implements Fault {
    @Override
    public String code() {
      return "wrong-card";
    }

    @Override
    public String technicianHint() {
      return "放上的不是身份证件，无需处理。";
    }
  }

  /**
   * Card and security module did not accept each other: a forged card, a worn one, or the wrong
   * module.
   *
   * @param status the reader's status bytes
   */
  record Distrusted(String status) implements Fault {
    @Override
    public String code() {
      return "card-distrusted";
    }

    @Override
    public String technicianHint() {
      return "卡片与安全模块认证失败：换一张卡再试；多张卡都失败时联系厂家检查安全模块。";
    }
  }

  /** An answer came but not whole, or with text that no authority could have written. */
  record Garbled() implements Fault {
    @Override
    public String code() {
      return "card-garbled";
    }

    @Override
    public String technicianHint() {
      return "数据在线路上损坏：检查串口线、接头和附近的干扰源。";
    }
  }

  /** The security module is not authorised to read cards. */
  record Unauthorised() implements Fault {
    @Override
    public String code() {
      return "reader-unauthorised";
    }

    @Override
    public String technicianHint() {
      return "读卡器的安全模块未授权，联系厂家。";
    }
  }

  /** The reader does not answer. */
  record Silent() implements Fault {
    @Override
    public String code() {
      return "reader-silent";
    }

    @Override
    public String technicianHint() {
      return "读卡器没有应答：检查电源和波特率，必要时重新上电。";
    }
  }

  /**
   * The reader itself reports that it cannot work.
   *
   * @param status the reader's status bytes
   */
  record ReaderFault(String status) implements Fault {
    @Override
    public String code() {
      return "reader-fault";
    }

    @Override
    public String technicianHint() {
      return "读卡器报告故障（状态 " + status + "），重新上电；仍不恢复则更换。";
    }
  }
}
