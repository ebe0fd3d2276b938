import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { FORMATS } from "@/lib/imports/formats";
import { IMPORT_KINDS, type ImportKind } from "@/lib/imports/kind-plan";

/** What each kind of file holds, column by column. */
export function ImportFormats() {
  const t = useTranslations("import-page");
  return IMPORT_KINDS.map((kind) => (
    <details key={kind}>
      <summary>{t(`kind.${kind}`)}</summary>
      <FormatTable kind={kind} />
    </details>
  ));
}

function FormatTable({ kind }: { readonly kind: ImportKind }) {
  const t = useTranslations("import-page");
  const { required, optional } = FORMATS[kind];
  return (
    <Table
      caption={t(`kind.${kind}`)}
      captionHidden
      columns={[
        { key: "column", head: t("format.column") },
        { key: "content", head: t("format.content") },
      ]}
      rows={[...required, ...optional].map((column) => ({
        key: column,
        head: <code>{column}</code>,
        cells: { content: t(`format.${kind}.${column}`) },
      }))}
    />
  );
}
