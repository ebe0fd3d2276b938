import { useState } from "react";
import { isKnown } from "@/lib/answering/moves";
import type { Person, Visit } from "@/lib/answering/stage";
import { useText } from "./catalogue";
import { ErrorSummary } from "./error-summary";
import { Go } from "./go";
import { Heading } from "./heading";
import { UnitFields } from "./unit-fields";
import { useDay } from "./wording";

type Props = {
  readonly visit: Visit;
  readonly onCorrect: (person: Person) => void;
  readonly onContinue: () => void;
};

/** Where the person worked and how they leave, with the way to put it right. */
export function Check({ visit, onCorrect, onContinue }: Props) {
  const t = useText();
  const day = useDay();
  const { round, person } = visit;
  const known = isKnown(round, person);
  const [correcting, setCorrecting] = useState(false);
  const [unknown] = useState(!known);
  const [tried, setTried] = useState(0);
  const errors = known ? [] : [{ field: "unit", text: t("check.unitMissing") }];
  return (
    <>
      <Heading>{t("check.title")}</Heading>
      {tried > 0 ? <ErrorSummary key={tried} errors={errors} /> : null}
      <p>{t("check.lead")}</p>
      <dl className="facts">
        <div>
          <dt>{t("check.unit")}</dt>
          <dd>{round.manifest.unitNames[person.unit] ?? t("check.unitUnknown")}</dd>
        </div>
        <div>
          <dt>{t("check.series")}</dt>
          <dd>{t(`series.${person.series}`)}</dd>
        </div>
        <div>
          <dt>{t("check.until")}</dt>
          <dd>{day(visit.until)}</dd>
        </div>
      </dl>
      {correcting || unknown ? (
        <UnitFields
          visit={visit}
          missing={tried > 0 && !known}
          focus={correcting}
          onCorrect={onCorrect}
        />
      ) : (
        <p>
          <button type="button" className="link" onClick={() => setCorrecting(true)}>
            {t("check.wrong")}
          </button>
        </p>
      )}
      <Go
        onContinue={() => {
          setTried(tried + 1);
          onContinue();
        }}
      />
    </>
  );
}
