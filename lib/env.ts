import { z } from "zod";

/** The narrow roles, each with the side whose database it lives in (design 2, database roles). */
export const ROLES = {
  identity: "employer",
  issuer: "employer",
  collector: "collector",
  mixer: "collector",
  operator: "collector",
  reader: "collector",
} as const;
export type Role = keyof typeof ROLES;

const schema = z.object({
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
  SORTI_REGION: z.string().default("Region Norrsjö"),
  SORTI_OPERATOR: z.string().default("Mätbyrån Norr"),
  /** How long receiving goes on after issuing stops. The demonstration shortens it. */
  SORTI_GRACE_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .default(72 * 3600),
  /** Survey calls a minute from one address; a hospital is one address. */
  SORTI_ADDRESS_LIMIT: z.coerce.number().int().min(1).default(300),
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  ...Object.fromEntries(
    Object.keys(ROLES).map((role) => [`DATABASE_URL_${role.toUpperCase()}`, z.string().optional()]),
  ),
});

export type Env = z.infer<typeof schema>;

let known: Env | undefined;

/** The validated environment. Throws one sentence that names every wrong setting. */
export function env(): Env {
  if (known) return known;
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration is not usable. ${wrong.join("; ")}.`);
  }
  known = parsed.data;
  return known;
}

/** The connection string of one narrow role. */
export function databaseUrl(role: Role): string {
  const url = process.env[`DATABASE_URL_${role.toUpperCase()}`];
  if (!url) throw new Error(`DATABASE_URL_${role.toUpperCase()} is not set.`);
  return url;
}

export const isDemo = (): boolean => env().SORTI_MODE === "demo";
