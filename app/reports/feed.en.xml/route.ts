import { feedIn } from "@/app/reports/feed";

/** The same in English. */
export const GET = (): Promise<Response> => feedIn("en", "/reports/feed.en.xml");
