"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { givenForm } from "@/app/_shell/given-form";
import { commentableNow } from "@/app/hr/comment/asked";
import { baseOf, givenEntry, overtaken } from "@/app/hr/units/[code]/entry";
import type { EntryState } from "@/components/hr/entry/entry-state";
import { signers } from "@/lib/actions/data";
import type { HrActor } from "@/lib/auth/actor";
import { requireHr } from "@/lib/auth/require";
import {
  COMMENT_FIELDS,
  type CommentField,
  MOST_COMMENT,
  readComment,
} from "@/lib/comments/comment";
import { commentVersions } from "@/lib/comments/data";
import { signComment } from "@/lib/comments/mutations";
import { type Answers, answersOf, type EntryProblems } from "@/lib/entries/answers";
import { localeOf } from "@/lib/i18n/locale";
import type { Quarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { dayInWords } from "@/lib/wording/date";

/** Signs HR's comment, new or changed; the form comes back with every word when it is refused. */
export async function saveComment(last: EntryState, sent: FormData): Promise<EntryState> {
  const form = givenForm(sent);
  const actor = await requireHr();
  const before = givenEntry(last);
  const { id, version } = baseOf(form);
  const values = answersOf(COMMENT_FIELDS, (field) => form.get(field));
  const now = new Date();
  const report = await commentableNow(actor, now);
  if (!report?.open || report.quarter !== id) return closed(before, values);
  const read = readComment(values);
  if ("problems" in read) return refused(before, values, read.problems);
  const { quarter } = report;
  const signed = await signComment(actor, { quarter, version }, read.entry, dayAt(now));
  if (signed !== "signed") return newer(actor, quarter, before, values);
  revalidatePath("/hr/comment");
  redirect("/hr/comment?saved=1");
}

type Values = Answers<CommentField>;

/** The form as it was sent, with a sentence for each problem. */
async function refused(
  before: EntryState,
  values: Values,
  problems: EntryProblems<CommentField>,
): Promise<EntryState> {
  const t = await getTranslations("publication.comment.wrong");
  const errors = COMMENT_FIELDS.flatMap((id) => {
    const problem = problems[id];
    return problem === undefined ? [] : [{ id, text: t(problem, { most: MOST_COMMENT[id] }) }];
  });
  const { meanwhile: _, ...rest } = before;
  return { ...rest, values, errors, attempt: before.attempt + 1 };
}

/** The report went out while its comment was written: every word stays, and the form says so. */
async function closed(before: EntryState, values: Values): Promise<EntryState> {
  const t = await getTranslations("publication.comment");
  const errors = [{ id: "text", text: t("closed") }];
  return { ...before, values, errors, attempt: before.attempt + 1 };
}

async function newer(
  actor: HrActor,
  quarter: Quarter,
  before: EntryState,
  values: Values,
): Promise<EntryState> {
  const [last] = await commentVersions(actor, quarter);
  if (last === undefined) return closed(before, values);
  const t = await getTranslations("publication.comment");
  const names = await signers(actor, [last.signedBy]);
  const now = COMMENT_FIELDS.map(
    (field) => [field, { term: t(`fields.${field}`), value: last[field] }] as const,
  );
  return overtaken(before, values, {
    version: last.version,
    who: names.get(last.signedBy) ?? last.who,
    day: dayInWords(last.signedOn, localeOf(await getLocale())),
    now: Object.fromEntries(now),
    stored: { text: last.text, who: last.who },
  });
}
