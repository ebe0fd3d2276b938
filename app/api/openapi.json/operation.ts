import { z } from "zod";

/** What a call is answered with one status: when, and the body's shape. */
export type Answered = {
  readonly says: string;
  readonly type?: string;
  /** Of a body that is JSON. */
  readonly shape?: z.ZodType;
};

export type Parameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly says: string;
  readonly shape: z.ZodType;
  readonly example?: string;
};

type Body = {
  readonly type: string;
  /** Of JSON and of forms; a file has none. */
  readonly shape?: z.ZodType;
  readonly example?: unknown;
};

/** One call of the public interface, with the zod schemas that the server itself reads by where there are any. */
export type Operation = {
  readonly path: `/${string}`;
  readonly method: "get" | "post";
  readonly says: string;
  /** Which of the two parties answers it. */
  readonly of: "issuer" | "collector";
  readonly needsKey?: true;
  readonly parameters?: readonly Parameter[];
  readonly body?: Body;
  readonly answers: Readonly<Record<number, Answered>>;
};

export const JSON_TYPE = "application/json";

const jsonSchema = (shape: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: "any" });
  return schema;
};

const parameter = ({ name, in: place, says, shape, example }: Parameter) => ({
  ...{ name, in: place, description: says, required: place === "path" },
  schema: jsonSchema(shape, "input"),
  ...(example === undefined ? {} : { example }),
});

const answer = ({ says, type, shape }: Answered) => ({
  description: says,
  ...(type === undefined && shape === undefined
    ? {}
    : {
        content: {
          [type ?? JSON_TYPE]: shape === undefined ? {} : { schema: jsonSchema(shape, "output") },
        },
      }),
});

const requestBody = ({ type, shape, example }: Body) => ({
  required: true,
  content: {
    [type]: {
      ...(shape === undefined ? {} : { schema: jsonSchema(shape, "input") }),
      ...(example === undefined ? {} : { example }),
    },
  },
});

function described({ says, of, needsKey, parameters, body, answers }: Operation) {
  return {
    summary: says,
    tags: [of],
    ...(needsKey ? { security: [{ key: [] }] } : {}),
    ...(parameters ? { parameters: parameters.map(parameter) } : {}),
    ...(body ? { requestBody: requestBody(body) } : {}),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, one]) => [status, answer(one)]),
    ),
  };
}

/**
 * The interface as an OpenAPI 3.1 document, made of the schemas that the server reads by.
 *
 * @param version the product's
 */
export function openApiDocument(operations: readonly Operation[], version: string) {
  const paths: Record<string, Record<string, ReturnType<typeof described>>> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: described(operation),
    };
  }
  return {
    openapi: "3.1.1",
    info: {
      ...{ title: "Sorti", version, license: { name: "EUPL-1.2", identifier: "EUPL-1.2" } },
      description:
        "The calls of the survey, of mailed links, of imports and of open data. How a client seals an answer stands in docs/api.md.",
    },
    tags: [
      { name: "issuer", description: "Answered by the employer's side." },
      { name: "collector", description: "Answered by the external party." },
    ],
    paths,
    components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
  };
}
