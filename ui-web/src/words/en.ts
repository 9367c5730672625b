import type { Words } from "./zh-CN";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The words of the screens in English. */
export const en: Words = {
  language: { tag: "en", self: "English" },

  service: { name: "Medical insurance self-service" },

  titles: {
    attract: "Welcome",
    choose: "What would you like to do?",
    brief: "Before you start",
    identify: "Please show your document",
    eligibility: "Please read this first",
    question: "Please answer",
    commitment: "Please read the commitment",
    sign: "Please sign",
    review: "Please check what you filled in",
    wait: "Please wait",
    answer: "Result",
    paper: "Printing",
    result: "Result",
    staff: "Staff",
    goodbye: "Please take your things",
    relation: "For whom?",
    materials: "Hand in papers",
    rate: "How was this service?",
  },

  actions: {
    back: "Back",
    next: "Next",
    done: "Done",
    close: "All right",
    detail: "Details",
    change: "Change",
    submit: "Confirm and submit",
    again: "Try again",
    previousPage: "Previous",
    nextPage: "Next page",
    clear: "Clear",
    erase: "Erase",
  },

  bar: {
    label: "Common buttons",
    home: "Home",
    exit: "Leave",
    help: "Help",
    large: "Large",
    normal: "Basic",
    contrast: "Dark",
    colours: "Light",
    low: "Low",
    high: "High",
    language: "中/EN",
    voice: "Voice",
    quiet: "Quiet",
    cover: "Hide",
    uncover: "Show",
    smaller: "Less",
    larger: "More",
  },

  voice: {
    label: "Voice",
    again: "Again",
    stop: "Stop",
    softer: "Softer",
    louder: "Louder",
    volume: "Volume",
    none: "Nothing is spoken here.",
  },

  cover: {
    title: "Hidden",
    lead: "Everything you filled in is still there. Look around, then press “Show”.",
    hold: "Hold to show",
  },

  languages: {
    title: "Language",
    text: "You stay where you are, and what you filled in is kept.",
    original: "Original wording of the list, in Chinese",
    draft: "",
  },

  status: {
    signedIn: (name: string) => `Signed in: ${name}`,
    secondsLeft: (seconds: number) => `Ends in ${seconds} s`,
  },

  progress: {
    at: (at: number, of: number) => `Step ${at} of ${of}`,
    page: (at: number, of: number) => `Page ${at} of ${of}`,
    part: (at: number, of: number) => `Part ${at} of ${of}`,
  },

  attract: {
    welcome: "Medical insurance, by yourself",
    lead: "Queries, filings, enrolment: one step at a time",
    touch: "Touch the screen to start",
    opens: (when: string) => `Open again ${when}`,
    bring: "Have one of these at hand",
    bringOne: "Please have at hand",
  },

  credentials: {
    "id-card": "ID card",
    "ss-card": "Social security card",
    "e-voucher": "Insurance e-voucher",
    "verification-code": "Verification code",
  },

  choose: {
    frequent: "Often used",
    here: "On this terminal",
    queries: "Questions and records",
    unlisted: "Offered by this hall, not on the published list",
    atWindow: (label: string) => `At a counter: ${label}`,
    empty: "Nothing can be done here at the moment. Please go to a counter.",
    loading: "Reading the services …",
    search: "Find a service",
    searchHint: "A few Chinese characters, or pinyin initials",
    more: (count: number) => `${count} more; please write more characters.`,
    notFound: "Nothing found. Try other words, or press “All services”.",
    showAll: "All services",
  },

  brief: {
    need: "Please bring",
    nothing: "No other papers",
    stages: "Stages",
    law: "Legal basis",
    lawShow: "Show the legal basis",
    clears: "If you leave before submitting, what you filled in is cleared.",
  },

  identify: {
    title: "Please show one of these",
    titleVerify: "Show the code on the certificate",
    titleOne: (name: string) => `Please show: ${name}`,
    how: {
      "id-card": "Lay it flat on the lit area and leave it there",
      "ss-card": "Insert it, chip first, as far as it goes",
      "e-voucher": "Open the code on your phone and hold it before the scanner",
      "verification-code": "Hold the QR code on the paper, or on a phone, before the scanner",
    },
    camera: {
      name: "What the camera sees",
      how: "Open the code on your phone and hold it before the camera",
      away: "The camera is out of service, please show something else or ask the hall staff",
      hints: {
        "nothing-in-view": "Open the code on your phone and hold it before the camera",
        "too-dark": "Too dark: please make your phone's screen brighter",
        "too-bright": "Too bright: please hold the phone further away",
        glare: "A lamp is mirrored in the glass: please tilt the phone",
        "too-far": "Please bring the phone closer",
        blurred: "Not sharp: a hand's breadth away, and hold still",
        "hold-still": "There it is: please hold still",
      },
    },
    unavailable: "Out of service, please use another one",
    noneAvailable: "Out of service, please ask the hall staff",
    reading: "Reading, please leave it there",
    readingHint: "Just a moment",
    confirmTitle: "Please confirm that this is you",
    confirm: (name: string, tail: string) => `Are you ${name}, ID number ending in ${tail}?`,
    confirmNoTail: (name: string) => `Are you ${name}?`,
    yes: "Yes, that is me",
    no: "Not me",
    failedTitle: "Nothing was read",
    wait: "It is read by itself; no button is needed.",
    titleAgent: "Please show your own ID card first",
    titlePrincipal: "Now lay down the ID card of the person you act for",
    confirmPrincipalTitle: "Please check whom you act for",
    confirmPrincipal: (name: string, tail: string) => `For ${name}, ID number ending in ${tail}?`,
    them: "Yes",
    notThem: "No",
  },

  question: {
    optional: "May be left empty",
    skip: "Leave empty, next",
    chosen: "Chosen",
    place: {
      province: "First choose the province",
      city: "Then the city",
      county: "Then the district or county",
      changeProvince: "Choose again",
      loading: "Reading the places …",
    },
    date: {
      today: "Today",
      previousMonth: "Previous month",
      nextMonth: "Next month",
      previousYear: "Previous year",
      nextYear: "Next year",
      month: (year: number, month: number) => `${MONTHS[month - 1] ?? ""} ${year}`,
      year: (year: number) => `${year}`,
      ofYear: (month: number) => MONTHS[month - 1] ?? "",
      full: (year: number, month: number, day: number) => `${day} ${MONTHS[month - 1] ?? ""} ${year}`,
      weekdays: ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"],
      none: "No date chosen yet",
    },
    phone: { left: (count: number) => `${count} to go` },
    empty: {
      phone: "Enter the 11 digits",
      idNumber: "Enter the 18 characters",
      money: "Enter the amount in yuan",
      digits: "Enter digits",
    },
    text: { empty: "Please write", count: (length: number, limit: number) => `${length} of ${limit} characters` },
    incomplete: "Please fill this in first.",
  },

  writing: {
    label: "Writing",
    candidates: "Choose a character",
    previous: "Earlier",
    more: "More",
    clearAll: "Clear all",
    missing: "Writing is out of service, please ask the hall staff.",
    pickFirst: "Some letters are not turned into characters yet; please choose below.",
    modes: { pinyin: "Pinyin", numbers: "Digits", strokes: "Strokes" },
    hints: {
      pinyin: "Pinyin letters, then choose",
      numbers: "Digits and common characters",
      strokes: "Strokes in order, then choose",
    },
    strokes: { "1": "Across", "2": "Down", "3": "Left", "4": "Dot", "5": "Turn" },
  },

  commitment: {
    version: (version: string) => `Version ${version}`,
    agree: "I have read this and agree",
    decline: "I do not agree",
    readAloud: "Read it to me",
    stopReading: "Stop reading",
    notReadAloud: "This terminal cannot read it out now. Please read it to its last page.",
    heard: "You have heard it to the end. Please tick the box.",
    readFirst: "Please read to the last page first, or press “Read it to me” and listen to the end.",
    agreeFirst: "Please tick “I have read this and agree” first.",
  },

  agent: {
    banner: (principal: string, agent: string) => `For ${principal}, by ${agent}`,
    bannerAlone: (agent: string) => `On behalf of somebody else, by ${agent}`,
  },

  materials: {
    listLead: "Press one to scan it. When all are there, press “Next”.",
    wayLead: "One of these is enough.",
    put: "Lay the page flat under the camera, facing up and towards you, all four corners in sight.",
    promise: "Sign a commitment here instead",
    scan: "Scan this paper",
    none: "Nothing scanned yet",
    page: (number: number) => `Page ${number}`,
    remove: "Remove",
    turn: "Turn",
    turnPage: (number: number) => `Turn page ${number} by a quarter`,
    removePage: (number: number) => `Remove page ${number}`,
    count: (count: number, most: number) => `${count} pages, at most ${most}`,
    camera: {
      name: "What the document camera sees",
      away: "The camera shows no picture, please ask the hall staff",
      good: "It lies well: ready to be taken",
      faults: {
        missing: "Lay this page flat under the camera",
        "cut-off": "All four corners must be in the picture",
        "too-small": "Too small for its print to be read",
        covered: "Take your hand away and smooth it out",
        "too-dark": "Too dark: keep out of the lamp's way",
        "too-bright": "Too bright for its print to be read",
        glare: "A lamp is mirrored: turn it a little",
        blurred: "Lay it flat and keep it still",
      },
    },
    working: "Scanning, please keep still …",
  },

  rate: {
    lead: "Rating is up to you and changes nothing about the result.",
    reasonsLead: "What was wrong? Choose any; no name is needed.",
    chosen: (label: string) => `Your rating: ${label}`,
    send: "Send",
  },

  sign: {
    here: "Sign in the box with your finger",
    again: "Sign again",
    short: "Too short: please write your full name.",
    box: "Signature",
    cannot: "I cannot write",
    byHand: "Sign by hand",
    confirm: "Enter the last four characters of your ID number instead of signing",
    confirmLead: "The filing will say so: confirmed at the terminal, not signed by hand.",
    four: "Please enter all four characters.",
  },

  review: { lead: "If something is wrong, press “Change” beside it." },

  wait: {
    titles: { lookup: "Looking up", submit: "Submitting", print: "Printing", face: "Look into the camera" },
    leave: "Please stay, and do not press again.",
  },

  answer: { empty: "Nothing on record." },

  paper: {
    rate: { printed: "Printed. How was this service?", taken: "On your phone. How was this service?" },
    titles: {
      preparing: "Getting it ready",
      preview: "Please look it over",
      queued: "Waiting for the printer",
      printing: "Printing",
      printed: "Printed",
      notPrinted: "Not printed",
      partly: "Only partly printed",
      unknown: "Please look at the paper slot",
      withheld: "Not available here",
      takeAway: "Scan with your phone",
      taken: "Saved to your phone",
    },
    symbol: "Code for your phone",
    before: "Previous page",
    after: "Next page",
    page: (at: number, of: number) => `Page ${at} of ${of}`,
    closer: "Look closer",
    further: "Further down",
    whole: "Whole page",
    take: "Take it at the paper slot",
  },

  result: {
    titles: {
      finished: "Done",
      accepted: "Accepted",
      received: "Taken in",
      refused: "Not done",
      alreadyFiled: "Filed before",
      unconfirmed: "No result yet",
      notSentYet: "Kept here, not yet sent to the insurance system",
    },
    number: "Number",
  },

  goodbye: {
    card: "Please take your card!",
    paper: "Please take your paper",
    both: "Please take your card and paper",
    bye: "Thank you, goodbye",
    wiped: "Your information has been cleared from this terminal.",
  },

  idle: {
    title: "Are you still there?",
    text: "When the time is up you are signed out and your information is cleared.",
    seconds: "s",
    stay: "Go on",
    leave: "Leave now",
  },

  leave: {
    exitTitle: "Leave?",
    homeTitle: "Back to the start?",
    text: "What has not been submitted is cleared and not kept.",
    exit: "Leave",
    home: "Home",
    stay: "Go on",
  },

  help: {
    title: "Do you need help?",
    staff: "Wave to the hall staff; they will come over.",
    call: "Call staff",
    calling: "Calling the hall staff, please wait.",
    coming: (who: string) => `Staff member ${who} is coming over.`,
    hotline: "You can also call",
    complaint: "Complaints",
  },

  problem: { title: "Please look here" },

  link: {
    lost: "The service is coming back, please wait",
    lostLead: "No need to press anything.",
    staying: "Still not back. Please use another terminal or a counter; what was submitted is safe.",
    starting: "Starting",
  },

  unknownStep: "This step is done at a counter; please press “Leave”.",
};
