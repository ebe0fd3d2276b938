import { useTranslations } from "next-intl";
import { Fingerprint } from "@/components/operator/key-card";
import type { Quarter } from "@/lib/quarters/quarter";

type OfQuarter = { readonly quarter: Quarter };
type Line = { readonly who: string; readonly command: string };

function Commands({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <ol className="bullets">
      {lines.map(({ who, command }) => (
        <li key={command}>
          {who} <Fingerprint>{command}</Fingerprint>
        </li>
      ))}
    </ol>
  );
}

/** How each custodian makes keys on a machine of their own, and the public halves come together. */
export function KeysApart({ quarter }: OfQuarter) {
  const t = useTranslations("operator.apart");
  const file = t("file.keys");
  return (
    <Commands
      lines={[
        { who: t("first"), command: `sorti keys create 1 ${quarter}` },
        { who: t("second"), command: `sorti keys create 2 ${quarter}` },
        { who: t("second"), command: `sorti keys public 2 ${file}` },
        { who: t("first"), command: `sorti keys import-public ${file}` },
      ]}
    />
  );
}

/** How both custodians sign a quarter's terms, by one file that goes to the other machine and back. */
export function SignApart({ quarter }: OfQuarter) {
  const t = useTranslations("operator.apart");
  const [draft, signed] = [t("file.draft"), t("file.signed")];
  return (
    <Commands
      lines={[
        { who: t("first"), command: `sorti round draft ${quarter} ${draft}` },
        { who: t("second"), command: `sorti round sign ${draft} --out ${signed}` },
        { who: t("first"), command: `sorti round open ${quarter} --signature ${signed}` },
      ]}
    />
  );
}

/** How both custodians mix, by one file from the second to the first. */
export function MixApart({ quarter }: OfQuarter) {
  const t = useTranslations("operator.apart");
  const file = t("file.exchange");
  return (
    <Commands
      lines={[
        { who: t("peel"), command: `sorti round peel ${quarter} --out ${file}` },
        { who: t("count"), command: `sorti round count ${quarter} --in ${file}` },
        { who: t("destroy"), command: "sorti keys destroy" },
      ]}
    />
  );
}
