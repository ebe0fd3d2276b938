import "next-auth";

declare module "next-auth" {
  /** The user's id and nothing else. */
  interface Session {
    user: { id: string };
    expires: string;
  }
}
