import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPublishedSheet } from "#app/domain/tenders/published-sheet.server.ts";
import type { PublishedSheet } from "#app/domain/tenders/published-sheet.ts";
import { csvResponse } from "#app/http/csv.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";

type Bid = PublishedSheet["bids"][number];

/** One row a bid: its price, every member's score, the means and the total. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const sheet = (await findPublishedSheet(idParam(params.tenderId))) ?? notFound();
  const { award, several } = messagesIn(preferencesOf(request).language);
  const won = (bidId: string) => sheet.winners.some((winner) => winner.bidId === bidId);
  const { columns } = award;
  const quality = sheet.criteria.filter(({ kind }) => kind === "quality");
  return csvResponse(
    award.sheet.csvName(sheet.tender.title),
    [
      { label: columns.rank, value: ({ rank }) => rank },
      { label: columns.organization, value: ({ organization }) => organization },
      { label: columns.price, value: ({ priceFen }) => priceFen / 100 },
      { label: columns.priceScore, value: ({ price }) => price / 100 },
      ...quality.flatMap(({ id, name }) => [
        ...sheet.panel.map((member, index) => ({
          label: `${name} ${member.name ?? `${award.sheet.csvPart}${index + 1}`}`,
          value: (bid: Bid) => points(scoresFor(bid, id)?.scores[index]),
        })),
        { label: name, value: (bid: Bid) => points(scoresFor(bid, id)?.mean) },
      ]),
      { label: columns.quality, value: ({ qualityTotal }) => qualityTotal / 100 },
      { label: columns.performance, value: ({ performance }) => points(performance?.score) },
      { label: columns.total, value: ({ total }) => total / 100 },
      { label: several.csvWon, value: ({ bidId }) => (won(bidId) ? several.yes : several.no) },
    ],
    sheet.bids,
  );
}

const scoresFor = ({ quality }: Bid, id: string) =>
  quality.find(({ criterionId }) => criterionId === id);

const points = (hundredths: number | undefined): number | null =>
  hundredths === undefined ? null : hundredths / 100;
