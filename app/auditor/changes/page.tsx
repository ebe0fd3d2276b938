import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditorChanges } from "@/components/changes/auditor-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";
import { namedChanges } from "@/lib/changes/data";
import { dayAt } from "@/lib/quarters/today";
import { confirm, refuse } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("changes");
  return { title: t("title") };
}

type Props = { readonly searchParams: Promise<{ readonly outcome?: string | string[] }> };

/** Proposals that take two people, and the second one's word about them. */
export default async function AuditorChangesPage({ searchParams }: Props) {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor/changes");
  const { outcome } = await searchParams;
  return (
    <AuditorChanges
      reader={actor.user}
      today={dayAt(new Date())}
      changes={await namedChanges(actor)}
      outcome={typeof outcome === "string" ? outcome : null}
      deeds={{ confirm, refuse }}
    />
  );
}
