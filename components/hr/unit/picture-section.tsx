import { useTranslations } from "next-intl";
import { BlockBars } from "@/components/charts/block-bars";
import { FiledTable } from "@/components/hr/filed-table";
import { Said } from "@/components/hr/said";
import { Term } from "@/components/hr/term";
import { unitFile } from "@/components/hr/unit/files";
import { HmeTable } from "@/components/hr/unit/hme-table";
import type { GroupPicture } from "@/components/hr/unit/picture-view";
import type { UnitWords } from "@/components/hr/unit/sentences";
import { FigureValue } from "@/components/reports/figure-value";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import type { Figure } from "@/lib/disclosure/figure";
import { quarterInWords } from "@/lib/wording/date";

type PictureProps = {
  readonly picture: GroupPicture | null;
  /** The unit's. */
  readonly code: string;
  readonly words: UnitWords;
};

/** Bars that fit one look; the table has every reason. */
const DRAWN = 6;
const SHARES = ["avoidable", "unheard", "silence"] as const;

/** The smallest group that the unit's leavers are pictured in: about, and how wide the noise is. */
export function PictureSection({ picture, code, words }: PictureProps) {
  const t = useTranslations("hrUnit.picture");
  if (picture === null) {
    return (
      <Section name={t("name")}>
        <Finding>{t("none")}</Finding>
        <p>{t("noneWhy")}</p>
      </Section>
    );
  }
  const { people, noise } = picture;
  const where = t(`at.${picture.at}`, { group: picture.name });
  const drawn = picture.reasons
    .filter(({ figure }) => figure.kind !== "withheld" && figure.n > 0)
    .slice(0, DRAWN);
  return (
    <Section
      name={t("name")}
      context={
        <Said>
          {words.say("picture.context", {
            people: people.kind === "withheld" ? 0 : people.n,
            where,
            from: quarterInWords(picture.from, words.locale),
            to: quarterInWords(picture.to, words.locale),
          })}
        </Said>
      }
    >
      <Finding>
        <Said at="shares-avoidable">{finding(picture.shares.avoidable, where, words)}</Said>
      </Finding>
      <Picture
        title={t("reasons")}
        caption={<Said>{words.say("picture.noise", { answers: noise.answers })}</Said>}
        table={<ReasonTable picture={picture} file={unitFile(code, "reasons")} />}
      >
        <BlockBars title={t("reasons")} rows={drawn} noise={noise.answers} />
      </Picture>
      <FiledTable
        id="shares"
        file={unitFile(code, "shares")}
        caption={t("shares")}
        columns={[
          { key: "share", head: t("share") },
          { key: "about", head: <Term of="share">{t("about")}</Term>, number: true },
        ]}
        rows={SHARES.map((share) => ({
          key: share,
          head: t(`words.${share}`),
          ...cellOf(picture.shares[share]),
        }))}
      />
      <p className="small quiet">
        <Said>{words.say("picture.width", { points: noise.points })}</Said>
      </p>
      <HmeTable file={unitFile(code, "group-hme")} hme={picture.hme} caption={t("hme")} />
    </Section>
  );
}

function finding(avoidable: Figure, where: string, { say }: UnitWords): string {
  return avoidable.kind === "withheld"
    ? say("picture.findingNone", { where })
    : say("picture.finding", { where, share: avoidable.n });
}

function cellOf(figure: Figure) {
  return figure.kind === "withheld"
    ? { instead: <FigureValue figure={figure} /> }
    : { cells: { about: <FigureValue figure={figure} /> } };
}

type ReasonTableProps = { readonly picture: GroupPicture; readonly file: string };

function ReasonTable({ picture, file }: ReasonTableProps) {
  const t = useTranslations("hrUnit.picture");
  return (
    <FiledTable
      file={file}
      caption={t("reasons")}
      captionHidden
      columns={[
        { key: "reason", head: t("reason") },
        { key: "about", head: <Term of="about">{t("answers")}</Term>, number: true },
      ]}
      rows={picture.reasons.map(({ id, name, figure }) => ({
        key: id,
        head: name,
        ...cellOf(figure),
      }))}
    />
  );
}
