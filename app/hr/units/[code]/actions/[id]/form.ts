import { getTranslations } from "next-intl/server";
import type { EntryField } from "@/components/hr/entry/entry-state";
import { ACTION_STATES } from "@/lib/actions/action";
import type { Remindable } from "@/lib/actions/data";
import { ACTION_FIELDS, type ActionField, MOST_ACTION } from "@/lib/actions/read";

const CONTROL = {
  what: "line",
  who: "line",
  control: "lines",
  decidedOn: "day",
  due: "day",
  state: "choice",
  result: "lines",
  reminds: "choice",
} as const satisfies Record<ActionField, EntryField["control"]>;

const MOST: Partial<Record<ActionField, number>> = MOST_ACTION;

/** The action plan's form in words: what, who, when, control, and what the control showed. */
export async function actionFields(
  accounts: readonly Remindable[],
): Promise<EntryField<ActionField>[]> {
  const t = await getTranslations("entries.action");
  const choices: Partial<Record<ActionField, EntryField["choices"]>> = {
    state: ACTION_STATES.map((value) => ({ value, text: t(`states.${value}`) })),
    reminds: [
      { value: "", text: t("nobody") },
      ...accounts.map(({ id, name }) => ({ value: id, text: name })),
    ],
  };
  return ACTION_FIELDS.map((name) => {
    const [most, own] = [MOST[name], choices[name]];
    return {
      name,
      control: CONTROL[name],
      label: t(`fields.${name}`),
      hint: t(`hints.${name}`),
      ...(most === undefined ? {} : { most }),
      ...(own === undefined ? {} : { choices: own }),
    };
  });
}
