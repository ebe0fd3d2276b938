import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { FiledTable } from "@/components/hr/filed-table";
import type { Standing } from "@/lib/confirmation/standing";
import type { ImportKind } from "@/lib/imports/kind-plan";
import type { ImportSummary } from "@/lib/imports/summary";
import { number } from "@/lib/wording/number";

export type ImportEntry = {
  readonly id: string;
  /** Day and time, in words. */
  readonly when: string;
  readonly kind: ImportKind;
  readonly by: string;
  readonly summary: ImportSummary;
  /** Whether somebody outside HR has vouched for the numbers; only departures need it. */
  readonly confirmation: Standing | "demonstration" | "not-needed";
  /** Why the answer was no. */
  readonly reason: string | null;
  /** When the import that it takes back was made, in words; null for one that brought a file. */
  readonly undoes: string | null;
  readonly undo: "possible" | "done" | "too-late";
};

/** Earlier imports, newest first. */
export function ImportList({ entries }: { readonly entries: readonly ImportEntry[] }) {
  const t = useTranslations("import-page");
  const locale = useWordingLocale();
  if (entries.length === 0) return <p className="quiet">{t("list.none")}</p>;
  return (
    <FiledTable
      file="/hr/downloads/imports"
      caption={t("list.name")}
      captionHidden
      width="xl"
      narrow="list"
      columns={[
        { key: "when", head: t("list.when") },
        { key: "what", head: t("list.what") },
        { key: "by", head: t("list.by") },
        { key: "added", head: t("list.added"), number: true },
        { key: "changed", head: t("list.changed"), number: true },
        { key: "removed", head: t("list.removed"), number: true },
        { key: "confirmation", head: t("list.confirmation") },
        { key: "undo", head: t("list.undo") },
      ]}
      rows={entries.map(({ id, when, kind, by, summary, confirmation, reason, undoes, undo }) => ({
        key: id,
        head: when,
        cells: {
          what: undoes
            ? t("list.undoes", { kind: t(`kind.${kind}`), when: undoes })
            : t(`kind.${kind}`),
          by,
          added: number(summary.added, locale),
          changed: number(summary.changed, locale),
          removed: number(summary.removed, locale),
          confirmation: t(`confirmation.${confirmation}`, { reason: reason ?? "" }),
          undo: <Undo id={id} when={when} undo={undo} />,
        },
      }))}
    />
  );
}

/** The way to the page that takes an import back, or why there is none. */
function Undo({ id, when, undo }: Pick<ImportEntry, "id" | "when" | "undo">) {
  const t = useTranslations("import-page.list");
  if (undo === "done") return t("undone");
  if (undo === "too-late") return t("undoLate");
  return (
    <a href={`/hr/import/undo/${id}`} aria-label={t("undoOf", { when })}>
      {t("undoLink")}
    </a>
  );
}
