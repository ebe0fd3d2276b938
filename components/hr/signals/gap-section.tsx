import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { marked } from "@/components/hr/marked";
import { Said } from "@/components/hr/said";
import { gapLines, gapSentence } from "@/components/hr/signals/gap";
import { GapPicture } from "@/components/hr/signals/gap-picture";
import type { Leavers } from "@/components/hr/signals/leavers";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import type { Stayers } from "@/lib/signals/gap";
import { quarterInWords } from "@/lib/wording/date";

type GapProps = {
  readonly code: string;
  readonly leavers: Leavers | null;
  readonly stayers: Stayers | null;
};

/** Those who left beside those who stay, as near to the unit as its leavers' answers may be shown. */
export function GapSection({ code, leavers, stayers }: GapProps) {
  const t = useTranslations("signals.gap");
  const locale = useWordingLocale();
  if (leavers === null) {
    return (
      <Section name={t("name")}>
        <p>{t("noLeavers")}</p>
      </Section>
    );
  }
  const { at, name, own, from, to } = leavers;
  const lines = gapLines(leavers, stayers, t);
  const [whole] = lines;
  const values = { from: quarterInWords(from, locale), to: quarterInWords(to, locale) };
  const where = t(`where.${at}`, { group: name });
  return (
    <Section
      name={t("name")}
      context={
        stayers === null
          ? t("contextLeft", values)
          : t("context", { ...values, year: stayers.year })
      }
    >
      {whole === undefined ? null : (
        <Finding>
          <Said at={stayers === null ? undefined : "gap"}>
            {gapSentence(whole, where, marked(t))}
          </Said>
        </Finding>
      )}
      {own ? null : <p>{t("notOwn")}</p>}
      {stayers === null ? (
        <p>{t.rich("noStayers", { import: (words) => <a href="/hr/import">{words}</a> })}</p>
      ) : (
        <GapPicture
          title={t("title")}
          lines={lines}
          first={t("column.part")}
          file={`/hr/downloads/units/${encodeURIComponent(code)}/gap`}
        />
      )}
      <p>{t("means")}</p>
      <p className="small quiet">{t("not")}</p>
    </Section>
  );
}
