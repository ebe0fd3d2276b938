import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWordingLocale } from "@/components/charts/wording";
import { CheckList } from "@/components/ui/check-list";
import { Table } from "@/components/ui/table";
import type { RoundInequality, YearInequality } from "@/lib/confirmation/inequalities";
import { quarterInWords } from "@/lib/wording/date";

type NameOf = (unitCode: string) => string;

const stateOf = (broken: boolean) => (broken ? ("blocks" as const) : ("done" as const));

function yearKey({ broken, asked }: YearInequality): "yearBroken" | "yearAsked" | "yearHolds" {
  if (broken) return "yearBroken";
  return asked.length > 0 ? "yearAsked" : "yearHolds";
}

/** `received ≤ issued ≤ links open`, of a round, and `invited ≤ departures` over the year: held or broken. */
export function Inequalities({
  rounds,
  year,
  nameOf,
}: {
  readonly rounds: readonly RoundInequality[];
  readonly year: YearInequality;
  readonly nameOf: NameOf;
}) {
  const t = useTranslations("auditor-imports.inequalities");
  const locale = useWordingLocale();
  // The latest of all, and every one that does not hold.
  const shown = rounds.filter((round, i) => i === 0 || round.broken.length > 0);
  const asked = year.asked.map((unit) => t("yearUnit", { ...unit, name: nameOf(unit.unitCode) }));
  return (
    <CheckList
      checks={[
        {
          id: "year",
          state: stateOf(year.broken || asked.length > 0),
          text: t(yearKey(year), {
            invited: year.invited,
            departures: year.departures,
            n: asked.length,
          }),
          detail: asked.length > 0 ? [...asked, t("yearMoved")].join(" ") : t("yearWhy"),
        },
        ...shown.map((round) => ({
          id: round.quarter,
          state: stateOf(round.broken.length > 0),
          text: t(round.broken.length > 0 ? "roundBroken" : "roundHolds", {
            round: quarterInWords(round.quarter, locale),
          }),
          detail: <RoundNumbers round={round} />,
        })),
      ]}
    />
  );
}

function RoundNumbers({ round }: { readonly round: RoundInequality }): ReactNode {
  const t = useTranslations("auditor-imports.inequalities");
  const told = (n: number | null) => (n === null ? t("notTold") : String(n));
  const { received, issued, linksOpen } = round;
  return t("roundNumbers", { received: told(received), issued, linksOpen: told(linksOpen) });
}

/** Every closed round's three numbers, as the public log tells them. */
export function RoundTable({ rounds }: { readonly rounds: readonly RoundInequality[] }) {
  const t = useTranslations("auditor-imports.inequalities");
  const breach = useTranslations("imports.breach");
  const locale = useWordingLocale();
  const told = (n: number | null) => (n === null ? t("notTold") : n);
  return (
    <Table
      caption={t("rounds")}
      captionHidden
      width="m"
      columns={[
        { key: "quarter", head: t("quarter") },
        { key: "received", head: t("received"), number: true },
        { key: "issued", head: t("issued"), number: true },
        { key: "linksOpen", head: t("linksOpen"), number: true },
        { key: "holds", head: t("holds") },
      ]}
      rows={rounds.map(({ quarter, received, issued, linksOpen, broken }) => ({
        key: quarter,
        head: quarterInWords(quarter, locale),
        cells: {
          received: told(received),
          issued,
          linksOpen: told(linksOpen),
          holds: broken.length === 0 ? t("yes") : broken.map((one) => breach(one)).join(" "),
        },
      }))}
    />
  );
}
