import { Card, CardList } from "#app/components/card.tsx";
import { NumberBig, Numbers } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Prose, Section } from "#app/components/page.tsx";
import type { OfferPage } from "#app/domain/services/offer-page.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { dayOf } from "#app/values/time.ts";

/** How residents rated the service, never without their number, and what they said last. */
export function Ratings({ ratings }: Pick<OfferPage, "ratings">) {
  const { offer } = useMessages().services;
  const { decimal, percent } = useFormat();
  const { mean, summary, comments } = ratings;
  const { n, satisfiedShare, lower } = summary;
  if (mean === null || satisfiedShare === null || lower === null) {
    return (
      <Section title={offer.ratings}>
        <EmptyState>{offer.noRatings}</EmptyState>
      </Section>
    );
  }
  return (
    <Section title={offer.ratings} note={offer.ratingsNote}>
      <Numbers>
        <NumberBig label={offer.score} value={offer.scoreOf(decimal(mean, 1))} note={offer.outOf} />
        <NumberBig
          label={offer.satisfied}
          value={percent(satisfiedShare, n, "review")}
          note={offer.atLeast(decimal(lower * 100, 0))}
        />
      </Numbers>
      <CardList>
        {comments.map((comment) => (
          <Comment key={comment.id} comment={comment} />
        ))}
      </CardList>
    </Section>
  );
}

type Said = OfferPage["ratings"]["comments"][number];

const starsIn = [1, 2, 3, 4, 5] as const;

function Comment({ comment }: { comment: Said }) {
  const { services, common } = useMessages();
  const { day } = useFormat();
  const { overall, byProxy, reply } = comment;
  const stars = starsIn.find((count) => count === overall);
  const words = stars ? common.rating.option(stars, common.rating.stars[stars]) : String(overall);
  return (
    <Card
      title={words}
      note={
        <>
          {day(dayOf(comment.at))}
          {byProxy && common.aside(services.offer.byProxy)}
        </>
      }
    >
      <Prose>{comment.comment}</Prose>
      {reply && <p>{services.offer.reply(reply)}</p>}
    </Card>
  );
}
