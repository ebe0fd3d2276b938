import { useTranslations } from "next-intl";
import { Acts, BlockedButton, Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Finding } from "@/components/ui/finding";
import { LONGEST_REASON, type Standing } from "@/lib/confirmation/standing";
import { byWhom } from "@/lib/wording/by-whom";

type Deed = (form: FormData) => Promise<void>;

type DecisionProps = {
  readonly id: string;
  readonly seen: string;
  readonly standing: Standing;
  /** The reader imported it. */
  readonly own: boolean;
  readonly decided: { readonly by: string; readonly reason: string | null } | null;
  readonly problem: string | null;
  readonly confirm: Deed;
  readonly refuse: Deed;
};

/** What the auditor says of exactly the numbers on the page, or has said. */
export function Decision(props: DecisionProps) {
  const { id, seen, standing, own, decided, confirm } = props;
  const t = useTranslations("auditor-imports");
  const who = useTranslations("byWhom");
  const values = { by: byWhom(decided?.by ?? "", who), reason: decided?.reason ?? "" };
  if (standing === "confirmed" || standing === "unlogged" || standing === "empty") {
    return <Finding>{t(`decision.${standing}`, values)}</Finding>;
  }
  if (own) {
    return (
      <BlockedButton id="own" why={t("decision.own")}>
        {t("decision.confirm")}
      </BlockedButton>
    );
  }
  return (
    <>
      {standing === "refused" ? <Finding>{t("decision.refused", values)}</Finding> : null}
      <p>{t("decision.leadsTo")}</p>
      <form action={confirm}>
        <input type="hidden" name="import" value={id} />
        <input type="hidden" name="seen" value={seen} />
        <Acts>
          <Button>{t("decision.confirm")}</Button>
        </Acts>
      </form>
      {standing === "waits" ? <Refuse {...props} /> : null}
    </>
  );
}

function Refuse({ id, problem, refuse }: DecisionProps) {
  const t = useTranslations("auditor-imports.decision");
  return (
    <form action={refuse} className="mt-8">
      <input type="hidden" name="import" value={id} />
      <TextField
        id="reason"
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        error={problem === "no-reason" ? t("noReason") : undefined}
        maxLength={LONGEST_REASON}
        required
      />
      <Acts>
        <Button line>{t("refuse")}</Button>
      </Acts>
    </form>
  );
}
