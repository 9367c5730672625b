/** One canned view of every kind of step, with invented people, for looking at the screens without a service. */
import type { Catalog, Choice, Group, Notice, Place, Step, View } from "../../src/contract";

const item = { seq: 16, name: "异地长期居住人员备案", category: "基本医疗保险参保人员异地就医备案" };
const person = { name: "王*明", idTail: "1234" };
const choice = (id: string, label: string, primary = false): Choice => ({ id, label, primary });
const notice = (tone: Notice["tone"], text: string): Notice => ({ code: "sample", text, tone });

let revision = 0;
/** What differs from the usual view; undefined leaves a part out. */
type More = { [K in keyof View]?: View[K] | undefined };

function view(step: Step, more: More = {}): View {
  revision += 1;
  const whole: More = { revision, step, language: "zh-CN", canGoBack: true, item, person, ...more };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as unknown as View;
}

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

const commitment = [
  "本人因长期在异地居住，申请办理基本医疗保险跨省异地就医备案。根据国家和青海省有关规定，本人郑重承诺：",
  "一、本人所填写的备案信息真实、准确、完整，本人确在备案地长期居住，居住情况属实。",
  "二、本人知悉备案生效后，在备案地定点医疗机构就医可以直接结算，执行就医地支付范围、参保地支付政策。",
  "三、本人知悉备案后回参保地就医的待遇规定，知悉备案有效期内变更、取消备案的条件和办理方式。",
  "四、居住情况发生变化、不再符合备案条件的，本人将在十五个工作日内主动办理变更或者取消手续。",
  "五、本人愿意配合医疗保障经办机构核查。如承诺内容不属实，本人愿意退回由此发生的医疗保障基金支出，并承担相应的法律责任；有关情况依法记入个人信用记录。",
  "六、本人已经知悉不实承诺的后果，以上承诺是本人真实的意思表示。本承诺书自签名之日起生效，有效期至本次备案结束之日。",
];

const question = (more: Partial<Extract<Step, { kind: "question" }>>): Step => ({
  kind: "question",
  field: "field",
  label: "问题",
  input: "text",
  required: true,
  ...more,
});

const LEVELS = ["非常不满意", "不满意", "基本满意", "满意", "非常满意"]
  .map((label, n) => ({ level: n + 1, label }))
  .reverse();

export const views: Record<string, () => View> = {
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
  "identify-waiting": () =>
    view(
      { kind: "identify", phase: "waiting", accepts: ["id-card", "ss-card", "e-voucher"] },
      {
        person: undefined,
      },
    ),
  "identify-verify": () =>
    view({ kind: "identify", phase: "waiting", accepts: ["verification-code"] }, { person: undefined }),
  "identify-filmed": () =>
    view(
      { kind: "identify", phase: "waiting", accepts: ["id-card", "ss-card", "e-voucher"], camera: {} },
      { person: undefined },
    ),
  "identify-filmed-failed": () =>
    view(
      {
        kind: "identify",
        phase: "failed",
        accepts: ["id-card", "ss-card", "e-voucher"],
        camera: {},
        notice: {
          code: "code.payment",
          text: "这是付款码，不是医保码。请打开手机上的医保码，再扫一次。",
          tone: "warning",
        },
        choices: [{ id: "retry", label: "再试一次", primary: true }],
      },
      { person: undefined },
    ),
  "identify-one": () => view({ kind: "identify", phase: "waiting", accepts: ["id-card"] }, { person: undefined }),
  "identify-reading": () => view({ kind: "identify", phase: "reading", accepts: ["id-card"] }, { person: undefined }),
  "identify-confirm": () => view({ kind: "identify", phase: "confirm", accepts: ["id-card"] }),
  "identify-confirm-long": () =>
    view(
      { kind: "identify", phase: "confirm", accepts: ["id-card"] },
      { person: { name: "阿*古丽·吐尔逊买买提·阿卜杜热合曼木", idTail: "123X" } },
    ),
  "identify-failed": () =>
    view(
      {
        kind: "identify",
        phase: "failed",
        accepts: ["id-card", "ss-card", "e-voucher"],
        notice: notice("warning", "卡拿开得太快了，请重新放好，停留 3 秒。"),
        choices: [choice("retry", "再试一次", true)],
      },
      { person: undefined },
    ),
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
  commitment: () =>
    view({
      kind: "commitment",
      title: "基本医疗保险异地就医备案个人承诺书",
      version: "2022年版",
      digest: "0f",
      paragraphs: commitment,
    }),
  sign: () =>
    view({ kind: "sign", confirmable: true, text: "请在框内签名，确认《基本医疗保险异地就医备案个人承诺书》。" }),
  "sign-refused": () =>
    view({
      kind: "sign",
      confirmable: false,
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
  "paper-printing": () =>
    view(
      {
        kind: "paper",
        phase: "printing",
        medium: "roll",
        notice: notice("info", "正在打印回执，请稍等。"),
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
        choices: [choice("again", "再打印一份"), choice("done", "完成", true)],
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
        choices: [choice("retry", "再打印一次"), choice("done", "不打印了", true)],
      },
      { canGoBack: false },
    ),
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
  "identify-principal": () =>
    view(
      { kind: "identify", phase: "waiting", whose: "principal", accepts: ["id-card", "ss-card"] },
      { person: undefined, agent: { name: "王*明" } },
    ),
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
        pages: Array.from({ length: 7 }, (_, n) => ({ id: `p${n}`, number: n + 1 })),
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
        pages: [{ id: "p0", number: 1 }],
        mostPages: 20,
        working: false,
      },
      choices: [choice("list", "回到材料清单"), choice("done", "这份拍完了"), choice("shoot", "拍下一页", true)],
    }),
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
  "wait-face": () =>
    view(
      { kind: "wait", doing: "face", text: "请面对摄像头，按提示眨眼、转头。", since: "2026-11-22T10:00:00Z" },
      { canGoBack: true },
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
  "paper-preview": () =>
    view(
      {
        kind: "paper",
        phase: "preview",
        medium: "a4",
        notice: notice("info", "请看一看，没有错再打印。"),
        preview: { title: "基本医疗保险参保凭证", pages: 2, picture: 1 },
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
        choices: [choice("phone", "用手机带走"), choice("done", "不打印了"), choice("page", "重新打印这一张", true)],
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

/** The order in which answering walks through them. */
export const walk = [
  "attract",
  "choose",
  "brief",
  "identify-waiting",
  "identify-confirm",
  "question-choice",
  "question-place",
  "question-date",
  "question-month",
  "question-date-empty",
  "question-phone",
  "question-id-number",
  "question-money",
  "question-bank-warning",
  "question-text",
  "commitment",
  "sign",
  "review",
  "wait-submit",
  "result-finished",
  "paper-printed",
  "goodbye-paper",
];

const entry = (
  seq: number,
  name: string,
  timeLimit: string,
  ending: Catalog["categories"][number]["items"][number]["ending"],
  endingLabel: string,
  subject: "citizen" | "employer" | "institution" = "citizen",
) => ({ seq, name, timeLimit, ending, endingLabel, subject });

const unlisted = (seq: number, name: string) => ({
  ...entry(seq, name, "即时", "Query", "即时查询"),
  available: true,
  unlisted: true,
});

export const catalog: Catalog = {
  region: "qinghai",
  regionName: "青海省",
  title: "青海省医疗保障经办政务服务事项清单",
  hall: "西宁市医疗保障服务大厅",
  terminal: "3 号自助机",
  hotline: "0971-12393",
  withinReach: 0.5,
  complaint: "0971-12315",
  categories: [
    {
      name: "基本医疗保险参保和变更登记",
      items: [
        entry(1, "单位参保登记", "不超过5个工作日", "Guidance", "窗口办理", "employer"),
        entry(2, "职工参保登记", "在职职工不超过5个工作日；灵活就业人员即时办结", "InstantFiling", "当场办结"),
        entry(3, "城乡居民参保登记", "即时办结", "InstantFiling", "当场办结"),
        entry(5, "职工参保信息变更登记", "即时办结", "InstantFiling", "当场办结"),
        entry(6, "城乡居民参保信息变更登记", "即时办结", "InstantFiling", "当场办结"),
      ],
    },
    {
      name: "基本医疗保险参保信息查询和个人账户一次性支取",
      items: [
        entry(7, "参保单位参保信息查询", "即时办结", "Guidance", "窗口办理", "employer"),
        entry(8, "参保人员参保信息查询", "即时办结", "Query", "即时查询"),
        entry(9, "参保人员个人账户一次性支取", "不超过15个工作日", "Acceptance", "受理后等结果"),
      ],
    },
    {
      name: "基本医疗保险关系转移接续",
      items: [
        entry(10, "出具《参保凭证》", "即时办结", "Certificate", "当场打印"),
        entry(11, "转移接续手续办理", "不超过15个工作日", "Acceptance", "受理后等结果"),
      ],
    },
    {
      name: "基本医疗保险参保人员异地就医备案",
      items: [
        entry(12, "异地安置退休人员备案", "即时办结", "InstantFiling", "当场办结"),
        entry(16, "异地长期居住人员备案", "即时办结", "InstantFiling", "当场办结"),
        entry(13, "常驻异地工作人员备案", "即时办结", "InstantFiling", "当场办结"),
        entry(14, "异地转诊人员备案", "即时办结", "InstantFiling", "当场办结"),
        entry(15, "其他临时外出就医人员备案", "即时办结", "InstantFiling", "当场办结"),
      ],
    },
    {
      name: "基本医疗保险参保人员享受门诊慢特病病种待遇认定",
      items: [
        entry(
          17,
          "基本医疗保险参保人员享受门诊慢特病病种待遇认定",
          "国家规定20个工作日。恶性肿瘤、肾透析、器官移植抗排异治疗、精神病等医疗费用较高的病种，随时申办、即时办结、次日享受待遇；其它病种每季度至少审核办理一次。",
          "Acceptance",
          "受理后等结果",
        ),
      ],
    },
    {
      name: "医疗救助对象待遇核准支付",
      items: [
        entry(
          25,
          "符合资助条件的救助对象参加城乡居民基本医疗保险个人缴费补贴",
          "不超过15个工作日",
          "Acceptance",
          "受理后等结果",
        ),
        entry(26, "医疗救助对象手工（零星）报销", "不超过15个工作日", "Acceptance", "受理后等结果"),
      ],
    },
    {
      name: "医药机构申请定点协议管理",
      items: [
        entry(27, "医疗机构申请定点协议管理", "评估时限不超过3个月", "Guidance", "窗口办理", "institution"),
        entry(28, "零售药店申请定点协议管理", "评估时限不超过3个月", "Guidance", "窗口办理", "institution"),
      ],
    },
    {
      name: "查询",
      items: [
        unlisted(901, "缴费明细查询"),
        unlisted(902, "个人账户查询"),
        unlisted(903, "医疗费用结算查询"),
        unlisted(904, "备案记录查询"),
        unlisted(905, "门诊慢特病资格查询"),
        unlisted(906, "定点医药机构查询"),
        unlisted(907, "医保药品目录查询"),
        unlisted(908, "办件进度查询"),
      ],
    },
  ],
};

const PROVINCES =
  "北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省 甘肃省 宁夏回族自治区 新疆维吾尔自治区";
const CITIES = "南京市 无锡市 徐州市 常州市 苏州市 南通市 连云港市 淮安市 盐城市 扬州市 镇江市 泰州市 宿迁市";

export function places(below: string | null): Place[] {
  const names = (below === null ? PROVINCES : CITIES).split(" ");
  return names.map((name, n) => ({
    code: below === null ? `${n + 11}0000` : `${below.slice(0, 2)}${String(n + 1).padStart(2, "0")}00`,
    name,
    hasBelow: below === null,
  }));
}
