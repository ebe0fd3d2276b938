"use server";

import { revalidatePath } from "next/cache";
import type { Problem, Reply } from "@/app/_keys/reply";
import { actsHere, seatOf } from "@/app/_keys/seat";
import { givenForm } from "@/app/_shell/given-form";
import type { Holder } from "@/lib/auth/holder";
import { quartersToMake } from "@/lib/ceremony/ahead";
import { knownKeys } from "@/lib/ceremony/data";
import { holdDrill, noteCreated } from "@/lib/ceremony/mutations";
import { env } from "@/lib/env";
import { createCustodianKeys } from "@/lib/keys/create";
import { readKeyFile } from "@/lib/keys/custodian-file";
import { keyDirectory } from "@/lib/keys/directory";
import { KeyRefused } from "@/lib/keys/refused";
import { recover, removeDeputy, renewSheet, setDeputy } from "@/lib/keys/rewrap";
import { strengthOf } from "@/lib/keys/strength";
import type { Secret } from "@/lib/keys/unlock";
import type { Quarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";

const problem = (field: string, why: Problem): Reply => ({
  state: "problem",
  field,
  problem: why,
});

const PAGES = { 1: "/operator/keys", 2: "/auditor/keys" } as const;

type Work = (whose: { dir: string; custodian: 1 | 2 }, holder: Holder, now: Date) => Promise<Reply>;

/** Checks the seat and the machine, then works; a refusal leads to the field that it is about. */
async function inSeat(form: FormData, field: string, work: Work): Promise<Reply> {
  const custodian = form.get("custodian") === "1" ? 1 : 2;
  const holder = await seatOf(custodian);
  if (!actsHere(custodian)) return problem(field, "not-here");
  try {
    const reply = await work({ dir: keyDirectory(), custodian }, holder, new Date());
    // What the page says of keys, drills and the deputy is otherwise what was so before.
    if (reply.state !== "problem") revalidatePath(PAGES[custodian]);
    return reply;
  } catch (cause) {
    if (cause instanceof KeyRefused) return problem(field, cause.reason);
    throw cause;
  }
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Why a new passphrase is refused, leading to its field; null = it is good. */
function refusedNew(form: FormData, name: string): Reply | null {
  const { SORTI_REGION, SORTI_OPERATOR } = env();
  const { weakness } = strengthOf(text(form, name), [SORTI_REGION, SORTI_OPERATOR]);
  if (weakness) return problem(name, `weak.${weakness}`);
  return text(form, name) === text(form, `${name}-again`)
    ? null
    : problem(`${name}-again`, "differ");
}

const done = (
  what: Extract<Reply, { state: "done" }>["what"],
  quarters: readonly Quarter[],
  notOpened: readonly Quarter[] = [],
): Reply => ({ state: "done", what, quarters, notOpened });

/** Keys for the next four rounds that have none; the reply holds the recovery code, once. */
export async function makeKeys(_before: Reply, sent: FormData): Promise<Reply> {
  const form = givenForm(sent);
  return inSeat(form, "create-current", async (whose, holder, now) => {
    const refused = refusedNew(form, "create-new");
    if (refused) return refused;
    if (form.get("understood") !== "yes") return problem("create-understood", "not-understood");
    const { custodian } = whose;
    const quarters = quartersToMake(await knownKeys(holder.actor, now), custodian);
    if (quarters.length === 0) return problem("create-new", "nothing-to-make");
    const signs = readKeyFile(whose.dir, custodian, "signing") !== null;
    const made = await createCustodianKeys({
      ...whose,
      quarters,
      passphrase: text(form, "create-new"),
      ...(signs && { signingSecret: { passphrase: text(form, "create-current") } }),
    });
    await noteCreated(holder, made, now);
    const sheet = { custodian, region: env().SORTI_REGION, code: made.recoveryCode, quarters };
    return { state: "made", sheet: { ...sheet, day: dayAt(now) } };
  });
}

async function drillWith(form: FormData, field: string, secret: Secret): Promise<Reply> {
  return inSeat(form, field, async (_whose, holder, now) => {
    const { proved, notOpened } = await holdDrill(holder, secret, now);
    return done("passphrase" in secret ? "passphrase" : "sheet", proved, notOpened);
  });
}

export async function trySheet(_before: Reply, sent: FormData): Promise<Reply> {
  const form = givenForm(sent);
  return drillWith(form, "drill-code", { recoveryCode: text(form, "drill-code") });
}

export async function tryPassphrase(_before: Reply, sent: FormData): Promise<Reply> {
  const form = givenForm(sent);
  return drillWith(form, "drill-passphrase", { passphrase: text(form, "drill-passphrase") });
}

/** A new passphrase, with the code on the sheet. */
export async function changePassphrase(_before: Reply, sent: FormData): Promise<Reply> {
  const form = givenForm(sent);
  return inSeat(form, "recover-code", async (whose) => {
    const refused = refusedNew(form, "recover-new");
    if (refused) return refused;
    const code = text(form, "recover-code");
    return done("recovered", await recover(whose, code, text(form, "recover-new")));
  });
}

/** A new sheet; the reply holds its code, once. */
export async function makeSheet(_before: Reply, sent: FormData): Promise<Reply> {
  const form = givenForm(sent);
  return inSeat(form, "renew-passphrase", async (whose, _holder, now) => {
    const made = await renewSheet(whose, { passphrase: text(form, "renew-passphrase") });
    const { recoveryCode: code, quarters } = made;
    const sheet = { custodian: whose.custodian, region: env().SORTI_REGION, code, quarters };
    return { state: "made", sheet: { ...sheet, day: dayAt(now) } };
  });
}

export async function giveDeputy(_before: Reply, sent: FormData): Promise<Reply> {
  const form = givenForm(sent);
  return inSeat(form, "deputy-passphrase", async (whose) => {
    const refused = refusedNew(form, "deputy-new");
    if (refused) return refused;
    const secret = { passphrase: text(form, "deputy-passphrase") };
    return done("deputySet", await setDeputy(whose, secret, text(form, "deputy-new")));
  });
}

export async function takeDeputy(_before: Reply, sent: FormData): Promise<Reply> {
  const form = givenForm(sent);
  return inSeat(form, "undeputy-passphrase", async (whose) => {
    const secret = { passphrase: text(form, "undeputy-passphrase") };
    return done("deputyRemoved", await removeDeputy(whose, secret));
  });
}
