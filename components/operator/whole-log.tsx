import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LogTable } from "@/components/operator/log-table";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { firstBroken } from "@/lib/transparency/chain";
import type { Entry } from "@/lib/transparency/entry";

type WholeLogProps = {
  readonly entries: readonly Entry[];
  /** A way to check it without taking this page's word. */
  readonly check?: ReactNode;
};

/** The whole public log, newest first, and whether its chain holds. `entries`: oldest first. */
export function WholeLog({ entries, check }: WholeLogProps) {
  const t = useTranslations("log");
  const broken = firstBroken(entries);
  const key = entries.length === 0 ? "none" : broken === null ? "holds" : "broken";
  const values = { n: entries.length, seq: broken ?? 0 };
  return (
    <>
      <Top title={t(`${key}.title`, values)} why={t(`${key}.why`)} />
      {check}
      {entries.length > 0 ? (
        <Section name={t("name")} context={t("context")}>
          <LogTable entries={entries.toReversed()} whole />
          <p>{t("check")}</p>
        </Section>
      ) : null}
    </>
  );
}
