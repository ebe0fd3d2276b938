import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { type DeskFacts, deskFacts } from "@/app/operator/texts/facts";
import { GiveUp } from "@/app/operator/texts/give-up";
import { Reading } from "@/app/operator/texts/reading";
import { Finish, Open, Past, Progress, Unlock } from "@/app/operator/texts/sections";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Note } from "@/components/ui/note";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { CELL_MIN, TEXT_MIN } from "@/lib/disclosure/limits";
import { MAX_REASON } from "@/lib/redaction/limits";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("redaction");
  return { title: t("title") };
}

type Asked = { readonly done?: string; readonly problem?: string };
type Props = { readonly searchParams: Promise<Asked> };

/** The redaction desk: opening, reading by two, and the end. One comment at a time, for whoever opened the key. */
export default async function TextsPage({ searchParams }: Props) {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator/texts");
  const facts = await deskFacts(actor, new Date());
  const { coding, stage, progress, work, past } = facts;
  const asked = await searchParams;
  const left = progress.all - progress.approved;
  return (
    <>
      <Heading facts={facts} />
      <Said {...asked} />
      <Open stage={stage} />
      {coding ? (
        <>
          {work ? <Reading work={work} left={left} /> : <Unlock />}
          <Progress coding={coding} facts={facts} />
          {work ? <Finish ready={left === 0} /> : null}
          {work ? null : <GiveUp coding={coding} problem={asked.problem} />}
        </>
      ) : null}
      <Past past={past} />
    </>
  );
}

function Heading({ facts: { coding, stage, progress } }: { readonly facts: DeskFacts }) {
  const t = useTranslations("redaction");
  const left = progress.all - progress.approved;
  const reading = left > 0 ? "reading" : "done";
  const key = coding ? reading : stage;
  return (
    <Top
      title={t(`finding.${key}`, { left, all: progress.all })}
      why={t(`why.${key}`, { min: TEXT_MIN, people: CELL_MIN })}
    />
  );
}

/** What was done, or why not. */
function Said({ done, problem }: Asked) {
  const t = useTranslations("redaction");
  if (problem && t.has(`problem.${problem}`)) {
    const text = t(`problem.${problem}`, { max: MAX_REASON });
    const id = problem.startsWith("give-up-") ? problem : "main";
    return <ErrorSummary title={t("problem.title")} errors={[{ id, text }]} />;
  }
  return done && t.has(`said.${done}`) ? <Note live>{t(`said.${done}`)}</Note> : null;
}
