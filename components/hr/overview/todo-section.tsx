import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWordingLocale } from "@/components/charts/wording";
import { unitHref } from "@/components/hr/unit-link";
import { Downloads } from "@/components/ui/downloads";
import { Section } from "@/components/ui/section";
import { TodoList } from "@/components/ui/todo-list";
import type { Todo, TodoUnit } from "@/lib/todos/todo";
import { dayInWords, quarterMonths } from "@/lib/wording/date";
import { number } from "@/lib/wording/number";

/** Where the tasks that are not about one unit are solved. */
export type TodoPlaces = { readonly imports: string; readonly mail: string };

/** More than this nobody does before the first of them are done. */
const MOST_TODOS = 50;

/** What needs doing, by date; before any picture. */
export function TodoSection({
  todos,
  places,
}: {
  readonly todos: readonly Todo[];
  readonly places: TodoPlaces;
}) {
  const t = useTranslations("hrOverview.todo");
  const locale = useWordingLocale();
  const items = todos.slice(0, MOST_TODOS).map((todo) => ({
    id: `${todo.kind} ${todo.id}`,
    text: <TodoText todo={todo} places={places} />,
    by: todo.by === null ? t("noDate") : dayInWords(todo.by, locale),
  }));
  return (
    <Section name={t("name")} context={t("context")}>
      {items.length === 0 ? <p>{t("nothing")}</p> : <TodoList todos={items} />}
      {items.length < todos.length ? (
        <p className="small quiet">
          {t.rich("more", {
            shown: number(items.length, locale),
            of: number(todos.length, locale),
            list: linkTo("/hr/units"),
          })}
        </p>
      ) : null}
      <div>
        <p className="small quiet">{t("plan")}</p>
        <Downloads href="/hr/downloads/actions" of={t("plan")} />
      </div>
    </Section>
  );
}

function TodoText({ todo, places }: { readonly todo: Todo; readonly places: TodoPlaces }) {
  const t = useTranslations("hrOverview.todo");
  const locale = useWordingLocale();
  const { list } = useFormatter();
  switch (todo.kind) {
    case "follow-up": {
      const values = { ...about(todo.unit, `actions/${todo.id}`), action: todo.action };
      return t.rich(todo.overdue ? "overdue" : "followUp", values);
    }
    case "left-behind": {
      const { unit, heirs, action, id } = todo;
      return t.rich("leftBehind", {
        ...about(unit, `actions/${id}`),
        action,
        count: heirs.length,
        heirs: list(heirs.map(({ name }) => name)),
      });
    }
    case "comment":
      return t.rich("comment", {
        months: quarterMonths(todo.quarter, locale),
        link: linkTo("/hr/comment"),
      });
    case "expired":
      return t.rich("expired", {
        ...about(todo.unit, `explanations/${todo.id}`),
        day: dayInWords(todo.expired, locale),
      });
    case "no-action":
      return t.rich(`noAction.${todo.because}`, about(todo.unit, "actions/new"));
    case "mail":
      return t.rich("mail", { count: todo.count, link: linkTo(places.mail) });
    case "refused":
      return t.rich("refused", { count: todo.count, link: linkTo(places.imports) });
    case "import":
      return t.rich("import", { count: todo.count, link: linkTo(places.imports) });
  }
}

/** A task's unit, and the page under the unit's where the task is done. */
function about({ code, name }: TodoUnit, page: string) {
  return { name, unit: linkTo(unitHref(code)), deed: linkTo(`${unitHref(code)}/${page}`) };
}

function linkTo(href: string) {
  return (chunks: ReactNode) => <a href={href}>{chunks}</a>;
}
