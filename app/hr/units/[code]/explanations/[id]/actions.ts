"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { givenForm } from "@/app/_shell/given-form";
import {
  baseOf,
  givenEntry,
  gone,
  isEntryId,
  overtaken,
  refused,
} from "@/app/hr/units/[code]/entry";
import type { EntryState } from "@/components/hr/entry/entry-state";
import { signers } from "@/lib/actions/data";
import type { HrActor } from "@/lib/auth/actor";
import { requireHr } from "@/lib/auth/require";
import { answersOf } from "@/lib/entries/answers";
import { explanationVersions } from "@/lib/explanations/data";
import { hasExpired } from "@/lib/explanations/explanation";
import { signExplanation } from "@/lib/explanations/mutations";
import { EXPLANATION_FIELDS, MOST_EXPLANATION, readExplanation } from "@/lib/explanations/read";
import { localeOf } from "@/lib/i18n/locale";
import { dayAt } from "@/lib/quarters/today";
import { dayInWords } from "@/lib/wording/date";
import { explanationFields } from "./form";

/** Signs an explanation, new or changed; the form comes back with every word when it is refused. */
export async function saveExplanation(last: EntryState, sent: FormData): Promise<EntryState> {
  const form = givenForm(sent);
  const actor = await requireHr();
  const before = givenEntry(last);
  const base = baseOf(form);
  const values = answersOf(EXPLANATION_FIELDS, (field) => form.get(field));
  const today = dayAt(new Date());
  const read = readExplanation(values, today);
  if ("problems" in read) return refused(before, values, read.problems, MOST_EXPLANATION);
  if (!isEntryId(base.id)) return gone(before, values);
  const signed = await signExplanation(actor, base, read.entry, today);
  if (signed === "unknown") return gone(before, values);
  if (signed === "newer") return newer(actor, before, values);
  return backTo(base.unitCode);
}

/** Lets an explanation apply no longer than today, or stay as it ran out: signed as one more version. */
export async function endExplanation(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireHr();
  const base = baseOf(form);
  const [last] = isEntryId(base.id) ? await explanationVersions(actor, base.id) : [];
  const today = dayAt(new Date());
  if (last?.version === base.version) {
    const { what, who, appliesFrom, evidence } = last;
    const expires = hasExpired(last, today) ? last.expires : today;
    const entry = { what, who, appliesFrom, evidence, expires };
    await signExplanation(actor, { ...base, unitCode: last.unitCode }, entry, today);
  }
  backTo(base.unitCode);
}

function backTo(unitCode: string): never {
  const page = `/hr/units/${encodeURIComponent(unitCode)}`;
  revalidatePath(page);
  redirect(`${page}#explanations`);
}

async function newer(
  actor: HrActor,
  before: EntryState,
  values: Readonly<Record<string, string>>,
): Promise<EntryState> {
  const [last] = await explanationVersions(actor, before.id);
  if (last === undefined) return gone(before, values);
  const locale = localeOf(await getLocale());
  const names = await signers(actor, [last.signedBy]);
  const stored = answersOf(EXPLANATION_FIELDS, (field) => last[field]);
  const now = (await explanationFields()).map(({ name, label, control }) => {
    const value = control === "day" ? dayInWords(stored[name], locale) : stored[name];
    return [name, { term: label, value }] as const;
  });
  return overtaken(before, values, {
    version: last.version,
    who: names.get(last.signedBy) ?? last.who,
    day: dayInWords(last.notedOn, locale),
    now: Object.fromEntries(now),
    stored,
  });
}
