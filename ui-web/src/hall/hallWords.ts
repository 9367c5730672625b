import type { Alarm, Condition, Device, Finding, FindingCode, Order, Severity } from "./contract";

/** The words of the wall, which speaks Chinese only. */
export const words = {
  title: "终端总览",
  live: "实时",
  reconnecting: "与监控服务的连接断开了，正在重连；下面是断开前的情况。",
  noBroker: "消息服务器没有连上，下面的情况可能已经变了。",
  noTerminals: "还没有终端连上来。",
  all: "全部",
  terminals: "终端",
  alarms: "告警",
  noAlarms: "没有告警。",
  alarmRecord: "告警记录",
  recordLead: "最近 200 条，新的在前。",
  severity: "级别",
  found: "发现",
  howOften: "次数",
  whoKnew: "谁知道了",
  over: "结束",
  stillStands: "还没有结束",
  afterAll: (time: string) => `（历时 ${time}）`,
  deedRecord: "操作记录",
  deedsForSupervisors: "操作记录要主管登录后才能看。",
  noDeeds: "还没有操作。",
  did: "做了什么",
  toWhat: "对象",
  close: "返回总览",
  devices: "设备",
  device: "设备",
  state: "状态",
  since: "从",
  cause: "原因",
  remedy: "怎么办",
  paper: "纸",
  nothing: "—",
  nobody: "空闲",
  busy: "有人在用",
  filings: (waiting: number, parked: number) => `待答复办件 ${waiting} 件，待处理 ${parked} 件`,
  software: (version: string) => `程序 ${version}`,
  lost: (count: number) => `有 ${count} 条记录因断网太久没有留住`,
  closedUntil: (until: string) => `预计 ${until} 恢复`,
  seen: "知道了",
  go: "我去",
  going: (who: string) => `${who} 正在过去`,
  helped: "已帮助",
  seenBy: (who: string) => `${who} 已知道`,
  clear: "已处理",
  times: (count: number) => `共 ${count} 次`,
  figures: "近一个月的统计",
  figuresShort: "统计",
  csv: "下载表格（CSV）",
  noFigures: "还没有办理记录。",
  visitsByDay: "每天办理次数",
  byItem: "按事项",
  itemName: "事项",
  leftAt: "没有办成的，走到哪一步离开",
  asTable: "看数字",
  readsByDay: "每天没有读出来的卡",
  pagesByDay: "每天印出的张数",
  waitsByDay: "每次办理平均等待秒数",
  waitsLeadOwn: "等待：查询、核验、提交时等答复的时间。",
  waitsLead: "等待：查询、核验、提交时等答复的时间。呼叫：从按下呼叫到有人答应的时间。",
  waited: "平均等待秒数",
  calls: "呼叫",
  callSeconds: "呼叫平均等待秒数",
  visitsBar: "长条是办理次数，深色的一段是办成的。",
  day: "日期",
  item: "序号",
  visits: "办理",
  reached: "办成",
  seconds: "平均秒数",
  counters: {
    "card.read": "读卡成功",
    "card.failed": "读卡失败",
    "code.read": "扫码",
    "receipt.printed": "凭条印出",
    "receipt.failed": "凭条没有印好",
    "document.printed": "A4 印出",
    "document.failed": "A4 没有印好",
  } as Readonly<Record<string, string>>,
  signInLead: "登录后才能处理告警、操作终端。",
  outOfHours: "不在服务时间",
  act: "操作",
  actLead: "正在办理的人会先办完，不会被打断；会打断办理的操作，终端会拒绝。",
  reason: "暂停原因（屏幕上会显示，最多 30 个字）",
  until: "恢复时间（可以不填）",
  needReason: "请写暂停原因。",
  sure: { "restart-service": "重启要半分钟左右，期间不能办理。确定重启？" },
  volume: "语音音量",
  notice: "给群众看的通知（最多 60 个字）",
  noticeUntil: "到什么时候（可以不填）",
  needNotice: "请写通知的内容。",
  readLog: "看日志",
  logLead: "只有程序自己的句子，里面的值都去掉了。",
  emptyLog: "没有日志。",
  workOrders: "工单",
  workOrderOpen: (count: number) => `工单 ${count}`,
  workOrdersLead: "登录后才能看工单。不要写群众的姓名、证件号码和电话。",
  noWorkOrders: "没有工单。",
  openWorkOrder: "开工单",
  workOrderNumber: "工单号",
  fault: "故障（10 到 500 个字）",
  faultShort: "故障",
  openedBy: "开单",
  owner: "处理人工号",
  ownerShort: "处理人",
  dueOn: "到期日",
  overdue: "已过期",
  assign: "交给他",
  done: "做了什么",
  closeWorkOrder: "结单",
  closedBy: (who: string) => `${who} 已结单`,
  badRatings: "差评",
  badRating: (terminal: string, item: number, name: string | undefined) => `${terminal}　${name ?? `第 ${item} 项`}`,
  nobodyYet: "还没有人接手",
  inHands: (who: string) => `${who} 在处理`,
  waitsForCheck: (who: string) => `${who} 已整改，等主管复核`,
  dueBy: (day: string) => `${day} 到期`,
  availability: "可用率（近七天）",
  availabilityLead: "终端写连着的时间；设备写连着的时间里能用的部分。",
  itself: "终端",
  hours: (hours: number) => `${hours} 小时`,
  paperForecast: "纸还能用多久",
  paperLead: "按前几卷从换纸到快用完印了多少估的；还没有用完过一卷的，估不出来。",
  printer: "打印机",
  paperNow: "现在",
  sinceChange: "换纸后印出",
  perDay: "每天大约",
  lowAt: "预计快用完",
  unknowable: "还估不出来",
  tables: "表格（CSV）",
  tableNames: {
    "figures.csv": "办理",
    "availability.csv": "可用率",
    "paper.csv": "纸",
    "alarms.csv": "告警",
  },
  orders: {
    close: "暂停服务",
    pullLog: "取日志",
    setVolume: "调音量",
    showNotice: "显示通知",
    endNotice: "撤下通知",
    reopen: "恢复服务",
    printTest: "打印测试条",
    restartScreen: "重启屏幕",
    restartService: "重启终端程序",
    helpComing: "告诉群众有人过来",
    helpOver: "结束呼叫",
  } satisfies Record<Order["what"]["type"], string>,
  ordersGiven: "已下的命令",
  noOrders: "还没有下过命令。",
  order: "命令",
  by: "工号",
  given: "时间",
  became: "结果",
  waiting: "等终端答复",
  unanswered: "没有答复",
  outcomes: { done: "已完成", refused: "没有执行", failed: "没有成功" } satisfies Record<
    NonNullable<Order["outcome"]>,
    string
  >,
  cancel: "取消",
  unreachable: "监控服务没有答复，请稍后再试。",
  conditions: {
    offline: "离线",
    outOfOrder: "停用",
    attention: "要留意",
    ok: "正常",
  } satisfies Record<Condition, string>,
  severities: { critical: "紧急", warning: "要处理", note: "提醒" } satisfies Record<Severity, string>,
  deviceNames: {
    "id-card": "身份证阅读器",
    "ss-card": "社保卡读卡器",
    scan: "扫码器",
    printer: "凭条打印机",
    a4: "A4 打印机",
    "document-camera": "高拍仪",
    face: "人脸核验",
  } satisfies Record<Device["name"], string>,
  deviceStates: {
    starting: "正在启动",
    online: "正常",
    deviceBusy: "正在工作",
    userError: "要人动手",
    hardwareError: "故障",
    offline: "没有应答",
    powerOff: "没有通电",
    noDevice: "没有接上",
  } satisfies Record<Device["state"], string>,
  notOpened: "用时打开",
  papers: { full: "充足", low: "快用完", out: "缺纸", jammed: "卡纸", unknown: "不详" } satisfies Record<
    NonNullable<Device["paper"]>,
    string
  >,
} as const;

const FINDINGS: Readonly<Record<FindingCode, string>> = {
  offline: "连不上",
  closed: "已停用",
  "no-reader": "证件和码都读不了",
  device: "不能用",
  "paper-low": "纸快用完",
  "paper-out": "缺纸",
  "paper-jammed": "卡纸",
  "filings-parked": "有办件等人处理",
  "filings-wait": "办件等待答复过久",
  "day-differs": "日终核对有差异",
  "store-fault": "办件记录出错",
  "print-unknown": "不知道打印出来没有",
  "help-call": "有人呼叫工作人员",
  "order-forged": "收到不是监控发出的命令",
  "defaults-refused": "没有采用大厅默认值",
  "devices-changed": "接上了没有登记过的设备",
  "not-ready": "开门自检有故障",
};

/** Filmed by a screen when somebody hands a page in; nobody knows of it before. */
const NOT_OPENED = "camera-not-opened";

/** How a device is, in the standard words; one that is only opened when it is needed says so. */
export const standing = (device: Pick<Device, "state" | "cause">): string =>
  device.cause === NOT_OPENED ? words.notOpened : words.deviceStates[device.state];

const named = (device: string): string => (words.deviceNames as Readonly<Record<string, string>>)[device] ?? device;

/** What is wrong, in a few words. */
export const finding = (it: Pick<Finding | Alarm, "code" | "device">): string =>
  it.device === undefined ? FINDINGS[it.code] : `${named(it.device)}${FINDINGS[it.code]}`;

const CAUSES: Readonly<Record<string, string>> = {
  "order.visit-under-way": "有人正在办理",
  "order.late": "命令到得太晚",
  "order.nobody-calls": "呼叫已经结束",
  "order.not-shown": "屏幕没有答复，不知道显示了没有",
  "order.no-screen": "没有屏幕连着",
  "order.screen-not-back": "屏幕没有重新连上",
  "order.no-manager": "这台终端没有由系统服务管理，不能自己重启",
};

/** What became of an order, in a few words. */
export function became(order: Order, now: number): string {
  if (order.outcome === undefined) return Date.parse(order.expiresAt) < now ? words.unanswered : words.waiting;
  const outcome = words.outcomes[order.outcome];
  return order.cause === undefined ? outcome : `${outcome}：${CAUSES[order.cause] ?? order.cause}`;
}

const DEEDS: Readonly<Record<string, string>> = {
  "signed-in": "登录",
  "alarm.acknowledged": "知道了告警",
  "alarm.cleared": "处理了告警",
  "work-order.opened": "开了工单",
  "work-order.assigned": "交办了工单",
  "work-order.closed": "结了工单",
};

const ORDER = "order.";

/** What somebody did at the monitor, in words; a code that has none says itself. */
export const deed = (code: string): string =>
  code.startsWith(ORDER)
    ? `下命令：${(words.orders as Readonly<Record<string, string>>)[code.slice(ORDER.length)] ?? code}`
    : (DEEDS[code] ?? code);

const DEED_OUTCOMES: Readonly<Record<string, string>> = { ok: "成功", refused: "被拒绝", unknown: "没有这一条" };

/** How it ended, in words. */
export const deedOutcome = (code: string): string => DEED_OUTCOMES[code] ?? code;

const STEPS: Readonly<Record<string, string>> = {
  choose: "选事项",
  brief: "办理说明",
  identify: "验证身份",
  relation: "替谁办",
  eligibility: "能不能办",
  question: "填写",
  materials: "交材料",
  commitment: "承诺书",
  sign: "签名",
  review: "核对",
  wait: "等待",
  answer: "结果",
  paper: "打印",
  result: "办理结果",
  rate: "评价",
};

/** A kind of step as staff call it. */
export const stepName = (kind: string): string => STEPS[kind] ?? kind;
