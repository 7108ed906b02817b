import { paths } from "#app/paths.ts";
import { addTo, days } from "#app/values/time.ts";
import { makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { amendTender, makeTenderAmendment } from "#db/seed/factories/tender-amendments.ts";
import { makeOpenTender, makeTenderInReview } from "#db/seed/factories/tenders.ts";
import type { FormRow } from "./form-row.ts";

const { office, organization } = paths;

/** An open tender with an amendment that waits, and one of the same office whose amendment is approved. */
async function proposed() {
  const open = await makeOpenTender();
  const at = [open.tender.id, await makeTenderAmendment(open)] as const;
  const other = await makeOpenTender({ officeId: open.officeId });
  const over = [other.tender.id, await amendTender(other)] as const;
  const { userId: stranger } = await makeOfficeActor("approver");
  return { at, over, who: open.approver.userId, stranger };
}

const inShanghai = (at: Date) =>
  at.toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" }).slice(0, 16).replace(" ", "T");

export const tenderAmendmentRows: FormRow[] = [
  {
    route: "routes/office/tender-amendments/proposal.tsx",
    asItStands: true,
    asks: [
      "title",
      "need",
      "targetGroup",
      "quantity",
      "unit",
      "ceiling",
      "startsOn",
      "kind",
      "reason",
    ],
    setting: async () => {
      const { tender, officer, officeId } = await makeOpenTender();
      const late = office.amendTender((await makeTenderInReview({ officeId })).tender.id);
      const { userId: stranger } = await makeOfficeActor("officer");
      const deadline = inShanghai(addTo(tender.deadline ?? new Date(), days(9)));
      const right = { kind: "material", deadline, quantity: "320", reason: "居民要求增加人数。" };
      const address = office.amendTender(tender.id);
      return { who: officer.userId, stranger, late, right, address };
    },
  },
  {
    route: "routes/office/tender-amendments/amendment.tsx",
    setting: async () => {
      const { at, over, who, stranger } = await proposed();
      const late = office.tenderAmendment(...over);
      return { who, stranger, late, address: office.tenderAmendment(...at) };
    },
  },
  {
    route: "routes/office/tender-amendments/withdrawal.tsx",
    setting: async () => {
      const { at, over, who, stranger } = await proposed();
      const late = office.tenderAmendmentDrop(...over);
      return { who, stranger, late, address: office.tenderAmendmentDrop(...at) };
    },
  },
  {
    route: "routes/organization/tenders/confirmation.tsx",
    setting: async () => {
      const open = await makeOpenTender();
      const tenderId = open.tender.id;
      const by = await makeManager();
      await makeSealedBid({ tenderId, by });
      await amendTender(open);
      const { userId: stranger } = await makeManager();
      return { who: by.userId, stranger, address: organization.confirmation(tenderId) };
    },
  },
];
