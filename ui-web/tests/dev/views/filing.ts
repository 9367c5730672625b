/** What stands between the questions and the result of a filing. */
import { readFileSync } from "node:fs";
import { choice, notice, view, type Views } from "./view.ts";

const commitment = [
  "本人因长期在异地居住，申请办理基本医疗保险跨省异地就医备案。根据国家和青海省有关规定，本人郑重承诺：",
  "一、本人所填写的备案信息真实、准确、完整，本人确在备案地长期居住，居住情况属实。",
  "二、本人知悉备案生效后，在备案地定点医疗机构就医可以直接结算，执行就医地支付范围、参保地支付政策。",
  "三、本人知悉备案后回参保地就医的待遇规定，知悉备案有效期内变更、取消备案的条件和办理方式。",
  "四、居住情况发生变化、不再符合备案条件的，本人将在十五个工作日内主动办理变更或者取消手续。",
  "五、本人愿意配合医疗保障经办机构核查。如承诺内容不属实，本人愿意退回由此发生的医疗保障基金支出，并承担相应的法律责任；有关情况依法记入个人信用记录。",
  "六、本人已经知悉不实承诺的后果，以上承诺是本人真实的意思表示。本承诺书自签名之日起生效，有效期至本次备案结束之日。",
];

/** The letter of 青海 as it is in the region's folder; the service's own translation goes with it. */
const relocation = () =>
  readFileSync("../deploy/regions/qinghai/commitments/relocation.yaml", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("  - "))
    .map((line) => line.slice(4));

export const filing: Views = {
  eligibility: () =>
    view({
      kind: "eligibility",
      notice: notice("warning", "您在 2025-03-01 已办过同样的备案（长期居住，上海市），现在仍然有效。"),
      groups: [
        {
          title: "已有备案",
          rows: [
            { label: "备案类别", value: "异地长期居住人员" },
            { label: "就医地", value: "上海市" },
            { label: "开始日期", value: "2025-03-01" },
            { label: "结束日期", value: "长期有效" },
          ],
        },
      ],
      choices: [choice("cancel", "取消备案"), choice("modify", "修改备案", true)],
    }),
  commitment: () =>
    view({
      kind: "commitment",
      title: "基本医疗保险异地就医备案个人承诺书",
      version: "2022年版",
      digest: "0f",
      paragraphs: commitment,
    }),
  "commitment-translated": () =>
    view({
      kind: "commitment",
      title: "异地就医备案个人承诺书",
      version: "2026-1",
      digest: "0e",
      paragraphs: relocation(),
    }),
  sign: () =>
    view({
      kind: "sign",
      confirmable: true,
      witnessable: true,
      text: "请在框内签名，确认《基本医疗保险异地就医备案个人承诺书》。",
    }),
  "sign-refused": () =>
    view({
      kind: "sign",
      confirmable: false,
      witnessable: false,
      text: "请委托人 李*芳 在框内签名，确认授权委托书。",
      error: "没有看清您的签名，请写上您的姓名。",
    }),
  review: () =>
    view({
      kind: "review",
      groups: [
        {
          title: "备案内容",
          rows: [
            { label: "备案类别", value: "异地长期居住人员", field: "reason" },
            { label: "就医地", value: "江苏省苏州市", field: "place" },
            { label: "开始日期", value: "2026 年 11 月 22 日", field: "begin" },
            { label: "结束日期", value: "长期有效", field: "end" },
            { label: "住址", value: "平江街道桃花坞小区", field: "address" },
            { label: "手机号", value: "138****5678", field: "phone" },
          ],
        },
        {
          title: "本人",
          rows: [
            { label: "姓名", value: "王*明" },
            { label: "身份证号", value: "630***********1234" },
            { label: "参保地", value: "青海省西宁市城中区" },
            { label: "个人承诺书", value: "已签名" },
          ],
        },
      ],
    }),
  "wait-lookup": () =>
    view(
      { kind: "wait", doing: "lookup", text: "正在向医保信息平台查询", since: "2026-11-22T10:00:00Z" },
      { canGoBack: false },
    ),
  "wait-submit": () =>
    view(
      {
        kind: "wait",
        doing: "submit",
        text: "医保系统还在处理，请稍等。您填的内容已经保存好了。",
        since: "2026-11-22T10:00:00Z",
        choices: [choice("later", "先退出，稍后查进度"), choice("wait", "继续等", true)],
      },
      { canGoBack: false },
    ),
  "wait-face": () =>
    view(
      { kind: "wait", doing: "face", text: "请面对摄像头，按提示眨眼、转头。", since: "2026-11-22T10:00:00Z" },
      { canGoBack: true },
    ),
};
