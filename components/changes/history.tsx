import { useTranslations } from "next-intl";
import { useChangeWords } from "@/components/changes/words";
import { useWordingLocale } from "@/components/charts/wording";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { NamedChange } from "@/lib/changes/change";
import { byWhom } from "@/lib/wording/by-whom";
import { dayInWords, quarterInWords } from "@/lib/wording/date";

/** A change in words: what, and by whom it was proposed and decided. */
export function useNamedChange() {
  const about = useChangeWords();
  const who = useTranslations("byWhom");
  const t = useTranslations("changes");
  const locale = useWordingLocale();
  return (one: NamedChange) => {
    const day = one.decidedOn === null ? "" : dayInWords(one.decidedOn, locale);
    const decider = byWhom(one.decider ?? "", who);
    const told = { day, who: decider, refusal: one.refusal ?? "" };
    return {
      what:
        one.what === "limits"
          ? about({ ...one, quarter: "" })
          : about({ quarter: quarterInWords(one.quarter, locale), from: null, to: null }),
      day: dayInWords(one.proposedOn, locale),
      who: byWhom(one.proposer, who),
      standing: t(`standing.${one.state}`, told),
    };
  };
}

/** Every change there has been. `changes`: oldest first. */
export function ChangeHistory({ changes }: { readonly changes: readonly NamedChange[] }) {
  const t = useTranslations("changes.history");
  const words = useNamedChange();
  return (
    <Section id="history" name={t("name")} context={t("context")}>
      {changes.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Table
          caption={t("name")}
          captionHidden
          width="l"
          narrow="list"
          columns={["number", "change", "reason", "proposed", "standing"].map((key) => ({
            key,
            head: t(key),
          }))}
          rows={changes.toReversed().map((one) => {
            const { what, standing, ...by } = words(one);
            return {
              key: String(one.number),
              head: String(one.number),
              cells: {
                change: what.charAt(0).toUpperCase() + what.slice(1),
                reason: one.reason,
                proposed: t("by", by),
                standing,
              },
            };
          })}
        />
      )}
    </Section>
  );
}
