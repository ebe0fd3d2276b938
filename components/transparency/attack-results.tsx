import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { LoggedAttack } from "@/lib/attack/due";

const keyOf = (attack: string) => attack.replaceAll(" ", "-");

/** One row for each attack of a run: what was tried, and how it went. */
export function AttackResults({ attack }: { readonly attack: LoggedAttack }) {
  const t = useTranslations("security.proof");
  const named = (name: string) => {
    const key = `attacks.${keyOf(name)}`;
    return t.has(key) ? t(key) : name;
  };
  return (
    <Table
      caption={t("resultsName")}
      captionHidden
      width="m"
      columns={[
        { key: "attack", head: t("attack") },
        { key: "tried", head: t("tried") },
        { key: "outcome", head: t("outcome") },
      ]}
      rows={attack.results.map(({ attack: name, outcome, leaks }) => ({
        key: name,
        head: name,
        cells: { tried: named(name), outcome: t(`outcomes.${outcome}`, { leaks }) },
      }))}
    />
  );
}
