import type { RatingSummary } from "#app/domain/reviews/statistics.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

/** So few ratings would tell more of who gave them than of the service. */
const FEW = 3;

/** The mean in stars with how many ratings it is of. */
export function OfferRating({ n, mean }: Pick<RatingSummary, "n" | "mean">) {
  const { catalogue } = useMessages().services;
  const { count, decimal } = useFormat();
  if (mean === null || n < FEW) return catalogue.fewRatings;
  return catalogue.stars(decimal(mean, 1), count(n, "review"));
}
