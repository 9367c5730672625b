/** Staff at the screen. */
import { choice, notice, view, type Views } from "./view.ts";

const nobody = { canGoBack: false, item: undefined, person: undefined };
const leave = choice("leave", "退出");

export const staff: Views = {
  "staff-pin": () =>
    view(
      {
        kind: "staff",
        phase: "pin",
        title: "工作人员登录",
        sentence: "请输入这张卡的 6 位口令。",
        notice: notice("warning", "口令不对。还可以再试 4 次。"),
        facts: [],
        choices: [leave, choice("own", "我来办自己的业务")],
      },
      nobody,
    ),
  "staff-desk": () =>
    view(
      {
        kind: "staff",
        phase: "desk",
        title: "工作人员操作",
        sentence: "",
        notice: notice("warning", "上次换纸没有做完，本机还在暂停服务。请再换一次纸，试打成功后会自动恢复。"),
        facts: [
          { label: "服务状态", value: "正在换纸", field: "resume", detail: [] },
          { label: "凭条打印机", value: "正常，纸快用完了", field: "printer", detail: [] },
          { label: "A4 打印机", value: "正常", field: "a4", detail: [] },
        ],
        choices: [
          choice("helped", "求助已处理"),
          choice("printer", "换凭条纸"),
          choice("a4", "加 A4 纸"),
          choice("resume", "恢复服务"),
          choice("leave", "退出", true),
        ],
      },
      nobody,
    ),
  "staff-load": () =>
    view(
      {
        kind: "staff",
        phase: "do",
        title: "请放入新纸卷",
        sentence: "纸从下方出来，热敏面朝外；纸头拉出约 5 厘米，合上盖子。",
        notice: notice("warning", "打印机的盖子没有合上，请合上盖子。"),
        facts: [],
        choices: [choice("next", "下一步", true)],
      },
      { ...nobody, canGoBack: true, progress: { at: 2, of: 4 } },
    ),
  "staff-count": () =>
    view(
      {
        kind: "staff",
        phase: "do",
        title: "换的是新纸吗？",
        sentence: "大厅按这个计数估算什么时候要换纸。",
        facts: [
          { label: "上次换纸", value: "2026年11月2日", detail: [] },
          { label: "换纸后已打印（份）", value: "412", detail: [] },
        ],
        choices: [choice("same", "还是旧纸"), choice("fresh", "换了新纸", true)],
      },
      { ...nobody, canGoBack: true, progress: { at: 3, of: 4 } },
    ),
  "staff-tested": () =>
    view(
      {
        kind: "staff",
        phase: "do",
        title: "测试条已打印",
        sentence: "打印机已确认印好。字迹清楚就可以恢复服务。",
        facts: [],
        choices: [choice("again", "再印一次"), choice("in", "恢复服务", true)],
      },
      { ...nobody, canGoBack: true, progress: { at: 4, of: 4 } },
    ),
  "wait-staff": () =>
    view({
      kind: "wait",
      doing: "staff",
      text: "已呼叫工作人员，请在这里稍等。工作人员会当面看一下：新生儿的出生医学证明。",
      since: "2026-11-22T10:00:00Z",
    }),
  "staff-witness": () =>
    view({
      kind: "staff",
      phase: "do",
      title: "请见证：户口簿原件",
      sentence: "请当面看过下面几条，都对再确认。",
      facts: [
        { label: "办理事项", value: "城乡居民参保登记", detail: [] },
        { label: "办理人", value: "王*明", detail: [] },
        { label: "看第 1 条", value: "手里的户口簿是原件，和拍下来的几页一样。", detail: [] },
        { label: "看第 2 条", value: "来办的人和被代办人的关系，户口簿上写着。", detail: [] },
        { label: "看第 3 条", value: "来办的人和户口簿上是同一个人。", detail: [] },
      ],
      choices: [choice("refuse", "不能确认"), choice("confirm", "当面看过，确认", true)],
    }),
  "eligibility-witness": () =>
    view({
      kind: "eligibility",
      notice: notice("warning", "工作人员看过，不能确认。请按工作人员说的补好，再请工作人员看一次，或到人工窗口办理。"),
      groups: [],
      choices: [choice("again", "再叫一次工作人员", true)],
    }),
};
