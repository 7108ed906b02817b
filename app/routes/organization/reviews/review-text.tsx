import { OnDay } from "#app/components/facts.tsx";
import { Prose } from "#app/components/page.tsx";
import { useMessages } from "#app/i18n/messages.ts";
import { dayOf } from "#app/values/time.ts";

type ReviewTextProps = {
  review: {
    overall: number;
    comment: string;
    byProxy: boolean;
    at: Date;
    reply: string | null;
  };
};

/** What a resident said, and what the organization answered. */
export function ReviewText({ review }: ReviewTextProps) {
  const { common, delivery } = useMessages();
  const words = delivery.reviews;
  const { overall, comment, byProxy, at, reply } = review;
  return (
    <>
      <p>
        {words.stars(common.rating.stars[starsOf(overall)], overall)}
        {byProxy && common.aside(words.byProxy)}
      </p>
      <Prose>{comment || words.noComment}</Prose>
      {reply && <Prose>{common.labelled(words.reply, reply)}</Prose>}
      <p className="note">
        <OnDay day={dayOf(at)} />
      </p>
    </>
  );
}

const starsOf = (overall: number) => ([1, 2, 3, 4, 5] as const).find((n) => n === overall) ?? 3;
