import { z } from "zod";
import { PARTS } from "@/lib/parties/part";

/** What the signed terms promise answers on their way: 72 hours. */
export const SHORTEST_GRACE = 72 * 3600;

/** Who sets it: the employer's side, the external party, or both. Nobody but the server may know a secret one. */
type About = {
  readonly party: "issuer" | "collector" | "both";
  readonly secret?: true;
  /** Said where the type alone does not. */
  readonly format?: "uri";
  /** The default is the demonstration's own: a real server says its. */
  readonly own?: true;
};

const told = <T extends z.ZodType>(type: T, description: string, about: Partial<About> = {}): T =>
  type.meta({ description, party: "both", ...about });

/** An address without a path, exactly as a browser names it: it is compared with what browsers say. */
const origin = z
  .string()
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    "is no origin such as https://svar.example.se",
  );

const connection = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "is no address such as postgresql://user:password@host/database")
  .optional();
const employers = (what: string) =>
  told(connection, what, { party: "issuer", secret: true, format: "uri" });
const collectors = (what: string) =>
  told(connection, what, { party: "collector", secret: true, format: "uri" });

/** Every setting of a server, with what docs/settings.md says of it. */
export const FIELDS = z.object({
  SORTI_PARTS: told(z.enum(PARTS).default("both"), "Which of the two parties this process is."),
  SORTI_MODE: told(
    z.enum(["demo", "production"]).default("production"),
    "`demo` is the demonstration: invented people, accounts that everybody knows.",
  ),
  SORTI_ACCEPT_SINGLE_PARTY: told(
    z.stringbool().default(false),
    "Both parties in one process outside the demonstration; every public page then says so.",
  ),
  SORTI_ORIGIN: told(
    z.url().default("http://localhost:3000"),
    "The server's public address, as it stands in mails.",
  ),
  SORTI_ISSUER_ORIGIN: told(
    origin.optional(),
    "Where the employer's side is. The external party needs it; outside the demonstration it begins with https.",
    { party: "collector", format: "uri" },
  ),
  SORTI_COLLECTOR_ORIGIN: told(
    origin.optional(),
    "Where the external party is. The employer's side needs it when the parties are two.",
    { party: "issuer", format: "uri" },
  ),
  SORTI_SURVEY_ORIGIN: told(
    origin.optional(),
    "Where the survey page is, when a host of its own serves it; else the external party does.",
    { format: "uri" },
  ),
  SORTI_PARTY_SECRET: told(
    z.string().min(32).optional(),
    "What the two parties show each other; the same at both. Needed when they are two.",
    { secret: true },
  ),
  SORTI_DATA_DIR: told(
    z.string().default(".sorti"),
    "Folder for key files, the built survey page and exchange files. Instances of a party share it.",
  ),
  SORTI_PICKUP_DIR: told(
    z.string().min(1).optional(),
    "A folder where the HR system puts files to import; read every night.",
    { party: "issuer" },
  ),
  SORTI_REGION: told(
    z.string().default("Region Norrsjö"),
    "The region's name in texts and manifests.",
    { own: true },
  ),
  SORTI_OPERATOR: told(z.string().default("Mätbyrån Norr"), "The external party's name.", {
    own: true,
  }),
  SORTI_REPORTS: told(
    z.enum(["public", "signed-in"]).default("public"),
    "Who may read reports and open data: everybody, or whoever is signed in with a role.",
    { party: "collector" },
  ),
  SORTI_PUBLISH_HOUR: told(
    z.coerce.number().int().min(0).max(23).default(8),
    "The full hour, by the clocks in Sweden, from which a report goes out by itself on its day.",
    { party: "collector" },
  ),
  SORTI_GRACE_SECONDS: told(
    z.coerce.number().int().min(0).default(SHORTEST_GRACE),
    "How long receiving goes on after issuing stops. Less than the default in the demonstration only.",
    { party: "collector" },
  ),
  SORTI_ADDRESS_LIMIT: told(
    z.coerce.number().int().min(1).default(300),
    "Survey calls a minute from one network address; a hospital is one address.",
  ),
  SORTI_TRUSTED_PROXIES: told(
    z.coerce.number().int().min(0).default(0),
    "Proxies in front of the server, each of which adds to `X-Forwarded-For` whom it heard.",
  ),
  SORTI_METRICS_TOKEN: told(
    z.string().min(32).optional(),
    "What whoever reads `/api/metrics` shows as a bearer token. Without it nobody can.",
    { secret: true },
  ),
  SORTI_SECURITY_CONTACT: told(
    z.url({ protocol: /^(mailto|https)$/ }).optional(),
    "Where weaknesses are told: `mailto:` or `https:`. Without it, the address that mails come from.",
  ),
  PORT: told(z.coerce.number().int().min(1).max(65535).default(3000), "Port to listen on."),
  HOST: told(z.string().default("127.0.0.1"), "Address to listen on."),
  SMTP_URL: told(
    z.string().default("smtp://127.0.0.1:1025"),
    "The mail server: `smtp:` or `smtps:`. It may carry a password.",
    { secret: true, format: "uri" },
  ),
  MAIL_FROM: told(
    z.string().default("Sorti <svara@sorti.example>"),
    "Sender of mails, and whom the pages about accessibility and personal data name.",
    { own: true },
  ),
  SORTI_RETURN_ADDRESS: told(
    z.email().optional(),
    "Whose mailbox gets what comes back of invitations' mails; each mail's own number is put after a `+`. Without it, `MAIL_FROM`.",
    { party: "issuer" },
  ),
  SORTI_RETURNS_DIR: told(
    z.string().min(1).optional(),
    "That mailbox as a Maildir, which the employer's side reads every ten minutes.",
    { party: "issuer" },
  ),
  NEXTAUTH_URL: told(
    z.url({ protocol: /^https?$/ }).optional(),
    "The same as SORTI_ORIGIN. The region's own sign-in needs it.",
  ),
  NEXTAUTH_SECRET: told(
    z.string().min(32).optional(),
    "Locks the cookies of whoever is on the way through the region's own sign-in; each party its own.",
    { secret: true },
  ),
  SORTI_OIDC_ISSUER: told(
    z.url().optional(),
    "The region's own sign-in (OpenID Connect), exactly as it names itself. Without it, mailed links alone sign in.",
  ),
  SORTI_OIDC_CLIENT_ID: told(z.string().min(1).optional(), "What Sorti is called there."),
  SORTI_OIDC_CLIENT_SECRET: told(z.string().min(16).optional(), "The secret that goes with it.", {
    secret: true,
  }),
  SORTI_OIDC_ACCOUNT_CLAIM: told(
    z.string().min(1).default("email"),
    "The claim that is an account's address; `email` counts only when it is verified.",
  ),
  SORTI_OIDC_ROLES_CLAIM: told(
    z.string().min(1).optional(),
    "A claim that gives roles. Without it, roles stand in the account.",
  ),
  SORTI_OIDC_ROLES: told(
    z.string().optional(),
    "Which value of that claim gives which role, such as SortiHR=hr,SortiTal=politician.",
  ),
  OWNER_URL_EMPLOYER: employers(
    "The owner's connection: the server then sees to tables and roles itself.",
  ),
  OWNER_URL_COLLECTOR: collectors("Likewise for the external party's database."),
  DATABASE_URL: told(
    connection,
    "One server for both databases, for trials and the demonstration. Without any connection an embedded one is started.",
    { secret: true, format: "uri" },
  ),
  DATABASE_URL_IDENTITY: employers("Connection as `sorti_identity`, unless the owner's is given."),
  DATABASE_URL_ISSUER: employers("As `sorti_issuer`."),
  DATABASE_URL_CONFIRMER: employers("As `sorti_confirmer`."),
  DATABASE_URL_PRINTER: employers("As `sorti_printer`."),
  DATABASE_URL_COLLECTOR: collectors("As `sorti_collector`."),
  DATABASE_URL_MIXER: collectors("As `sorti_mixer`."),
  DATABASE_URL_OPERATOR: collectors("As `sorti_operator`."),
  DATABASE_URL_READER: told(
    connection,
    "As `sorti_reader`; at the employer's side what `sorti db reader` printed at the external party's.",
    { secret: true, format: "uri" },
  ),
});
