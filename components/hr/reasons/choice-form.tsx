import { useTranslations } from "next-intl";
import { periodInWords, placeName, type ReasonsWords } from "@/components/hr/reasons/words";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { Series } from "@/lib/disclosure/release";
import type { ReasonsOverview } from "@/lib/reasons/overview";

type ChoiceFormProps = {
  readonly view: ReasonsOverview;
  readonly series: readonly Series[];
  readonly words: ReasonsWords;
};

/** When, where and whom: a form that asks for an address, so that it can be kept and sent. */
export function ChoiceForm({ view, series, words }: ChoiceFormProps) {
  const t = useTranslations("hrReasons");
  const { choice, periods, places } = view;
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return (
    <search>
      <form action="/hr/reasons" className="choices">
        <SelectField id="tid" name="tid" label={t("choose.period")} defaultValue={choice.period}>
          {periods.map((period) => (
            <option key={period} value={period}>
              {capital(periodInWords(period, words))}
            </option>
          ))}
        </SelectField>
        <SelectField id="grupp" name="grupp" label={t("choose.group")} defaultValue={choice.node}>
          {places.map((place) => (
            <option key={place.node} value={place.node}>
              {placeName(place, words)}
            </option>
          ))}
        </SelectField>
        <SelectField
          id="serie"
          name="serie"
          label={t("choose.series")}
          defaultValue={choice.series}
        >
          {series.map((one) => (
            <option key={one} value={one}>
              {t(`series.${one}`)}
            </option>
          ))}
        </SelectField>
        <Button line>{t("choose.show")}</Button>
      </form>
    </search>
  );
}
