import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { UndoPreview } from "@/app/hr/import/undo/[import]/undo-preview";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { undoOf } from "@/lib/imported/data";
import { listInWords } from "@/lib/wording/names";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("import-undo");
  return { title: t("title") };
}

type Props = {
  readonly params: Promise<{ readonly import: string }>;
  readonly searchParams: Promise<{ readonly failed?: string }>;
};

const SHOWN_UNITS = 10;

/** What taking an import back would do, or why it cannot be taken back. */
export default async function UndoPage({ params, searchParams }: Props) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/import/undo/[import]");
  const id = (await params).import;
  const t = await getTranslations("import-undo");
  const found = await undoOf(actor, id);
  const back = { href: "/hr/import", text: t("back") };
  switch (found.outcome) {
    case "gone":
      return <Top title={t("gone")} why={t("goneWhy")} back={back} />;
    case "changed":
      return <Top title={t("changed", { n: found.rows })} why={t("changedWhy")} back={back} />;
    case "in-use": {
      const units = listInWords(
        [...found.units.slice(0, SHOWN_UNITS)],
        localeOf(await getLocale()),
      );
      const n = found.units.length;
      return <Top title={t("inUse", { n })} why={t("inUseWhy", { units })} back={back} />;
    }
    case "possible": {
      const failed = (await searchParams).failed !== undefined;
      return <UndoPreview id={id} planned={found.planned} hash={found.hash} failed={failed} />;
    }
  }
}
