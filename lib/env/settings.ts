import { USER_ROLES } from "@/lib/auth/roles";
import { FIELDS, SHORTEST_GRACE } from "@/lib/env/fields";
import type { Parts } from "@/lib/parties/part";
import { oidcProblems } from "@/lib/sign-in/settings";

/** What a party must know of the other. */
const NEEDED = {
  both: [],
  issuer: ["SORTI_COLLECTOR_ORIGIN", "SORTI_PARTY_SECRET"],
  collector: ["SORTI_ISSUER_ORIGIN", "SORTI_PARTY_SECRET"],
} as const satisfies Record<Parts, readonly string[]>;

const withoutSlash = (address: string) => address.replace(/\/$/, "");

/** The settings with what must hold between them. */
export const SETTINGS = FIELDS.refine(
  ({ SORTI_MODE, SORTI_GRACE_SECONDS }) =>
    SORTI_MODE === "demo" || SORTI_GRACE_SECONDS >= SHORTEST_GRACE,
  {
    path: ["SORTI_GRACE_SECONDS"],
    message: `outside the demonstration answers on their way have at least 72 hours, ${SHORTEST_GRACE} seconds`,
  },
)
  .refine(
    ({ NEXTAUTH_URL: named, SORTI_ORIGIN: own }) =>
      named === undefined || withoutSlash(named) === withoutSlash(own),
    { path: ["NEXTAUTH_URL"], message: "must be the same address as SORTI_ORIGIN" },
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

/** Whose defaults are the demonstration's: a real server has names of its own. */
const OWN = ["SORTI_REGION", "SORTI_OPERATOR", "MAIL_FROM"] as const;

/** The names that a real server must say and does not; none in the demonstration. */
export const unnamed = (
  typed: Readonly<Record<string, string | undefined>>,
  mode: "demo" | "production",
): readonly string[] => (mode === "demo" ? [] : OWN.filter((name) => !typed[name]));
