import { useTranslations } from "next-intl";
import { Fingerprint } from "@/components/operator/key-card";
import { Finding } from "@/components/ui/finding";
import { Table } from "@/components/ui/table";
import type { Difference } from "@/lib/survey/difference";
import type { Change } from "@/lib/survey/item-changes";

/** One change in words. */
function What({ change }: { readonly change: Change }) {
  const t = useTranslations("questionnaires.change");
  switch (change.kind) {
    case "reworded":
      return (
        <>
          <p>{t("reworded", { language: change.language })}</p>
          <p>{t("before", { text: change.before })}</p>
          <p>{t("after", { text: change.after })}</p>
        </>
      );
    case "option-added":
    case "option-removed":
    case "text-added":
    case "text-removed":
      return t(change.kind, { text: change.text });
    case "rule-changed":
      return t(`rule.${change.rule}`);
    default:
      return t(change.kind);
  }
}

type Words = (at: string) => string;

/** A place in the questionnaire by its words, and by what the file calls it. */
function Where({ at, words }: { readonly at: string; readonly words: Words }) {
  const said = words(at);
  return (
    <>
      {said ? <span className="block">{said}</span> : null}
      <Fingerprint>{at}</Fingerprint>
    </>
  );
}

type VersionChangesProps = Difference & {
  /** The version compared with. */
  readonly before: number;
  /** The question or part that a place belongs to, in words; empty when there are none. */
  readonly words: Words;
};

/** What a version changed, and which questions are no longer counted together with earlier answers. */
export function VersionChanges({ before, changes, startAnew, words }: VersionChangesProps) {
  const t = useTranslations("questionnaires");
  return (
    <>
      <Finding>{t("difference.says", { n: changes.length, before })}</Finding>
      <p>{t("difference.anew", { n: startAnew.length })}</p>
      {startAnew.length > 0 ? (
        <ul className="bullets">
          {startAnew.map((id) => (
            <li key={id}>
              <Where at={id} words={words} />
            </li>
          ))}
        </ul>
      ) : null}
      {changes.length > 0 ? (
        <Table
          caption={t("difference.name")}
          captionHidden
          narrow="list"
          columns={[
            { key: "at", head: t("difference.at") },
            { key: "what", head: t("difference.what") },
          ]}
          rows={changes.map((change) => ({
            key: JSON.stringify(change),
            head: <Where at={change.at} words={words} />,
            cells: { what: <What change={change} /> },
          }))}
        />
      ) : null}
    </>
  );
}
