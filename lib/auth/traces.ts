import { accounts } from "@/lib/auth/accounts";

/** What somebody was turned away from who was signed in: the pages of another role. */
type Turned = "hr" | "operator" | "auditor" | "reports";

type Event =
  | "/sign-in demo"
  | "/sign-in link"
  | "/sign-in oidc"
  | "/sign-in code"
  | "/sign-in code refused"
  | "/sign-in second factor made"
  | "/sign-out"
  | "/sign-out others"
  | "/sign-out region"
  | "/account recovery codes made"
  | `/${Turned} refused`;

/** Writes into the access log that somebody signed in, was refused or signed out. Never what was shown for it. */
export async function noteSignIn(user: string, event: Event, now: Date): Promise<void> {
  await accounts().access.createMany({ data: [{ user, page: event, at: now }] });
}
