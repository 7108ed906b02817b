import { z } from "zod";
import { modes } from "#app/domain/bookings/booking.ts";
import type { OfferTerms } from "#app/domain/services/offer-terms.server.ts";
import { amount } from "./fields.server.ts";
import { id } from "./params.server.ts";

const minutes = (most: number) => z.number().int().min(0).max(most);

/** What a manager says of an offer, new or changed. */
export const offerFields = {
  title: z.string().trim().min(2).max(40),
  description: z.string().trim().max(1000).default(""),
  serviceType: z.string(),
  communityIds: z.array(id<"community">()).min(1),
  programmeId: id<"programme">().optional(),
  price: amount(),
  siteId: id<"site">().optional(),
  durationMinutes: z.number().int().min(5).max(1440),
  bufferBeforeMinutes: minutes(240),
  bufferAfterMinutes: minutes(240),
  noticeHours: z.number().int().min(0).max(336),
  horizonDays: z.number().int().min(1).max(180),
  cancelCutoffHours: z.number().int().min(0).max(336),
};

export const modeField = z.enum(modes);

type Said = Omit<OfferTerms, "programmeId" | "siteId"> &
  Partial<Pick<OfferTerms, "programmeId" | "siteId">>;

/** The terms as the command takes them: what was not chosen is null. */
export const termsFrom = ({ programmeId = null, siteId = null, ...said }: Said): OfferTerms => ({
  ...said,
  programmeId,
  siteId,
});
