const LABELS = {
  "id-card": "身份证阅读器",
  "ss-card": "社会保障卡读卡器",
  scan: "扫码器",
  printer: "凭条打印机",
  a4: "A4 打印机",
  "document-camera": "高拍仪",
  face: "认证组件",
};
const STATES = {
  starting: "正在寻找",
  online: "正常",
  deviceBusy: "工作中",
  userError: "要人处理",
  hardwareError: "故障",
  offline: "没有应答",
  powerOff: "没有通电",
  noDevice: "没有接上",
};
const PAPERS = { full: "有纸", low: "纸快用完", out: "缺纸", jammed: "卡纸", unknown: "纸况未知" };
const TRY = { "id-card": "放卡试读", "ss-card": "插卡试读", scan: "亮码试读", printer: "打印测试条", a4: "打印测试页" };
const EVERY_MS = 2000;

/** What the last try of a device came to; kept over redrawing. */
const tried = new Map();

function node(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function said(device) {
  return [STATES[device.state] ?? device.state, device.paper && PAPERS[device.paper]].filter(Boolean).join("，");
}

function clock(text) {
  return new Date(text).toLocaleString("zh-CN", { hour12: false });
}

function device(line) {
  const item = node("li", `device ${line.state}`);
  item.append(node("h3", "", LABELS[line.name] ?? line.name), node("p", "state", said(line)));
  if (line.cause) item.append(node("p", "cause", line.cause));
  if (line.remedy) item.append(node("p", "remedy", line.remedy));
  item.append(node("p", "since", `从 ${clock(line.since)} 起`));
  if (line.canBeTried) {
    const button = node("button", "", TRY[line.name]);
    button.disabled = tried.get(line.name)?.running ?? false;
    button.addEventListener("click", () => attempt(line.name));
    item.append(button);
    const last = tried.get(line.name);
    if (last) item.append(node("p", "tried", last.text));
  }
  return item;
}

async function attempt(name) {
  tried.set(name, { running: true, text: "正在等……" });
  await draw();
  const answer = await fetch(`/tech/test/${name}`, { method: "POST" });
  tried.set(name, { running: false, text: (await answer.json()).text });
  await draw();
}

async function draw() {
  try {
    const page = await (await fetch("/tech/devices")).json();
    document.getElementById("devices").replaceChildren(...page.devices.map(device));
    document.getElementById("machine").replaceChildren(
      ...page.machine.flatMap((group) => [
        node("dt", "", group.kind),
        ...(group.entries.length ? group.entries : ["没有"]).map((entry) => node("dd", "", entry)),
      ]),
    );
    document.getElementById("recent").replaceChildren(
      ...page.recent.map((line) => {
        const row = node("tr");
        row.append(
          node("td", "", clock(line.since)),
          node("td", "", LABELS[line.name] ?? line.name),
          node("td", "", said(line)),
          node("td", "", line.cause ?? ""),
        );
        return row;
      }),
    );
    document.getElementById("when").textContent = `${new Date().toLocaleTimeString("zh-CN", { hour12: false })} 更新`;
  } catch {
    document.getElementById("when").textContent = "终端没有回答";
  }
}

/** One line a port: path, what answers, and how the configuration says so. */
async function identify() {
  const button = document.getElementById("identify");
  const ports = document.getElementById("ports");
  button.disabled = true;
  ports.replaceChildren(node("li", "", "正在问……"));
  try {
    const answer = await (await fetch("/tech/identify", { method: "POST" })).json();
    ports.replaceChildren(...(answer.ports ?? [answer.text]).map((line) => node("li", "", line)));
  } catch {
    ports.replaceChildren(node("li", "", "终端没有回答"));
  }
  button.disabled = false;
}

document.getElementById("identify").addEventListener("click", identify);
setInterval(draw, EVERY_MS);
draw();
