import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWordingLocale } from "@/components/charts/wording";
import { KindChoice } from "@/components/hr/kind-choice";
import { marked } from "@/components/hr/marked";
import { ChanceSection } from "@/components/hr/overview/chance-section";
import { GroupsSection } from "@/components/hr/overview/groups-section";
import { headline, type OverviewWords, why } from "@/components/hr/overview/sentences";
import { type TodoPlaces, TodoSection } from "@/components/hr/overview/todo-section";
import { TrendSection } from "@/components/hr/overview/trend-section";
import type { OverviewView } from "@/components/hr/overview/view";
import { Said } from "@/components/hr/said";
import { SearchForm } from "@/components/hr/search-form";
import { ButtonLink } from "@/components/ui/button";
import { Top } from "@/components/ui/top";
import { readSearch, type Search } from "@/lib/listing/search";
import type { Todo } from "@/lib/todos/todo";

type OverviewPageProps = {
  readonly view: OverviewView;
  readonly todos: readonly Todo[];
  readonly places: TodoPlaces;
  /** A unit to find in the funnel. */
  readonly sought?: Search;
  /** What a new installation still needs. */
  readonly guide?: ReactNode;
};

/** HR's first page: the finding, what needs doing, then what is more than chance. */
export function OverviewPage({
  view,
  todos,
  places,
  sought = readSearch(""),
  guide,
}: OverviewPageProps) {
  const words = useOverviewWords();
  return (
    <>
      <Top title={<Said>{headline(view, words)}</Said>} why={<Said>{why(view, words)}</Said>}>
        <KindChoice href="/hr" units={view.all} kind={view.kind} />
        <div className="mt-6">
          <SearchForm action="/hr/units" label={words.say("units.search")} name="sok" />
        </div>
      </Top>
      {guide}
      <TodoSection todos={todos} places={places} />
      <ChanceSection view={view} words={words} sought={sought} />
      <GroupsSection view={view} words={words} />
      <TrendSection view={view} words={words} />
    </>
  );
}

/** Before anything has been imported: what is missing, and where to bring it. */
export function NothingImported({ imports }: { readonly imports: string }) {
  const t = useTranslations("hrOverview.empty");
  return (
    <Top title={t("title")} why={t("why")}>
      <p>
        <ButtonLink href={imports}>{t("link")}</ButtonLink>
      </p>
    </Top>
  );
}

function useOverviewWords(): OverviewWords {
  const t = useTranslations("hrOverview");
  const common = useTranslations("common");
  const locale = useWordingLocale();
  return {
    say: marked(t),
    locale,
    numeral: (n) => common("numeral", { n }),
  };
}
