/** The result, the rating, the way out. */
import { choice, notice, view, type Views } from "./view.ts";

/** From the best down. */
export const LEVELS = ["非常不满意", "不满意", "基本满意", "满意", "非常满意"]
  .map((label, n) => ({ level: n + 1, label }))
  .reverse();

export const leaving: Views = {
  "result-finished": () =>
    view(
      {
        kind: "result",
        outcome: "finished",
        notice: notice("success", "您的异地长期居住备案已经办好，今天起生效。"),
        number: "QH20261122000137",
        rows: [
          { label: "就医地", value: "江苏省苏州市" },
          { label: "有效期", value: "2026-11-22 起，长期有效" },
          { label: "办结时间", value: "2026-11-22 10:06" },
          { label: "咨询电话", value: "0971-12393" },
        ],
        choices: [choice("done", "不打印，完成"), choice("print", "打印回执", true)],
      },
      { canGoBack: false },
    ),
  "result-voucher": () =>
    view(
      {
        kind: "result",
        outcome: "finished",
        notice: notice("success", "您的医保电子凭证已激活，现在就可以用。"),
        rows: [
          { label: "姓名", value: "欧*若兰" },
          { label: "证件号码", value: "1101**********0021" },
          { label: "凭证状态", value: "已激活" },
          { label: "激活时间", value: "2026年11月22日" },
          { label: "手机上怎么用", value: "打开国家医保服务平台、微信或支付宝，搜“医保码”，登录后就能看到。" },
        ],
        phone: {
          sentence: "用手机扫一扫：打开国家医保服务平台，登录后在“医保电子凭证”里出示。",
          address: "https://fuwu.nhsa.gov.cn/",
        },
        choices: [choice("done", "不打印"), choice("print", "打印回执", true)],
      },
      { canGoBack: false },
    ),
  "result-refused": () =>
    view(
      {
        kind: "result",
        outcome: "refused",
        notice: notice("danger", "您现在的参保状态是暂停，医保系统没有受理这次备案。请先到窗口恢复参保。"),
        rows: [
          { label: "去哪里", value: "二楼 6 至 12 号窗口" },
          { label: "咨询电话", value: "0971-12393" },
        ],
        choices: [choice("print", "打印告知单"), choice("done", "完成", true)],
      },
      { canGoBack: false },
    ),
  "result-unconfirmed": () =>
    view(
      {
        kind: "result",
        outcome: "unconfirmed",
        notice: notice("warning", "暂时没收到办理结果。请不要重复提交，用受理号在“办件进度”里查询。"),
        number: "QH20261122000138",
        rows: [],
        choices: [choice("print", "打印受理号", true), choice("done", "完成")],
      },
      { canGoBack: false },
    ),
  "rate-level": () =>
    view({ kind: "rate", phase: "level", levels: LEVELS, choices: [choice("skip", "不评价")] }, { canGoBack: false }),
  "rate-reasons": () =>
    view(
      {
        kind: "rate",
        phase: "reasons",
        levels: LEVELS,
        level: 2,
        reasons: ["办得太慢", "告知单写得不准", "不好操作", "机器有故障", "其他"].map((label, n) => ({
          id: String(n),
          label,
        })),
        notice: notice("info", "谢谢您告诉我们。我们会在 15 个工作日内处理，不需要留姓名。"),
        choices: [choice("skip", "不说原因")],
      },
      { canGoBack: false },
    ),
  "eligibility-other-card": () =>
    view(
      {
        kind: "eligibility",
        notice: notice("warning", "读到了另一张卡。要换人办理吗？换人会先清除现在办到一半的内容；已经提交的不受影响。"),
        groups: [],
        choices: [choice("change", "换人办理"), choice("stay", "继续办我的", true)],
      },
      { canGoBack: false, item: undefined, person: undefined },
    ),
  "rate-contact": () =>
    view(
      {
        kind: "rate",
        phase: "contact",
        levels: LEVELS,
        level: 2,
        notice: notice("info", "想听回复，可以留下手机号。只给负责回复的工作人员看，办完就删除。"),
        choices: [choice("skip", "不用回复")],
      },
      { canGoBack: false },
    ),
  "result-accepted": () =>
    view(
      {
        kind: "result",
        outcome: "accepted",
        notice: notice("success", "您的报销申请已经受理，预计 2026 年 12 月 11 日前办结。"),
        number: "QH20261122000141",
        rows: [
          { label: "办理时限", value: "30 个工作日" },
          { label: "已收材料", value: "医院收费票据 2 页、费用清单 7 页、诊断证明 1 页" },
          { label: "还要补交", value: "处方底方，请在 2026 年 11 月 27 日前补交" },
          { label: "咨询电话", value: "0971-12393" },
          { label: "监督电话", value: "0971-12315" },
        ],
        choices: [choice("done", "不打印，完成"), choice("print", "打印回执", true)],
      },
      { canGoBack: false, agent: { name: "王*明", principal: "李*芳" }, person: { name: "李*芳", idTail: "0024" } },
    ),
  "goodbye-card": () =>
    view(
      { kind: "goodbye", takeCard: true, takePaper: true },
      {
        canGoBack: false,
        item: undefined,
        person: undefined,
      },
    ),
  "goodbye-paper": () =>
    view(
      { kind: "goodbye", takeCard: false, takePaper: true },
      {
        canGoBack: false,
        item: undefined,
        person: undefined,
      },
    ),
  goodbye: () =>
    view(
      { kind: "goodbye", takeCard: false, takePaper: false },
      {
        canGoBack: false,
        item: undefined,
        person: undefined,
      },
    ),
};
