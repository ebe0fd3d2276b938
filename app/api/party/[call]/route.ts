import type { OperatorActor } from "@/lib/auth/actor";
import { collectorAsking } from "@/lib/auth/other-party";
import { noteTold, untoldConfirmations } from "@/lib/confirmation/mutations";
import * as issuer from "@/lib/credential/mutations";
import { decisionLines } from "@/lib/decisions/data";
import { employerFigures } from "@/lib/figures/data";
import { moversListed } from "@/lib/invitations/data";
import { linksOpenIn } from "@/lib/links/data";
import { mailHealth } from "@/lib/mail-returns/data";
import {
  type Answer,
  CROSSINGS,
  type Crossing,
  isCrossing,
  type Question,
} from "@/lib/parties/crossings";
import { currentRegionTree } from "@/lib/units/data";

type Answers = {
  readonly [C in Crossing]: (question: Question<C>, collector: OperatorActor) => Promise<Answer<C>>;
};

const ANSWERS: Answers = {
  "region-tree": async ({ month, ungroupedName }) => {
    const { tree, ...region } = await currentRegionTree(month, ungroupedName);
    const pictured = [...tree.pictured];
    return { ...region, tree: { ...tree, pictured } };
  },
  "movers-listed": async ({ quarter }) => ({ movers: await moversListed(quarter) }),
  "issuer-key": ({ quarter }) => issuer.prepareIssuerKey(quarter),
  "start-issuing": async ({ quarter }) => {
    await issuer.startIssuing(quarter);
    return {};
  },
  "stop-issuing": async ({ quarter }) => ({ issued: await issuer.stopIssuing(quarter) }),
  "links-open": async ({ quarter }) => {
    const { linksOpen, invited } = await linksOpenIn(quarter);
    return { linksOpen, invited: { ...invited } };
  },
  "destroy-key": async ({ quarter }) => ({ destroyed: await issuer.destroyRoundKey(quarter) }),
  "untold-confirmations": async () => ({ waiting: await untoldConfirmations() }),
  "confirmation-told": async ({ importId }) => {
    await noteTold(importId);
    return {};
  },
  decisions: async () => ({ decided: [...(await decisionLines())] }),
  "mail-health": () => mailHealth(),
  "report-figures": ({ quarter, before }, collector) => employerFigures(collector, quarter, before),
};

async function answered<C extends Crossing>(call: C, body: unknown, collector: OperatorActor) {
  const question = CROSSINGS[call].question.safeParse(body);
  if (!question.success) return new Response(null, { status: 400 });
  const answer = await ANSWERS[call](question.data as Question<C>, collector);
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}

type Context = { readonly params: Promise<{ readonly call: string }> };

/** What the collector asks the issuer. For anybody else there is nothing here. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const collector = collectorAsking(request.headers);
  const { call } = await params;
  if (collector === null || !isCrossing(call)) return new Response(null, { status: 404 });
  return answered(call, await request.json().catch(() => null), collector);
}
