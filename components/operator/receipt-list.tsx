import { useTranslations } from "next-intl";
import { Fingerprint } from "@/components/operator/key-card";
import { Section } from "@/components/ui/section";
import type { Quarter } from "@/lib/quarters/quarter";

type ReceiptListProps = {
  readonly quarter: Quarter;
  /** Sorted hex. */
  readonly reached: readonly string[];
  readonly carried: readonly string[];
};

/** Both public lists of a quarter, as they are. */
export function ReceiptList({ quarter, reached, carried }: ReceiptListProps) {
  const t = useTranslations("receipts.lists");
  const lists = [
    { name: "reached", hashes: reached },
    { name: "carried", hashes: carried },
  ].filter(({ hashes }) => hashes.length > 0);
  return (
    <Section name={t("name")} context={t("context")}>
      {lists.length === 0 ? <p>{t("none")}</p> : null}
      {lists.map(({ name, hashes }) => (
        <div key={name}>
          <h3>{t(name)}</h3>
          <ul>
            {hashes.map((hash) => (
              <li key={hash}>
                <Fingerprint>{hash}</Fingerprint>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        <a href={`/api/survey/receipts/${quarter}`}>{t("data")}</a>
      </p>
    </Section>
  );
}
