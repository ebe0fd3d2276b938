import { useTranslations } from "next-intl";
import { AnswersTable } from "@/components/hr/answers-table";
import { FiledTable } from "@/components/hr/filed-table";
import { Said } from "@/components/hr/said";
import { unitFile } from "@/components/hr/unit/files";
import { HmeTable } from "@/components/hr/unit/hme-table";
import type { ClassFigures, OwnAnswers } from "@/components/hr/unit/own-answers";
import type { UnitWords } from "@/components/hr/unit/sentences";
import { sentences } from "@/components/hr/words";
import { FigureValue } from "@/components/reports/figure-value";
import { Finding } from "@/components/ui/finding";
import { quarterInWords } from "@/lib/wording/date";

type OwnProps = {
  readonly result: OwnAnswers;
  /** The unit's. */
  readonly code: string;
  readonly words: UnitWords;
};

/** One atom: what stands out, the statements, the index and its parts, the choices. */
export function OwnResult({ result, code, words }: OwnProps) {
  const t = useTranslations("hrUnit.answers");
  const figures = useTranslations("figures");
  const { from, to, people, series } = result;
  const values = {
    n: people.kind === "withheld" ? 0 : people.n,
    from: quarterInWords(from, words.locale),
    to: quarterInWords(to, words.locale),
  };
  const parts = result.parts.map((part) => ({ ...part, name: t(`part.${part.name}`) }));
  return (
    <>
      <Finding>{outstanding(result, t)}</Finding>
      <p>
        <b>{t(`series.${series}`)}.</b>{" "}
        <Said>{words.say(`answers.${from === to ? "whoOnce" : "who"}`, values)}</Said>
      </p>
      <AnswersTable
        file={unitFile(code, "statements")}
        caption={t("statements", { series: t(`series.${series}`) })}
        parts={parts}
      />
      <p className="small quiet">{figures("hint")}</p>
      <HmeTable file={unitFile(code, "hme")} hme={result.hme} caption={t("hme.caption")} />
      {result.choices.map((choice) => (
        <Choice
          key={choice.id}
          file={unitFile(code, "choices")}
          choice={choice}
          people={result.people}
        />
      ))}
    </>
  );
}

type T = (key: string, values?: Record<string, string>) => string;

/** The statements at the ends, where they can be told apart. */
function outstanding({ most, least, series }: OwnAnswers, t: T): string {
  const said = sentences(
    most === null ? "" : t("most", { statement: bare(most) }),
    least === null ? "" : t(most === null ? "leastAlone" : "least", { statement: bare(least) }),
  );
  return said === "" ? t("shown", { series: t(`series.${series}`) }) : said;
}

/** A statement inside a sentence loses its own full stop. */
function bare(statement: string): string {
  return statement.replace(/\.$/, "");
}

type ChoiceProps = {
  readonly file: string;
  readonly choice: ClassFigures;
  readonly people: OwnAnswers["people"];
};

function Choice({ file, choice, people }: ChoiceProps) {
  const t = useTranslations("hrUnit.answers");
  const n = people.kind === "withheld" ? 0 : people.n;
  return (
    <FiledTable
      file={file}
      caption={choice.text}
      width="xl"
      columns={[
        { key: "of", head: t("answersHead") },
        ...choice.classes.map(({ id, name }) => ({ key: id, head: name })),
      ]}
      rows={[
        {
          key: "count",
          head: t("countOf", { n }),
          cells: Object.fromEntries(
            choice.classes.map(({ id, figure }) => [id, <FigureValue key={id} figure={figure} />]),
          ),
        },
      ]}
    />
  );
}
