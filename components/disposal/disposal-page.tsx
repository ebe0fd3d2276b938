import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import { scheduleInWords, type WordedLine } from "@/lib/disposal/words";

type Side = "employer" | "collector";

type DisposalPageProps = {
  /** What each side has disposed of, of those that the reader may see. */
  readonly logs: readonly { readonly side: Side; readonly lines: readonly WordedLine[] }[];
  /** How many lines of each are shown. */
  readonly most: number;
  /** What waits, if anything does. */
  readonly clock: ReactNode;
};

/** What has been disposed of, in counts, and the schedule that says so. */
export function DisposalPage({ logs, most, clock }: DisposalPageProps) {
  const t = useTranslations("disposal");
  const some = logs.some(({ lines }) => lines.length > 0);
  return (
    <>
      <Top title={some ? t("title") : t("titleNone")} why={t("why")} />
      {clock}
      <Section name={t("log.name")} context={some ? t("log.newest", { n: most }) : t("log.none")}>
        {logs
          .filter(({ lines }) => lines.length > 0)
          .map((log) => (
            <Log key={log.side} {...log} />
          ))}
      </Section>
      <Schedule />
    </>
  );
}

function Log({ side, lines }: DisposalPageProps["logs"][number]) {
  const t = useTranslations("disposal");
  return (
    <Table
      caption={t(`log.${side}`)}
      columns={[
        { key: "day", head: t("log.day") },
        { key: "class", head: t("log.class") },
        { key: "rule", head: t("log.rule") },
        { key: "count", head: t("log.count"), number: true },
      ]}
      width="l"
      rows={lines.map((line) => ({
        key: line.id,
        head: line.day,
        cells: { class: line.what, rule: line.term, count: line.count },
      }))}
    />
  );
}

function Schedule() {
  const t = useTranslations("disposal");
  return (
    <Section name={t("plan.name")} context={t("plan.context")}>
      <Table
        caption={t("plan.name")}
        captionHidden
        narrow="list"
        columns={(["class", "side", "term", "by", "why"] as const).map((key) => ({
          key,
          head: t(`plan.${key}`),
        }))}
        rows={scheduleInWords(t).map(({ id, what, ...cells }) => ({
          key: id,
          head: what,
          cells: { side: cells.side, term: cells.term, by: cells.by, why: cells.why },
        }))}
      />
    </Section>
  );
}
