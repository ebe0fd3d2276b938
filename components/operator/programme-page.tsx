import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { ProgrammeDecisions } from "@/components/operator/programme-decisions";
import { RuleDecisions } from "@/components/operator/rule-decisions";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import { programmeTold, ruleTold, type ToldLine } from "@/lib/decisions/told";
import { ruleAt } from "@/lib/programme/scope";
import type { Quarter } from "@/lib/quarters/quarter";
import { quarterInWords } from "@/lib/wording/date";
import { number } from "@/lib/wording/number";

/** A signed round: how many units its manifest names, and how many links were open in the whole region. */
type SignedRound = {
  readonly quarter: Quarter;
  readonly units: number;
  readonly linksOpen: number | null;
};

type ProgrammePageProps = {
  readonly told: readonly ToldLine[];
  readonly quarter: Quarter;
  /** Unit code → name, as the newest manifest has it. */
  readonly names: Readonly<Record<string, string>>;
  /** The newest first. */
  readonly rounds: readonly SignedRound[];
};

/** The programme as the public log tells it. */
export function ProgrammePage({ told, quarter, names, rounds }: ProgrammePageProps) {
  const t = useTranslations("operator-programme");
  const decided = programmeTold(told);
  const now = ruleAt(decided, quarter);
  return (
    <>
      <Top
        title={t(`title.${now?.scope ?? "nothing"}`, { n: now?.units.length ?? 0 })}
        why={t("why")}
      />
      <Section name={t("decisions.name")} context={t("decisions.context")}>
        {decided.length === 0 ? (
          <p>{t("decisions.none")}</p>
        ) : (
          <ProgrammeDecisions decided={decided} quarter={quarter} names={names} />
        )}
      </Section>
      <Section name={t("rule.name")} context={t("rule.context")}>
        <RuleDecisions decided={ruleTold(told)} />
      </Section>
      <Section name={t("rounds.name")} context={t("rounds.context")}>
        {rounds.length === 0 ? <p>{t("rounds.none")}</p> : <Rounds rounds={rounds} />}
      </Section>
    </>
  );
}

function Rounds({ rounds }: Pick<ProgrammePageProps, "rounds">) {
  const t = useTranslations("operator-programme.rounds");
  const locale = useWordingLocale();
  return (
    <Table
      caption={t("name")}
      captionHidden
      columns={[
        { key: "quarter", head: t("quarter") },
        { key: "units", head: t("units"), number: true },
        { key: "links", head: t("links"), number: true },
      ]}
      rows={rounds.map(({ quarter, units, linksOpen }) => ({
        key: quarter,
        head: quarterInWords(quarter, locale),
        cells: {
          units: number(units, locale),
          links: linksOpen === null ? t("later") : number(linksOpen, locale),
        },
      }))}
    />
  );
}
