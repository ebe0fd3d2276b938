import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** The two ways forward: to what happens next, and to the next report. */
export function Forward({ deed }: { readonly deed: (form: FormData) => Promise<void> }) {
  const t = useTranslations("demo.button");
  return (
    <form action={deed} className="acts">
      <Button name="until" value="next" line>
        {t("next")}
      </Button>
      <Button name="until" value="report" line>
        {t("report")}
      </Button>
    </form>
  );
}
