import { createContext, useContext } from "react";

/** One language's texts by their keys (`start.title`): sentences with `{name}` where something is filled in. */
export type Catalogue = Readonly<Record<string, string>>;

/** Languages as the built page carries them: every key once, and each language's texts in the order of the keys. */
export type Columns = {
  readonly keys: readonly string[];
  readonly texts: Readonly<Record<string, readonly string[]>>;
};

/** Each language by its code. */
export function cataloguesOf({ keys, texts }: Columns): Readonly<Record<string, Catalogue>> {
  const pairs = Object.entries(texts).map(([language, column]) => [
    language,
    Object.fromEntries(keys.map((key, at) => [key, column[at]])),
  ]);
  return Object.fromEntries(pairs);
}

export type Params = Readonly<Record<string, string | number>>;

/** Fills in `{name}`; the same text is valid ICU, so every page may read one catalogue. */
export function textOf(catalogue: Catalogue, key: string, params: Params = {}): string {
  return (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
}

export type Speech = {
  readonly language: string;
  readonly catalogue: Catalogue;
  /** What the questionnaire's own texts fill in: `{region}`, `{k}`. */
  readonly params: Params;
};

const SpeechContext = createContext<Speech>({ language: "sv", catalogue: {}, params: {} });

/** The language the survey speaks now. */
export const Speaking = SpeechContext.Provider;

/** `t(key, params)`: a sentence of the page's own catalogue. */
export function useText(): (key: string, params?: Params) => string {
  const { catalogue } = useContext(SpeechContext);
  return (key, params) => textOf(catalogue, key, params);
}

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
