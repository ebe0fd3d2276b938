import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { LoggedAttack } from "@/lib/attack/due";

const keyOf = (attack: string) => attack.replaceAll(" ", "-");

/** One row for each attack of a run: what was tried, and how it went. */
export function AttackResults({ attack }: { readonly attack: LoggedAttack }) {
  const t = useTranslations("security.proof");
  const worded = (what: "attacks" | "attackNames", name: string) => {
    const key = `${what}.${keyOf(name)}`;
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
        head: worded("attackNames", name),
        cells: { tried: worded("attacks", name), outcome: t(`outcomes.${outcome}`, { leaks }) },
      }))}
    />
  );
}
