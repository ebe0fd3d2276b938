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
import { localeOf } from "@/lib/i18n/locale";
import { type HrLetter, hrLetters, takenBackLetters } from "@/lib/letters/data";
import { spacedNumber, type TakenBackLetter } from "@/lib/letters/letter";
import { dayAt } from "@/lib/quarters/today";
import { dayInWords } from "@/lib/wording/date";
import { noteGiven } from "./actions";
import { FindLetters } from "./find-letters";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("letters.hr");
  return { title: t("title") };
}

/** The state in words; a printed letter has the button that ends it. */
function Standing({ letter }: { readonly letter: HrLetter }) {
  const t = useTranslations("letters.hr");
  const said = t(`state.${letter.state}`);
  if (letter.state !== "printed") return said;
  return (
    <>
      {said}
      <form action={noteGiven} className="mt-2">
        <input type="hidden" name="letter" value={letter.number} />
        <Button line>
          {t("hand")}
          <span className="vh"> {t("handFor", { number: spacedNumber(letter.number) })}</span>
        </Button>
      </form>
    </>
  );
}

type LettersProps = {
  readonly letters: readonly HrLetter[];
  readonly day: (day: string) => string;
};

function Letters({ letters, day }: LettersProps) {
  const t = useTranslations("letters.hr");
  if (letters.length === 0) return <p>{t("none")}</p>;
  return (
    <Table
      caption={t("list")}
      captionHidden
      narrow="list"
      columns={[
        { key: "number", head: t("number") },
        { key: "unit", head: t("unit") },
        { key: "lastDay", head: t("lastDay") },
        { key: "state", head: t("standing") },
      ]}
      rows={letters.map((letter) => ({
        key: letter.number,
        head: spacedNumber(letter.number),
        cells: {
          unit: letter.protected ? `${letter.unit}, ${t("protected")}` : letter.unit,
          lastDay: day(letter.lastDay),
          state: <Standing letter={letter} />,
        },
      }))}
    />
  );
}

/** Envelopes that may lie somewhere, and open nothing any more. */
function TakenBack({ letters }: { readonly letters: readonly TakenBackLetter[] }) {
  const t = useTranslations("letters.hr");
  if (letters.length === 0) return null;
  return (
    <Section name={t("takenBack")} context={t("takenBackContext")}>
      <Finding>{t("takenBackSays", { n: letters.length })}</Finding>
      <Table
        caption={t("takenBack")}
        captionHidden
        narrow="list"
        columns={[
          { key: "number", head: t("number") },
          { key: "was", head: t("standing") },
        ]}
        rows={letters.map(({ number, was }) => ({
          key: number,
          head: spacedNumber(number),
          cells: { was: t(`was.${was}`) },
        }))}
      />
    </Section>
  );
}

const TEXTS = ["refs", "refsHint", "look", "answers", "noLetter"] as const;

export default async function HrLettersPage() {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/letters");
  const t = await getTranslations("letters.hr");
  const locale = localeOf(await getLocale());
  const today = dayAt(new Date());
  const letters = await hrLetters(actor, today);
  const takenBack = await takenBackLetters(actor, today);
  const open = letters.filter(({ state }) => state !== "handed-over").length;
  return (
    <>
      <Top title={t("heading", { n: open })} why={t("why")} />
      <Section name={t("find")} context={t("findContext")}>
        <FindLetters texts={Object.fromEntries(TEXTS.map((key) => [key, t(key)]))} />
      </Section>
      <Section name={t("all")} context={t("allContext")}>
        <Letters letters={letters} day={(text) => dayInWords(text, locale)} />
      </Section>
      <TakenBack letters={takenBack} />
    </>
  );
}
