import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { Facts } from "@/components/ui/facts";
import type { Day, Quarter } from "@/lib/quarters/quarter";
import { dayInWords, quarterRuns } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";

export type SheetView = {
  readonly custodian: 1 | 2;
  readonly region: string;
  /** Thirteen groups of four. */
  readonly code: string;
  readonly quarters: readonly Quarter[];
  readonly day: Day;
};

/** The sheet that opens a custodian's keys: printed alone, signed, sealed, and kept nowhere else. */
export function RecoverySheet({ custodian, region, code, quarters, day }: SheetView) {
  const t = useTranslations("keys");
  const locale = useWordingLocale();
  const words = quarterRuns(quarters, locale);
  return (
    <article className="recovery-sheet">
      <h3>{t("sheet.title")}</h3>
      <Facts
        facts={[
          { term: t("sheet.holder"), value: t(`holder.${custodian}`) },
          { term: t("sheet.region"), value: region },
          { term: t("sheet.quarters"), value: listInWords(words, locale) },
          { term: t("sheet.made"), value: dayInWords(day, locale) },
        ]}
      />
      <p className="code-name">{t("sheet.code")}</p>
      <p className="code">
        {[...code.matchAll(/[^-]+/g)].map(({ 0: group, index }) => (
          <span key={index}>{group} </span>
        ))}
      </p>
      <p>{t("sheet.use", { custodian })}</p>
      <p>{t("sheet.keep")}</p>
      <dl className="sign">
        {(["date", "signature", "tried"] as const).map((line) => (
          <div key={line}>
            <dt>{t(`sheet.${line}`)}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </article>
  );
}
