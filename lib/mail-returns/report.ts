/** Why a mail came back after the first server had taken it. */
export const BOUNCES = ["no-mailbox", "full", "refused", "no-answer"] as const;
export type Bounce = (typeof BOUNCES)[number];

/** What a mail server tells of a mail: it came back, or its reader called it spam. */
export type ReturnReport = Bounce | "complaint";

/** The fields of a block, `Action: failed`, by lower-case name; a line that begins with a space goes on the last one. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const lines = block.replaceAll(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined
        ? []
        : [[name.toLowerCase(), value.trim().toLowerCase()]];
    }),
  );
}

/** What an enhanced status code (RFC 3463) says of a mail that was given up. */
function bounceOf(status: string): Bounce {
  const [kind = "", subject = "", detail = ""] = status.split(/[.\s(]/);
  const what = `${subject}.${detail}`;
  // X.2.1: the mailbox is closed; X.4.4: nobody takes mail for the domain.
  if (subject === "1" || what === "2.1" || what === "4.4") return "no-mailbox";
  if (what === "2.2") return "full";
  return kind === "4" || subject === "4" ? "no-answer" : "refused";
}

/**
 * A delivery status notification's machine-readable part (RFC 3464, section 2): why the mail was given up. Null for
 * one that tells of a delay or of a delivery.
 */
export function bounceIn(status: string): Bounce | null {
  const blocks = status.split(/\r?\n[ \t]*\r?\n/).map(fieldsOf);
  const failed = blocks.find((fields) => /^failed\b/.test(fields.get("action") ?? ""));
  return failed ? bounceOf(failed.get("status") ?? "") : null;
}

/** A feedback report's machine-readable part (RFC 5965, section 3.1; types by RFC 5965, 7.3): whether somebody complains. */
export function complaintIn(feedback: string): "complaint" | null {
  const type = fieldsOf(feedback).get("feedback-type") ?? "";
  return /^(abuse|fraud|virus|other)\b/.test(type) ? "complaint" : null;
}
