import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { KeysApart } from "@/components/operator/apart";
import { BothPassphrases } from "@/components/operator/both-passphrases";
import { SignByFile, type SignDeeds } from "@/components/operator/by-file";
import type { Deed, TermsView } from "@/components/operator/quarter-view";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import type { Quarter } from "@/lib/quarters/quarter";
import { quarterInWords } from "@/lib/wording/date";

type SignFirstProps = {
  readonly deed: Deed;
  /** Where each custodian signs on a machine of their own. */
  readonly apart: SignDeeds;
  readonly terms: TermsView | null;
  readonly quarter: Quarter;
  /** HR has brought in the units that the terms name. */
  readonly units: boolean;
  readonly problem: string | null;
  /** The demonstration's passphrases; null elsewhere, where each custodian signs on a machine of their own. */
  readonly told: readonly [string, string] | null;
};

/** The first quarter of all waits for both custodians' signatures. */
export function SignFirst(props: SignFirstProps) {
  const { deed, apart, terms, quarter, units, problem, told } = props;
  const t = useTranslations("firstQuarter.first");
  const none = useTranslations("operator.none");
  const words = { quarter: quarterInWords(quarter, useWordingLocale()) };
  if (!units) {
    return (
      <Section id="first" name={t("name")}>
        <Finding>{t(told ? "waits" : "waitsApart")}</Finding>
      </Section>
    );
  }
  return (
    <Section id="first" name={t("name")}>
      <Finding>{t("says", words)}</Finding>
      {told ? (
        <BothPassphrases
          deed={deed}
          quarter={quarter}
          prefix="plan-"
          problem={problem}
          told={told}
          button={t("button", words)}
        />
      ) : (
        <>
          <p>{none("keys")}</p>
          <KeysApart quarter={quarter} />
          <SignByFile quarter={quarter} terms={terms} deeds={apart} problem={problem} />
        </>
      )}
    </Section>
  );
}
