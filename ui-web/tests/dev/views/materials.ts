/** Papers that are handed in. */
import { choice, notice, view, type Views } from "./view.ts";

export const materials: Views = {
  "materials-list": () =>
    view({
      kind: "materials",
      phase: "list",
      lines: [
        { id: "a", name: "医院收费票据", state: "scanned", stateLabel: "已拍 2 页", pages: 2 },
        {
          id: "b",
          name: "费用清单",
          note: "电子票据上有明细的，可以不交",
          state: "open",
          stateLabel: "待拍摄",
          pages: 0,
        },
        { id: "c", name: "诊断证明或出院记录", state: "open", stateLabel: "待拍摄", pages: 0 },
        { id: "d", name: "外伤无第三方责任承诺书", state: "promised", stateLabel: "签承诺书", pages: 0 },
        { id: "e", name: "处方底方", note: "门诊报销才要", state: "later", stateLabel: "以后补交", pages: 0 },
      ],
      choices: [choice("next", "下一步", true)],
    }),
  "materials-way": () =>
    view({
      kind: "materials",
      phase: "way",
      lines: [],
      paper: {
        name: "长期居住认定材料",
        ways: [
          { id: "permit", label: "居住证" },
          { id: "book", label: "户口簿首页和本人“常住人口登记卡”" },
          { id: "promise", label: "基本医疗保险异地就医备案个人承诺书", promise: true },
        ],
        pages: [],
        mostPages: 10,
        working: false,
      },
      choices: [choice("list", "回到材料清单")],
    }),
  "materials-scan": () =>
    view({
      kind: "materials",
      phase: "scan",
      lines: [],
      paper: {
        name: "医院收费票据",
        hint: "正面朝上，放在高拍仪下面的黑色垫板上，一次放一张。",
        ways: [],
        pages: [],
        mostPages: 20,
        working: false,
      },
      choices: [choice("list", "回到材料清单"), choice("later", "以后补交"), choice("shoot", "拍这一页", true)],
    }),
  "materials-scan-pages": () =>
    view({
      kind: "materials",
      phase: "scan",
      lines: [],
      paper: {
        name: "费用清单",
        hint: "正面朝上，放在高拍仪下面的黑色垫板上，一次放一张。",
        ways: [],
        pages: Array.from({ length: 7 }, (_, n) => ({ id: `p${n}`, number: n + 1, turns: true })),
        mostPages: 20,
        working: false,
      },
      notice: notice("warning", "刚才这一页有些模糊，没有留下。请放平，再拍一次。"),
      choices: [choice("list", "回到材料清单"), choice("done", "这份拍完了"), choice("shoot", "拍下一页", true)],
    }),
  "materials-filmed": () =>
    view({
      kind: "materials",
      phase: "scan",
      lines: [],
      camera: {},
      paper: {
        name: "诊断证明或出院记录",
        hint: "对着屏幕上方的摄像头，拿平、拿稳。",
        ways: [],
        pages: [{ id: "p0", number: 1, turns: true }],
        mostPages: 20,
        working: false,
      },
      choices: [choice("list", "回到材料清单"), choice("done", "这份拍完了"), choice("shoot", "拍下一页", true)],
    }),
};
