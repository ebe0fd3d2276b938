import { getTranslations } from "next-intl/server";
import type { EntryField } from "@/components/hr/entry/entry-state";
import {
  EXPLANATION_FIELDS,
  type ExplanationField,
  MOST_EXPLANATION,
} from "@/lib/explanations/read";

const CONTROL = {
  what: "line",
  who: "line",
  appliesFrom: "day",
  expires: "day",
  evidence: "lines",
} as const satisfies Record<ExplanationField, EntryField["control"]>;

const MOST: Partial<Record<ExplanationField, number>> = MOST_EXPLANATION;

/** The ledger's form in words: what, who, when, evidence, expiry. */
export async function explanationFields(): Promise<EntryField<ExplanationField>[]> {
  const t = await getTranslations("entries.explanation");
  return EXPLANATION_FIELDS.map((name) => {
    const most = MOST[name];
    return {
      name,
      control: CONTROL[name],
      label: t(`fields.${name}`),
      hint: t(`hints.${name}`),
      ...(most === undefined ? {} : { most }),
    };
  });
}
