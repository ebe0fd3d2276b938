import { useTranslations } from "next-intl";
import { ChangeHistory } from "@/components/changes/history";
import { ProposalWords } from "@/components/changes/operator-page";
import { ChangeSaid } from "@/components/changes/said";
import { Acts, BlockedButton, Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { isWaiting, type NamedChange } from "@/lib/changes/change";
import { LONGEST_REASON } from "@/lib/changes/proposal";
import type { Day } from "@/lib/quarters/quarter";

type Deed = (form: FormData) => Promise<void>;

type Deeds = { readonly confirm: Deed; readonly refuse: Deed };

type AuditorChangesProps = {
  /** The reader's account: whoever proposed cannot also agree. */
  readonly reader: string;
  readonly today: Day;
  readonly changes: readonly NamedChange[];
  readonly outcome: string | null;
  readonly deeds: Deeds;
};

/** What waits for the second person, and everything that has been changed. */
export function AuditorChanges({ reader, today, changes, outcome, deeds }: AuditorChangesProps) {
  const t = useTranslations("changes.auditor");
  const waiting = changes.filter((one) => isWaiting(one, today));
  const [first] = waiting;
  return (
    <>
      <Top title={t("finding", { n: waiting.length })} why={t("why")} />
      {outcome === null ? null : (
        <ChangeSaid outcome={outcome} at={first ? `refusal-${first.number}` : "history"} />
      )}
      {waiting.map((one) => (
        <Section
          key={one.number}
          id={`change-${one.number}`}
          name={t("name", { number: one.number })}
        >
          <ProposalWords change={one} />
          <p className="mt-4 max-w-measure">{t(one.what === "limits" ? "limits" : "close")}</p>
          {one.proposedBy === reader ? (
            <BlockedButton id={`own-${one.number}`} why={t("own")}>
              {t("confirm", { number: one.number })}
            </BlockedButton>
          ) : (
            <Word number={one.number} deeds={deeds} />
          )}
        </Section>
      ))}
      <ChangeHistory changes={changes} />
    </>
  );
}

function Word({ number, deeds }: { readonly number: number; readonly deeds: Deeds }) {
  const t = useTranslations("changes.auditor");
  return (
    <>
      <form action={deeds.confirm}>
        <input type="hidden" name="number" value={number} />
        <Acts>
          <Button>{t("confirm", { number })}</Button>
        </Acts>
      </form>
      <form action={deeds.refuse} className="mt-8">
        <input type="hidden" name="number" value={number} />
        <TextField
          id={`refusal-${number}`}
          name="refusal"
          label={t("refusal")}
          maxLength={LONGEST_REASON}
          required
        />
        <Acts>
          <Button line>{t("refuse", { number })}</Button>
        </Acts>
      </form>
    </>
  );
}
