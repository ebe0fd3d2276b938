import { createHash } from "node:crypto";
import { z } from "zod";
import { DEPARTURE_KINDS, type DepartureKind } from "@/lib/departures/kind";
import { type InvitationRules, policyFor } from "@/lib/invitations/decide";
import { whomToInvite } from "@/lib/invitations/whom-to-invite";
import { canonicalJson } from "@/lib/sealing/canonical";

const count = z.number().int().nonnegative();

/** Departures that are alike in everything that decides an invitation: what the confirmer may see of them. */
export const departureCountSchema = z.object({
  unitCode: z.string(),
  /** Of the last day, `YYYY-MM`. */
  month: z.string(),
  kind: z.enum(DEPARTURE_KINDS),
  delivery: z.enum(["mail", "letter", "none"]),
  protected: z.boolean(),
  addressed: z.boolean(),
  invited: z.boolean(),
  n: count,
});
export type DepartureCount = z.infer<typeof departureCountSchema>;

/** What the confirmer vouches for, of one unit and kind. The last four add up to `departures`. */
export const confirmedNumberSchema = z.object({
  unitCode: z.string(),
  kind: z.enum(DEPARTURE_KINDS),
  departures: count.catch(0),
  mail: count.catch(0),
  letter: count.catch(0),
  /** Has an invitation since before: a corrected row. */
  already: count.catch(0),
  nobody: count.catch(0),
});
export type ConfirmedNumber = z.infer<typeof confirmedNumberSchema>;

type Way = "mail" | "letter" | "already" | "nobody";

/** What a confirmation gives these departures. */
export function wayOf(counted: DepartureCount, rules: InvitationRules): Way {
  if (counted.invited) return "already";
  const { unitCode, kind, delivery, protected: hidden, addressed, month } = counted;
  const address = addressed ? "somewhere" : null;
  const facts = { unitCode, kind, delivery, protected: hidden, email: address, privateEmail: null };
  const decided = whomToInvite(facts, policyFor(`${month}-15`, rules));
  return decided.invited ? decided.channel : "nobody";
}

const NONE = { departures: 0, mail: 0, letter: 0, already: 0, nobody: 0 };

/** Sums per unit and kind, in the order of unit codes and of the kinds' list. */
export function confirmedNumbers(
  counts: readonly DepartureCount[],
  rules: InvitationRules,
): readonly ConfirmedNumber[] {
  const sums = new Map<string, ConfirmedNumber>();
  for (const counted of counts) {
    const { unitCode, kind, n } = counted;
    const key = `${unitCode}\n${kind}`;
    const sum = sums.get(key) ?? { unitCode, kind, ...NONE };
    const way = wayOf(counted, rules);
    sums.set(key, { ...sum, departures: sum.departures + n, [way]: sum[way] + n });
  }
  const place = (kind: DepartureKind) => DEPARTURE_KINDS.indexOf(kind);
  return [...sums.values()].sort((a, b) =>
    a.unitCode === b.unitCode ? place(a.kind) - place(b.kind) : a.unitCode < b.unitCode ? -1 : 1,
  );
}

/** Sums over every unit and kind. */
export function totalOf(numbers: readonly ConfirmedNumber[]): typeof NONE {
  return numbers.reduce(
    (sum, { departures, mail, letter, already, nobody }) => ({
      departures: sum.departures + departures,
      mail: sum.mail + mail,
      letter: sum.letter + letter,
      already: sum.already + already,
      nobody: sum.nobody + nobody,
    }),
    NONE,
  );
}

/** SHA-256 (hex) of the numbers: the confirmer confirms what was shown, or is shown the new numbers. */
export function numbersHash(numbers: readonly ConfirmedNumber[], salt = ""): string {
  return createHash("sha256").update(salt).update(canonicalJson(numbers)).digest("hex");
}
