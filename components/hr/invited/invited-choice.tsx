import { useTranslations } from "next-intl";
import { ChoiceLinks } from "@/components/hr/choice-links";
import { listAddress } from "@/components/hr/invited/address";
import {
  CHANNELS,
  found,
  INVITED_STATES,
  type InvitedFilter,
  type InvitedLine,
} from "@/lib/invited/line";

type InvitedChoiceProps = {
  readonly lines: readonly InvitedLine[];
  readonly filter: InvitedFilter;
};

/** Which state and which way of sending is listed; the one choice keeps the other. */
export function InvitedChoice({ lines, filter }: InvitedChoiceProps) {
  const t = useTranslations("hr-invitations");
  const choice = (asked: Partial<InvitedFilter>, text: string, chosen: boolean) => {
    const wanted = { ...filter, ...asked, page: 1 };
    const count = found(lines, wanted).length;
    return { key: text, text, href: listAddress(wanted), count, chosen };
  };
  const { state, channel } = filter;
  const states = INVITED_STATES.map((one) =>
    choice({ state: one }, t(`state.${one}`), one === state),
  );
  const channels = CHANNELS.map((one) =>
    choice({ channel: one }, t(`channel.${one}`), one === channel),
  );
  const some = (choices: typeof states) =>
    choices.filter(({ count, chosen }) => count > 0 || chosen);
  return (
    <>
      <ChoiceLinks
        label={t("choose")}
        choices={[choice({ state: null }, t("all"), state === null), ...some(states)]}
      />
      <ChoiceLinks
        label={t("chooseChannel")}
        choices={[choice({ channel: null }, t("channel.any"), channel === null), ...some(channels)]}
      />
    </>
  );
}
