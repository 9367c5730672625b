package yibao.kiosk.record;

/**
 * Where a filing 办件 stands; follows the printed stages 办理环节, with the states the lists do not
 * print.
 */
public enum FilingState {
  /** 已提交, written down here and not yet answered by the platform. */
  SUBMITTED("已提交"),
  /** 已收件: taken in, originals still to be seen at a window. */
  RECEIVED("已收件"),
  /** 已受理. */
  ACCEPTED("已受理"),
  /** 审核中. */
  IN_REVIEW("审核中"),
  /** 拨付中. */
  PAYING("拨付中"),
  /** 已办结. */
  FINISHED("已办结"),
  /** 退回补正. */
  RETURNED("退回补正"),
  /** 不予受理. */
  REFUSED("不予受理"),
  /** 已撤回. */
  WITHDRAWN("已撤回"),
  /** 待处理: kept here, and cannot be sent until staff have seen to it; see its cause. */
  PARKED("待处理"),
  /** 待确认: sent, and the platform's answer is not known. */
  UNCONFIRMED("待确认");

  private final String label;

  FilingState(String label) {
    this.label = label;
  }

  /** The state as screens and papers show it. */
  public String label() {
    return label;
  }

  /** Whether it is still ours to send or to ask about, and will be without anybody's doing. */
  public boolean waits() {
    return this == SUBMITTED || this == UNCONFIRMED;
  }

  /** Whether nobody has begun to examine it, so that it may be asked back 撤回. */
  public boolean withdrawable() {
    return switch (this) {
      case RECEIVED, ACCEPTED, RETURNED -> true;
      case SUBMITTED, IN_REVIEW, PAYING, FINISHED, REFUSED, WITHDRAWN, PARKED, UNCONFIRMED -> false;
    };
  }

  /** Whether the platform has it and has yet to decide. */
  public boolean undecided() {
    return switch (this) {
      case RECEIVED, ACCEPTED, RETURNED, IN_REVIEW, PAYING -> true;
      case SUBMITTED, FINISHED, REFUSED, WITHDRAWN, PARKED, UNCONFIRMED -> false;
    };
  }

  /** Whether the platform has answered. */
  public boolean settled() {
    return switch (this) {
      case SUBMITTED, UNCONFIRMED, PARKED -> false;
      case RECEIVED, ACCEPTED, IN_REVIEW, PAYING, FINISHED, RETURNED, REFUSED, WITHDRAWN -> true;
    };
  }
}
