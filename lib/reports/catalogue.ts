import { firstDayOf, lastDayOf, type Quarter } from "@/lib/quarters/quarter";
import type { Say } from "@/lib/reports/sentences/words";
import type { PublishedReport } from "@/lib/reports/snapshot";
import { quarterMonths } from "@/lib/wording/date";

export type CatalogueFacts = {
  /** Where the reports are: `https://sorti.example.se`. */
  readonly origin: string;
  readonly region: string;
  readonly operator: string;
  /** `mailto:` or `https:`. */
  readonly contact: string;
  readonly isPublic: boolean;
  /** The area `report-data` in each language. */
  readonly say: { readonly sv: Say; readonly en: Say };
};

const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

const EU = "http://publications.europa.eu/resource/authority";
const LICENCE = { "@id": "http://creativecommons.org/publicdomain/zero/1.0/" };

/** A text in both languages. */
const texts = ({ say }: CatalogueFacts, key: string, values: (locale: "sv" | "en") => Values) =>
  (["sv", "en"] as const).map((locale) => ({
    "@value": say[locale](key, values(locale)),
    "@language": locale,
  }));
type Values = Readonly<Record<string, string>>;

const day = (of: string) => ({ "@value": of, "@type": "xsd:date" });

/** File type, media type and address after the report's own. */
const FILES = [
  { type: "CSV", media: "text/csv", path: "/data.csv" },
  { type: "JSON", media: "application/json", path: "/data.json" },
  { type: "PDF", media: "application/pdf", path: ".pdf" },
] as const;

/**
 * All reports as open data for data portals: DCAT-AP 3 (and DCAT-AP-SE) as JSON-LD, a dataset for each quarter
 * with its files. Ids are addresses, so they stay as long as the reports do.
 */
export function catalogue(reports: readonly PublishedReport[], facts: CatalogueFacts) {
  const { origin, region } = facts;
  return {
    "@context": CONTEXT,
    "@id": `${origin}/reports/catalog.jsonld`,
    "@type": "dcat:Catalog",
    "dct:title": texts(facts, "catalogue.title", () => ({ region })),
    "dct:description": texts(facts, "catalogue.description", () => ({})),
    "dct:publisher": publisher(region),
    "dct:license": LICENCE,
    "dct:language": ["SWE", "ENG"].map((code) => ({ "@id": `${EU}/language/${code}` })),
    "foaf:homepage": { "@id": `${origin}/reports` },
    "dcat:dataset": reports.map((report) => dataset(report, facts)),
  };
}

const publisher = (name: string) => ({ "@type": "foaf:Agent", "foaf:name": name });

function dataset(report: PublishedReport, facts: CatalogueFacts) {
  const { version, publishedOn, snapshot } = report;
  const { origin, operator, contact, isPublic } = facts;
  const quarter = snapshot.quarter as Quarter;
  const address = `${origin}/reports/${quarter}`;
  return {
    "@id": `${address}/data`,
    "@type": "dcat:Dataset",
    "dct:identifier": `sorti-${quarter}`,
    "dct:title": texts(facts, "catalogue.dataset", (locale) => ({
      months: quarterMonths(quarter, locale),
    })),
    "dct:description": texts(facts, "catalogue.datasetDescription", () => ({})),
    "dct:publisher": publisher(snapshot.region),
    "dcat:contactPoint": {
      "@type": "vcard:Organization",
      "vcard:fn": operator,
      [contact.startsWith("mailto:") ? "vcard:hasEmail" : "vcard:hasURL"]: { "@id": contact },
    },
    "dct:issued": day(version === 1 || publishedOn < snapshot.due ? publishedOn : snapshot.due),
    "dct:modified": day(publishedOn),
    "dcat:version": `${version}`,
    "dct:accessRights": { "@id": `${EU}/access-right/${isPublic ? "PUBLIC" : "RESTRICTED"}` },
    "dct:accrualPeriodicity": { "@id": `${EU}/frequency/QUARTERLY` },
    "dcat:theme": [{ "@id": `${EU}/data-theme/SOCI` }, { "@id": `${EU}/data-theme/HEAL` }],
    "dcat:landingPage": { "@id": address },
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      "dcat:startDate": day(firstDayOf(quarter)),
      "dcat:endDate": day(lastDayOf(quarter)),
    },
    "dcat:distribution": FILES.map(({ type, media, path }) => ({
      "@id": `${address}${path}`,
      "@type": "dcat:Distribution",
      "dct:title": type,
      "dcat:accessURL": { "@id": address },
      "dcat:downloadURL": { "@id": `${address}${path}` },
      "dct:format": { "@id": `${EU}/file-type/${type}` },
      "dcat:mediaType": { "@id": `http://www.iana.org/assignments/media-types/${media}` },
      "dct:license": LICENCE,
      ...(type === "JSON"
        ? { "dct:conformsTo": { "@id": `${origin}/reports/data.schema.json` } }
        : {}),
    })),
  };
}
