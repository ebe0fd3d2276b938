import { z } from "zod";

const total = z.int().min(0);

/** How the mails to those who are invited now stand, as counts for the whole region: never whose, never by unit. */
export const mailHealthShape = z.strictObject({
  /** Their link does not work yet. */
  later: total,
  /** Should have gone. */
  waiting: total,
  /** Went, and nothing has been heard since. */
  sent: total,
  /** A server said no when it was sent, or no server answered. */
  refused: total,
  /** Came back after it had gone. */
  bounced: total,
  /** Reported as spam, among all that have gone. */
  complained: total,
  reminders: total,
  remindersRefused: total,
  /** Whether what comes back is read at all: else nobody knows of it. */
  read: z.boolean(),
});

export type MailHealth = z.infer<typeof mailHealthShape>;
