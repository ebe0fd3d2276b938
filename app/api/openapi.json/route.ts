import { DOCUMENT } from "./document";

/** The public interface as OpenAPI 3.1, for programs that make clients of it. */
export function GET(): Response {
  return Response.json(DOCUMENT, { headers: { "Cache-Control": "public, max-age=300" } });
}
