import { useEffect, useRef } from "react";
import type { Person, Visit } from "@/lib/answering/stage";
import { swedishOrder } from "@/lib/wording/swedish-order";
import { useText } from "./catalogue";
import { OptionRow } from "./option-row";

type Props = {
  readonly visit: Visit;
  readonly missing: boolean;
  /** Opened by a button that is gone: the focus goes on to the field. */
  readonly focus: boolean;
  readonly onCorrect: (person: Person) => void;
};

/** Units under their peer groups, both by name. */
function unitsByGroup(visit: Visit) {
  const { tree, unitNames, groupNames } = visit.round.manifest;
  const name = (unit: string) => unitNames[unit] ?? unit;
  return [...new Set(Object.values(tree.units))]
    .map((group) => ({
      name: groupNames[group] ?? group,
      units: Object.keys(tree.units)
        .filter((unit) => tree.units[unit] === group)
        .map((unit) => ({ unit, name: name(unit) }))
        .sort((a, b) => swedishOrder(a.name, b.name)),
    }))
    .sort((a, b) => swedishOrder(a.name, b.name));
}

function UnitSelect({ visit, missing, focus, onCorrect }: Props) {
  const t = useText();
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (focus) select.current?.focus();
  }, [focus]);
  const { person, round } = visit;
  const known = Object.hasOwn(round.manifest.tree.units, person.unit);
  return (
    <div className="q">
      <label htmlFor="unit">{t("check.chooseUnit")}</label>
      {missing ? (
        <p id="unit-error" className="error">
          {t("check.unitMissing")}
        </p>
      ) : null}
      <select
        id="unit"
        ref={select}
        className="field"
        value={known ? person.unit : ""}
        aria-invalid={missing}
        aria-describedby={missing ? "unit-error" : undefined}
        onChange={(event) => onCorrect({ ...person, unit: event.currentTarget.value })}
      >
        {known ? null : <option value="">{t("check.chooseUnitEmpty")}</option>}
        {unitsByGroup(visit).map((group) => (
          <optgroup key={group.name} label={group.name}>
            {group.units.map(({ unit, name }) => (
              <option key={unit} value={unit}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** The correction of unit and series, from the manifest's own lists only. */
export function UnitFields(props: Props) {
  const t = useText();
  const { visit, onCorrect } = props;
  const { person, round } = visit;
  return (
    <>
      <UnitSelect {...props} />
      <fieldset className="q">
        <legend>{t("check.chooseSeries")}</legend>
        <div className="opts">
          {round.manifest.series.map((series) => (
            <OptionRow
              key={series}
              name="series"
              text={t(`series.${series}`)}
              checked={person.series === series}
              onChoose={() => onCorrect({ ...person, series })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
