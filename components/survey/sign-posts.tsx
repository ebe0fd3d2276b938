import { useText } from "./catalogue";

const POSTS = ["safety", "health", "whistle"] as const;

/** Where to turn when something serious has happened. Words only: nothing is passed on from here. */
export function SignPosts() {
  const t = useText();
  return (
    <section className="posts">
      <h2>{t("posts.title")}</h2>
      <ul className="doors">
        {POSTS.map((post) => (
          <li key={post}>
            <b>{t(`posts.${post}`)}:</b> {t(`posts.${post}Text`)}
          </li>
        ))}
      </ul>
      <p className="hint">{t("posts.note")}</p>
    </section>
  );
}
