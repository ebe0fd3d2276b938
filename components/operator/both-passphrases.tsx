import { useTranslations } from "next-intl";
import { KeyCard, Keys } from "@/components/operator/key-card";
import type { Deed } from "@/components/operator/quarter-view";
import { Acts, Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Quarter } from "@/lib/quarters/quarter";

type BothProps = {
  readonly deed: Deed;
  readonly quarter: Quarter;
  /** Put before the fields' ids, where a page has two such forms. */
  readonly prefix?: string;
  readonly problem: string | null;
  readonly told: readonly [string, string] | null;
  readonly fingerprints?: readonly [string, string];
  readonly button: string;
};

/** Both custodians' passphrases on one page: for the demonstration, which says so. Nothing is filled in again. */
export function BothPassphrases(props: BothProps) {
  const { deed, quarter, prefix = "", problem, told, fingerprints, button } = props;
  const t = useTranslations("operator.keys");
  return (
    <form action={deed}>
      <input type="hidden" name="quarter" value={quarter} />
      <Keys>
        {([1, 2] as const).map((custodian) => {
          const name = `passphrase-${custodian}`;
          const wrong = problem === `wrong-${prefix}${name}`;
          const phrase = told?.[custodian - 1];
          const print = fingerprints?.[custodian - 1];
          return (
            <KeyCard
              key={custodian}
              state="later"
              holder={t(`holder.${custodian}`)}
              fingerprint={print ? t("fingerprint", { print }) : undefined}
            >
              <Field
                id={`${prefix}${name}`}
                name={name}
                type="password"
                autoComplete="off"
                required
                label={t("passphrase")}
                hint={phrase ? t("told", { phrase }) : t("alone")}
                error={wrong ? t("wrong") : undefined}
              />
            </KeyCard>
          );
        })}
      </Keys>
      <Acts>
        <Button>{button}</Button>
      </Acts>
    </form>
  );
}
