import type { ReactNode } from "react";
import { FiledTable } from "@/components/hr/filed-table";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";

/** One signed version of an entry, in words. */
export type VersionRow = {
  readonly version: number;
  readonly what: string;
  readonly who: string;
  /** The day and the account that signed. */
  readonly signed: string;
  /** How long it applies, or the state and the follow-up. */
  readonly standing: string;
  /** What it rests on, or what the control showed. */
  readonly basis: string;
};

type EntryPageProps = {
  readonly title: string;
  readonly why: string;
  readonly back: { readonly href: string; readonly text: string };
  /** The form's section: its name and its line of context. */
  readonly name: string;
  readonly context: string;
  readonly form: ReactNode;
  /** What else can be done: let an explanation end. */
  readonly more?: ReactNode;
  readonly history: {
    /** Where it lies as a file. */
    readonly file: string;
    readonly name: string;
    readonly context: string;
    readonly heads: Readonly<
      Record<"version" | "signed" | "what" | "who" | "standing" | "basis", string>
    >;
    readonly rows: readonly VersionRow[];
  };
};

/** An explanation or an action: its form, and everything that has been signed before. */
export function EntryPage(props: EntryPageProps) {
  const { title, why, back, name, context, form, more, history } = props;
  const columns = ["version", "signed", "what", "who", "standing", "basis"] as const;
  return (
    <>
      <Top title={title} why={why} back={back} />
      <Section name={name} context={context}>
        {form}
      </Section>
      {more}
      {history.rows.length === 0 ? null : (
        <Section name={history.name} context={history.context}>
          <FiledTable
            file={history.file}
            caption={history.name}
            captionHidden
            width="xl"
            columns={columns.map((key) => ({ key, head: history.heads[key] }))}
            rows={history.rows.map(({ version, ...cells }) => ({
              key: `${version}`,
              head: `${version}`,
              cells,
            }))}
          />
        </Section>
      )}
    </>
  );
}
