import { redirect } from "next/navigation";
import { quarterFacts } from "@/app/operator/facts";
import type { OperatorActor } from "@/lib/auth/actor";
import { requireOperator } from "@/lib/auth/require";
import { HandInRefused } from "@/lib/cli/hand-in-refused";
import { operatorFacts } from "@/lib/first-quarter/data";
import { KeyRefused } from "@/lib/keys/refused";
import { OtherPartyAway } from "@/lib/parties/away";
import { isQuarter, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { PublishRefused } from "@/lib/reports/blockers";
import { roundSteps, type Step } from "@/lib/rounds/console-steps";
import { allRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { RoundRefused } from "@/lib/rounds/state";

/** What was done, or a reason that the page has a sentence for. */
export type Outcome = { readonly done: string } | { readonly problem: string };

export const problem = (code: string): Outcome => ({ problem: code });

/** A refusal as its reason; anything else is a fault of ours and goes on to the error page. */
export function reasonOf(cause: unknown): Outcome {
  if (cause instanceof RoundRefused || cause instanceof KeyRefused) return problem(cause.reason);
  if (cause instanceof HandInRefused) return problem(`hand-in-${cause.reason}`);
  if (cause instanceof OtherPartyAway) return problem("issuer-away");
  if (cause instanceof PublishRefused) return problem(cause.blockers[0] ?? "unexpected");
  throw cause;
}

export const page = (quarter: string, outcome: Outcome) =>
  redirect(`/operator?${new URLSearchParams({ quarter, ...outcome })}`);

/** Takes a step if it is still the quarter's next and nothing stands in its way; then shows the page. */
export async function take(
  step: Step,
  form: FormData,
  work: (actor: OperatorActor, quarter: Quarter, now: Date, round: RoundRecord) => Promise<Outcome>,
): Promise<never> {
  const actor = await requireOperator();
  const now = new Date();
  const quarter = String(form.get("quarter"));
  if (!isQuarter(quarter)) return redirect("/operator");
  const known = await quarterFacts(actor, now, quarter);
  const asked = known && roundSteps(known.facts).find((one) => one.step === step);
  if (!known || asked?.state !== "now") return page(quarter, problem("already"));
  const [blocker] = asked.blockers;
  if (blocker) return page(quarter, problem(blocker));
  return page(quarter, await work(actor, quarter, now, known.round).catch(reasonOf));
}

/** Says which of the passphrases on the page was wrong, by its field. */
export function fieldOrReason(field: string) {
  return (cause: unknown): Outcome => {
    const wrong = cause instanceof KeyRefused && cause.reason === "wrong-passphrase";
    return wrong ? problem(`wrong-${field}`) : reasonOf(cause);
  };
}

export const isOutcome = (value: object): value is Outcome => "problem" in value || "done" in value;

/** Why a quarter is not to be planned now; null when it may be. It is the first of all, or the one before waits for it. */
export async function whyNotPlanned(
  actor: OperatorActor,
  quarter: Quarter,
  now: Date,
): Promise<Outcome | null> {
  const known = await quarterFacts(actor, now, shiftQuarter(quarter, -1));
  const isFirst = known === null && (await allRounds()).length === 0;
  if (!isFirst && known?.facts.next !== "missing") return problem("already");
  return isFirst && !(await operatorFacts(actor, now)).units ? problem("units-missing") : null;
}
