import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { given } from "@/app/_shell/given-form";
import type { EntryState } from "@/components/hr/entry/entry-state";
import type { EntryProblems } from "@/lib/entries/answers";

const words = z.string();
const sentState: z.ZodType<EntryState> = z
  .object({
    ...{ id: words, unit: words, version: z.int(), attempt: z.int() },
    values: z.record(words, words),
    errors: z.array(z.object({ id: words, text: words })),
    meanwhile: z
      .object({ text: words, facts: z.array(z.object({ term: words, value: words })) })
      .optional(),
  })
  .transform(({ meanwhile, ...rest }) => (meanwhile ? { ...rest, meanwhile } : rest));

/** The state of an entry's form as an action was handed it: what the action itself last answered. */
export const givenEntry = (sent: unknown): EntryState => given(sentState, sent);

/** What a form was sent with beside its fields; a number that is none is no version of anything. */
export function baseOf(form: FormData) {
  const version = Number(form.get("version"));
  return {
    id: String(form.get("id")),
    unitCode: String(form.get("unit")),
    version: Number.isSafeInteger(version) && version >= 0 ? version : -1,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text of an address or a form can be an entry's id. */
export const isEntryId = (text: string): boolean => UUID.test(text);

/** The form as it was sent, with a sentence for each problem. */
export async function refused<Field extends string>(
  before: EntryState,
  values: Readonly<Record<Field, string>>,
  problems: EntryProblems<Field>,
  most: Readonly<Record<string, number>>,
): Promise<EntryState> {
  const t = await getTranslations("entries");
  const errors = Object.entries(problems).map(([field, problem]) => ({
    id: field,
    text: t.has(`wrong.${field}.${problem}`)
      ? t(`wrong.${field}.${problem}`)
      : t(`wrong.any.${problem}`, { most: most[field] ?? 0 }),
  }));
  const { meanwhile: _, ...rest } = before;
  return { ...rest, values, errors, attempt: before.attempt + 1 };
}

/** The form as it was sent, refused as a whole: what it is about is not there any more. */
export async function gone(
  before: EntryState,
  values: Readonly<Record<string, string>>,
): Promise<EntryState> {
  const t = await getTranslations("entries");
  const errors = [{ id: "what", text: t("wrong.gone") }];
  return { ...before, values, errors, attempt: before.attempt + 1 };
}

type Meanwhile = {
  readonly version: number;
  readonly who: string;
  readonly day: string;
  /** Field → label and what stands there now, as people read it. */
  readonly now: Readonly<Record<string, { readonly term: string; readonly value: string }>>;
  readonly stored: Readonly<Record<string, string>>;
};

/** One's own words kept, and beside them what somebody else has signed where it differs. */
export async function overtaken(
  before: EntryState,
  values: Readonly<Record<string, string>>,
  { version, who, day, now, stored }: Meanwhile,
): Promise<EntryState> {
  const t = await getTranslations("entries");
  const facts = Object.entries(now).flatMap(([field, fact]) =>
    stored[field] === values[field] ? [] : [fact],
  );
  const meanwhile = { text: t("meanwhile", { who, day }), facts };
  return { ...before, version, values, errors: [], attempt: before.attempt + 1, meanwhile };
}
