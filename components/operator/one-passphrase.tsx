import { useTranslations } from "next-intl";
import type { Deed } from "@/components/operator/quarter-view";
import { Acts, Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Quarter } from "@/lib/quarters/quarter";

type OneProps = {
  readonly deed: Deed;
  readonly quarter: Quarter;
  /** Put before the field's id, where a page has two such forms. */
  readonly prefix?: string;
  readonly problem: string | null;
  readonly button: string;
};

/** The operator's passphrase, and never the other key holder's. Nothing is filled in again. */
export function OnePassphrase({ deed, quarter, prefix = "", problem, button }: OneProps) {
  const t = useTranslations("operator.keys");
  const wrong = problem === `wrong-${prefix}passphrase-1`;
  return (
    <form action={deed}>
      <input type="hidden" name="quarter" value={quarter} />
      <Field
        id={`${prefix}passphrase-1`}
        name="passphrase-1"
        type="password"
        autoComplete="off"
        required
        label={t("passphrase")}
        hint={t("alone")}
        error={wrong ? t("wrong") : undefined}
      />
      <Acts>
        <Button>{button}</Button>
      </Acts>
    </form>
  );
}
