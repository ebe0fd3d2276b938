import { useTranslations } from "next-intl";
import { FetchFile, HandInForm } from "@/components/ceremony/hand-over";
import { useWordingLocale } from "@/components/charts/wording";
import { MixApart, SignApart } from "@/components/operator/apart";
import { Fingerprint } from "@/components/operator/key-card";
import { OnePassphrase } from "@/components/operator/one-passphrase";
import type { Deed, QuarterView, TermsView } from "@/components/operator/quarter-view";
import { Acts, Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import type { Quarter } from "@/lib/quarters/quarter";
import { dayInWords, quarterInWords } from "@/lib/wording/date";
import { number } from "@/lib/wording/number";

export type SignDeeds = { readonly lay: Deed; readonly sign: Deed };

type SignProps = {
  readonly quarter: Quarter;
  readonly terms: TermsView | null;
  readonly deeds: SignDeeds;
  readonly problem: string | null;
};

function LayTerms({ quarter, deed, again }: { quarter: Quarter; deed: Deed; again: boolean }) {
  const t = useTranslations("ceremony.console");
  return (
    <form action={deed}>
      <input type="hidden" name="quarter" value={quarter} />
      <Acts>
        <Button line={again}>{t(again ? "again" : "layButton")}</Button>
      </Acts>
    </form>
  );
}

/** What the terms say, in short. */
function TermsFacts({ terms }: { readonly terms: TermsView }) {
  const t = useTranslations("ceremony.terms");
  const locale = useWordingLocale();
  return (
    <Facts
      facts={[
        { term: t("opens"), value: dayInWords(terms.opens, locale) },
        { term: t("closes"), value: dayInWords(terms.issuingStops, locale) },
        { term: t("limits"), value: t("limitsAre", { k: terms.k, c: terms.c }) },
        { term: t("units"), value: number(terms.units, locale) },
        { term: t("hash"), value: terms.hash },
      ]}
    />
  );
}

/** The terms of a quarter, signed by custodian 2 on their own machine and by custodian 1 here. */
export function SignByFile({ quarter, terms, deeds, problem }: SignProps) {
  const t = useTranslations("ceremony.console");
  const words = { quarter: quarterInWords(quarter, useWordingLocale()) };
  return (
    <>
      {terms ? <TermsFacts terms={terms} /> : <p>{t("lay", words)}</p>}
      {terms?.state === "waits" ? (
        <>
          <p>{t("laid")}</p>
          <FetchFile what="terms" quarter={quarter} seat={1} />
          <HandInForm id="hand-in-terms" seat={1} />
        </>
      ) : null}
      {terms?.state === "signed" ? (
        <>
          <p>{t("signed")}</p>
          <OnePassphrase
            deed={deeds.sign}
            quarter={quarter}
            prefix="plan-"
            problem={problem}
            button={t("sign", words)}
          />
        </>
      ) : null}
      <LayTerms quarter={quarter} deed={deeds.lay} again={terms !== null} />
      <p>{t("commands")}</p>
      <SignApart quarter={quarter} />
    </>
  );
}

type MixProps = { readonly view: QuarterView; readonly deed: Deed };

/** The mix where custodian 2 has a machine of their own: a file goes there, a file comes back, and is counted here. */
export function MixByFile({ view, deed }: MixProps) {
  const t = useTranslations("ceremony.console");
  const { quarter } = view.facts.round;
  const [firstHere] = view.facts.custodianKeysHere;
  return (
    <>
      <p>{t("peel")}</p>
      <FetchFile what="answers" quarter={quarter} seat={1} />
      <HandInForm id="hand-in-file" seat={1} />
      {view.handed === null ? null : (
        <p>
          {t("taken")} <Fingerprint>{view.handed}</Fingerprint>
        </p>
      )}
      {view.handed !== null && firstHere ? (
        <>
          <p>{t("count")}</p>
          <OnePassphrase deed={deed} quarter={quarter} problem={view.problem} button={t("start")} />
          <p>{t("new")}</p>
        </>
      ) : null}
      <p>{t(firstHere ? "commands" : "noKey")}</p>
      <MixApart quarter={quarter} />
    </>
  );
}
