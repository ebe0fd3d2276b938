import { useTranslations } from "next-intl";
import { Says } from "@/components/help/page-help";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { anchorOf } from "@/lib/help/page-of";

type HelpPageProps = {
  readonly area: "hr" | "operator" | "auditor";
  /** The area's routes with help, in the menu's order. */
  readonly routes: readonly string[];
  readonly words: readonly string[];
};

/** All the help of one role: its pages one by one, and the words. */
export function HelpPage({ area, routes, words }: HelpPageProps) {
  const t = useTranslations("help");
  return (
    <>
      <Top title={t(`areas.${area}.title`)} why={t(`areas.${area}.why`)} />
      <Section name={t("pagesName")} context={t("pagesContext")}>
        {routes.map((route) => (
          <article key={route} id={anchorOf(route)}>
            <h3 className="mb-2">{t(`pages.${route}.name`)}</h3>
            <Says route={route} />
            {route.includes("[") ? null : (
              <p className="mt-2">
                <a href={route}>
                  {t("open")} <span className="vh">({t(`pages.${route}.name`)})</span>
                </a>
              </p>
            )}
          </article>
        ))}
      </Section>
      <Section id="words" name={t("wordsName")} context={t("wordsContext")}>
        <dl className="flex max-w-measure flex-col gap-4">
          {words.map((word) => (
            <div key={word} id={`word-${word}`}>
              <dt className="font-semibold">{t(`words.${word}.term`)}</dt>
              <dd>{t(`words.${word}.means`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
