"use client";

import { useTranslations } from "next-intl";
import { Acts, Button } from "@/components/ui/button";
import { Head } from "@/components/ui/head";
import { Top } from "@/components/ui/top";

type FailedProps = {
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
};

/** The number leads to the server's log; the error's own words stay there. */
export default function Failed({ error, retry }: FailedProps) {
  const t = useTranslations("errors.failed");
  return (
    <>
      <Head home="/" who="" />
      <main id="main" className="wrap">
        <Top title={t("title")} why={t("why")}>
          {error.digest ? <p className="small">{t("code", { digest: error.digest })}</p> : null}
          <form action={() => retry()}>
            <Acts>
              <Button>{t("again")}</Button>
            </Acts>
          </form>
        </Top>
      </main>
    </>
  );
}
