/** One question a screen, every kind of input. */
import type { Step } from "../../../src/contract";
import { view, type Views } from "./view.ts";

const question = (more: Partial<Extract<Step, { kind: "question" }>>): Step => ({
  kind: "question",
  field: "field",
  label: "问题",
  input: "text",
  required: true,
  ...more,
});

export const questions: Views = {
  "question-choice": () =>
    view(
      question({
        label: "您属于哪一种情况？",
        input: "choice",
        field: "reason",
        options: [
          { value: "1", label: "在异地长期居住", hint: "例如：跟随子女在外地居住，一年中大部分时间不在青海" },
          { value: "2", label: "退休后在异地定居", hint: "例如：退休后户口已迁到外地" },
          { value: "3", label: "被单位派到异地工作", hint: "例如：驻外办事处、项目部工作人员" },
        ],
        value: "1",
      }),
      { progress: { at: 1, of: 6 } },
    ),
  "question-place": () =>
    view(
      question({
        label: "您在哪里居住？",
        hint: "备案到市就可以，不用选医院。",
        input: "place",
        field: "place",
        placeLevel: "city",
      }),
      { progress: { at: 2, of: 6 } },
    ),
  "question-place-chosen": () =>
    view(
      question({
        label: "您在哪里居住？",
        input: "place",
        field: "place",
        placeLevel: "city",
        value: "320500",
        valueLabel: "江苏省苏州市",
      }),
      { progress: { at: 2, of: 6 } },
    ),
  "question-date": () =>
    view(
      question({
        label: "从哪一天开始？",
        input: "date",
        field: "begin",
        value: "2026-11-22",
        min: "2026-11-22",
        max: "2027-05-31",
      }),
      { progress: { at: 3, of: 6 } },
    ),
  "question-month": () =>
    view(
      question({
        label: "从哪一年哪一月开始？",
        input: "month",
        field: "fromMonth",
        min: "1986-11",
        max: "2026-11",
      }),
      { progress: { at: 2, of: 3 } },
    ),
  "question-date-empty": () =>
    view(
      question({
        label: "到哪一天结束？",
        input: "date",
        field: "end",
        required: false,
        min: "2026-11-23",
        emptyLabel: "长期有效",
      }),
      { progress: { at: 4, of: 6 } },
    ),
  "question-phone": () =>
    view(
      question({ label: "您的手机号是多少？", hint: "办理结果会发短信到这个号码。", input: "phone", field: "phone" }),
      {
        progress: { at: 5, of: 6 },
      },
    ),
  "question-phone-error": () =>
    view(
      question({
        label: "您的手机号是多少？",
        input: "phone",
        field: "phone2",
        value: "138****5678",
        error: "手机号要 11 位数字，您输入了 10 位。",
      }),
      { progress: { at: 5, of: 6 } },
    ),
  "question-id-number": () =>
    view(
      question({
        label: "孩子的身份证号是多少？",
        hint: "在户口簿或身份证上。",
        input: "idNumber",
        field: "childNumber",
        maxLength: 18,
        value: "630102201906",
      }),
      { progress: { at: 3, of: 7 } },
    ),
  "question-money": () =>
    view(question({ label: "票据一共多少钱？", input: "money", field: "total", maxLength: 13, value: "1280.5" }), {
      progress: { at: 3, of: 7 },
    }),
  "question-bank-warning": () =>
    view(
      question({
        label: "您的银行卡号是多少？",
        hint: "钱会打到这张卡上，户名要和您本人一致。",
        input: "digits",
        field: "account",
        maxLength: 21,
        value: "6222000000000001",
        warning: "这个账号像是有一位输错了，请对着卡再看一遍。确实没错，就再按一次“下一步”。",
      }),
      { progress: { at: 4, of: 7 } },
    ),
  "question-digits": () =>
    view(question({ label: "请输入社保卡密码", input: "digits", field: "pin", minLength: 6, maxLength: 6 }), {
      progress: { at: 5, of: 6 },
    }),
  "question-text": () =>
    view(
      question({
        label: "您在当地的住址是？",
        hint: "写到街道或小区就可以，例如：平江街道桃花坞小区。",
        input: "text",
        field: "address",
        minLength: 5,
        maxLength: 100,
      }),
      { progress: { at: 6, of: 6 } },
    ),
  "question-pin": () =>
    view(
      question({
        label: "请输入社保卡密码",
        hint: "按完 6 位数字，再按“下一步”。",
        input: "pin",
        field: "cardPin",
        minLength: 6,
        maxLength: 6,
        error: "密码不对，还可以试 2 次。忘记密码请到窗口重置，或者换身份证办理。",
      }),
    ),
};
