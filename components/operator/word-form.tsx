import { Acts, Button } from "@/components/ui/button";
import { Field, TextField } from "@/components/ui/field";
import { MOST_REASON } from "@/lib/discarding/reason";

type Said = "reason" | "reasonHint" | "word" | "button";
type WordFormProps = {
  readonly action: (form: FormData) => Promise<void>;
  /** The word that has to be typed, so that nobody gives up the wrong round. */
  readonly quarter: string;
  readonly texts: Readonly<Record<Said, string>>;
  readonly wrong: Readonly<Record<"reason" | "word", string | undefined>>;
};

/** What cannot be undone asks for a reason and for the quarter's name, typed. */
export function WordForm({ action, quarter, texts, wrong }: WordFormProps) {
  return (
    <form action={action}>
      <input type="hidden" name="quarter" value={quarter} />
      <TextField
        id="give-up-reason"
        name="reason"
        required
        maxLength={MOST_REASON}
        label={texts.reason}
        hint={texts.reasonHint}
        error={wrong.reason}
      />
      <Field
        id="give-up-word"
        name="word"
        autoComplete="off"
        required
        pattern={` *${quarter} *`}
        title={quarter}
        label={texts.word}
        error={wrong.word}
      />
      <Acts>
        <Button line>{texts.button}</Button>
      </Acts>
    </form>
  );
}
