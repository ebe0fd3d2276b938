import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { KeysPicture } from "@/components/keys/keys-picture";
import { Note } from "@/components/ui/note";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { RoundAhead } from "@/lib/ceremony/ahead";
import { quarterInWords } from "@/lib/wording/date";

/** The four rounds that come next, and whose keys exist: picture, table, and what is wrong with them. */
export function KeysAhead({ ahead }: { readonly ahead: readonly RoundAhead[] }) {
  const t = useTranslations("keys");
  const locale = useWordingLocale();
  const rows = ahead.map(({ quarter, planned, keys: [first, second] }) => ({
    key: quarter,
    head: quarterInWords(quarter, locale),
    cells: {
      first: t(`ahead.states.${first}`),
      second: t(`ahead.states.${second}`),
      manifest: t(planned ? "ahead.signed" : "ahead.unsigned"),
    },
  }));
  const said = rows.map(
    ({ head, cells }) =>
      `${head}: ${t("holder.1")} ${cells.first}, ${t("holder.2")} ${cells.second}`,
  );
  return (
    <Section name={t("ahead.name")} context={t("ahead.context")}>
      <Picture
        caption={t("ahead.caption")}
        table={
          <Table
            caption={t("ahead.name")}
            captionHidden
            width="m"
            columns={[
              { key: "quarter", head: t("ahead.quarter") },
              { key: "first", head: t("holder.1") },
              { key: "second", head: t("holder.2") },
              { key: "manifest", head: t("ahead.manifest") },
            ]}
            rows={rows}
          />
        }
      >
        <KeysPicture ahead={ahead} label={t("ahead.label", { rows: said.join("; ") })} />
      </Picture>
      {ahead.some(({ keys }) => keys.includes("other")) ? (
        <Note>
          <p>{t("ahead.other")}</p>
        </Note>
      ) : null}
    </Section>
  );
}
