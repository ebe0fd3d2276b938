import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { BothPassphrases } from "@/components/operator/both-passphrases";
import { SignByFile } from "@/components/operator/by-file";
import type { Deeds, QuarterView } from "@/components/operator/quarter-view";
import { Acts, Button } from "@/components/ui/button";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { shiftQuarter } from "@/lib/quarters/quarter";
import { quarterInWords } from "@/lib/wording/date";

/** The quarter after the one at work, when it needs a hand: to be signed, or to be opened. */
export function NextRound({ view, deeds }: { readonly view: QuarterView; readonly deeds: Deeds }) {
  const t = useTranslations("operator.next");
  const locale = useWordingLocale();
  const { facts } = view;
  const next = shiftQuarter(facts.round.quarter, 1);
  const quarter = quarterInWords(next, locale);
  const stuck = facts.next === "planned" && !view.answering && facts.round.state !== "planned";
  if (facts.next !== "missing" && !stuck) return null;
  return (
    <Section id="next" name={t("name")} context={quarter}>
      <Finding>{t(stuck ? "stuck" : "missing", { quarter })}</Finding>
      {stuck ? (
        <form action={deeds.openNext}>
          <input type="hidden" name="quarter" value={next} />
          <Acts>
            <Button>{t("open", { quarter })}</Button>
          </Acts>
        </form>
      ) : null}
      {!stuck && facts.demo ? (
        <BothPassphrases
          deed={deeds.planNext}
          quarter={next}
          prefix="plan-"
          problem={view.problem}
          told={view.told}
          button={t("sign", { quarter })}
        />
      ) : null}
      {!stuck && !facts.demo ? (
        <SignByFile
          quarter={next}
          terms={view.terms}
          deeds={{ lay: deeds.lay, sign: deeds.sign }}
          problem={view.problem}
        />
      ) : null}
    </Section>
  );
}
