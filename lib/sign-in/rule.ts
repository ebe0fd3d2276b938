const MINUTE = 60_000;

/** How long a mailed link signs in. */
export const LINK_MINUTES = 15;

/** Links that an account has waiting at once, at most: more asking sends no more mails. */
export const MOST_LINKS = 3;

/** A session ends when nothing has been asked in it for so long. */
export const IDLE_MINUTES = 120;

/** And so long after signing in, however busy it is: a working day. */
export const SESSION_HOURS = 8;

/** How often it is noted that a session is in use. */
export const NOTED_EVERY_MS = 5 * MINUTE;

/** Codes for whoever has lost the phone. */
export const RECOVERY_CODES = 8;

/** `code` waits for the second factor, `enrol` is getting one, `plain` opens what needs none, `proven` has shown it. */
export const STAGES = ["code", "enrol", "plain", "proven"] as const;
export type Stage = (typeof STAGES)[number];

type Account = { readonly roles: readonly string[]; readonly demo: boolean };

/**
 * Whether a mailed link alone does not open an account: whoever sees more than a reader of reports shows a second
 * factor. The demonstration's accounts open nothing but an invented region.
 */
export const needsSecondFactor = ({ roles, demo }: Account): boolean =>
  !demo && roles.some((role) => role !== "politician");

/** Whether a session in this stage opens an account as it is now. */
export const opens = (stage: string, account: Account): boolean =>
  stage === "proven" || (stage === "plain" && !needsSecondFactor(account));

/** Sessions that began, or were last used, before these moments are over. */
export function sessionLimits(now: Date): { readonly began: Date; readonly seen: Date } {
  return {
    began: new Date(now.getTime() - SESSION_HOURS * 60 * MINUTE),
    seen: new Date(now.getTime() - IDLE_MINUTES * MINUTE),
  };
}

/** Whether a session is not over yet. */
export function isLive(session: { readonly began: Date; readonly seen: Date }, now: Date): boolean {
  const { began, seen } = sessionLimits(now);
  return session.began > began && session.seen > seen;
}

/** When a link that is mailed now stops working. */
export const linkUntil = (now: Date): Date => new Date(now.getTime() + LINK_MINUTES * MINUTE);
