import type { DeviceTried, Setup, TechDevices } from "@/contract";
import { ask, type Outcome } from "@/service/ask";

export type Verdict = "pass" | "fail" | "absent";

/** The part of the terminal service that technicians use; every call but the first needs the token of the sign-in. */
export interface TechService {
  signIn(number: string, password: string): Promise<Outcome<{ token: string }>>;
  signOut(token: string): Promise<Outcome<void>>;
  setup(token: string): Promise<Outcome<Setup>>;
  save(token: string, step: string, values: Readonly<Record<string, string>>): Promise<Outcome<Setup>>;
  /** Begins a check of the machine. */
  begin(token: string, check: string): Promise<Outcome<Setup>>;
  judge(token: string, check: string, verdict: Verdict, said: string): Promise<Outcome<Setup>>;
  accept(token: string): Promise<Outcome<Setup>>;
  apply(token: string): Promise<Outcome<void>>;
  devices(token: string): Promise<Outcome<TechDevices>>;
  tryDevice(token: string, name: string): Promise<Outcome<DeviceTried>>;
  /** What answers at the ports that are free; why they were not asked, where somebody is being served. */
  identify(token: string): Promise<Outcome<{ ports: string[] } | DeviceTried>>;
  acceptDevices(token: string): Promise<Outcome<void>>;
  /** Prints the report on the A4 printer. */
  printReport(token: string): Promise<Outcome<DeviceTried>>;
  /** The report, as an address of this page; empty when it cannot be had. */
  report(token: string): Promise<string>;
}

/** Longer than a card is waited for, or a paper, or every port is asked. */
const PATIENT_MS = 120_000;

/** The service that served this page. */
export function techOverHttp(): TechService {
  return {
    signIn: (number, password) => ask("POST", "/api/tech/sign-in", { number, password }),
    signOut: (token) => ask("DELETE", "/api/tech/sign-in", undefined, token),
    setup: (token) => ask("GET", "/api/tech/setup", undefined, token),
    save: (token, step, values) => ask("POST", `/api/tech/setup/steps/${step}`, values, token),
    begin: (token, check) => ask("POST", `/api/tech/setup/checks/${check}`, {}, token),
    judge: (token, check, verdict, said) => ask("POST", `/api/tech/setup/checks/${check}`, { verdict, said }, token),
    accept: (token) => ask("POST", "/api/tech/setup/accept", undefined, token),
    apply: (token) => ask("POST", "/api/tech/setup/apply", undefined, token),
    devices: (token) => ask("GET", "/api/tech/devices", undefined, token),
    tryDevice: (token, name) => ask("POST", `/api/tech/devices/${name}/try`, undefined, token, PATIENT_MS),
    identify: (token) => ask("POST", "/api/tech/devices/identify", undefined, token, PATIENT_MS),
    acceptDevices: (token) => ask("POST", "/api/tech/devices/accept", undefined, token),
    printReport: (token) => ask("POST", "/api/tech/setup/report", undefined, token, PATIENT_MS),
    async report(token) {
      try {
        const answer = await fetch("/api/tech/setup/report", { headers: { Authorization: `Bearer ${token}` } });
        return answer.ok ? URL.createObjectURL(await answer.blob()) : "";
      } catch {
        return "";
      }
    },
  };
}
