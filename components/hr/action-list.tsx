import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Facts } from "@/components/ui/facts";

export type PlannedAction = {
  readonly id: string;
  readonly title: string;
  /** Who, state, follow-up, before and after: term and value, in that order. */
  readonly facts: readonly { readonly term: string; readonly value: ReactNode }[];
};

/** The plan: what, who, when, control. Empty: says that no action has been decided. */
export function ActionList({ actions }: { readonly actions: readonly PlannedAction[] }) {
  const t = useTranslations("figures.panel");
  if (actions.length === 0) return <p className="quiet">{t("noAction")}</p>;
  return (
    <ul className="plan">
      {actions.map((action) => (
        <li key={action.id}>
          <h3>{action.title}</h3>
          <Facts facts={action.facts} />
        </li>
      ))}
    </ul>
  );
}
