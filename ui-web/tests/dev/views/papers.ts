/** Papers that come out. */
import { LEVELS } from "./leaving.ts";
import { choice, notice, view, type Views } from "./view.ts";

export const papers: Views = {
  "paper-printing": () =>
    view(
      {
        kind: "paper",
        phase: "printing",
        medium: "roll",
        notice: notice("info", "正在打印回执，请稍等。"),
        levels: [],
        choices: [],
      },
      { canGoBack: false },
    ),
  "paper-printed": () =>
    view(
      {
        kind: "paper",
        phase: "printed",
        medium: "roll",
        notice: notice("success", "回执已打印好，请取走。"),
        levels: [],
        choices: [choice("again", "再打印一份"), choice("done", "完成", true)],
      },
      { canGoBack: false },
    ),
  "paper-rated": () =>
    view(
      {
        kind: "paper",
        phase: "printed",
        medium: "a4",
        notice: notice("success", "已打印，请到 A4 出纸口取走。"),
        preview: { title: "基本医疗保险参保凭证", pages: 2, picture: 1 },
        levels: LEVELS,
        choices: [
          choice("again", "再打一份"),
          choice("promise", "打印承诺书"),
          choice("phone", "存到手机"),
          choice("skip", "不评价"),
        ],
      },
      { canGoBack: false },
    ),
  "paper-taken-rated": () =>
    view(
      {
        kind: "paper",
        phase: "taken",
        medium: "roll",
        notice: notice("success", "已存到您的手机。"),
        preview: { title: "办理回执", pages: 1, picture: 1 },
        levels: LEVELS,
        choices: [choice("promise", "打印承诺书"), choice("skip", "不评价")],
      },
      { canGoBack: false },
    ),
  "paper-out": () =>
    view(
      {
        kind: "paper",
        phase: "notPrinted",
        medium: "roll",
        notice: notice("warning", "打印纸用完了，您的业务已经办好。请记下受理号，或请工作人员加纸后再打印。"),
        levels: [],
        choices: [choice("retry", "再打印一次"), choice("done", "不打印了", true)],
      },
      { canGoBack: false },
    ),
  "paper-preview": () =>
    view(
      {
        kind: "paper",
        phase: "preview",
        medium: "a4",
        notice: notice("info", "请看一看，没有错再打印。"),
        preview: { title: "基本医疗保险参保凭证", pages: 2, picture: 1 },
        levels: [],
        choices: [choice("phone", "用手机带走"), choice("print", "打印", true)],
      },
      { canGoBack: false },
    ),
  "paper-take-away": () =>
    view(
      {
        kind: "paper",
        phase: "takeAway",
        medium: "a4",
        notice: notice("info", "用手机扫一扫，就能带走。二维码 5 分钟内有效，只能用一次。"),
        preview: { title: "基本医疗保险参保凭证", pages: 2, picture: 1 },
        takeAwayUntil: "2026-11-22T10:05:00Z",
        levels: [],
        choices: [choice("print", "还是打印"), choice("done", "完成", true)],
      },
      { canGoBack: false },
    ),
  "paper-partly": () =>
    view(
      {
        kind: "paper",
        phase: "partly",
        medium: "a4",
        notice: notice("warning", "打印没有完成，第 2 张没出来。您的业务已经办好。"),
        preview: { title: "基本医疗保险参保凭证", pages: 2, picture: 1 },
        levels: [],
        choices: [choice("phone", "用手机带走"), choice("done", "不打印了"), choice("page", "重新打印这一张", true)],
      },
      { canGoBack: false },
    ),
};
