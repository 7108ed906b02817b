import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card, CardList } from "#app/components/card.tsx";
import { FilterForm, FilterSelect, Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { listOrganizationReviews } from "#app/domain/reviews/queries.server.ts";
import { askedOf, idSearchParam } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { ReviewText } from "./review-text.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const unanswered = askedOf(request).get("show") === "unanswered";
  const after = idSearchParam<"review">(request, "after");
  return await listOrganizationReviews(by, { unanswered, after });
}

export const meta: MetaFunction = (args) => titled(args, ({ delivery }) => delivery.reviews.title);

export default function OrganizationReviews() {
  const { reviews: words } = useMessages().delivery;
  const { rows, next } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead}>
      <FilterForm>
        <FilterSelect
          name="show"
          label={words.show}
          options={[{ value: "unanswered", label: words.unanswered }]}
        />
      </FilterForm>
      {rows.length === 0 && <EmptyState>{words.empty}</EmptyState>}
      <CardList>
        {rows.map((review) => (
          <Card
            key={review.id}
            title={review.offer}
            to={review.reply === null ? paths.organization.answer(review.id) : undefined}
            note={review.reply === null ? words.toAnswer : undefined}
          >
            <ReviewText review={review} />
          </Card>
        ))}
      </CardList>
      <Pager next={next} />
    </Page>
  );
}
