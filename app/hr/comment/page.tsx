import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { saveComment } from "@/app/hr/comment/actions";
import { commentableNow } from "@/app/hr/comment/asked";
import { CommentPage } from "@/components/hr/comment/comment-page";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { signers } from "@/lib/actions/data";
import type { HrActor } from "@/lib/auth/actor";
import { requireHr } from "@/lib/auth/require";
import { type Commentable, draftFrom } from "@/lib/comments/comment";
import { commentVersions } from "@/lib/comments/data";
import { env } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";
import { dayInWords, quarterMonths } from "@/lib/wording/date";

type Props = { readonly searchParams: Promise<{ readonly saved?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publication.comment");
  return { title: t("page") };
}

/** HR's own words beside the next report: written from its draft, signed, changed until it is out. */
export default async function HrCommentPage({ searchParams }: Props) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/comment");
  const t = await getTranslations("publication.comment");
  const locale = localeOf(await getLocale());
  const report = await commentableNow(actor, new Date());
  if (report === null) return <Top title={t("none")} why={t("noneWhy")} />;
  const when = {
    months: quarterMonths(report.quarter, locale),
    day: dayInWords(report.publishes, locale),
    from: dayInWords(draftFrom(report.publishes), locale),
    hour: env().SORTI_PUBLISH_HOUR,
  };
  if (!report.open) return <Top title={t("later", when)} why={t("laterWhy", when)} />;
  return (
    <CommentPage
      {...(await written(actor, report))}
      title={t("title", when)}
      why={t("why", when)}
      signer={actor.name}
      save={saveComment}
      saved={(await searchParams).saved !== undefined}
    />
  );
}

/** What has been signed of the comment, newest first, by name. */
async function written(actor: HrActor, { quarter }: Commentable) {
  const versions = await commentVersions(actor, quarter);
  const names = await signers(
    actor,
    versions.map(({ signedBy }) => signedBy),
  );
  return {
    quarter,
    versions: versions.map((one) => ({ ...one, name: names.get(one.signedBy) ?? null })),
  };
}
