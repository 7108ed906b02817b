import type { LoaderFunctionArgs } from "@remix-run/node";
import { atomFeed } from "#app/domain/open-data/atom.ts";
import { listNews } from "#app/domain/open-data/feed.server.ts";
import { searchQuery } from "#app/domain/searches/search.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { absolute } from "#app/http/open-data.server.ts";
import { searchIn } from "#app/http/search-form.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** New notices and results, for a feed reader; an address that says a search gives the new notices that it finds. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { language } = preferencesOf(request);
  const { feed } = messagesIn(language).openData;
  const search = searchIn(request);
  const news = await listNews(search);
  const body = atomFeed({
    id: absolute(search ? paths.open.found(searchQuery(search)) : paths.open.news),
    page: absolute(paths.tenders),
    title: search ? feed.found : feed.title,
    author: feed.author,
    language,
    entries: news.map(({ id, name, at, tenderId, title, office }) => ({
      id,
      at,
      title: feed.entry(title, feed.what[name]),
      summary: feed.summary(office),
      url: absolute((name === "draft.consulted" ? paths.draft : paths.tender)(tenderId)),
    })),
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
