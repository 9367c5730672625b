package yibao.kiosk.journey.view;

/** The kinds of step 步骤; one screen component each. */
public enum StepKind {
  /** 待机. */
  ATTRACT,
  /** 选择事项. */
  CHOOSE,
  /** 办事须知. */
  BRIEF,
  /** 身份识别. */
  IDENTIFY,
  /** 委托关系. */
  RELATION,
  /** 资格核验. */
  ELIGIBILITY,
  /** 填写. */
  QUESTION,
  /** 材料. */
  MATERIALS,
  /** 承诺书. */
  COMMITMENT,
  /** 签名. */
  SIGN,
  /** 核对. */
  REVIEW,
  /** 等待. */
  WAIT,
  /** 查询结果. */
  ANSWER,
  /** 打印. */
  PAPER,
  /** 办理结果. */
  RESULT,
  /** 好差评. */
  RATE,
  /** 工作人员: staff stand at the screen. */
  STAFF,
  /** 再见. */
  GOODBYE
}
