import { useTranslations } from "next-intl";
import { MixSteps } from "@/components/ui/mix-steps";
import { Section } from "@/components/ui/section";
import type { GuideStep } from "@/lib/first-quarter/steps";

type FirstQuarterProps = {
  readonly side: "hr" | "operator";
  /** None once the first quarter is mixed: then the guide is gone. */
  readonly steps: readonly GuideStep[];
  /** The names that are set. */
  readonly names: Readonly<Record<"region" | "operator" | "sender", string>>;
};

/** What a new installation still needs, in order: what is done, what is next, who does it and where. */
export function FirstQuarter({ side, steps, names }: FirstQuarterProps) {
  const t = useTranslations("firstQuarter");
  if (steps.length === 0) return null;
  const text = ({ id, href, state }: GuideStep) => (
    <>
      {t(`${side}.${id}.says`, names)}
      {href && state !== "done" ? (
        <>
          {" "}
          <a href={href}>{t(`${side}.${id}.link`)}</a>
        </>
      ) : null}
    </>
  );
  return (
    <Section id="guide" name={t("name")} context={t("context")}>
      <MixSteps
        steps={steps.map((step) => ({
          id: step.id,
          state: step.state,
          text: text(step),
          when: t(`who.${step.who}`),
        }))}
      />
    </Section>
  );
}
