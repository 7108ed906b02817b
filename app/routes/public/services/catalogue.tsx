import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { FilterDay, FilterForm, FilterSelect, FilterText, Pager } from "#app/components/filter.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { useSituationWords } from "#app/components/services/situation-words.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { findCatalogue } from "#app/domain/services/catalogue.server.ts";
import { situationKey, situationOf } from "#app/domain/services/situation.ts";
import { calendarDay } from "#app/http/fields.server.ts";
import { askedOf, id } from "#app/http/params.server.ts";
import { useFormat, useMessages, usePreferences } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { CatalogueTable } from "./catalogue-table.tsx";

/** What is not understood in the address filters nothing. */
const Filters = z.object({
  q: z.string().max(60).optional().catch(undefined),
  street: z.string().trim().max(40).optional().catch(undefined),
  community: id<"community">().optional().catch(undefined),
  kind: z.string().min(1).max(40).optional().catch(undefined),
  day: calendarDay().optional().catch(undefined),
  for: z.string().optional().catch(undefined),
  after: id<"offer">().optional().catch(undefined),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const params = Object.fromEntries(askedOf(request));
  const { q, street, community, for: situation, ...rest } = Filters.parse(params);
  const wish = {
    ...rest,
    words: q,
    street,
    communityId: community,
    situation: situation ? situationOf(situation) : undefined,
  };
  const page = await findCatalogue(wish, await databaseNow());
  return { ...page, day: wish.day, unknownStreet: Boolean(street) && !page.office };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ services }) => services.catalogue.title);

export default function Catalogue() {
  const { catalogue } = useMessages().services;
  const { count } = useFormat();
  const page = useLoaderData<typeof loader>();
  const total = count(page.total, "service");
  const [params] = useSearchParams();
  return (
    <Page title={catalogue.title} lead={catalogue.lead} wide>
      <FilterForm count={page.capped ? catalogue.atLeast(total) : total}>
        <FilterText name="q" label={catalogue.words} />
        <PlaceFilters page={page} />
        <KindFilter kinds={page.kinds} />
        <FilterDay name="day" label={catalogue.day} />
        <SituationFilter situations={page.situations} />
      </FilterForm>
      {page.unknownStreet && <Notice kind="waiting">{catalogue.noSuchStreet}</Notice>}
      <CatalogueTable rows={page.rows} severalOffices={!page.office} />
      <Pager next={page.next} />
      {params.get("for") && <p className="note">{catalogue.estimate}</p>}
    </Page>
  );
}

type CataloguePage = ReturnType<typeof useLoaderData<typeof loader>>;

function PlaceFilters({ page }: { page: CataloguePage }) {
  const { catalogue } = useMessages().services;
  return (
    <>
      {page.severalOffices && <FilterText name="street" label={catalogue.street} />}
      {page.office && (
        <FilterSelect
          name="community"
          label={catalogue.community}
          options={page.communities.map(({ id: value, name }) => ({ value, label: name }))}
        />
      )}
    </>
  );
}

function KindFilter({ kinds }: Pick<CataloguePage, "kinds">) {
  const { catalogue } = useMessages().services;
  const { language } = usePreferences();
  const options = kinds.map((kind) => ({ value: kind.code, label: kind[language] }));
  return <FilterSelect name="kind" label={catalogue.kind} options={options} />;
}

function SituationFilter({ situations }: Pick<CataloguePage, "situations">) {
  const { catalogue } = useMessages().services;
  const words = useSituationWords();
  const options = situations.map((situation) => ({
    value: situationKey(situation),
    label: words(situation),
  }));
  return (
    <FilterSelect
      name="for"
      label={catalogue.situation}
      options={options}
      all={catalogue.situationAll}
    />
  );
}
