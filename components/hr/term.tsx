import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TermId } from "@/components/hr/definitions/terms";

type TermProps = { readonly of: TermId; readonly children: ReactNode };

/** A figure's name that leads to how it is counted and from what; pointed at, it says so in a sentence. */
export function Term({ of, children }: TermProps) {
  const t = useTranslations("definitions.terms");
  return (
    <a className="term" href={`/hr/definitions#${of}`} title={t(`${of}.short`)}>
      {children}
    </a>
  );
}
