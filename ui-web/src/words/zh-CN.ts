/** The words of the screens in Chinese, the language every other one is measured against. */
export const zhCN = {
  language: { tag: "zh-CN", self: "中文" },

  service: { name: "医保自助服务" },

  titles: {
    attract: "欢迎使用",
    choose: "您想办什么？",
    brief: "办理前请看一看",
    identify: "请出示证件",
    relation: "替谁办？",
    eligibility: "请先看这里",
    question: "请回答",
    materials: "交材料",
    commitment: "请阅读承诺书",
    sign: "请签名",
    review: "请核对您填的内容",
    wait: "请稍等",
    answer: "查询结果",
    paper: "打印",
    result: "办理结果",
    rate: "请评价这次服务",
    staff: "工作人员",
    goodbye: "请拿好您的东西",
  },

  actions: {
    back: "返回",
    next: "下一步",
    done: "完成",
    close: "知道了",
    detail: "查看详情",
    change: "修改",
    submit: "确认提交",
    again: "再试一次",
    previousPage: "上一页",
    nextPage: "下一页",
    clear: "清除",
    erase: "删除",
  },

  bar: {
    label: "常用按钮",
    home: "首页",
    exit: "退出",
    help: "帮助",
    large: "大字",
    normal: "标准字",
    contrast: "高对比",
    colours: "标准色",
    low: "低位",
    high: "标准位",
    language: "语言",
    voice: "语音",
    quiet: "关语音",
    cover: "遮挡",
    uncover: "显示",
    smaller: "小一点",
    larger: "大一点",
  },

  voice: {
    label: "语音",
    again: "再听一遍",
    stop: "停止",
    softer: "小声一点",
    louder: "大声一点",
    volume: "音量",
    none: "这个画面没有语音。",
  },

  cover: {
    title: "内容已遮挡",
    lead: "您填的内容都在。看好周围，再点一下“显示”。",
    hold: "按住显示",
  },

  languages: {
    title: "选择语言",
    text: "换语言以后，步骤和填写的内容都不变。",
    /** Beside texts of the list, where the screens speak another language. */
    original: "清单原文（中文）",
    /** What must be said of a language whose words nobody has looked over yet. */
    draft: "",
  },

  status: {
    signedIn: (name: string) => `${name} 已登录`,
    secondsLeft: (seconds: number) => `${seconds} 秒后退出`,
  },

  progress: {
    at: (at: number, of: number) => `第 ${at} 步，共 ${of} 步`,
    page: (at: number, of: number) => `第 ${at} 页，共 ${of} 页`,
    part: (at: number, of: number) => `第 ${at} 部分，共 ${of} 部分`,
  },

  attract: {
    welcome: "医保业务，自己就能办",
    lead: "查询、备案、登记，一步一步带您办好",
    touch: "触摸屏幕，开始办理",
    opens: (when: string) => `${when} 恢复服务`,
    bring: "请准备好其中一样",
    bringOne: "请准备好",
  },

  credentials: {
    "id-card": "身份证",
    "ss-card": "社会保障卡",
    "e-voucher": "医保电子凭证",
    "verification-code": "验真二维码",
  },

  choose: {
    frequent: "常用",
    here: "在这台机器上就能办",
    queries: "查询",
    unlisted: "非清单事项",
    atWindow: (label: string) => `到窗口${label}`,
    empty: "暂时没有可以办理的事项，请到窗口办理。",
    loading: "正在读取事项…",
    search: "找事项",
    searchHint: "写几个字，或拼音首字母",
    more: (count: number) => `还有 ${count} 项，请再写几个字。`,
    notFound: "没有找到，请换个说法，或点“看全部事项”。",
    showAll: "看全部事项",
  },

  brief: {
    need: "请准备",
    nothing: "不需要其他材料",
    stages: "办理环节",
    law: "设定依据",
    lawShow: "查看设定依据",
    clears: "中途离开时，没有提交的内容会自动清除。",
  },

  identify: {
    title: "请出示下面任意一种证件",
    titleVerify: "请出示凭证上的验真二维码",
    titleOne: (name: string) => `请出示${name}`,
    how: {
      "id-card": "平放在亮灯的读卡区，不要拿开",
      "ss-card": "芯片朝前，插入卡槽到底",
      "e-voucher": "打开手机上的医保码，对准扫码窗",
      "verification-code": "把纸上的验真二维码对准扫码窗，手机上的也可以",
    },
    camera: {
      name: "摄像头看到的画面",
      how: "打开手机上的医保码，对准画面",
      away: "摄像头暂时不能用，请换一种证件或叫工作人员帮忙",
      hints: {
        "nothing-in-view": "打开手机上的医保码，对准画面",
        "too-dark": "太暗了，请把手机屏幕调亮",
        "too-bright": "太亮了，请把手机拿远一点",
        glare: "屏幕反光了，请把手机斜一点",
        "too-far": "请把手机拿近一点",
        blurred: "看不清，请离镜头一巴掌远，拿稳",
        "hold-still": "看到二维码了，请拿稳不动",
      },
    },
    unavailable: "暂时不能用，请换一种证件",
    noneAvailable: "暂时不能用，请叫工作人员帮忙",
    reading: "正在读取，请不要拿开",
    readingHint: "马上就好",
    confirmTitle: "请确认是您本人",
    confirm: (name: string, tail: string) => `您是 ${name}，身份证尾号 ${tail}，对吗？`,
    confirmNoTail: (name: string) => `您是 ${name}，对吗？`,
    yes: "是我",
    no: "不是我",
    titleAgent: "请代办人出示身份证",
    titlePrincipal: "请放上被代办人的身份证",
    confirmPrincipalTitle: "请核对替谁办",
    confirmPrincipal: (name: string, tail: string) => `替 ${name}（身份证尾号 ${tail}）办理，对吗？`,
    them: "对",
    notThem: "不对",
    failedTitle: "没有读到证件",
    wait: "放好以后会自动读取，不用按按钮。",
  },

  question: {
    optional: "可以不填",
    skip: "不填，下一步",
    chosen: "已选",
    place: {
      province: "先选省份",
      city: "再选城市",
      county: "再选区县",
      changeProvince: "重新选",
      loading: "正在读取地区…",
    },
    date: {
      today: "今天",
      previousMonth: "上个月",
      nextMonth: "下个月",
      previousYear: "上一年",
      nextYear: "下一年",
      month: (year: number, month: number) => `${year} 年 ${month} 月`,
      year: (year: number) => `${year} 年`,
      ofYear: (month: number) => `${month} 月`,
      full: (year: number, month: number, day: number) => `${year} 年 ${month} 月 ${day} 日`,
      weekdays: ["日", "一", "二", "三", "四", "五", "六"],
      none: "还没有选日期",
    },
    phone: { left: (count: number) => `还差 ${count} 位` },
    empty: {
      phone: "请输入 11 位手机号",
      idNumber: "请输入 18 位身份证号",
      money: "请输入金额（元）",
      digits: "请输入数字",
    },
    text: { empty: "请输入", count: (length: number, limit: number) => `${length} / ${limit} 字` },
    incomplete: "填好以后才能下一步。",
  },

  writing: {
    label: "写字",
    candidates: "选字",
    previous: "前面的字",
    more: "更多字",
    clearAll: "全部清除",
    missing: "写字功能暂时不能用，请叫工作人员帮忙。",
    pickFirst: "还有没选的字，请先在下面选字。",
    modes: { pinyin: "拼音", numbers: "数字", strokes: "笔画" },
    hints: {
      pinyin: "按拼音字母，再选字",
      numbers: "按数字和常用字",
      strokes: "按笔画顺序写，再选字",
    },
    strokes: { "1": "横", "2": "竖", "3": "撇", "4": "点", "5": "折" },
  },

  agent: {
    banner: (principal: string, agent: string) => `正在为 ${principal} 办理（代办人 ${agent}）`,
    bannerAlone: (agent: string) => `替别人办理（代办人 ${agent}）`,
  },

  materials: {
    listLead: "点一项就能拍。都齐了再按“下一步”。",
    wayLead: "下面的选一种就行。",
    put: "把这一页平放在拍摄台上，字朝上、朝着您，四个角都要看得见。",
    promise: "在本机签承诺书",
    scan: "拍摄这份材料",
    none: "还没有拍",
    page: (number: number) => `第 ${number} 页`,
    turn: "转正",
    turnPage: (number: number) => `把第 ${number} 页转正`,
    remove: "删除",
    removePage: (number: number) => `删除第 ${number} 页`,
    count: (count: number, most: number) => `已拍 ${count} 页，最多 ${most} 页`,
    camera: {
      name: "拍摄台的画面",
      away: "摄像头没有画面，请叫工作人员帮忙",
      good: "放好了，可以拍",
      faults: {
        missing: "把这一页平放在拍摄台上",
        "cut-off": "四个角都要放进画面里",
        "too-small": "太小了，看不清字，请摆正",
        covered: "请把手拿开，把纸放平",
        "too-dark": "太暗了，请不要挡住灯",
        "too-bright": "太亮了，看不清字",
        glare: "反光了，请换个角度放平",
        blurred: "请放平不动",
      },
    },
    working: "正在拍，请不要动……",
  },

  rate: {
    lead: "评不评都可以，不影响办理结果。",
    reasonsLead: "哪里不好？可以多选，不用留姓名。",
    chosen: (label: string) => `您的评价：${label}`,
    send: "提交评价",
    contact: "想听回复吗？可以留手机号",
    phone: "手机号",
    leavePhone: "留下号码",
  },

  commitment: {
    version: (version: string) => `版本 ${version}`,
    agree: "我已阅读并同意以上内容",
    prevails: "签的是中文，以中文为准；译文帮您看懂。",
    decline: "不同意",
    readAloud: "读给我听",
    stopReading: "停止朗读",
    notReadAloud: "本机现在读不出来，请翻到最后一页看完全文。",
    heard: "已经听完，请勾选。",
    readFirst: "请先翻到最后一页看完全文，或者按“读给我听”听完。",
    agreeFirst: "请先勾选“我已阅读并同意以上内容”。",
  },

  sign: {
    here: "请用手指在框内签名",
    again: "重写",
    short: "签名太短，请写上您的全名。",
    box: "签名区",
    cannot: "不方便手写",
    thumbprint: "请工作人员见证按手印",
    byHand: "还是手写",
    confirm: "请按本人身份证号后四位，代替手写签名",
    confirmLead: "办件上会写明：本人在自助机上确认，没有手写签名。",
    four: "请按四位",
  },

  review: { lead: "有不对的地方，点右边的“修改”。" },

  wait: {
    titles: { lookup: "正在查询", submit: "正在提交", print: "正在打印", face: "请看摄像头", staff: "请工作人员过来" },
    leave: "请不要离开，也不要重复操作。",
    staff: "您的业务留在屏幕上，也可以随时退出。",
  },

  answer: { empty: "没有查到记录。" },

  paper: {
    rate: { printed: "已打印好，请评价", taken: "已存到手机，请评价" },
    titles: {
      preparing: "正在准备",
      preview: "请看一下内容",
      queued: "等待打印",
      printing: "正在打印",
      printed: "已打印好",
      notPrinted: "没有打印出来",
      partly: "只打印了一部分",
      unknown: "请看看出纸口",
      withheld: "本机不能出具",
      takeAway: "请用手机扫码",
      taken: "已存到手机",
    },
    symbol: "给手机扫的二维码",
    before: "上一页",
    after: "下一页",
    page: (at: number, of: number) => `第 ${at} 页，共 ${of} 页`,
    closer: "放大看",
    further: "往下看",
    whole: "看整页",
    take: "请在出纸口取走",
  },

  result: {
    titles: {
      finished: "已办结",
      accepted: "已受理",
      received: "已收件",
      refused: "没有办成",
      alreadyFiled: "已经办过了",
      unconfirmed: "还没有收到结果",
      notSentYet: "已保存，还没有提交到医保系统",
    },
    number: "受理号",
  },

  goodbye: {
    card: "请拿走您的证件！",
    paper: "请取走您的回执",
    both: "请拿走证件，取走回执",
    bye: "谢谢使用，请慢走",
    wiped: "您的信息已经从本机清除。",
  },

  idle: {
    title: "您还在办理吗？",
    text: "时间到了会自动退出，并清除您的信息。",
    seconds: "秒",
    stay: "继续办理",
    leave: "现在退出",
  },

  leave: {
    exitTitle: "要退出吗？",
    homeTitle: "要回到首页吗？",
    text: "没有提交的内容会清除，不会保存。",
    exit: "退出",
    home: "回到首页",
    stay: "继续办理",
  },

  help: {
    title: "需要帮助吗？",
    staff: "请向大厅工作人员招手，他们会过来帮您。",
    call: "呼叫工作人员",
    calling: "正在呼叫工作人员，请稍等。",
    coming: (who: string) => `工作人员（${who} 号）正在过来。`,
    hotline: "也可以打咨询电话",
    complaint: "监督电话",
  },

  problem: { title: "请看一下" },

  link: {
    lost: "正在恢复服务，请稍等",
    lostLead: "不用按任何按钮，马上就好。",
    staying: "还没有恢复。请到旁边的自助机或窗口办理，已经提交的业务不受影响。",
    starting: "正在启动",
  },

  unknownStep: "这一步要到窗口办理，请按“退出”。",
};

type Widen<T> = T extends string
  ? string
  : T extends (...given: infer G) => string
    ? (...given: G) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

/** Every language has exactly these words; a missing or a surplus key does not compile. */
export type Words = Widen<typeof zhCN>;
