import type { AuditorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { isPart } from "@/lib/env";
import { furtherKinds } from "@/lib/invitations/whom-to-invite";
import { readLog } from "@/lib/transparency/data";
import type { Entry } from "@/lib/transparency/entry";
import { type DecisionLine, decisionLine, decisionsIn, lineOf, type Told } from "./line";

/** Every decision of the employer's as the public log tells it, by kind and number. Who took it is not even read. */
export async function decisionLines(): Promise<readonly DecisionLine[]> {
  const reader = db("confirmer");
  const orderBy = { number: "asc" } as const;
  const [rules, programme] = await Promise.all([
    reader.policy.findMany({ omit: { decidedBy: true }, orderBy }),
    reader.programmeDecision.findMany({ omit: { decidedBy: true, cost: true }, orderBy }),
  ]);
  return [
    ...rules.map(({ inviteMovers, employerSide, ...rule }) => {
      const kinds = furtherKinds({ inviteMovers, employerSide });
      return decisionLine.parse({ kind: "rule-decided", content: { ...rule, kinds } });
    }),
    ...programme.map((content) => decisionLine.parse({ kind: "programme-decided", content })),
  ];
}

/** Every decision beside the log's line of it. A party that does not hold the employer's rules knows what the log tells. */
export async function decisionsBesideLog(_actor: AuditorActor): Promise<readonly Told<Entry>[]> {
  const entries = await readLog();
  if (!isPart("issuer")) return decisionsIn(entries);
  const lines = await decisionLines();
  return lines.map((line) => ({ line, entry: lineOf(line, entries) ?? null }));
}
