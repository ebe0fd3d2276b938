"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { givenForm } from "@/app/_shell/given-form";
import { beginMix } from "@/app/operator/begin-mix";
import {
  fieldOrReason,
  isOutcome,
  type Outcome,
  page,
  problem,
  reasonOf,
  take,
  whyNotPlanned,
} from "@/app/operator/taking";
import type { OperatorActor } from "@/lib/auth/actor";
import { requireOperator } from "@/lib/auth/require";
import { planNextQuarter } from "@/lib/cli/plan-quarter";
import { closeIssuing, closeReceiving, mixUnlocked, openQuarter } from "@/lib/closing/mutations";
import { env, isDemo } from "@/lib/env";
import { keyDirectory } from "@/lib/keys/directory";
import { type Secret, unlockCustodianKey, unlockSigningKey } from "@/lib/keys/unlock";
import { isQuarter, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { reportVersions } from "@/lib/reports/data";
import { graceSecondsOf } from "@/lib/rounds/calendar";
import { publishApart } from "@/lib/threads/publishing";

const won = (done: string) => (first: boolean) => (first ? { done } : problem("already"));

export async function openRoundNow(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  await take("open", form, async (actor, quarter, now) => {
    await openQuarter(actor, quarter, now);
    return { done: "open" };
  });
}

export async function stopIssuing(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  await take("close-issuing", form, async (actor, quarter, now, { manifest }) => {
    const grace = graceSecondsOf(manifest, env().SORTI_GRACE_SECONDS, isDemo());
    return closeIssuing(actor, quarter, grace, now).then(won("close-issuing"));
  });
}

export async function stopReceiving(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  await take("stop-receiving", form, (actor, quarter, now) =>
    closeReceiving(actor, quarter, now).then(won("stop-receiving")),
  );
}

const passphrases = (form: FormData) => {
  const secret = (name: string) => ({ passphrase: String(form.get(name) ?? "") });
  return [secret("passphrase-1"), secret("passphrase-2")] as const;
};

export async function startMix(sent: FormData): Promise<void> {
  const form = givenForm(sent);
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
    await beginMix(quarter, (progress) =>
      mixUnlocked(actor, quarter, [first, second], progress, now),
    );
    return { done: "mix" };
  });
}

export async function publishNow(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  await take("publish", form, async (actor, quarter, now) => {
    // What a report told of the quarter's answers has changed since: the next version says that, and nothing else.
    const t = await getTranslations({ locale: "sv", namespace: "operator.publish" });
    const out = (await reportVersions(actor, quarter)).length > 0;
    await publishApart(actor, quarter, now, out ? { note: t("answersChanged") } : {});
    return { done: "publish" };
  });
}

/** Signs the first quarter, or one that the one before waits for: what has to wait needs somewhere to go. */
async function sign(
  actor: OperatorActor,
  form: FormData,
  quarter: Quarter,
  now: Date,
): Promise<Outcome> {
  if (env().SORTI_MODE !== "demo") return problem("not-here");
  const why = await whyNotPlanned(actor, quarter, now);
  if (why) return why;
  const secrets = passphrases(form);
  const dir = keyDirectory();
  for (const custodian of [1, 2] as const) {
    const secret = secrets[custodian - 1] ?? { passphrase: "" };
    const field = fieldOrReason(`plan-passphrase-${custodian}`);
    const tried = await unlockSigningKey({ dir, custodian }, secret).catch(field);
    if (isOutcome(tried)) return tried;
  }
  await planNextQuarter(actor, quarter, secrets, now);
  return { done: "plan" };
}

/** The quarter that a form is about, and the one before, whose page it stands on. */
function nextQuarter(form: FormData): { quarter: Quarter; before: Quarter } {
  const quarter = String(form.get("quarter"));
  return isQuarter(quarter)
    ? { quarter, before: shiftQuarter(quarter, -1) }
    : redirect("/operator");
}

export async function planNext(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const { quarter, before } = nextQuarter(form);
  page(before, await sign(actor, form, quarter, new Date()).catch(reasonOf));
}

/** Signs the first quarter of all, which stands on no other one's page. */
export async function planFirst(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const { quarter } = nextQuarter(form);
  page(quarter, await sign(actor, form, quarter, new Date()).catch(reasonOf));
}

/** Opens a quarter that an interrupted close left planned. */
export async function openNext(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const { quarter, before } = nextQuarter(form);
  const done = (): Outcome => ({ done: "open" });
  page(before, await openQuarter(actor, quarter, new Date()).then(done, reasonOf));
}
