import { isoInShanghai } from "#app/values/time.ts";
import { namedBids, recommendedBids } from "../tenders/recommended.ts";
import type { PublicEvent } from "./contracting-process.ts";
import { awardStatusOf } from "./mapping.ts";
import type { Award } from "./release.ts";
import { awardTo } from "./result-part.ts";
import { meet, type Story } from "./story.ts";

/** The awards to whom the tender was publicised last, and the ones that fell before. */
export function awardsNow(story: Story): Award[] {
  const { process, publisher } = story;
  const { status: now } = process.tender;
  const recommended = recommendedBids(process.tender);
  const named = (name: PublicEvent["name"], bidId: string) =>
    process.events.findLast(
      (event) =>
        event.name === name && "bidId" in event && namedBids(event).some((id) => id === bidId),
    );
  return process.bids.flatMap((bid) => {
    const told = named("tender.publicised", bid.id);
    if (!told) return [];
    meet(story, bid.organizationId, "supplier");
    const status = recommended.includes(bid.id) ? awardStatusOf[now] : "cancelled";
    const awarded = named("tender.awarded", bid.id);
    return [
      {
        ...awardTo(process, publisher, { bid, status, at: told.at }),
        ...(awarded && { date: isoInShanghai(awarded.at) }),
      },
    ];
  });
}
