import { useTranslations } from "next-intl";
import { Acts, Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Quarter } from "@/lib/quarters/quarter";

type Fetch = {
  readonly what: "terms" | "answers" | "texts";
  readonly quarter: Quarter;
  readonly seat: 1 | 2;
};

/** Leads to a file for custodian 2. */
export function FetchFile({ what, quarter, seat }: Fetch) {
  const t = useTranslations("ceremony");
  const asked = new URLSearchParams({ file: what, quarter, seat: String(seat) });
  return (
    <Acts>
      <ButtonLink line href={`/api/ceremony?${asked}`}>
        {t(`fetch.${what}`)}
      </ButtonLink>
    </Acts>
  );
}

/** Takes whatever file came back: what it is stands in itself. `id` also keeps two of these on a page apart. */
export function HandInForm({ id, seat }: { readonly id: string; readonly seat: 1 | 2 }) {
  const t = useTranslations("ceremony");
  return (
    <form action={`/api/ceremony?seat=${seat}`} method="post" encType="multipart/form-data">
      <Field id={id} name="file" type="file" required label={t("file")} hint={t("fileHint")} />
      <Acts>
        <Button>{t("handIn")}</Button>
      </Acts>
    </form>
  );
}
