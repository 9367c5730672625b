import type { StaffAudit } from "@/contract";

type AuditLine = StaffAudit["lines"][number];

/** The words of the staff page, which speaks Chinese only. */
export const words = {
  title: "工作人员",
  signIn: "登录",
  signOut: "退出登录",
  number: "工号",
  password: "口令",
  signInLead: "查看待处理办件、日终核对和审计记录。",
  fillBoth: "请填写工号和口令。",
  quiet: "十分钟没有操作，已经退出登录。",
  unreachable: "终端服务没有答复，请稍后再试。",
  refresh: "刷新",
  cancel: "取消",
  loading: "正在读取……",
  tabs: { filings: "待处理", day: "日终核对", service: "服务状态", audit: "审计记录" },

  parked: "不能提交，等人处理",
  noneParked: "没有要处理的办件。",
  unanswered: "医保系统还没有答复",
  noneUnanswered: "都已有答复。",
  more: (shown: number, waiting: number) => `共 ${waiting} 件，这里是最早的 ${shown} 件。`,
  slip: "流水号",
  item: "事项",
  itemNumber: (number: number) => `第 ${number} 项`,
  person: "办事人",
  submittedAt: "提交时间",
  attempts: "已提交",
  times: (count: number) => `${count} 次`,
  scans: (count: number) => `附件 ${count} 页`,
  state: "状态",
  advice: "说明",
  actions: "处理",
  again: "再试",
  againTitle: "再提交一次？",
  againText: (slip: string) => `办件 ${slip} 会马上再提交给医保系统。请先确认原因已经解决。`,
  againDone: (slip: string, state: string) => `办件 ${slip} 已再次提交，现在是“${state}”。`,
  giveUp: "不再提交",
  giveUpTitle: "不再提交这笔办件？",
  giveUpText: (slip: string) => `本机以后不再提交办件 ${slip}，要由窗口另行办理。不能撤销。`,
  giveUpDone: (slip: string, state: string) => `本机不再提交办件 ${slip}，现在是“${state}”。`,

  day: "日期",
  compare: "核对",
  noDay: "请选择日期。",
  notCompared: (cause: string) => `读不到省平台当天的记录，没有核对成。请稍后再试。（${cause}）`,
  agree: (agreeing: number) => `一致 ${agreeing} 件，没有差异。`,
  differ: (agreeing: number, differing: number) => `一致 ${agreeing} 件，有差异 ${differing} 件。`,
  kinds: {
    differs: "状态不一致",
    unknownHere: "本机没有记录",
    unknownThere: "省平台没有记录",
    waiting: "还没有答复",
  },
  kind: "差异",
  acceptance: "受理号",
  here: "本机",
  there: "省平台",
  nothing: "—",
  putRight: "更正",
  putRightTitle: "按省平台的记录更正？",
  putRightText: (slip: string, here: string, there: string) => `办件 ${slip}：本机记为“${here}”，更正后为“${there}”。`,
  putRightDone: (slip: string) => `办件 ${slip} 已按省平台的记录更正。`,

  inService: "服务中",
  shut: { outOfHours: "不在服务时间", outOfService: "暂停服务" },
  until: (when: string) => `到 ${when.replace("T", " ")}`,
  reason: "原因",
  reasonHint: "写给群众看，1 到 30 个字，如：打印机检修",
  noReason: "请写明暂停的原因。",
  opensAt: "自动恢复时间（不填就等人恢复）",
  close: "暂停服务",
  closeHint: "正在办理的群众可以办完，不会被打断。",
  open: "恢复服务",

  end: "记录末尾",
  endHint: "抄下来另存，可以用来查出记录有没有被删改。",
  noLines: "还没有记录。",
  line: "序号",
  at: "时间",
  role: "谁",
  what: "做了什么",
  subject: "对象",
  outcome: "结果",
  roles: { citizen: "群众", staff: "工作人员", technician: "技术员", terminal: "终端" } satisfies Record<
    AuditLine["role"],
    string
  >,
} as const;

const DEEDS: Readonly<Record<string, string>> = {
  "staff.signed-in": "登录",
  "filing.tried-again": "再次提交办件",
  "filing.given-up": "不再提交办件",
  "filing.waits-too-long": "办件等待过久",
  "filing.submitted": "办件已提交",
  "filing.received": "办件已收件",
  "filing.accepted": "办件已受理",
  "filing.in-review": "办件审核中",
  "filing.paying": "办件拨付中",
  "filing.finished": "办件已办结",
  "filing.returned": "办件退回补正",
  "filing.refused": "办件不予受理",
  "filing.withdrawn": "办件已撤回",
  "filing.parked": "办件转为待处理",
  "filing.unconfirmed": "办件待确认",
  "day.differs": "日终核对有差异",
  "day.put-right": "按省平台的记录更正",
  "journal.fault": "办件记录出错",
  "journal.unsound": "办件记录不完整",
  "terminal.checked": "开门自检",
  "terminal.out-of-service": "暂停服务",
  "terminal.in-service": "恢复服务",
  "audit.anchored": "上传审计锚点",
  "terminal.started": "终端启动",
  "terminal.stopped": "终端停止",
};

const OUTCOMES: Readonly<Record<string, string>> = {
  ok: "成功",
  refused: "被拒绝",
  found: "已发现",
  issued: "已出具",
  "after-crash": "上次没有正常停止",
};

/** What was done, in words; a code that has none says itself. */
export const deed = (code: string): string => DEEDS[code] ?? code;

/** How it ended, in words. */
export const outcome = (code: string): string => OUTCOMES[code] ?? code;
