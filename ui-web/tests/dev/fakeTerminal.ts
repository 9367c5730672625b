import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import type { Device, View } from "../../src/contract";
import { catalog, places, views, walk } from "./views/index.ts";

/** A file of the service's words: text by what it stands for; empty where there is no such file. */
function properties(file: string): Readonly<Record<string, string>> {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  return Object.fromEntries(
    lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("=") as [string, string]),
  );
}

/**
 * Answers as the terminal service would, from canned views: only for looking at the screens. POST /dev/show?view=NAME
 * shows one; POST /dev/idle?seconds=N warns; POST /dev/refuse makes the next answer a problem.
 */
export function fakeTerminal(): Plugin {
  const streams = new Set<ServerResponse>();
  const online: Device[] = [
    { name: "id-card", state: "online" },
    { name: "ss-card", state: "online" },
    { name: "scan", state: "online" },
    { name: "printer", state: "online", paper: "full" },
  ];
  let devices = online;
  let name = "attract";
  let current = make(name);
  let refuseNext = false;

  function make(wanted: string): View {
    const view = views[wanted];
    if (!view) throw new Error(`no view ${wanted}`);
    return view();
  }

  function tell(event: string, data: unknown): void {
    for (const stream of streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** As the service does: a letter has its translation with it, everything else is canned in Chinese. */
  function spoken(view: View, language: View["language"]): View {
    if (view.step.kind !== "commitment") return { ...view, language };
    const { step } = view;
    const letters = properties(`../kiosk-core/terminal/src/main/resources/letters/${language}.properties`);
    const translation = step.paragraphs.map((paragraph) => letters[paragraph] ?? "");
    return { ...view, language, step: { ...step, ...(translation.some(Boolean) && { translation }) } };
  }

  function show(wanted: string): View {
    name = wanted;
    current = spoken(make(wanted), wanted === "attract" ? "zh-CN" : current.language);
    tell("view", current);
    return current;
  }

  function step(by: number): View {
    const at = walk.indexOf(name);
    return show(walk[Math.max(0, at + by) % walk.length] ?? "attract");
  }

  function reply(response: ServerResponse, content: unknown, status = 200): void {
    response.statusCode = status;
    response.setHeader("Content-Type", status === 400 ? "application/problem+json" : "application/json");
    response.end(JSON.stringify(content));
  }

  /** The service's own phrases; the sound is a second of silence. */
  function voice(response: ServerResponse, asked: string): void {
    const [language, phrase] = asked.split("/");
    const file = `../kiosk-core/terminal/src/main/resources/voice/${language}.properties`;
    if (phrase === undefined) return reply(response, properties(file));
    response.setHeader("Content-Type", "audio/wav");
    response.end(silence(8_000));
  }

  /** A sheet of A4 with nothing but lines on it. */
  function picture(response: ServerResponse): void {
    response.setHeader("Content-Type", "image/svg+xml");
    const lines = Array.from({ length: 24 }, (_, n) => `<path d="M90 ${140 + n * 36}h${n % 5 === 4 ? 300 : 540}"/>`);
    response.end(
      `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="1018"><path fill="#fff" d="M0 0h720v1018H0z"/><g stroke="#888" stroke-width="8">${lines.join("")}</g></svg>`,
    );
  }

  function heard(request: IncomingMessage, then: (body: { language?: View["language"] }) => void): void {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => then(text === "" ? {} : (JSON.parse(text) as { language?: View["language"] })));
  }

  function listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(`event: view\ndata: ${JSON.stringify(current)}\n\n`);
    response.write(`event: devices\ndata: ${JSON.stringify(devices)}\n\n`);
    streams.add(response);
    request.on("close", () => streams.delete(response));
  }

  const handle: Connect.NextHandleFunction = (request, response, next) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname === "/gallery") request.url = "/tests/dev/gallery.html";
    const call = `${request.method ?? "GET"} ${url.pathname}`;
    switch (call) {
      case "GET /api/events":
        return listen(request, response);
      case "GET /api/catalog":
        return reply(response, catalog);
      case "GET /api/places":
        return reply(response, places(url.searchParams.get("below")));
      // The items of long names, whatever is looked for.
      case "POST /api/catalog/search":
        return reply(response, { items: [12, 16, 13, 14] });
      case "GET /api/journey":
        return reply(response, current);
      case "POST /api/journey":
        return void heard(request, ({ language }) => {
          current.language = language ?? "zh-CN";
          reply(response, show("choose"));
        });
      case "DELETE /api/journey":
        return reply(response, show("attract"));
      case "POST /api/journey/language":
        return void heard(request, ({ language }) => {
          current = { ...spoken(make(name), language ?? "zh-CN"), revision: current.revision };
          tell("view", current);
          reply(response, current);
        });
      case "POST /api/screen":
        response.statusCode = 204;
        return void response.end();
      case "POST /api/journey/touch":
        tell("idle", { secondsLeft: 0 });
        response.statusCode = 204;
        return void response.end();
      case "POST /api/journey/home":
        return reply(response, show("choose"));
      case "POST /api/journey/reveal":
        return reply(response, { value: "13812345678" });
      case "POST /api/journey/back":
        return reply(response, step(-1));
      case "POST /api/journey/answer":
        if (refuseNext) {
          refuseNext = false;
          const detail = "现在连不上医保系统，您填的内容还没有提交。可以稍后再试，也可以到窗口办理。";
          return reply(response, { title: "连不上", status: 400, detail, code: "platform-down" }, 400);
        }
        return reply(response, step(1));
      case "POST /api/camera/scan":
        return reply(response, { seen: "nothing", hint: "too-far", lamp: false });
      case "POST /api/camera/document":
        return reply(response, { seen: "fault", fault: "cut-off", shoot: false });
      case "POST /dev/show":
        return reply(response, show(url.searchParams.get("view") ?? "attract"));
      case "POST /dev/idle":
        tell("idle", { secondsLeft: Number(url.searchParams.get("seconds") ?? 30) });
        return reply(response, {});
      case "POST /dev/refuse":
        refuseNext = true;
        return reply(response, {});
      case "POST /dev/devices":
        devices = url.searchParams.get("away")
          ? online.map((one) => (one.name === url.searchParams.get("away") ? { ...one, state: "offline" } : one))
          : online;
        tell("devices", devices);
        return reply(response, {});
      default:
        if (/^.api.journey.(paper|pages)./.test(url.pathname)) return picture(response);
        if (url.pathname.startsWith("/api/voice/")) return voice(response, url.pathname.slice("/api/voice/".length));
        return next();
    }
  };

  return {
    name: "fake-terminal",
    configureServer: (server) => void server.middlewares.use(handle),
    configurePreviewServer: (server) => void server.middlewares.use(handle),
  };
}

/** A sound file of one second at eight bits a sample. */
function silence(rate: number): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + rate, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(rate, 40);
  return Buffer.concat([header, Buffer.alloc(rate, 128)]);
}
