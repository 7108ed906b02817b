import { paths } from "#app/paths.ts";
import { makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeComment, makeConsultedDraft } from "#db/seed/factories/consultations.ts";
import { makeDraftTender, makeOpenTender } from "#db/seed/factories/tenders.ts";
import type { FormRow } from "./form-row.ts";

const { office } = paths;

/** A draft in public, its officer, and a tender of the same office that is past that. */
async function consulted() {
  const { tenderId, officer, officeId } = await makeConsultedDraft();
  const { tender: open } = await makeOpenTender({ officer, officeId });
  const { userId: stranger } = await makeOfficeActor("officer");
  return { tenderId, openId: open.id, who: officer.userId, stranger };
}

export const consultationRows: FormRow[] = [
  {
    route: "routes/account/draft-comment.tsx",
    asks: ["text"],
    setting: async () => {
      const { tenderId } = await consulted();
      const { userId: who } = await makeManager();
      return { who, address: paths.draftComment(tenderId) };
    },
  },
  {
    route: "routes/office/consultations/opening.tsx",
    setting: async () => {
      const { tender, officer, officeId } = await makeDraftTender();
      const { tender: open } = await makeOpenTender({ officer, officeId });
      const { userId: stranger } = await makeOfficeActor("officer");
      const late = office.consultation(open.id);
      return { who: officer.userId, stranger, late, address: office.consultation(tender.id) };
    },
  },
  {
    route: "routes/office/consultations/taking-back.tsx",
    asks: ["reason"],
    setting: async () => {
      const { tenderId, openId, who, stranger } = await consulted();
      const late = office.takeDraftBack(openId);
      return { who, stranger, late, address: office.takeDraftBack(tenderId) };
    },
  },
  {
    route: "routes/office/consultations/reply.tsx",
    asks: ["reply"],
    setting: async () => {
      const { tenderId, who, stranger } = await consulted();
      const commentId = await makeComment(tenderId);
      return { who, stranger, address: office.draftReply(tenderId, commentId) };
    },
  },
];
