import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { EntryForm } from "@/components/hr/entry/entry-form";
import type { EntryField, EntryState } from "@/components/hr/entry/entry-state";
import { FiledTable } from "@/components/hr/filed-table";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import {
  COMMENT_FIELDS,
  type CommentField,
  type CommentVersion,
  MOST_COMMENT,
} from "@/lib/comments/comment";
import { answersOf } from "@/lib/entries/answers";
import type { Quarter } from "@/lib/quarters/quarter";
import { dayInWords } from "@/lib/wording/date";

/** `name`: of the account that signed, while it is there. */
type Written = CommentVersion & { readonly name: string | null };

type CommentPageProps = {
  readonly title: string;
  readonly why: string;
  readonly quarter: Quarter;
  /** Newest first. */
  readonly versions: readonly Written[];
  /** Who would sign. */
  readonly signer: string;
  readonly saved: boolean;
  readonly save: (before: EntryState, form: FormData) => Promise<EntryState>;
};

/** The draft, the form and everything that has been signed. */
export function CommentPage(props: CommentPageProps) {
  const { title, why, quarter, versions, signer, saved, save } = props;
  const t = useTranslations("publication.comment");
  const [last] = versions;
  const start: EntryState = {
    ...{ id: quarter, unit: "", version: last?.version ?? 0, errors: [], attempt: 0 },
    values: answersOf(COMMENT_FIELDS, (field) => last?.[field] ?? ""),
  };
  return (
    <>
      <Top title={title} why={why} />
      {saved && last ? (
        <Note live>
          <p>{t(last.text === "" ? "takenBack" : "saved")}</p>
        </Note>
      ) : null}
      <Section name={t("draftName")} context={t("draftContext")}>
        <p>
          <a href="/hr/comment/draft">{t("draft")}</a>
        </p>
      </Section>
      <Section name={t("name")} context={t("context")}>
        <EntryForm
          key={start.version}
          save={save}
          start={start}
          fields={useFields()}
          texts={{
            save: t("save"),
            saveOver: t("saveOver"),
            signed: t("signed", { name: signer }),
          }}
        />
      </Section>
      {versions.length > 0 ? <History quarter={quarter} versions={versions} /> : null}
    </>
  );
}

function useFields(): readonly EntryField<CommentField>[] {
  const t = useTranslations("publication.comment");
  const control = { text: "lines", who: "line" } as const;
  return COMMENT_FIELDS.map((name) => ({
    name,
    control: control[name],
    label: t(`fields.${name}`),
    hint: t(`hints.${name}`),
    most: MOST_COMMENT[name],
  }));
}

function History({ quarter, versions }: Pick<CommentPageProps, "quarter" | "versions">) {
  const t = useTranslations("publication.comment.history");
  const locale = useWordingLocale();
  return (
    <Section name={t("name")} context={t("context")}>
      <FiledTable
        file={`/hr/downloads/comment?kvartal=${quarter}`}
        caption={t("name")}
        captionHidden
        width="xl"
        columns={(["version", "signed", "who", "text"] as const).map((key) => ({
          key,
          head: t(key),
        }))}
        rows={versions.map(({ version, signedOn, name, who, text }) => {
          const day = dayInWords(signedOn, locale);
          return {
            key: `${version}`,
            head: `${version}`,
            cells: {
              signed: name === null ? day : t("by", { day, name }),
              who,
              text: text === "" ? t("empty") : text,
            },
          };
        })}
      />
    </Section>
  );
}
