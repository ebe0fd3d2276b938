import { useTranslations } from "next-intl";
import { Fingerprint } from "@/components/operator/key-card";
import { Section } from "@/components/ui/section";

export type MachineView = {
  /** The computer that the page's process runs on. */
  readonly host: string;
  readonly custodian: 1 | 2;
  /** Whether this custodian's private keys may be made and used here. */
  readonly actsHere: boolean;
  readonly demo: boolean;
};

/** On which computer the page works, and what to do where that is not the custodian's own. */
export function Machine({ host, custodian, actsHere, demo }: MachineView) {
  const t = useTranslations("keys.machine");
  return (
    <Section id="machine" name={t("name")} context={t("context")}>
      <p>{t(actsHere ? "here" : "elsewhere", { host })}</p>
      {demo ? <p>{t("demo")}</p> : null}
      {actsHere ? null : (
        <>
          <p>{t("commands")}</p>
          <ul className="bullets">
            {["create", "verify", "recover", "sheet", "deputy"].map((command) => (
              <li key={command}>
                <Fingerprint>{`sorti keys ${command} ${custodian}`}</Fingerprint>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
