import { createHash, generateKeyPairSync } from "node:crypto";
import { generateIssuerKey, publicKeyOf } from "@/lib/credential/issuer";
import type { Manifest, SignedManifest } from "@/lib/rounds/manifest";
import { signManifest } from "@/lib/rounds/sign";
import { toBase64Url } from "@/lib/sealing/base64url";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { CustodianKey } from "@/lib/sealing/open";
import { pointOf } from "@/lib/sealing/point";
import type { Questionnaire } from "@/lib/survey/questionnaire";

/** One item of every type. */
export const questionnaire: Questionnaire = {
  id: "exit",
  version: 1,
  languages: ["sv", "en"],
  title: { sv: "Avslutsenkät", en: "Exit survey" },
  intro: { sv: "Sex minuter, helt anonymt.", en: "Six minutes, fully anonymous." },
  classes: { work: { sv: "Arbetet", en: "Work" }, other: { sv: "Annat", en: "Other" } },
  sections: [
    {
      id: "S1",
      title: { sv: "Om arbetet", en: "About work" },
      lead: { sv: "Fem frågor", en: "Five questions" },
      items: [
        {
          id: "H1",
          type: "scale5",
          slice: "unit",
          text: { sv: "Mitt arbete känns meningsfullt" },
          index: { name: "hme", part: "motivation" },
        },
        {
          id: "E1",
          type: "scale10",
          slice: "unit",
          text: { sv: "Skulle du rekommendera?" },
          hint: { sv: "0 till 10" },
          classes: { "0": "other", "10": "work" },
        },
        {
          id: "B1",
          type: "single",
          slice: "background",
          text: { sv: "Yrkesgrupp" },
          options: [
            { code: "nurse", text: { sv: "Sjuksköterska" }, class: "work" },
            { code: "na", text: { sv: "Vill inte svara" }, noAnswer: true },
          ],
        },
        {
          id: "X0",
          type: "grouped",
          slice: "unit",
          text: { sv: "Främsta skäl" },
          when: { item: "H1", oneOf: ["1", "2"] },
          groups: [
            { code: "G1", text: { sv: "Arbete" }, options: [{ code: "A1", text: { sv: "Lön" } }] },
            {
              code: "G2",
              text: { sv: "Annat" },
              options: [{ code: "A2", text: { sv: "Hot" }, sensitive: true }],
            },
          ],
        },
        {
          id: "X1",
          type: "multi",
          slice: "cells",
          text: { sv: "Vad hade fått dig att stanna?" },
          max: 3,
          options: [{ code: "L1", text: { sv: "Lön" } }],
        },
        { id: "F1", type: "text", slice: "text", text: { sv: "Egna ord" }, maxLength: 600 },
      ],
    },
  ],
};

/** A custodian's key pair for a round, made on the spot. */
export function roundKey(custodian: 1 | 2): CustodianKey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { custodian, privateKey, publicPoint: pointOf(publicKey) };
}

/** A custodian's long-term key pair; `key` is the public half as it is built into the page. */
function signingKey() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { privateKey, key: toBase64Url(pointOf(publicKey)) };
}

export const issuerPem = generateIssuerKey();
export const custodians = [roundKey(1), roundKey(2)] as const;
export const signers = [signingKey(), signingKey()] as const;
export const signerKeys = [signers[0].key, signers[1].key] as const;

export const questionnaireText = canonicalJson(questionnaire);

export const manifest: Manifest = {
  protocol: "sorti/v1",
  quarter: "2026-Q3",
  issuerKey: publicKeyOf(issuerPem),
  custodianKeys: [toBase64Url(custodians[0].publicPoint), toBase64Url(custodians[1].publicPoint)],
  questionnaireHash: createHash("sha256").update(questionnaireText).digest("hex"),
  tree: { units: { VC01: "tatort" }, pictured: ["tatort"] },
  unitNames: { VC01: "Björkens vårdcentral" },
  groupNames: { tatort: "Tätort" },
  merged: {},
  series: ["leaver", "retiree"],
  limits: { k: 8, c: 1 },
  padSize: 4096,
  opens: "2026-07-01",
  issuingStops: "2026-09-30",
  receivingStops: "2026-10-03",
  publishes: "2026-10-20",
  operator: "Oberoende AB",
  region: "Region Exempel",
};

/** Signed by both custodians, whatever it says. */
export function signed(text: string, questionnaireIs = questionnaireText): SignedManifest {
  return {
    manifest: text,
    signatures: [
      signManifest(text, signers[0].privateKey),
      signManifest(text, signers[1].privateKey),
    ],
    questionnaire: questionnaireIs,
  };
}
