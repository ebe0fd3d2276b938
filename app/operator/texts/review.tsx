import { useTranslations } from "next-intl";
import { approve, returnComment } from "@/app/operator/texts/actions";
import { useWordingLocale } from "@/components/charts/wording";
import { Acts, Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { TextField } from "@/components/ui/field";
import type { DeskComment } from "@/lib/redaction/data";
import { MAX_REASON } from "@/lib/redaction/limits";
import { themeName } from "@/lib/themes/code-book";

type ReviewProps = { readonly shown: DeskComment };

function Named({ shown: { id, seen } }: ReviewProps) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
}

/** The second reader's choice: what the first one made stands as it is, or goes back with a reason. */
export function Review({ shown }: ReviewProps) {
  const t = useTranslations("redaction.review");
  const locale = useWordingLocale();
  const { codes = [], paraphrase = null } = shown.work ?? {};
  return (
    <>
      <Facts
        facts={[
          { term: t("themes"), value: codes.map((code) => themeName(code, locale)).join(" · ") },
          { term: t("paraphrase"), value: paraphrase ?? t("none") },
        ]}
      />
      <form action={approve}>
        <Named shown={shown} />
        <Acts>
          <Button>{t("approve")}</Button>
        </Acts>
      </form>
      <form action={returnComment} className="mt-8">
        <Named shown={shown} />
        <TextField
          id="reason"
          name="reason"
          autoComplete="off"
          required
          maxLength={MAX_REASON}
          rows={2}
          label={t("reason")}
        />
        <Acts>
          <Button line>{t("return")}</Button>
        </Acts>
      </form>
    </>
  );
}
