import { useTranslations } from "next-intl";
import { Fingerprint } from "@/components/operator/key-card";
import { Section } from "@/components/ui/section";
import type { Quarter } from "@/lib/quarters/quarter";

export type MachineView = {
  /** The computer that the page's process runs on. */
  readonly host: string;
  readonly custodian: 1 | 2;
  /** Whether this custodian's private keys may be made and used here. */
  readonly actsHere: boolean;
  readonly demo: boolean;
  /** The first quarter that the next ceremony makes a key for; null: none within years. */
  readonly first: Quarter | null;
};

/** On which computer the page works, and what to do where that is not the custodian's own. */
export function Machine({ host, custodian, actsHere, demo, first }: MachineView) {
  const t = useTranslations("keys.machine");
  const create = first === null ? [] : [`create ${custodian} ${first}`];
  const others = ["verify", "recover", "sheet", "deputy"].map((deed) => `${deed} ${custodian}`);
  return (
    <Section id="machine" name={t("name")} context={t("context")}>
      <p>{t(actsHere ? "here" : "elsewhere", { host })}</p>
      {demo ? <p>{t("demo")}</p> : null}
      {actsHere ? null : (
        <>
          <p>{t("commands")}</p>
          <ul className="bullets">
            {[...create, ...others].map((command) => (
              <li key={command}>
                <Fingerprint>{`sorti keys ${command}`}</Fingerprint>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
