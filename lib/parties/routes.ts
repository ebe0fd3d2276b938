import type { Part, Parts } from "./part";
import { plays } from "./part";

/** Whose a page or call is; "each" is served by either, about its own part only. */
export type Owner = Part | "each";

/**
 * Path prefix → owner, by whole segments; the longest one decides, and "/" stands for itself alone. What has no
 * line is served by nobody: a new page is put here before it can be opened.
 */
const OWNERS: Readonly<Record<string, Owner>> = {
  "/": "each",
  "/.well-known": "each",
  "/_next": "each",
  "/accessibility": "each",
  "/account": "each",
  "/api/auth": "each",
  "/api/health": "each",
  "/api/metrics": "each",
  "/api/openapi.json": "each",
  "/auditor": "each",
  "/bad-address": "each",
  "/demo": "each",
  "/favicon.ico": "each",
  "/icon.svg": "each",
  "/language": "each",
  "/privacy": "each",
  "/sign-in": "each",

  "/api/import-drafts": "issuer",
  "/api/import-undos": "issuer",
  "/api/imports": "issuer",
  "/api/party": "issuer",
  "/api/reminders": "issuer",
  "/api/survey/credential": "issuer",
  "/api/survey/invitation": "issuer",
  "/auditor/imports": "issuer",
  "/exit-talk": "issuer",
  "/hr": "issuer",
  "/inbox": "issuer",
  "/operator/letters": "issuer",
  "/preview/quarter": "issuer",
  "/reminders": "issuer",

  "/api/ceremony": "collector",
  "/api/subscriptions": "collector",
  "/api/survey/manifest": "collector",
  "/api/survey/receipts": "collector",
  "/api/survey/responses": "collector",
  "/api/survey/withdrawals": "collector",
  "/auditor/attacks": "collector",
  "/auditor/ceremony": "collector",
  "/auditor/changes": "collector",
  "/auditor/keys": "collector",
  "/auditor/texts": "collector",
  "/log": "collector",
  "/operator": "collector",
  "/preview": "collector",
  "/receipts": "collector",
  "/reports": "collector",
  "/security": "collector",
  "/subscribe": "collector",
  "/subscription": "collector",
  "/svar": "collector",
  "/withdraw": "collector",
};

/** A page behind a link whose `#` a mailer has written as `%23`. */
const MANGLED = /^(\/(?:svar|exit-talk|reminders|subscription))\/?%23/i;

/** What a URL's reader would fold away: it could lead from one prefix to another. */
const FOLDED = /\\|\/\/|\/(\.|%2e){1,2}(\/|$)/i;

/**
 * Whose an address is; null for one that is nobody's. `path`: as it stands in the request line, query and all.
 * Only plain spelling counts: `//hr`, `/%68r`, `/HR` and `/sign-in/../hr` are nobody's, so no other spelling gets
 * past the table.
 */
export function ownerOf(path: string): Owner | null {
  const [plain = ""] = path.split(/[?#]/);
  const page = MANGLED.exec(plain)?.[1];
  if (page !== undefined) return OWNERS[page.toLowerCase()] ?? null;
  if (FOLDED.test(plain)) return null;
  if (plain === "/") return OWNERS["/"] ?? null;
  const segments = plain.replace(/\/$/, "").split("/");
  for (let length = segments.length; length > 1; length -= 1) {
    const owner = OWNERS[segments.slice(0, length).join("/")];
    if (owner !== undefined) return owner;
  }
  return null;
}

/** Whether a process that runs as `parts` serves an address. */
export function isServed(path: string, parts: Parts): boolean {
  const owner = ownerOf(path);
  return owner !== null && (owner === "each" || plays(parts, owner));
}
