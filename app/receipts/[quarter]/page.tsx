import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { ReceiptCheck } from "@/app/receipts/[quarter]/receipt-check";
import { ReceiptList } from "@/components/operator/receipt-list";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { localeOf } from "@/lib/i18n/locale";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { publicReceipts } from "@/lib/releases/data";
import { findRound } from "@/lib/rounds/data";
import { quarterInWords } from "@/lib/wording/date";

export const dynamic = "force-dynamic";

type Props = { readonly params: Promise<{ readonly quarter: string }> };

async function asked({ params }: Props): Promise<{ quarter: Quarter; words: string }> {
  const { quarter } = await params;
  if (!isQuarter(quarter)) notFound();
  return { quarter, words: quarterInWords(quarter, localeOf(await getLocale())) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("receipts");
  const { words } = await asked(props);
  return { title: t("title", { quarter: words }) };
}

/** The public lists of a quarter's receipts, and a way to find one's own that sends it nowhere. */
export default async function ReceiptsPage(props: Props) {
  const { quarter, words } = await asked(props);
  const t = await getTranslations("receipts");
  const lists = await publicReceipts(quarter);
  const round = await findRound(quarter);
  if (!round) notFound();
  const withdraw = (
    <p>
      <a href="/withdraw">{t("withdraw")}</a>
    </p>
  );
  if (!lists || round.state === "set-aside") {
    const none = lists ? "setAside" : "notYet";
    return (
      <PublicFrame>
        <Top title={t(`${none}.title`, { quarter: words })} why={t(`${none}.why`)}>
          {withdraw}
        </Top>
      </PublicFrame>
    );
  }
  const { reached, carried, dropped } = lists;
  const key = reached.length === 0 && carried.length > 0 ? "carried" : "some";
  const values = { quarter: words, n: key === "carried" ? carried.length : reached.length };
  const check = ["label", "hint", "button", "reached", "carried", "missing", "malformed"] as const;
  const texts = Object.fromEntries(check.map((name) => [name, t(`check.${name}`)]));
  return (
    <PublicFrame>
      <Top title={t(`${key}.title`, values)} why={t(`${key}.why`, values)}>
        <p>{t("dropped", { n: dropped })}</p>
      </Top>
      <Section name={t("check.name")} context={t("check.says")}>
        <ReceiptCheck reached={reached} carried={carried} texts={texts} />
        <noscript>
          <p>{t("check.noScript")}</p>
        </noscript>
        {withdraw}
      </Section>
      <ReceiptList quarter={quarter} reached={reached} carried={carried} />
    </PublicFrame>
  );
}
