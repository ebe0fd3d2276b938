import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { actsHere, seatOf } from "@/app/_keys/seat";
import { CustodianPart } from "@/components/ceremony/custodian-part";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Note } from "@/components/ui/note";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { type CustodianTasks, custodianTasks } from "@/lib/cli/hand-out";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ceremony");
  return { title: t("title") };
}

type Asked = { readonly done?: string; readonly problem?: string };
type Props = { readonly searchParams: Promise<Asked> };

/** Custodian 2's part of the ceremony: what waits, which file to fetch, and where to hand in what came of it. */
export default async function AuditorCeremonyPage({ searchParams }: Props) {
  const { actor } = await seatOf(2);
  await recordAccess(actor, "/auditor/ceremony");
  const tasks = await custodianTasks(new Date());
  return (
    <>
      <Heading tasks={tasks} />
      <Said {...(await searchParams)} />
      {actsHere(2) ? <OneParty /> : null}
      <CustodianPart view={tasks} />
    </>
  );
}

function Heading({
  tasks: { keysUntil, terms, answers, texts },
}: {
  readonly tasks: CustodianTasks;
}) {
  const t = useTranslations("ceremony");
  const waiting = [terms, answers, texts].filter((task) => task?.state === "waits").length;
  const n = waiting + (keysUntil === null ? 1 : 0);
  return <Top title={t("finding", { n })} why={t("why")} />;
}

/** Where both keys lie in one place there is another way too, and the page says so. */
function OneParty() {
  const t = useTranslations("ceremony");
  return (
    <Note>
      <p>{t("oneParty")}</p>
    </Note>
  );
}

function Said({ done, problem }: Asked) {
  const t = useTranslations("ceremony");
  const operator = useTranslations("operator");
  if (problem) {
    const own = t.has(`problem.${problem}`) ? t(`problem.${problem}`) : null;
    const key = operator.has(`problem.${problem}`) ? problem : "unexpected";
    const text = own ?? operator(`problem.${key}`);
    return <ErrorSummary title={operator("refused")} errors={[{ id: "hand-in-file", text }]} />;
  }
  return done && t.has(`done.${done}`) ? (
    <Note live>
      <p>{t(`done.${done}`)}</p>
    </Note>
  ) : null;
}
