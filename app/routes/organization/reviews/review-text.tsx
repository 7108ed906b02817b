import { Prose } from "#app/components/page.tsx";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { dayOf, monthOf } from "#app/values/time.ts";

type ReviewTextProps = {
  review: {
    overall: number;
    comment: string;
    byProxy: boolean;
    at: Date;
    reply: string | null;
  };
};

/** What a resident said, and what the organization answered; only the month, for the day would name her. */
export function ReviewText({ review }: ReviewTextProps) {
  const { common, delivery } = useMessages();
  const words = delivery.reviews;
  const format = useFormat();
  const { overall, comment, byProxy, at, reply } = review;
  return (
    <>
      <p>
        {words.stars(common.rating.stars[starsOf(overall)], overall)}
        {byProxy && common.aside(words.byProxy)}
      </p>
      <Prose>{comment || words.noComment}</Prose>
      {reply && <Prose>{common.labelled(words.reply, reply)}</Prose>}
      <p className="note">{format.month(monthOf(dayOf(at)))}</p>
    </>
  );
}

const starsOf = (overall: number) => ([1, 2, 3, 4, 5] as const).find((n) => n === overall) ?? 3;
