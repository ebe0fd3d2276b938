import { useTranslations } from "next-intl";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { groupedProblems, type ProblemGroup } from "@/lib/imports/grouped";
import type { Problem, ProblemReport } from "@/lib/imports/problem";

const SHOWN = 100;

/** Every problem of a file, those alike together: what to do, then where. */
export function ImportProblems({ problems }: { readonly problems: ProblemReport }) {
  const t = useTranslations("import-page");
  const of = useTranslations("imports");
  const { groups, rest } = groupedProblems(problems, SHOWN);
  return (
    <>
      {groups.map((group) => (
        <Section
          key={group.code}
          name={t(`problemName.${group.code}`)}
          context={t(rest > 0 ? "placesAtLeast" : "places", { n: group.problems.length })}
        >
          <Alike {...group} />
        </Section>
      ))}
      {rest > 0 ? <p>{of("moreProblems", { count: rest })}</p> : null}
    </>
  );
}

/** One sentence for all where they share it, else each its own. */
function Alike({ code, problems }: ProblemGroup) {
  const t = useTranslations("import-page");
  const of = useTranslations("imports");
  const sentence = ({ expected = "" }: Problem) => of(`problem.${code}`, { expected });
  const sentences = problems.map(sentence);
  const shared = new Set(sentences).size === 1 ? sentences[0] : undefined;
  const inCells = problems.some(({ line }) => line > 0);
  return (
    <>
      {shared ? <Finding>{shared}</Finding> : null}
      {inCells ? (
        <Table
          caption={t(`problemName.${code}`)}
          captionHidden
          columns={[
            { key: "line", head: t("place.line") },
            { key: "column", head: t("place.column") },
            { key: "value", head: t("place.value") },
            ...(shared ? [] : [{ key: "todo", head: t("place.todo") }]),
          ]}
          rows={problems.map((problem, i) => ({
            key: `${problem.line} ${problem.column} ${problem.expected} ${problem.value}`,
            head: problem.line,
            cells: {
              column: problem.column === "" ? t("place.wholeLine") : <code>{problem.column}</code>,
              value: problem.value ?? t("place.notShown"),
              todo: sentences[i],
            },
          }))}
        />
      ) : null}
    </>
  );
}
