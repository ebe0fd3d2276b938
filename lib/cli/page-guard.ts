import type { IncomingMessage, ServerResponse } from "node:http";
import { CLOSED_FEATURES } from "@/lib/survey/headers";

/** The doors of survey, reminders and subscriptions have stricter headers of their own. */
const OWN_HEADERS = /^\/api\/(survey|reminders|subscriptions)(\/|$)/;
const CALL = /^\/api\//;

/** A call's answer is data: nothing in it is run, shown or framed. */
const CALL_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/**
 * What a page of the app may do: run the scripts that this very answer names by its nonce and what those load; style,
 * letters and pictures from here; ask and send forms to here. No other site's anything, no plug-in, no frame.
 */
function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const ALWAYS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": CLOSED_FEATURES,
} as const;

/** Two years, subdomains too: what a browser has once seen over HTTPS it never again asks for without. */
const HTTPS_ONLY = "max-age=63072000; includeSubDomains";

/** What only a proxy may say; without one in front, whoever asks could write it. */
const SAID_BY_PROXIES = ["forwarded", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];

export type Guard = {
  /** Whether the public address begins with https. */
  readonly secure: boolean;
  readonly trustedProxies: number;
  /** 128 random bits or more, base64. */
  readonly nonce: () => string;
};

/**
 * Gives an answer the headers that hold for all of the app, and takes from the request what would claim otherwise.
 * The framework finds the nonce in the request's own policy and writes it on every script of the page.
 *
 * @param path as it stands in the request line
 */
export function guardPage(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { secure, trustedProxies, nonce }: Guard,
): void {
  const { headers } = request;
  if (trustedProxies === 0) for (const name of SAID_BY_PROXIES) delete headers[name];
  delete headers["content-security-policy"];
  delete headers["content-security-policy-report-only"];
  if (secure) response.setHeader("Strict-Transport-Security", HTTPS_ONLY);
  if (OWN_HEADERS.test(path)) return;
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
  const policy = CALL.test(path) ? CALL_POLICY : pagePolicy(nonce());
  response.setHeader("Content-Security-Policy", policy);
  headers["content-security-policy"] = policy;
}
