import { feedIn } from "@/app/reports/feed";

/** The reports as an Atom feed in Swedish. */
export const GET = (): Promise<Response> => feedIn("sv", "/reports/feed.xml");
