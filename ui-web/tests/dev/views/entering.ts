/** The way in: resting, choosing, what a service needs, for whom it is. */
import { choice, notice, view, type Views } from "./view.ts";

export const entering: Views = {
  attract: () => view({ kind: "attract" }, { canGoBack: false, item: undefined, person: undefined }),
  "attract-notice": () =>
    view(
      { kind: "attract", notice: notice("info", "因长时间没有操作，已为您退出并清除信息。") },
      {
        canGoBack: false,
        item: undefined,
        person: undefined,
      },
    ),
  choose: () => view({ kind: "choose" }, { canGoBack: false, item: undefined, person: undefined }),
  brief: () =>
    view(
      {
        kind: "brief",
        ending: "InstantFiling",
        endingLabel: "当场办结",
        endingSentence: "当场办结，约 3 分钟",
        facts: [
          { label: "请出示", value: "医保电子凭证、有效身份证件、社保卡，任意一种" },
          { label: "办理时限", value: "即时办结" },
          { label: "咨询电话", value: "0971-12393" },
        ],
        materials: [
          "1.医保电子凭证或有效身份证件或社保卡",
          "2.长期居住认定材料：居住证、户口簿首页和本人“常住人口登记卡”任选其一，或《基本医疗保险异地就医备案个人承诺书》（可在本机签署）",
        ],
        stages: ["申请", "受理", "审核", "办结"],
        legalBasis: [
          "1.《国家医保局 财政部关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知》（医保发〔2022〕22号）；",
          "2.《青海省医疗保障局 青海省财政厅关于转发〈关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知〉的通知》（青医保局发〔2022〕89号）。",
        ],
        choices: [choice("print", "打印告知单"), choice("start", "开始办理", true)],
      },
      { person: undefined },
    ),
  "brief-guidance": () =>
    view(
      {
        kind: "brief",
        ending: "Guidance",
        endingLabel: "窗口办理",
        endingSentence: "这项业务要到窗口办理，可以先打印一次性告知单",
        notice: notice("info", "申请表要加盖单位公章，所以不能在自助机上办完。"),
        facts: [
          { label: "办理时限", value: "在职职工不超过5个工作日；灵活就业人员即时办结" },
          { label: "受理窗口", value: "二楼 6 至 12 号窗口" },
        ],
        materials: [
          "1.在职职工：①《职工基本医疗保险参保登记表》（含新增、暂停、终止、恢复、在职转退休）（加盖单位公章）②有效身份证件复印件",
          "2.灵活就业人员：有效身份证件",
        ],
        stages: ["申请", "受理", "审核", "办结"],
        choices: [choice("print", "打印一次性告知单", true)],
      },
      { item: { seq: 2, name: "职工参保登记", category: "参保和变更登记" }, person: undefined },
    ),
  relation: () =>
    view(
      {
        kind: "relation",
        field: "principal",
        label: "给谁办理？",
        options: [
          { value: "self", label: "给自己办" },
          { value: "other", label: "替别人办", hint: "例如：替父母、配偶、孩子办，要带对方的身份证" },
        ],
      },
      { person: undefined },
    ),
  "relation-kin": () =>
    view(
      {
        kind: "relation",
        field: "relation",
        label: "您是 李*芳 的什么人？",
        hint: "办理结果只对 李*芳 有效。",
        options: ["配偶", "子女", "父母", "兄弟姐妹", "其他亲属", "单位同事", "其他"].map((label, n) => ({
          value: String(n),
          label,
        })),
      },
      { person: { name: "李*芳", idTail: "0024" }, agent: { name: "王*明", principal: "李*芳" } },
    ),
};
