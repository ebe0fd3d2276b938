import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Forecast } from "@/components/charts/forecast";

type NotYetProps = {
  /** Whose answers wait: ”Björkens svar kan visas om ungefär 14 månader”. */
  readonly title: string;
  /** Why, in a sentence. The duty to act is added. */
  readonly why: ReactNode;
  /** Months until it can be shown, and the span it probably lies within. */
  readonly forecast?: { readonly months: number; readonly low: number; readonly high: number };
};

/** No own result yet: when, why, and that this stops nobody from acting. The one inset of a page. */
export function NotYet({ title, why, forecast }: NotYetProps) {
  const t = useTranslations("figures");
  return (
    <div className="inset">
      <h3>{title}</h3>
      <p>
        {why} {t("duty")}
      </p>
      {forecast ? <Forecast {...forecast} /> : null}
    </div>
  );
}
