"use server";

import { redirect } from "next/navigation";
import { beginMix } from "@/app/operator/begin-mix";
import { quarterFacts } from "@/app/operator/facts";
import type { OperatorActor } from "@/lib/auth/actor";
import { requireOperator } from "@/lib/auth/require";
import { planNextQuarter } from "@/lib/cli/plan-quarter";
import { closeIssuing, closeReceiving, openQuarter } from "@/lib/closing/mutations";
import { env } from "@/lib/env";
import { keyDirectory } from "@/lib/keys/directory";
import { KeyRefused } from "@/lib/keys/refused";
import { type Secret, unlockCustodianKey, unlockSigningKey } from "@/lib/keys/unlock";
import { publishReport } from "@/lib/publishing/mutations";
import { isQuarter, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { PublishRefused } from "@/lib/reports/blockers";
import { roundSteps, type Step } from "@/lib/rounds/console";
import { RoundRefused } from "@/lib/rounds/state";

/** What was done, or a reason that the page has a sentence for. */
type Outcome = { readonly done: string } | { readonly problem: string };

const problem = (code: string): Outcome => ({ problem: code });

/** A refusal as its reason; anything else is a fault of ours and goes on to the error page. */
function reasonOf(cause: unknown): Outcome {
  if (cause instanceof RoundRefused || cause instanceof KeyRefused) return problem(cause.reason);
  if (cause instanceof PublishRefused) return problem(cause.blockers[0] ?? "unexpected");
  throw cause;
}

/** Takes a step if it is still the next one and nothing stands in its way; then shows the page. */
async function take(
  step: Step,
  form: FormData,
  work: (actor: OperatorActor, quarter: Quarter, now: Date) => Promise<Outcome>,
): Promise<never> {
  const actor = await requireOperator();
  const now = new Date();
  const known = await quarterFacts(actor, now);
  const quarter = String(form.get("quarter"));
  const asked = known && roundSteps(known.facts).find((one) => one.step === step);
  let outcome: Outcome;
  if (!isQuarter(quarter) || known?.facts.round.quarter !== quarter || asked?.state !== "now") {
    outcome = problem("already");
  } else if (asked.blockers[0]) {
    outcome = problem(asked.blockers[0]);
  } else {
    outcome = await work(actor, quarter, now).catch(reasonOf);
  }
  return redirect(`/operator?${new URLSearchParams(outcome)}`);
}

const won = (done: string) => (first: boolean) => (first ? { done } : problem("already"));

export async function openRoundNow(form: FormData): Promise<void> {
  await take("open", form, async (actor, quarter, now) => {
    await openQuarter(actor, quarter, now);
    return { done: "open" };
  });
}

export async function stopIssuing(form: FormData): Promise<void> {
  await take("close-issuing", form, (actor, quarter, now) =>
    closeIssuing(actor, quarter, env().SORTI_GRACE_SECONDS, now).then(won("close-issuing")),
  );
}

export async function stopReceiving(form: FormData): Promise<void> {
  await take("stop-receiving", form, (actor, quarter, now) =>
    closeReceiving(actor, quarter, now).then(won("stop-receiving")),
  );
}

/** Says which of the passphrases on the page was wrong, by its field. */
function fieldOrReason(field: string) {
  return (cause: unknown): Outcome => {
    const wrong = cause instanceof KeyRefused && cause.reason === "wrong-passphrase";
    return wrong ? problem(`wrong-${field}`) : reasonOf(cause);
  };
}

const isOutcome = (value: object): value is Outcome => "problem" in value || "done" in value;

const passphrases = (form: FormData) => {
  const secret = (name: string) => ({ passphrase: String(form.get(name) ?? "") });
  return [secret("passphrase-1"), secret("passphrase-2")] as const;
};

export async function startMix(form: FormData): Promise<void> {
  await take("mix", form, async (actor, quarter, now) => {
    // Both keys in one process: the demonstration alone may, and says so.
    if (env().SORTI_MODE !== "demo") return problem("not-here");
    const [one, two] = passphrases(form);
    const dir = keyDirectory();
    const unlock = (custodian: 1 | 2, secret: Secret) =>
      unlockCustodianKey({ dir, custodian, quarter }, secret).catch(
        fieldOrReason(`passphrase-${custodian}`),
      );
    const first = await unlock(1, one);
    if (isOutcome(first)) return first;
    const second = await unlock(2, two);
    if (isOutcome(second)) return second;
    await beginMix(actor, quarter, [first, second], now);
    return { done: "mix" };
  });
}

export async function publishNow(form: FormData): Promise<void> {
  await take("publish", form, async (actor, quarter, now) => {
    await publishReport(actor, quarter, now);
    return { done: "publish" };
  });
}

/** Signs the quarter after the one at work, so that what waits has somewhere to go. */
async function signNext(actor: OperatorActor, form: FormData, now: Date): Promise<Outcome> {
  const known = await quarterFacts(actor, now);
  if (env().SORTI_MODE !== "demo") return problem("not-here");
  if (known?.facts.next !== "missing") return problem("already");
  const secrets = passphrases(form);
  const dir = keyDirectory();
  for (const custodian of [1, 2] as const) {
    const secret = secrets[custodian - 1] ?? { passphrase: "" };
    const field = fieldOrReason(`plan-passphrase-${custodian}`);
    const tried = await unlockSigningKey({ dir, custodian }, secret).catch(field);
    if (isOutcome(tried)) return tried;
  }
  await planNextQuarter(actor, shiftQuarter(known.facts.round.quarter, 1), secrets, now);
  return { done: "plan" };
}

export async function planNext(form: FormData): Promise<void> {
  const actor = await requireOperator();
  const outcome = await signNext(actor, form, new Date()).catch(reasonOf);
  redirect(`/operator?${new URLSearchParams(outcome)}`);
}

/** Opens the quarter after the one at work, which an interrupted close left planned. */
export async function openNext(): Promise<void> {
  const actor = await requireOperator();
  const now = new Date();
  const known = await quarterFacts(actor, now);
  if (!known) redirect("/operator");
  const next = shiftQuarter(known.facts.round.quarter, 1);
  const done = () => ({ done: "open" });
  const outcome = await openQuarter(actor, next, now).then(done, reasonOf);
  redirect(`/operator?${new URLSearchParams(outcome)}`);
}
