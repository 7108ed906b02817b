import { isoInShanghai } from "#app/values/time.ts";
import type { ContractingProcess } from "./contracting-process.ts";
import { tenderStatusOf } from "./mapping.ts";
import type { Publisher } from "./publisher.ts";
import type { Award, Document } from "./release.ts";
import { judgedBid, outOf } from "./result-part.ts";
import type { Story } from "./story.ts";
import type { Named, Telling } from "./tell-tender.ts";
import { pageAs, withStatus } from "./tender-part.ts";

type Judgement = Named<"challenge.decided" | "challenge.ruled">;

/** What was decided on a challenge, as the standard's complaint; what the supervisor rules takes its place. */
export const complaintOf = (
  { tender }: ContractingProcess,
  publisher: Publisher,
  { challengeId, reason, at }: Pick<Judgement, "challengeId" | "reason" | "at">,
): Document =>
  pageAs(
    "complaints",
    {
      id: `complaints-${challengeId}`,
      title: publisher.words.documents.challenge,
      url: publisher.tender(tender.id),
      description: reason,
    },
    at,
  );

export const judged = ({ process, publisher }: Story, event: Judgement): Telling => ({
  tag: ["tenderUpdate"],
  tender: { id: process.tender.id, documents: [complaintOf(process, publisher, event)] },
});

/** The standard has no word for a tender that stands still: there is a release, and nothing else changes. */
export function suspended(story: Story): Telling {
  story.suspended = true;
  return { tag: ["tenderUpdate"], tender: { id: story.process.tender.id } };
}

/** The clocks that moved. */
export function resumed(story: Story, { deadline, until }: Named<"tender.resumed">): Telling {
  story.suspended = false;
  if (deadline) story.deadline = new Date(deadline);
  const period = { endDate: isoInShanghai(story.deadline) };
  return {
    tag: ["tenderUpdate"],
    tender: {
      id: story.process.tender.id,
      tenderPeriod: period,
      enquiryPeriod: period,
      ...(until && { awardPeriod: { endDate: isoInShanghai(new Date(until)) } }),
    },
  };
}

/** The intended award falls, and bids that had dropped out count again. */
export function reopened(story: Story, { at }: Named<"tender.reopened">): Telling {
  const { process } = story;
  const fallen: Award[] = [...story.awards]
    .filter(([, status]) => status !== "cancelled")
    .map(([id]) => ({ id, status: "cancelled" }));
  for (const { id } of fallen) story.awards.set(id, "cancelled");
  story.drawnUpAt.clear();
  const out = outOf(process, at);
  const wasPublic = story.awards.size > 0;
  return {
    tag: fallen.length > 0 ? ["tenderUpdate", "awardCancellation"] : ["tenderUpdate"],
    tender: withStatus(process, tenderStatusOf.evaluating),
    ...(wasPublic && {
      bids: { details: process.bids.map((bid) => judgedBid(bid, out.has(bid.id))) },
    }),
    ...(fallen.length > 0 && { awards: fallen }),
  };
}
