import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { Downloads } from "@/components/ui/downloads";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { ImportKind, ShownRow } from "@/lib/imports/kind-plan";
import type { PlanSummary } from "@/lib/imports/plan";
import { number } from "@/lib/wording/number";

type ImportPlanProps = {
  readonly kind: ImportKind;
  readonly shown: PlanSummary<ShownRow>;
  /** The plan takes an import back: there is no file to speak of. */
  readonly undo?: boolean;
  /** What the plan is of, as an address says it: `draft=…` or `import=…`. */
  readonly of: string;
};

type Rows = { readonly count: number; readonly first: readonly ShownRow[] };

/** What names a row of each kind; the rest are its values. */
const NAMING: Record<ImportKind, readonly string[]> = {
  units: ["code"],
  headcount: ["unitCode", "month", "staffGroup"],
  departures: ["unitCode", "lastDay", "kind"],
  signals: ["unitCode", "signal", "period"],
};

const NUMBERS: readonly string[] = ["permanent", "value", "answers"];

/** What a file would take away, change and add; what is taken away stands first. */
export function ImportPlan({ kind, shown, undo = false, of }: ImportPlanProps) {
  const t = useTranslations("import-page");
  const context = (part: string) => t(`${undo ? "undoContext" : "partContext"}.${part}`);
  const { added, changed, removed } = shown;
  return (
    <>
      {removed.count > 0 ? (
        <Section name={t("part.removed")} context={context("removed")}>
          {undo ? null : <Finding>{t(`removes.${kind}`, { n: removed.count })}</Finding>}
          <RowTable kind={kind} rows={removed} caption={t("part.removed")} />
        </Section>
      ) : null}
      {changed.count > 0 ? (
        <Section name={t("part.changed")} context={context("changed")}>
          <ChangeTable kind={kind} changed={changed} />
        </Section>
      ) : null}
      {added.count > 0 ? (
        <Section name={t("part.added")} context={context("added")}>
          <RowTable kind={kind} rows={added} caption={t("part.added")} />
        </Section>
      ) : null}
      <Downloads href={`/hr/downloads/import-plan?${of}`} of={t("planFile")} />
    </>
  );
}

/** A value as people write it; the kinds of departure and of signal have words of their own. */
function useValue(kind: ImportKind): (row: ShownRow, field: string) => string {
  const t = useTranslations("import-page");
  const locale = useWordingLocale();
  return (row, field) => {
    const value = row[field] ?? "";
    if (kind === "departures" && field === "kind") return t(`departureKind.${value}`);
    if (kind === "signals" && field === "signal") return t(`signal.${value}`);
    if (kind === "signals" && field === "value") return number(Number(value), locale, 1);
    return value || t("noValue");
  };
}

function RowTable({
  kind,
  rows,
  caption,
}: {
  readonly kind: ImportKind;
  readonly rows: Rows;
  readonly caption: string;
}) {
  const t = useTranslations("import-page");
  const value = useValue(kind);
  const fields = Object.keys(rows.first[0] ?? {});
  const [name = "", ...others] = fields;
  return (
    <>
      <Table
        caption={caption}
        captionHidden
        {...(kind === "units" ? { width: "xl" as const } : {})}
        columns={fields.map((field) => ({
          key: field,
          head: t(`field.${field}`),
          number: NUMBERS.includes(field),
        }))}
        rows={rows.first.map((row, i) => ({
          // Two people may leave the same unit on the same day.
          key: `${i} ${nameOf(kind, row)}`,
          head: row[name],
          cells: Object.fromEntries(others.map((field) => [field, value(row, field)])),
        }))}
      />
      <Rest {...rows} />
    </>
  );
}

function nameOf(kind: ImportKind, row: ShownRow): string {
  return NAMING[kind].map((field) => row[field]).join(" ");
}

function ChangeTable({
  kind,
  changed,
}: {
  readonly kind: ImportKind;
  readonly changed: PlanSummary<ShownRow>["changed"];
}) {
  const t = useTranslations("import-page");
  const value = useValue(kind);
  const name = (row: ShownRow) =>
    NAMING[kind]
      .filter((field) => row[field] !== "")
      .map((field) => value(row, field))
      .join(", ");
  const what = (field: string, before: ShownRow, after: ShownRow) =>
    field in after
      ? t("from", { field: t(`field.${field}`), a: value(before, field), b: value(after, field) })
      : t("hidden", { field: t(`field.${field}`) });
  return (
    <>
      <Table
        caption={t("part.changed")}
        captionHidden
        columns={[
          { key: "row", head: t("change.row") },
          { key: "what", head: t("change.what") },
        ]}
        rows={changed.first.map(({ before, after, fields }, i) => ({
          key: `${i} ${nameOf(kind, before)}`,
          head: name(before),
          cells: { what: fields.map((field) => what(field, before, after)).join("; ") },
        }))}
      />
      <Rest {...changed} />
    </>
  );
}

/** How many rows are not in the table. */
function Rest({ count, first }: { readonly count: number; readonly first: readonly unknown[] }) {
  const t = useTranslations("import-page");
  const rest = count - first.length;
  return rest > 0 ? <p className="quiet">{t("rest", { n: rest })}</p> : null;
}
