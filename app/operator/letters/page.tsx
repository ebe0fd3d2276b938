import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { Acts, Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { spacedNumber } from "@/lib/letters/letter";
import { type LetterLine, lettersToPrint } from "@/lib/printing/data";
import { dayAt } from "@/lib/quarters/today";
import { dayInWords } from "@/lib/wording/date";
import { notePrinted } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("letters.operator");
  return { title: t("title") };
}

type LinesProps = {
  readonly lines: readonly LetterLine[];
  readonly chosen: boolean;
  readonly day: (day: string) => string;
};

function Lines({ lines, chosen, day }: LinesProps) {
  const t = useTranslations("letters.operator");
  return (
    <Table
      caption={t("title")}
      captionHidden
      columns={[
        { key: "number", head: t("number") },
        { key: "language", head: t("language") },
        { key: "until", head: t("until") },
      ]}
      rows={lines.map(({ number, language, until }) => ({
        key: number,
        head: (
          <label className="-my-2 flex min-h-11 items-center gap-3">
            <input type="checkbox" name="letter" value={number} defaultChecked={chosen} />
            <span className="vh">{t("choose")}</span>
            {spacedNumber(number)}
          </label>
        ),
        cells: { language: t(language), until: day(until) },
      }))}
    />
  );
}

type FormProps = Omit<LinesProps, "chosen">;

function Waiting(props: FormProps) {
  const t = useTranslations("letters.operator");
  if (props.lines.length === 0) return <p>{t("none")}</p>;
  return (
    <form action="/operator/letters/print" method="post" target="_blank" rel="noopener">
      <Lines {...props} chosen />
      <Acts>
        <Button>{t("print")}</Button>
        <Button line formAction={notePrinted}>
          {t("mark")}
        </Button>
        <p className="why">{t("markWhy")}</p>
      </Acts>
    </form>
  );
}

function Printed(props: FormProps) {
  const t = useTranslations("letters.operator");
  if (props.lines.length === 0) return <p>{t("none")}</p>;
  return (
    <form action="/operator/letters/print" method="post" target="_blank" rel="noopener">
      <Lines {...props} chosen={false} />
      <Acts>
        <Button line>{t("again")}</Button>
      </Acts>
    </form>
  );
}

function TakenBack({ numbers }: { readonly numbers: readonly string[] }) {
  const t = useTranslations("letters.operator");
  if (numbers.length === 0) return null;
  return (
    <Section name={t("takenBack")} context={t("takenBackContext")}>
      <p>{t("takenBackSays")}</p>
      <ul className="bullets mt-2">
        {numbers.map((number) => (
          <li key={number}>{spacedNumber(number)}</li>
        ))}
      </ul>
    </Section>
  );
}

const SAID = ["nothing-chosen", "no-round", "marked"] as const;

type Props = { readonly searchParams: Promise<{ readonly said?: string }> };

export default async function OperatorLettersPage({ searchParams }: Props) {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator/letters");
  const t = await getTranslations("letters.operator");
  const locale = localeOf(await getLocale());
  const { waiting, printed, takenBack } = await lettersToPrint(actor, dayAt(new Date()));
  const asked = (await searchParams).said;
  const said = SAID.find((one) => one === asked);
  const day = (text: string) => dayInWords(text, locale);
  return (
    <>
      <Top title={t("heading", { n: waiting.length })} why={t("why")}>
        {said ? <Note live>{t(`problem.${said}`)}</Note> : null}
      </Top>
      <Section name={t("waiting")} context={t("waitingContext")}>
        <Waiting lines={waiting} day={day} />
      </Section>
      <Section name={t("printed")} context={t("printedContext")}>
        <Printed lines={printed} day={day} />
      </Section>
      <TakenBack numbers={takenBack} />
    </>
  );
}
