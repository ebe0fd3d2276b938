import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChangeHistory, useNamedChange } from "@/components/changes/history";
import { ChangeSaid } from "@/components/changes/said";
import { useWordingLocale } from "@/components/charts/wording";
import { Acts, Button } from "@/components/ui/button";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { isWaiting, lastDayFor, type NamedChange } from "@/lib/changes/change";
import type { OpenRound } from "@/lib/changes/proposal";
import type { Terms } from "@/lib/changes/terms";
import type { Day } from "@/lib/quarters/quarter";
import { dayInWords, quarterInWords } from "@/lib/wording/date";

type Deed = (form: FormData) => Promise<void>;

type OperatorChangesProps = {
  readonly today: Day;
  readonly terms: Terms;
  readonly changes: readonly NamedChange[];
  /** The round that may be closed early, and whether two people have agreed to it; null where there is none. */
  readonly open: (OpenRound & { readonly agreed: boolean }) | null;
  readonly outcome: string | null;
  readonly withdraw: Deed;
  /** The form of each, where nothing waits. */
  readonly forms: { readonly limits: ReactNode; readonly close: ReactNode };
};

/** What coming rounds are planned with, what waits for the auditor, and what has been changed. */
export function OperatorChanges(props: OperatorChangesProps) {
  const { today, terms, changes, open, outcome, withdraw, forms } = props;
  const t = useTranslations("changes");
  const waiting = changes.filter((one) => isWaiting(one, today));
  const waits = (what: NamedChange["what"]) => waiting.some((one) => one.what === what);
  return (
    <>
      <Top title={t("operator.finding", { k: terms.k, c: terms.c })} why={t("operator.why")} />
      {outcome === null ? null : <ChangeSaid outcome={outcome} at="history" />}
      {waiting.length > 0 ? (
        <Section name={t("waiting.name")} context={t("waiting.context")}>
          {waiting.map((one) => (
            <Waiting key={one.number} change={one} withdraw={withdraw} />
          ))}
        </Section>
      ) : null}
      <Section id="limits" name={t("limits.name")} context={t("limits.context")}>
        {waits("limits") ? <p>{t("limits.wait")}</p> : forms.limits}
      </Section>
      {open === null ? null : (
        <Closing open={open} waits={waits("early-close")} form={forms.close} />
      )}
      <ChangeHistory changes={changes} />
    </>
  );
}

type ClosingProps = {
  readonly open: OpenRound & { readonly agreed: boolean };
  readonly waits: boolean;
  readonly form: ReactNode;
};

function Closing({ open, waits, form }: ClosingProps) {
  const t = useTranslations("changes.close");
  const locale = useWordingLocale();
  const stops = dayInWords(open.issuingStops, locale);
  const said = quarterInWords(open.quarter, locale);
  const quarter = said.charAt(0).toUpperCase() + said.slice(1);
  if (open.agreed) {
    return (
      <Section id="close" name={t("name")} context={t("context")}>
        <Finding>{t("agreed", { quarter: said })}</Finding>
      </Section>
    );
  }
  return (
    <Section id="close" name={t("name")} context={t("context")}>
      <p className="mb-4 max-w-measure">{t("says", { quarter, stops })}</p>
      {waits ? <p>{t("wait")}</p> : form}
    </Section>
  );
}

type WaitingProps = { readonly change: NamedChange; readonly withdraw: Deed };

function Waiting({ change, withdraw }: WaitingProps) {
  const t = useTranslations("changes.waiting");
  return (
    <form action={withdraw}>
      <input type="hidden" name="number" value={change.number} />
      <ProposalWords change={change} />
      <Acts>
        <Button line>{t("withdraw", { number: change.number })}</Button>
      </Acts>
    </form>
  );
}

/** What is proposed, by whom, until when, and why. */
export function ProposalWords({ change }: { readonly change: NamedChange }) {
  const t = useTranslations("changes.waiting");
  const locale = useWordingLocale();
  const { what, day, who } = useNamedChange()(change);
  const last = dayInWords(lastDayFor(change), locale);
  return (
    <>
      <Finding>{t("said", { number: change.number, change: what })}</Finding>
      <p>{t("who", { day, who, last })}</p>
      <p>{t("reason", { reason: change.reason })}</p>
    </>
  );
}
