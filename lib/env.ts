import { z } from "zod";
import { USER_ROLES } from "@/lib/auth/roles";
import { PARTS, type Part, type Parts, plays } from "@/lib/parties/part";
import { oidcProblems } from "@/lib/sign-in/settings";

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

/** What the signed terms promise answers on their way: 72 hours. */
const SHORTEST_GRACE = 72 * 3600;

/** What a party must know of the other. */
const NEEDED = {
  both: [],
  issuer: ["SORTI_COLLECTOR_ORIGIN", "SORTI_PARTY_SECRET"],
  collector: ["SORTI_ISSUER_ORIGIN", "SORTI_PARTY_SECRET"],
} as const satisfies Record<Parts, readonly string[]>;

/** An address without a path, exactly as a browser names it: it is compared with what browsers say. */
const origin = z
  .string()
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    "is no origin such as https://svar.example.se",
  );

const schema = z
  .object({
    /** Which of the two parties this process is. */
    SORTI_PARTS: z.enum(PARTS).default("both"),
    /** Public addresses of the parties where they are two. */
    SORTI_ISSUER_ORIGIN: origin.optional(),
    SORTI_COLLECTOR_ORIGIN: origin.optional(),
    /** Where the survey page is, when a host of its own serves it; else the collector does. */
    SORTI_SURVEY_ORIGIN: origin.optional(),
    /** What the collector shows the issuer when it asks for a round's key or the report's figures. */
    SORTI_PARTY_SECRET: z.string().min(32).optional(),
    SORTI_MODE: z.enum(["demo", "production"]).default("production"),
    /** Single-process running outside the demonstration must be chosen in so many words. */
    SORTI_ACCEPT_SINGLE_PARTY: z.stringbool().default(false),
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    HOST: z.string().default("127.0.0.1"),
    /** Public address of the app, as it stands in mails. */
    SORTI_ORIGIN: z.url().default("http://localhost:3000"),
    SORTI_DATA_DIR: z.string().default(".sorti"),
    /** A folder where the HR system puts files to import; read every night. */
    SORTI_PICKUP_DIR: z.string().min(1).optional(),
    SMTP_URL: z.string().default("smtp://127.0.0.1:1025"),
    MAIL_FROM: z.string().default("Sorti <svara@sorti.example>"),
    /** Whose mailbox gets what comes back of invitations' mails; each mail's own number is put after a +. */
    SORTI_RETURN_ADDRESS: z.email().optional(),
    /** That mailbox as a Maildir, which the issuer reads every ten minutes. */
    SORTI_RETURNS_DIR: z.string().min(1).optional(),
    /** Where weaknesses are told: mailto: or https:. Without it, the address that mails come from. */
    SORTI_SECURITY_CONTACT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
    /** Who may read the reports: everybody, or only who is signed in with a role. */
    SORTI_REPORTS: z.enum(["public", "signed-in"]).default("public"),
    /** The full hour, by the clocks in Sweden, from which a report goes out on its day. */
    SORTI_PUBLISH_HOUR: z.coerce.number().int().min(0).max(23).default(8),
    SORTI_REGION: z.string().default("Region Norrsjö"),
    SORTI_OPERATOR: z.string().default("Mätbyrån Norr"),
    /** How long receiving goes on after issuing stops. The demonstration shortens it. */
    SORTI_GRACE_SECONDS: z.coerce.number().int().min(0).default(SHORTEST_GRACE),
    /** Survey calls a minute from one address; a hospital is one address. */
    SORTI_ADDRESS_LIMIT: z.coerce.number().int().min(1).default(300),
    /** Proxies in front of the app, each of which adds to X-Forwarded-For whom it heard. */
    SORTI_TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
    NEXTAUTH_SECRET: z.string().min(32).optional(),
    /** The region's own sign-in (OpenID Connect), exactly as it names itself. Without it, mailed links alone sign in. */
    SORTI_OIDC_ISSUER: z.url().optional(),
    SORTI_OIDC_CLIENT_ID: z.string().min(1).optional(),
    SORTI_OIDC_CLIENT_SECRET: z.string().min(16).optional(),
    /** Which claim names an account's address. */
    SORTI_OIDC_ACCOUNT_CLAIM: z.string().min(1).default("email"),
    /** A claim that gives roles, and how: `SortiHR=hr,SortiTal=politician`. Without it, roles stand in the account. */
    SORTI_OIDC_ROLES_CLAIM: z.string().min(1).optional(),
    SORTI_OIDC_ROLES: z.string().optional(),
    ...Object.fromEntries(
      Object.keys(ROLES).map((role) => [
        `DATABASE_URL_${role.toUpperCase()}`,
        z.string().optional(),
      ]),
    ),
  })
  .refine(
    ({ SORTI_MODE, SORTI_GRACE_SECONDS }) =>
      SORTI_MODE === "demo" || SORTI_GRACE_SECONDS >= SHORTEST_GRACE,
    {
      path: ["SORTI_GRACE_SECONDS"],
      message: `outside the demonstration answers on their way have at least 72 hours, ${SHORTEST_GRACE} seconds`,
    },
  )
  .superRefine((typed, context) => {
    for (const { name, message } of oidcProblems(typed, USER_ROLES)) {
      context.addIssue({ code: "custom", path: [name], message });
    }
    for (const name of NEEDED[typed.SORTI_PARTS].filter((one) => typed[one] === undefined)) {
      const message = `the ${typed.SORTI_PARTS} cannot run without it`;
      context.addIssue({ code: "custom", path: [name], message });
    }
    // The secret that the two have in common travels on this line.
    const { SORTI_ISSUER_ORIGIN: issuer, SORTI_MODE } = typed;
    if (SORTI_MODE !== "demo" && issuer !== undefined && !issuer.startsWith("https://")) {
      const path = ["SORTI_ISSUER_ORIGIN"];
      context.addIssue({ code: "custom", path, message: "must begin with https://" });
    }
  });

export type Env = z.infer<typeof schema>;

let known: Env | undefined;

/** Settings as typed, validated. Throws one sentence that names every wrong one. */
export function readSettings(typed: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(typed);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration is not usable. ${wrong.join("; ")}.`);
  }
  return parsed.data;
}

/** The validated environment, read once. */
export function env(): Env {
  known ??= readSettings(process.env);
  return known;
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
