import type { Problem } from "@/contract";
import { page } from "./page";

/** What came of asking the terminal service. */
export type Outcome<T> =
  | { readonly kind: "ok"; readonly value: T }
  | { readonly kind: "refused"; readonly problem: Problem }
  | { readonly kind: "unreachable" };

/** Longer than any answer of a service on the same machine; after it the service counts as unreachable. */
const LIMIT_MS = 15_000;

/**
 * Asks the service that served this page.
 *
 * @param body sent as JSON
 * @param token of somebody signed in
 * @param limit in milliseconds, for what people are waited for
 */
export async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  token?: string,
  limit = LIMIT_MS,
): Promise<Outcome<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      cache: "no-store",
      credentials: "same-origin",
      signal: AbortSignal.timeout(limit),
      headers: {
        "Yibao-Page": page,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.status === 204) return { kind: "ok", value: undefined as T };
    const content: unknown = await response.json();
    // A visit's 409 carries the current view: the answer was to an older one, so show what is true now.
    const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json") ?? false;
    if (response.ok || (response.status === 409 && !isProblem)) return { kind: "ok", value: content as T };
    return { kind: "refused", problem: content as Problem };
  } catch {
    return { kind: "unreachable" };
  }
}
