import { isoInShanghai } from "#app/values/time.ts";
import type { ContractingProcess, PublicEvent } from "./contracting-process.ts";
import { partiesOf } from "./parties.ts";
import { ocidOf, type Publisher } from "./publisher.ts";
import type { Release } from "./release.ts";
import { beginStory, type Story } from "./story.ts";
import { judged, reopened, resumed, suspended } from "./tell-challenge.ts";
import { accepted, activated, amended, over, paid } from "./tell-contract.ts";
import {
  amendedFile,
  answered,
  asked,
  askers,
  awarded,
  closed,
  ended,
  finalOffersCalled,
  type Named,
  opened,
  passedOver,
  publicised,
  published,
  type Telling,
} from "./tell-tender.ts";

/**
 * One release for each public event of a tender, oldest first. Each tells what the event changed and nothing that
 * came later, so that a release reads the same for ever.
 */
export function releasesOf(process: ContractingProcess, publisher: Publisher): Release[] {
  const story = beginStory(process, publisher);
  return process.events.map((event) => {
    const { tag, tender, ...told } = withAskers(story, event, tell(story, event));
    return {
      ocid: ocidOf(publisher, process.tender.id),
      id: event.id,
      date: isoInShanghai(event.at),
      tag,
      initiationType: "tender",
      parties: partiesOf(process, story.roles),
      ...(tender && { tender }),
      ...told,
    };
  });
}

/** Once the deadline is over, the next release says who asked. */
function withAskers(story: Story, { at }: PublicEvent, telling: Telling): Telling {
  if (story.askersTold || story.suspended || at < story.deadline) return telling;
  story.askersTold = true;
  const enquiries = askers(story, at);
  if (enquiries.length === 0) return telling;
  const { id } = story.process.tender;
  return { ...telling, tender: { id, ...telling.tender, enquiries } };
}

type Tellings = { [Name in PublicEvent["name"]]: (story: Story, event: Named<Name>) => Telling };

const tellings: Tellings = {
  "tender.published": published,
  "tender.amended": amendedFile,
  "question.asked": asked,
  "question.answered": answered,
  "tender.closed": closed,
  "opening.done": opened,
  "tender.final_offers_called": finalOffersCalled,
  "tender.publicised": publicised,
  "tender.awarded": awarded,
  "tender.winner_passed_over": passedOver,
  "tender.suspended": suspended,
  "tender.resumed": resumed,
  "challenge.decided": judged,
  "challenge.ruled": judged,
  "tender.reopened": reopened,
  "contract.activated": activated,
  "contract.amended": amended,
  "contract.terminated": over,
  "contract.closed": over,
  "milestone.accepted": accepted,
  "milestone.paid": paid,
  "tender.failed": (story, event) => ended(story, event, "failed"),
  "tender.cancelled": (story, event) => ended(story, event, "cancelled"),
};

function tell(story: Story, event: PublicEvent): Telling {
  // Each name has the telling of its own kind of event, which TypeScript cannot follow through the table.
  const telling = tellings[event.name] as (story: Story, event: PublicEvent) => Telling;
  return telling(story, event);
}
