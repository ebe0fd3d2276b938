import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { type TalkLine, talkCoverage, talkLines } from "@/lib/exit-talks/data";
import type { Coverage } from "@/lib/exit-talks/talk";
import { localeOf } from "@/lib/i18n/locale";
import { dayInWords } from "@/lib/wording/date";
import { noteHeld } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("exit-talks");
  return { title: t("hr.title") };
}

/** The state in words; a wish has the button that ends it. */
function Standing({ line }: { readonly line: TalkLine }) {
  const t = useTranslations("exit-talks");
  const said = t(`hr.state.${line.state}`);
  if (line.state !== "wished") return said;
  return (
    <form action={noteHeld} className="flex flex-wrap items-center gap-3">
      {said}
      <input type="hidden" name="id" value={line.id} />
      <Button line>
        {t("hr.noteHeld")}
        <span className="vh"> {t("hr.noteHeldFor", { unit: line.unit, day: line.lastDay })}</span>
      </Button>
    </form>
  );
}

type LinesProps = { readonly lines: readonly TalkLine[]; readonly day: (day: string) => string };

function Lines({ lines, day }: LinesProps) {
  const t = useTranslations("exit-talks");
  if (lines.length === 0) return <p>{t("hr.none")}</p>;
  return (
    <Table
      caption={t("hr.list")}
      captionHidden
      width="l"
      columns={[
        { key: "unit", head: t("hr.unit") },
        { key: "lastDay", head: t("hr.lastDay") },
        { key: "with", head: t("hr.with") },
        { key: "contact", head: t("hr.contact") },
        { key: "state", head: t("hr.standing") },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        head: <a href={`/hr/units/${encodeURIComponent(line.unitCode)}`}>{line.unit}</a>,
        cells: {
          lastDay: day(line.lastDay),
          with: line.holder ? t(`hr.holder.${line.holder}`) : "",
          contact: line.contact ?? "",
          state: <Standing line={line} />,
        },
      }))}
    />
  );
}

function Figures({ coverage }: { readonly coverage: Coverage }) {
  const t = useTranslations("exit-talks");
  const { departures, everOffered, wished, held, declined, offered } = coverage;
  return (
    <>
      <Finding>{t("hr.coverage", { everOffered, departures })}</Finding>
      <p>{t("hr.became", { held, wished, declined, offered })}</p>
    </>
  );
}

export default async function ExitTalksPage() {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/exit-talks");
  const t = await getTranslations("exit-talks");
  const locale = localeOf(await getLocale());
  const [lines, coverage] = await Promise.all([talkLines(actor), talkCoverage(actor)]);
  const waiting = lines.filter(({ state }) => state === "wished");
  const rest = lines.filter(({ state }) => state !== "wished");
  const day = (text: string) => dayInWords(text, locale);
  return (
    <>
      <Top title={t("hr.heading", { n: waiting.length })} why={t("hr.why")} />
      <Section name={t("hr.waiting")} context={t("hr.waitingContext")}>
        <Lines lines={waiting} day={day} />
      </Section>
      <Section name={t("hr.coverageName")} context={t("hr.coverageContext")}>
        <Figures coverage={coverage} />
      </Section>
      <Section name={t("hr.others")}>
        <Lines lines={rest} day={day} />
      </Section>
    </>
  );
}
