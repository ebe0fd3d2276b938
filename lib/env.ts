import type { z } from "zod";
import { SETTINGS, unnamed } from "@/lib/env/settings";
import { PARTS, type Part, type Parts, plays } from "@/lib/parties/part";

/** The narrow roles, each with the side whose database it lives in (design 2, database roles). */
export const ROLES = {
  identity: "employer",
  issuer: "employer",
  confirmer: "employer",
  printer: "employer",
  collector: "collector",
  mixer: "collector",
  operator: "collector",
  reader: "collector",
} as const;
export type Role = keyof typeof ROLES;

export type Env = z.infer<typeof SETTINGS>;

let known: Env | undefined;

/** The settings cannot be used; the message names every wrong one, and the value of none. */
export class SettingsRefused extends Error {
  override readonly name = "SettingsRefused";
}

/** Settings as typed, validated. Throws `SettingsRefused`. */
export function readSettings(typed: Readonly<Record<string, string | undefined>>): Env {
  // Whoever writes `NAME=` in a file of settings means that there is none.
  const set = Object.entries(typed).filter(([, value]) => value !== "");
  const parsed = SETTINGS.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new SettingsRefused(`The configuration is not usable. ${wrong.join("; ")}.`);
  }
  return parsed.data;
}

/** The validated environment, read once. */
export function env(): Env {
  known ??= readSettings(process.env);
  return known;
}

/** Throws `SettingsRefused` where a real server would show itself under the demonstration's names. */
export function assertOwnNames(typed: Readonly<Record<string, string | undefined>>): void {
  const missing = unnamed(typed, readSettings(typed).SORTI_MODE);
  if (missing.length === 0) return;
  throw new SettingsRefused(
    `The configuration is not usable. Outside the demonstration a server says whose it is: set ${missing.join(", ")}.`,
  );
}

/** Whether region, external party and sender of mails are named; a demonstration has names to lend. */
export const isNamed = (): boolean => unnamed(process.env, env().SORTI_MODE).length === 0;

/** The names that a server says it has: the region's, the external party's, and whom mails come from. */
export function ownNames() {
  const { SORTI_REGION: region, SORTI_OPERATOR: operator, MAIL_FROM: sender } = env();
  return { region, operator, sender } as const;
}

/** Which party, or both, this process is. */
export function ownParts(): Parts {
  // Not from the settings read once: this is asked before a demonstration's are all in place.
  const typed = process.env["SORTI_PARTS"] ?? "both";
  const found = PARTS.find((parts) => parts === typed);
  if (found) return found;
  throw new Error(`SORTI_PARTS is ${PARTS.join(", ")}; not ${typed}.`);
}

/** Whether this process does the work of a party. */
export const isPart = (part: Part): boolean => plays(ownParts(), part);

/**
 * The roles that a process connects as: its own side's. The issuer has the reader too, which sees what is
 * released and nothing else (decision 0037).
 */
export function rolesOf(parts: Parts): readonly Role[] {
  const all = Object.keys(ROLES) as Role[];
  if (parts === "both") return all;
  const side = parts === "issuer" ? "employer" : "collector";
  return all.filter((role) => ROLES[role] === side || role === "reader");
}

/** The connection string of one narrow role. Throws for a role of the other party, and when it is not set. */
export function databaseUrl(role: Role): string {
  const parts = ownParts();
  if (!rolesOf(parts).includes(role)) {
    throw new Error(`This process is the ${parts}: it never connects as sorti_${role}.`);
  }
  const url = process.env[`DATABASE_URL_${role.toUpperCase()}`];
  if (!url) throw new Error(`DATABASE_URL_${role.toUpperCase()} is not set.`);
  return url;
}

/** The collector's public address: this process's own, unless it is the issuer alone. */
export function collectorOrigin(): string {
  const { SORTI_COLLECTOR_ORIGIN: named, SORTI_ORIGIN: own } = env();
  return isPart("collector") ? own : (named ?? own);
}

/** Where the survey page is: on a host of its own, else at the collector's. */
export const surveyOrigin = (): string => env().SORTI_SURVEY_ORIGIN ?? collectorOrigin();

export const isDemo = (): boolean => env().SORTI_MODE === "demo";
