import type { WindowCase } from "@/contract";
import { ask, type Outcome } from "@/service/ask";

/** The part of the terminal service that a clerk at a window uses; every call but the first needs the token. */
export interface WindowService {
  signIn(number: string, password: string): Promise<Outcome<{ token: string }>>;
  signOut(token: string): Promise<Outcome<void>>;
  /** @param code what was scanned or typed */
  look(token: string, code: string): Promise<Outcome<WindowCase>>;
  /** Says that the originals have been seen. */
  confirm(token: string, number: string): Promise<Outcome<WindowCase>>;
  /** @param missing names of the papers to bring, at least one */
  giveBack(token: string, number: string, reason: string, missing: readonly string[]): Promise<Outcome<WindowCase>>;
}

/** The province may take its time; the clerk is told only once it is certain that nobody answers. */
const PATIENCE_MS = 60_000;

/** The service that served this page. */
export function windowOverHttp(): WindowService {
  return {
    signIn: (number, password) => ask("POST", "/api/staff/sign-in", { number, password }),
    signOut: (token) => ask("DELETE", "/api/staff/sign-in", undefined, token),
    look: (token, code) => ask("POST", "/api/staff/window/look", { code }, token, PATIENCE_MS),
    confirm: (token, number) => ask("POST", "/api/staff/window/confirm", { number }, token, PATIENCE_MS),
    giveBack: (token, number, reason, missing) =>
      ask("POST", "/api/staff/window/return", { number, reason, missing }, token, PATIENCE_MS),
  };
}
