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
import { actionVersions, remindable, signers } from "@/lib/actions/data";
import { moveAction, signAction } from "@/lib/actions/mutations";
import { ACTION_FIELDS, MOST_ACTION, readAction } from "@/lib/actions/read";
import type { HrActor } from "@/lib/auth/actor";
import { requireHr } from "@/lib/auth/require";
import { answersOf } from "@/lib/entries/answers";
import { localeOf } from "@/lib/i18n/locale";
import { dayAt } from "@/lib/quarters/today";
import { dayInWords } from "@/lib/wording/date";
import { actionFields } from "./form";

/** Signs an action, new or changed; the form comes back with every word when it is refused. */
export async function saveAction(last: EntryState, sent: FormData): Promise<EntryState> {
  const form = givenForm(sent);
  const actor = await requireHr();
  const before = givenEntry(last);
  const base = baseOf(form);
  const values = answersOf(ACTION_FIELDS, (field) => form.get(field));
  const today = dayAt(new Date());
  const accounts = (await remindable(actor)).map(({ id }) => id);
  const read = readAction(values, today, accounts);
  if ("problems" in read) return refused(before, values, read.problems, MOST_ACTION);
  if (!isEntryId(base.id)) return gone(before, values);
  const signed = await signAction(actor, base, read.entry, today);
  if (signed === "unknown") return gone(before, values);
  if (signed === "newer") return newer(actor, before, values);
  const page = `/hr/units/${encodeURIComponent(base.unitCode)}`;
  revalidatePath(page);
  redirect(`${page}#plan`);
}

/** Moves the action of a unit that has closed to the one that goes on after it; the page tells when it cannot. */
export async function moveToHeir(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireHr();
  const base = baseOf(form);
  const to = String(form.get("to"));
  const signed = isEntryId(base.id)
    ? await moveAction(actor, base, to, dayAt(new Date()))
    : "unknown";
  const page = (code: string) => `/hr/units/${encodeURIComponent(code)}`;
  revalidatePath(page(base.unitCode));
  revalidatePath(page(to));
  redirect(signed === "signed" ? `${page(to)}#plan` : `${page(base.unitCode)}/actions/${base.id}`);
}

async function newer(
  actor: HrActor,
  before: EntryState,
  values: Readonly<Record<string, string>>,
): Promise<EntryState> {
  const [last] = await actionVersions(actor, before.id);
  if (last === undefined) return gone(before, values);
  const locale = localeOf(await getLocale());
  const names = await signers(actor, [last.signedBy]);
  const stored = answersOf(ACTION_FIELDS, (field) => last[field]);
  const now = (await actionFields(await remindable(actor))).map(({ name, label, ...field }) => {
    const chosen = field.choices?.find(({ value }) => value === stored[name])?.text;
    const value = field.control === "day" ? dayInWords(stored[name], locale) : stored[name];
    return [name, { term: label, value: chosen ?? value }] as const;
  });
  return overtaken(before, values, {
    version: last.version,
    who: names.get(last.signedBy) ?? last.who,
    day: dayInWords(last.signedOn, locale),
    now: Object.fromEntries(now),
    stored,
  });
}
