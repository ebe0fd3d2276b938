import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { UnitEvent } from "@/lib/units/events";
import { listInWords } from "@/lib/wording/names";

const SHOWN = 20;

/** What a file of units means for the units' history, each in a sentence. */
export function UnitEvents({ events }: { readonly events: readonly UnitEvent[] }) {
  const t = useTranslations("unit-events");
  const locale = useLocale() === "en" ? "en" : "sv";
  if (events.length === 0) return null;
  const rest = events.length - SHOWN;
  return (
    <Section name={t("name")} context={t("context")}>
      <ul>
        {events.slice(0, SHOWN).map(({ kind, unit, from }) => (
          <li key={`${kind} ${unit} ${from.join(" ")}`}>
            {t(`${from.length === 0 && kind !== "closes" ? "newly" : "kind"}.${kind}`, {
              unit,
              from: listInWords(from, locale),
            })}
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="quiet">{t("rest", { n: rest })}</p> : null}
    </Section>
  );
}
