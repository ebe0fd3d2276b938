import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { THREATS } from "@/lib/transparency/threats";

/**
 * Every attacker that was thought of: what they have, may learn, must not learn, and how that is tried.
 * `k`: the fewest people that any round may show of a unit.
 */
export function Threats({ k }: { readonly k: number }) {
  const t = useTranslations("security.threats");
  return (
    <Table
      caption={t("caption")}
      width="xl"
      narrow="list"
      columns={[
        { key: "who", head: t("who") },
        { key: "has", head: t("has") },
        { key: "may", head: t("may") },
        { key: "not", head: t("not") },
        { key: "test", head: t("test") },
      ]}
      rows={THREATS.map(({ id, limit }) => {
        const of = (part: string) => t(`rows.${id}.${part}`, { k });
        const not = limit ? t("limit") : of("not");
        const cells = { has: of("has"), may: of("may"), not, test: of("test") };
        return { key: id, head: of("who"), cells };
      })}
    />
  );
}
