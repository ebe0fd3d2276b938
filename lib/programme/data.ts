import { z } from "zod";
import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import type { Decision } from "./decision";
import { type Programme, programme } from "./programme";
import { type ProgrammeRule, SCOPES } from "./scope";

type Reader = Prisma.TransactionClient;

const quarter = z.custom<Quarter>((text) => typeof text === "string" && isQuarter(text));
const rule = {
  number: z.int(),
  fromQuarter: quarter,
  scope: z.enum(SCOPES),
  units: z.array(z.string()),
};
const rules = z.array(z.object(rule));
const decisions = z.array(
  z.object({
    ...rule,
    reason: z.string(),
    cost: z.int().nullable(),
    decidedOn: z.string(),
    decidedBy: z.string(),
  }),
);

/** Every decision, oldest first. */
export async function programmeDecisions(_actor: HrActor): Promise<readonly Decision[]> {
  const rows = await db("identity").programmeDecision.findMany({ orderBy: { number: "asc" } });
  return decisions.parse(rows);
}

/** The rules in force and to come, for whoever decides on invitations or vouches for them. */
async function programmeRules(reader: Reader): Promise<readonly ProgrammeRule[]> {
  const select = { number: true, fromQuarter: true, scope: true, units: true } as const;
  return rules.parse(await reader.programmeDecision.findMany({ select }));
}

/** The rules with the units they speak of. */
export async function programmeOf(reader: Reader): Promise<Programme> {
  const select = { code: true, kind: true, predecessors: true } as const;
  const [found, units] = await Promise.all([
    programmeRules(reader),
    reader.unit.findMany({ select }),
  ]);
  return programme(found, units);
}
