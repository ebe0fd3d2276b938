import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { marked } from "@/components/hr/marked";
import { Said } from "@/components/hr/said";
import { type InvitingRule, NOT_INVITED, type NotInvited } from "@/lib/invited/not-invited";
import { listInWords } from "@/lib/wording/names";

type RuleProps = {
  readonly rule: InvitingRule;
  readonly notInvited: Readonly<Record<NotInvited, number>>;
};

/** The written rule in words, and how many who leave now have no invitation. */
export function Rule({ rule, notInvited }: RuleProps) {
  const t = useTranslations("hr-invitations");
  const kind = useTranslations("hrUnit.kinds.words");
  const locale = useWordingLocale();
  const say = marked(t);
  const missing = NOT_INVITED.filter((why) => notInvited[why] > 0);
  const n = missing.reduce((sum, why) => sum + notInvited[why], 0);
  return (
    <>
      <ul className="bullets max-w-measure">
        <li>{t("invites")}</li>
        <li>{t(`scope.${rule.scope}`)}</li>
        <li>{t("movers", { invited: String(rule.inviteMovers) })}</li>
        <li>
          {rule.employerSide.length === 0
            ? t("others")
            : t("employerSide", {
                what: listInWords(
                  rule.employerSide.map((one) => kind(one)),
                  locale,
                ),
              })}
        </li>
        <li>{t("confirmed")}</li>
        <li>{t("by")}</li>
        <li>{t("window")}</li>
      </ul>
      <p>
        <a href="/hr/definitions#decide">{t("decideRule")}</a> ·{" "}
        <a href="/hr/programme">{t("decideUnits")}</a>
      </p>
      {n > 0 ? (
        <div>
          <p>
            <Said>{say("notInvited", { n })}</Said>
          </p>
          <ul className="bullets mt-2 max-w-measure">
            {missing.map((why) => (
              <li key={why}>
                <Said>{say(`why-${why}`, { n: notInvited[why] })}</Said>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
