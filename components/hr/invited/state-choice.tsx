import { useTranslations } from "next-intl";
import { listAddress } from "@/components/hr/invited/address";
import { INVITED_STATES, type InvitedFilter, type InvitedLine } from "@/lib/invited/line";

type StateChoiceProps = {
  /** Everything that the search finds, in every state. */
  readonly lines: readonly InvitedLine[];
  readonly filter: InvitedFilter;
};

/** Which state is listed: plain links with how many, so that an address remembers it. */
export function StateChoice({ lines, filter }: StateChoiceProps) {
  const t = useTranslations("hr-invitations");
  const count = (state: string | null) =>
    lines.filter((line) => state === null || line.state === state).length;
  const states = INVITED_STATES.filter((state) => count(state) > 0 || state === filter.state);
  return (
    <nav aria-label={t("choose")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {[null, ...states].map((state) => (
          <li key={state ?? "all"}>
            <a
              href={listAddress({ state, search: filter.search })}
              aria-current={state === filter.state ? "true" : undefined}
              className={state === filter.state ? "font-semibold" : undefined}
            >
              {state ? t(`state.${state}`) : t("all")}
            </a>{" "}
            ({count(state)})
          </li>
        ))}
      </ul>
    </nav>
  );
}
