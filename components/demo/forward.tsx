import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type ForwardProps = {
  readonly deed: (form: FormData) => Promise<void>;
  /** In the bar: level with its sentence, and on a phone left to the page that the sentence leads to. */
  readonly inBar?: boolean;
};

/** The two ways forward: to what happens next, and to the next report. */
export function Forward({ deed, inBar = false }: ForwardProps) {
  const t = useTranslations("demo.button");
  return (
    <form action={deed} className={inBar ? "acts mt-0 max-sm:hidden" : "acts"}>
      <Button name="until" value="next" line>
        {t("next")}
      </Button>
      <Button name="until" value="report" line>
        {t("report")}
      </Button>
    </form>
  );
}
