import type { ReactNode } from "react";

type Todo = {
  readonly id: string;
  /** A sentence, with its link inside it. */
  readonly text: ReactNode;
  /** The date in words, or ”inget datum”; left out where no entry has one. */
  readonly by?: string;
};

/** What needs doing, given by date; the first date is bold. */
export function TodoList({ todos }: { readonly todos: readonly Todo[] }) {
  return (
    <ul className="todo">
      {todos.map((todo, i) => (
        <li key={todo.id}>
          <span>{todo.text}</span>
          {todo.by ? <span className={i === 0 ? "d next" : "d"}>{todo.by}</span> : null}
        </li>
      ))}
    </ul>
  );
}
