import { NextIntlClientProvider, useMessages, useTranslations } from "next-intl";
import { lockNow } from "@/app/operator/texts/actions";
import { CodeForm } from "@/app/operator/texts/code-form";
import type { AtWork } from "@/app/operator/texts/facts";
import { MarkedText } from "@/app/operator/texts/marked-text";
import { Review } from "@/app/operator/texts/review";
import { useWordingLocale } from "@/components/charts/wording";
import { Acts, Button } from "@/components/ui/button";
import { Finding } from "@/components/ui/finding";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { findIdentities } from "@/lib/guard/guard";
import { type DeskComment, deskNames } from "@/lib/redaction/data";
import { momentInWords } from "@/lib/wording/date";

type ReadingProps = { readonly work: AtWork; readonly left: number };

/** The comment before a reader, and what they do with it. */
export function Reading({ work: { comment, until }, left }: ReadingProps) {
  const t = useTranslations("redaction.read");
  const unlock = useTranslations("redaction.unlock");
  const locale = useWordingLocale();
  return (
    <Section
      id="read"
      name={t(comment?.task === "review" ? "review" : "code")}
      context={t("context")}
    >
      {comment ? <OneComment shown={comment} /> : <Nothing left={left} />}
      <form action={lockNow}>
        <Acts>
          <Button line>{unlock("lock")}</Button>
          <p className="why">{t("until", { time: momentInWords(until, locale) })}</p>
        </Acts>
      </form>
    </Section>
  );
}

function Nothing({ left }: { readonly left: number }) {
  const t = useTranslations("redaction.read");
  if (left === 0) return null;
  return (
    <>
      <Finding>{t("nothing")}</Finding>
      <p>{t("nothingWhy")}</p>
    </>
  );
}

/** Only what was written: neither where it is counted nor when it came says anything to a reader. */
function OneComment({ shown }: { readonly shown: DeskComment }) {
  const t = useTranslations("redaction.read");
  const { common, redaction } = useMessages();
  const { id, seen, task, comment, work } = shown;
  const names = deskNames();
  const marked = Object.values(comment.texts).some(
    (text) => findIdentities(text, names).length > 0,
  );
  return (
    <>
      <h3>{t("what")}</h3>
      {Object.entries(comment.texts).map(([item, text]) => (
        <MarkedText key={item} text={text} names={names} />
      ))}
      {marked ? <p className="mt-2 text-s text-ink-2">{t("marked")}</p> : null}
      {work?.reason ? (
        <div className="mt-4">
          <Note>{t("back", { reason: work.reason })}</Note>
        </div>
      ) : null}
      <div className="mt-8">
        {task === "review" ? (
          <Review shown={shown} />
        ) : (
          <NextIntlClientProvider messages={{ common, redaction }}>
            <CodeForm
              key={`${id} ${seen}`}
              id={id}
              seen={seen}
              codes={work?.codes ?? []}
              paraphrase={work?.paraphrase ?? null}
              again={work !== null}
            />
          </NextIntlClientProvider>
        )}
      </div>
    </>
  );
}
