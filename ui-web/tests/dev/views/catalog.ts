/** What a hall offers and which places there are. */
import type { Catalog, Place } from "../../../src/contract";

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
