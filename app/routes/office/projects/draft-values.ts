import { type Fen, yuanText } from "#app/values/money.ts";
import { wallTimeText } from "#app/values/time.ts";

type Draft = {
  tender: {
    title: string;
    deadline: Date | null;
    contractDraft: string;
    performanceShareBp: number;
    openerAId: string | null;
    openerBId: string | null;
  };
  project: {
    need: string;
    targetGroup: string;
    serviceType: string | null;
    quantity: number | null;
    unit: string | null;
    ceiling: Fen | null;
    fundId: string | null;
    budgetItem: string;
    startsOn: string | null;
    serviceMonths: number | null;
    endsOn: string | null;
  };
  communityIds: string[];
};

/** A draft as the values of its form; an imported one starts with the usual contract. */
export function draftValues({ tender, project, communityIds }: Draft, contractTemplate: string) {
  const { title, deadline, contractDraft, openerAId, openerBId } = tender;
  const { quantity, ceiling, serviceMonths, ...rest } = project;
  return {
    ...rest,
    title,
    communityIds,
    quantity: quantity ?? undefined,
    serviceMonths: serviceMonths ?? undefined,
    ceiling: ceiling === null ? undefined : yuanText(ceiling),
    deadline: deadline === null ? undefined : wallTimeText(deadline),
    contractDraft: contractDraft || contractTemplate,
    performanceShare: tender.performanceShareBp / 100,
    openerAId,
    openerBId,
  };
}
