import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";

type Line = Readonly<Record<"key" | "from", string>> & {
  readonly cells: Readonly<Record<string, string>>;
};

/** Worded lines. */
type RulesPageProps = {
  readonly weaker: number;
  readonly limits: readonly Line[];
  readonly policies: readonly Line[];
  readonly programme: readonly Line[];
};

/** The limits that protect and the region's rules, and how they have changed. */
export function RulesPage({ weaker, limits, policies, programme }: RulesPageProps) {
  const t = useTranslations("auditor-rules");
  return (
    <>
      <Top title={t("title", { weaker })} why={t("why")} />
      <History area="limits" columns={["k", "c", "change"]} lines={limits} />
      <History
        area="policies"
        columns={["threshold", "years", "rule", "kinds", "reason", "decided", "log"]}
        lines={policies}
      />
      <History area="programme" columns={["scope", "reason", "decided", "log"]} lines={programme} />
    </>
  );
}

type HistoryProps = {
  readonly area: "limits" | "policies" | "programme";
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
};

function History({ area, columns, lines }: HistoryProps): ReactNode {
  const t = useTranslations(`auditor-rules.${area}`);
  return (
    <Section name={t("name")} context={t("context")}>
      {lines.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Table
          caption={t("name")}
          captionHidden
          narrow="list"
          columns={["from", ...columns].map((key) => ({ key, head: t(key) }))}
          rows={lines.map(({ key, from, cells }) => ({ key, head: from, cells }))}
        />
      )}
    </Section>
  );
}
