import { useTranslations } from "next-intl";
import { LogTable } from "@/components/operator/log-table";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { type Entry, firstBroken } from "@/lib/transparency/chain";

/** The whole public log, newest first, and whether its chain holds. `entries`: oldest first. */
export function WholeLog({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useTranslations("log");
  const broken = firstBroken(entries);
  const key = entries.length === 0 ? "none" : broken === null ? "holds" : "broken";
  const values = { n: entries.length, seq: broken ?? 0 };
  return (
    <>
      <Top title={t(`${key}.title`, values)} why={t(`${key}.why`)} />
      {entries.length > 0 ? (
        <Section name={t("name")} context={t("context")}>
          <LogTable entries={entries.toReversed()} whole />
          <p>{t("check")}</p>
        </Section>
      ) : null}
    </>
  );
}
