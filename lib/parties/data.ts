import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import type { Series } from "@/lib/disclosure/release";
import { env, isPart } from "@/lib/env";
import { employerFigures } from "@/lib/figures/data";
import { moversListed } from "@/lib/invitations/data";
import { linksOpenIn } from "@/lib/links/data";
import { mailHealth } from "@/lib/mail-returns/data";
import { OtherPartyAway } from "@/lib/parties/away";
import {
  type Answer,
  CROSSINGS,
  type Crossing,
  type EmployerFigures,
  type Question,
} from "@/lib/parties/crossings";
import type { Quarter } from "@/lib/quarters/quarter";
import type { RegionTree } from "@/lib/rounds/build";
import { currentRegionTree } from "@/lib/units/data";

/** A round's key takes seconds to make. */
const PATIENCE_MS = 30_000;

/** Asks the issuer over HTTP. Throws `OtherPartyAway` for anything but the answer that was asked for. */
export async function askIssuer<C extends Crossing>(
  crossing: C,
  question: Question<C>,
): Promise<Answer<C>> {
  const { SORTI_ISSUER_ORIGIN: issuer, SORTI_PARTY_SECRET: secret } = env();
  const reply = await fetch(new URL(`/api/party/${crossing}`, issuer), {
    method: "POST",
    headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
    body: JSON.stringify(question),
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  const body: unknown = reply?.ok ? await reply.json().catch(() => null) : null;
  const read = CROSSINGS[crossing].answer.safeParse(body);
  if (read.success) return read.data as Answer<C>;
  throw new OtherPartyAway(`${crossing}: ${reply ? `status ${reply.status}` : "no answer"}`);
}

/** The units of a round that opens in `month`, as the employer's side knows them: by name and group only. */
export async function regionTree(month: string, ungroupedName: string): Promise<RegionTree> {
  if (isPart("issuer")) return currentRegionTree(month, ungroupedName);
  return askIssuer("region-tree", { month, ungroupedName });
}

/** The kinds of leaving that a round counts apart, by the region's rule of whom to invite. */
export async function roundSeries(quarter: Quarter): Promise<readonly Series[]> {
  const movers = isPart("issuer")
    ? await moversListed(quarter)
    : (await askIssuer("movers-listed", { quarter })).movers;
  return movers ? ["leaver", "retiree", "mover"] : ["leaver", "retiree"];
}

/** How many links were open in a quarter, and the invited per unit: sums for the public log. */
export async function linksOpen(quarter: Quarter): Promise<Answer<"links-open">> {
  return isPart("issuer") ? linksOpenIn(quarter) : askIssuer("links-open", { quarter });
}

/** How the mails to the invited stand, as counts; null while the issuer is away. */
export async function mailStanding(_actor: OperatorActor): Promise<Answer<"mail-health"> | null> {
  try {
    return isPart("issuer") ? await mailHealth() : await askIssuer("mail-health", {});
  } catch (cause) {
    if (cause instanceof OtherPartyAway) return null;
    throw cause;
  }
}

/** The employer's figures for a quarter's report. `before`: with those of the quarter before. */
export async function figuresFor(
  actor: OperatorActor | HrActor,
  quarter: Quarter,
  before: boolean,
): Promise<EmployerFigures> {
  if (isPart("issuer")) return employerFigures(actor, quarter, before);
  return askIssuer("report-figures", { quarter, before });
}
