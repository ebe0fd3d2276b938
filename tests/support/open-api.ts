import { z } from "zod";

const content = z.record(
  z.string(),
  z.looseObject({
    schema: z.record(z.string(), z.unknown()).optional(),
    example: z.unknown().optional(),
  }),
);

const operation = z.looseObject({
  parameters: z
    .array(z.looseObject({ name: z.string(), in: z.string(), example: z.string().optional() }))
    .optional(),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: content.optional() })),
});

/** As much of an OpenAPI document as a test reads of it. */
export const openApiShape = z.looseObject({
  openapi: z.literal("3.1.1"),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

export type OpenApi = z.infer<typeof openApiShape>;

export type Call = {
  readonly path: string;
  readonly method: string;
  /** The document's own examples in their places. */
  readonly at: string;
  readonly type: string | null;
  readonly body: unknown;
};

/** Every call of a document, with its own examples. `instead`: other values of parameters, by name. */
export function callsOf({ paths }: OpenApi, instead: Readonly<Record<string, string>>): Call[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]): Call => {
      const example = (name: string) =>
        instead[name] ?? parameters.find((one) => one.name === name)?.example ?? "";
      const at = path.replace(/\{(\w+)\}/g, (_, name: string) => example(name));
      const [[type, sent] = []] = Object.entries(requestBody?.content ?? {});
      return { path, method, at, type: type ?? null, body: sent?.example };
    }),
  );
}

export type Replied = {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
};

/** What a document does not say of a reply to a call; null when the reply is as it says. */
export function otherwise(
  { paths }: OpenApi,
  { path, method }: Pick<Call, "path" | "method">,
  { status, type, text }: Replied,
): string | null {
  const said = paths[path]?.[method]?.responses[String(status)];
  if (!said) return `${status} is not documented`;
  const [[kind, body] = []] = Object.entries(said.content ?? {});
  if (kind === undefined) return text === "" || status === 303 ? null : "a body, where none is";
  if (!type?.startsWith(kind)) return `${type}, not ${kind}`;
  if (!body?.schema) return null;
  const read = z.fromJSONSchema(body.schema).safeParse(JSON.parse(text));
  return read.success ? null : z.prettifyError(read.error);
}
