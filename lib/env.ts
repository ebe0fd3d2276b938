import { z } from "zod";

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

const schema = z
  .object({
    SORTI_MODE: z.enum(["demo", "production"]).default("production"),
    /** Single-process running outside the demonstration must be chosen in so many words. */
    SORTI_ACCEPT_SINGLE_PARTY: z.stringbool().default(false),
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    HOST: z.string().default("127.0.0.1"),
    /** Public address of the app, as it stands in mails. */
    SORTI_ORIGIN: z.url().default("http://localhost:3000"),
    SORTI_DATA_DIR: z.string().default(".sorti"),
    SMTP_URL: z.string().default("smtp://127.0.0.1:1025"),
    MAIL_FROM: z.string().default("Sorti <svara@sorti.example>"),
    /** Where weaknesses are told: mailto: or https:. Without it, the address that mails come from. */
    SORTI_SECURITY_CONTACT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
    SORTI_REGION: z.string().default("Region Norrsjö"),
    SORTI_OPERATOR: z.string().default("Mätbyrån Norr"),
    /** How long receiving goes on after issuing stops. The demonstration shortens it. */
    SORTI_GRACE_SECONDS: z.coerce.number().int().min(0).default(SHORTEST_GRACE),
    /** Survey calls a minute from one address; a hospital is one address. */
    SORTI_ADDRESS_LIMIT: z.coerce.number().int().min(1).default(300),
    /** Proxies in front of the app, each of which adds to X-Forwarded-For whom it heard. */
    SORTI_TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
    NEXTAUTH_SECRET: z.string().min(32).optional(),
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
  );

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

/** The connection string of one narrow role. */
export function databaseUrl(role: Role): string {
  const url = process.env[`DATABASE_URL_${role.toUpperCase()}`];
  if (!url) throw new Error(`DATABASE_URL_${role.toUpperCase()} is not set.`);
  return url;
}

export const isDemo = (): boolean => env().SORTI_MODE === "demo";
