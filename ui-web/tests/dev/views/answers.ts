/** Answers to queries. */
import type { Group } from "../../../src/contract";
import { choice, notice, view, type Views } from "./view.ts";

const insured: Group[] = [
  {
    title: "职工基本医疗保险",
    rows: [
      { label: "参保状态", value: "正常参保" },
      { label: "参保地", value: "青海省西宁市城中区" },
      { label: "单位", value: "西宁市城中区莲湖社区卫生服务中心（西宁市城中区莲湖街道办事处）" },
      { label: "参保日期", value: "2009 年 7 月" },
      { label: "个人账户余额", value: "3,482.16 元" },
    ],
  },
  {
    title: "生育保险",
    rows: [
      { label: "参保状态", value: "正常参保" },
      { label: "参保地", value: "青海省西宁市城中区" },
    ],
  },
];

const settlements: Group[] = [
  {
    title: "2026 年",
    rows: Array.from({ length: 14 }, (_, n) => ({
      label: n % 3 === 0 ? "住院" : "门诊",
      value: `2026-${String((n % 9) + 1).padStart(2, "0")}-${String(n + 10)}`,
      detail: [
        { label: "医院", value: "青海省第五人民医院" },
        { label: "总费用", value: "1,284.50 元" },
        { label: "统筹支付", value: "902.10 元" },
        { label: "个人账户支付", value: "300.00 元" },
        { label: "现金支付", value: "82.40 元" },
      ],
    })),
  },
];

export const answers: Views = {
  answer: () =>
    view(
      {
        kind: "answer",
        title: "您的参保信息",
        groups: insured,
        choices: [choice("print", "打印"), choice("done", "完成", true)],
      },
      { canGoBack: false, item: { seq: 8, name: "参保人员参保信息查询", category: "查询" } },
    ),
  "answer-many": () =>
    view(
      {
        kind: "answer",
        title: "您的就医记录",
        groups: settlements,
        page: { at: 2, of: 5 },
        choices: [choice("print", "打印"), choice("done", "完成", true)],
      },
      { canGoBack: false, item: { seq: 8, name: "参保人员参保信息查询", category: "查询" } },
    ),
  "answer-search-none": () =>
    view(
      {
        kind: "answer",
        title: "医保药品目录",
        groups: [],
        notice: notice("info", "没有查到这个名称的药品。少写几个字再查，写通用名更容易查到。"),
        choices: [choice("done", "不打印，退出")],
      },
      { item: { seq: 907, name: "医保药品目录查询", category: "查询" } },
    ),
  "answer-further": () =>
    view(
      {
        kind: "answer",
        title: "医疗费用结算",
        groups: [
          {
            title: "结算记录",
            rows: [
              { label: "2026年10月3日 定点药店购药", value: "46.80元", open: "0" },
              { label: "2026年8月19日 普通住院", value: "8642.35元", open: "1" },
            ],
          },
        ],
        choices: [choice("done", "不打印，退出"), choice("print", "打印", true)],
      },
      { item: { seq: 903, name: "医疗费用结算查询", category: "查询" } },
    ),
  "answer-filing": () =>
    view(
      {
        kind: "answer",
        title: "办件",
        groups: [
          {
            title: "2026年3月2日提交",
            rows: [
              { label: "办到哪一步", value: "已受理" },
              { label: "受理号", value: "63010020260302000012" },
              { label: "内容", value: "长期居住，上海市" },
              { label: "开始日期", value: "2026年3月2日" },
              { label: "结束日期", value: "长期有效" },
              { label: "更新时间", value: "2026-03-02 10:00" },
            ],
          },
        ],
        choices: [
          choice("list", "返回列表"),
          choice("withdraw", "撤回办件"),
          choice("correct", "更正内容"),
          choice("print", "打印", true),
        ],
      },
      { item: { seq: 908, name: "办件进度查询", category: "查询" } },
    ),
  "answer-none": () =>
    view(
      {
        kind: "answer",
        title: "您的参保信息",
        groups: [],
        notice: notice("info", "没有查到您在青海省的参保信息。您可以到窗口问一问，或者办理参保登记。"),
        choices: [choice("done", "完成", true)],
      },
      { canGoBack: false },
    ),
};
