import type { Setup } from "@/contract";
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
  /** The report, as an address of this page; empty when it cannot be had. */
  report(token: string): Promise<string>;
}

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
