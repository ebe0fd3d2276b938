import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { FiledTable } from "@/components/hr/filed-table";
import { marked } from "@/components/hr/marked";
import { Said } from "@/components/hr/said";
import { Button } from "@/components/ui/button";
import { Finding } from "@/components/ui/finding";
import { Pages } from "@/components/ui/pages";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { type TalkLine, talkCoverage, talkLines } from "@/lib/exit-talks/data";
import { localeOf } from "@/lib/i18n/locale";
import { ON_PAGE, pageOf, readPage } from "@/lib/listing/page";
import { dayAt } from "@/lib/quarters/today";
import { dayInWords } from "@/lib/wording/date";
import { noteHeld } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("exit-talks");
  return { title: t("hr.title") };
}

type StandingProps = {
  readonly line: TalkLine;
  /** Its last day, in words. */
  readonly day: string;
};

/**
 * The state in words. A wish, and an offer by letter, is ended by a button that first says what it does: how to
 * reach the person is gone with it.
 */
function Standing({ line, day }: StandingProps) {
  const t = useTranslations("exit-talks");
  const said = t(`hr.state.${line.state}`);
  const asksInPerson = line.byLetter && line.state === "offered";
  if (line.state !== "wished" && !asksInPerson) return said;
  return (
    <>
      {asksInPerson ? t("hr.offeredByLetter") : said}
      <details>
        <summary>
          {t("hr.noteHeld")}
          <span className="vh"> {t("hr.noteHeldFor", { unit: line.unit, day })}</span>
        </summary>
        <form action={noteHeld}>
          <p className="small">{t("hr.heldForGood")}</p>
          <input type="hidden" name="id" value={line.id} />
          <Button line>{t("hr.heldYes")}</Button>
        </form>
      </details>
    </>
  );
}

/** What HR's own file says of the person, and a number where it says the same of several. */
function Who({ line }: { readonly line: TalkLine }) {
  const t = useTranslations("exit-talks.hr");
  const kinds = useTranslations("hrUnit.kinds.words");
  const { kind, staffGroup, alike } = line;
  const said = [kinds.has(kind) ? kinds(kind) : kind, staffGroup].filter((text) => text !== "");
  return alike.of === 1 ? said.join(", ") : t("alike", { who: said.join(", "), ...alike });
}

type LinesProps = {
  readonly lines: readonly TalkLine[];
  readonly part: "waiting" | "others";
  readonly day: (day: string) => string;
};

function Lines({ lines, part, day }: LinesProps) {
  const t = useTranslations("exit-talks");
  if (lines.length === 0) return <p>{t("hr.none")}</p>;
  return (
    <FiledTable
      file={`/hr/downloads/exit-talks?del=${part}`}
      caption={t(`hr.${part}`)}
      captionHidden
      narrow="list"
      columns={[
        { key: "unit", head: t("hr.unit") },
        { key: "lastDay", head: t("hr.lastDay") },
        { key: "who", head: t("hr.who") },
        { key: "with", head: t("hr.with") },
        { key: "contact", head: t("hr.contact") },
        { key: "state", head: t("hr.standing") },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        head: <a href={`/hr/units/${encodeURIComponent(line.unitCode)}`}>{line.unit}</a>,
        cells: {
          lastDay: day(line.lastDay),
          who: <Who line={line} />,
          with: line.holder ? t(`hr.holder.${line.holder}`) : "",
          contact:
            line.contact ?? (line.address ? t("hr.addressGiven", { address: line.address }) : ""),
          state: <Standing line={line} day={day(line.lastDay)} />,
        },
      }))}
    />
  );
}

const MISSING = ["letter", "mail", "uninvited"] as const;

type FiguresProps = {
  readonly coverage: Awaited<ReturnType<typeof talkCoverage>>;
  readonly day: (day: string) => string;
};

/** How far the rule is kept, what became of the offers, and why the others have none. */
function Figures({ coverage, day }: FiguresProps) {
  const t = useTranslations("exit-talks");
  const say = marked(t);
  if (coverage === null) return <p>{t("hr.noneInvited")}</p>;
  const { since, ...counts } = coverage;
  const missing = MISSING.filter((why) => counts[why] > 0);
  return (
    <>
      <Finding>
        <Said>{say("hr.coverage", counts)}</Said>
      </Finding>
      <p>{t("hr.counted", { since: day(since) })}</p>
      <p>
        <Said>{say("hr.became", counts)}</Said>
      </p>
      {missing.length > 0 ? (
        <div>
          <p>
            <Said>{say("hr.missing", { n: counts.leavers - counts.everOffered })}</Said>
          </p>
          <ul className="bullets mt-2 max-w-measure">
            {missing.map((why) => (
              <li key={why}>
                <Said>{say(`hr.why-${why}`, { n: counts[why] })}</Said>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

type ListProps = Omit<LinesProps, "part"> & { readonly page: number };

/** The talks that nobody waits for, a page at a time. */
function Others({ lines, page: asked, day }: ListProps) {
  const t = useTranslations("exit-talks.hr.pages");
  const { lines: shown, page, pages } = pageOf(lines, asked, ON_PAGE);
  const address = (to: number) => `/hr/exit-talks?sida=${to}#ovriga`;
  const turns = {
    at: t("at", { page, pages }),
    before: page > 1 ? address(page - 1) : null,
    after: page < pages ? address(page + 1) : null,
  };
  return (
    <>
      {pages > 1 ? <Pages label={t("above")} {...turns} /> : null}
      <Lines lines={shown} part="others" day={day} />
      {pages > 1 ? <Pages label={t("below")} {...turns} /> : null}
    </>
  );
}

type Asked = { readonly searchParams: Promise<{ readonly sida?: string | string[] }> };

export default async function ExitTalksPage({ searchParams }: Asked) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/exit-talks");
  const t = await getTranslations("exit-talks");
  const locale = localeOf(await getLocale());
  const today = dayAt(new Date());
  const [lines, coverage] = await Promise.all([
    talkLines(actor, today),
    talkCoverage(actor, today),
  ]);
  const waiting = lines.filter(({ state }) => state === "wished");
  const rest = lines.filter(({ state }) => state !== "wished");
  const day = (text: string) => dayInWords(text, locale);
  return (
    <>
      <Top
        title={<Said>{marked(t)("hr.heading", { n: waiting.length })}</Said>}
        why={t("hr.why")}
      />
      <Section name={t("hr.waiting")} context={t("hr.waitingContext")}>
        <Lines lines={waiting} part="waiting" day={day} />
      </Section>
      <Section name={t("hr.coverageName")} context={t("hr.coverageContext")}>
        <Figures coverage={coverage} day={day} />
      </Section>
      <Section id="ovriga" name={t("hr.others")} context={t("hr.othersContext")}>
        <Others lines={rest} page={readPage((await searchParams).sida)} day={day} />
      </Section>
    </>
  );
}
