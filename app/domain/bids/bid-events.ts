import type { Id } from "#app/values/id.ts";
import type { AttachmentProblem } from "./attachment.ts";
import type { UnopenableCause } from "./bid.ts";

type TenderId = { tenderId: Id<"tender"> };

/** What happens to a bid. Row-level security hides what comes before its round's deadline. */
export type BidEvent =
  | ({
      name: "bid.submitted" | "bid.confirmed";
      bidId: Id<"bid">;
      round?: number;
      version: number;
      digest: string;
    } & TenderId)
  | ({ name: "bid.withdrawn"; bidId: Id<"bid">; round?: number } & TenderId)
  | ({ name: "bid.lapsed"; bidId: Id<"bid"> } & TenderId)
  | ({
      name: "bid.attachment_unopenable";
      bidId: Id<"bid">;
      digest: string;
      problem: AttachmentProblem;
    } & TenderId)
  | ({ name: "bid.unopenable"; bidId: Id<"bid">; cause: UnopenableCause } & TenderId)
  | ({ name: "bid.disqualified"; bidId: Id<"bid">; reason: string } & TenderId)
  | ({ name: "bid.low_price_asked"; bidId: Id<"bid">; until: string } & TenderId)
  | ({ name: "bid.low_price_explained"; bidId: Id<"bid"> } & TenderId)
  | ({
      name: "bid.low_price_decided";
      bidId: Id<"bid">;
      accepted: boolean;
      reason: string;
    } & TenderId);
