import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TermId } from "@/components/hr/definitions/terms";

type TermProps = {
  readonly of: TermId;
  readonly children: ReactNode;
  /** Where on this page its data stand; else it leads to its definition. */
  readonly at?: string | undefined;
};

/** A figure or its name, leading to how it is counted or to its row; pointed at, it says how and from what. */
export function Term({ of, children, at }: TermProps) {
  const t = useTranslations("definitions.terms");
  return (
    <a
      className="term"
      href={at === undefined ? `/hr/definitions#${of}` : `#${at}`}
      title={`${t(`${of}.short`)} ${t(`${of}.data`)}`}
    >
      {children}
    </a>
  );
}
