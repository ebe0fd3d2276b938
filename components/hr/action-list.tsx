import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Facts } from "@/components/ui/facts";

type ListedAction = {
  readonly id: string;
  readonly title: string;
  /** Who, state, follow-up, control: term and value, in that order. */
  readonly facts: readonly { readonly term: string; readonly value: ReactNode }[];
  /** Before and after, with its uncertainty. */
  readonly after: ReactNode;
  /** Where it is changed; `about`: what, for those who hear the link alone. */
  readonly link: { readonly href: string; readonly text: string; readonly about: string };
};

/** The plan: what, who, when, control. Empty: says that no action has been decided. */
export function ActionList({ actions }: { readonly actions: readonly ListedAction[] }) {
  const t = useTranslations("figures.panel");
  if (actions.length === 0) return <p className="quiet">{t("noAction")}</p>;
  return (
    <ul className="plan">
      {actions.map(({ id, title, facts, after, link }) => (
        <li key={id}>
          <h3>{title}</h3>
          <Facts facts={facts} />
          <p className="small">{after}</p>
          <p className="small">
            <a href={link.href}>
              {link.text}
              <span className="vh">: {link.about}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
