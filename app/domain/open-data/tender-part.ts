import { isoInShanghai } from "#app/values/time.ts";
import type { Code } from "./code-lists.ts";
import type { ContractingProcess } from "./contracting-process.ts";
import { awardCriteriaOf, procurementMethodOf } from "./mapping.ts";
import { officeReference } from "./parties.ts";
import { daysFrom, inYuan, ocidOf, type Publisher } from "./publisher.ts";
import type { Document, Enquiry, Item, Tender, Told } from "./release.ts";

/** Each tender is one lot: whoever bids, bids for all of it. */
export const LOT = "1";

type Status = Code<"tenderStatus">;

/** The tender as it was announced; `deadline` and `status` are as of the release. */
export function announcedTender(
  process: ContractingProcess,
  publisher: Publisher,
  { status, deadline }: { status: Status; deadline: Date },
): Tender {
  const { tender, project, criteria } = process;
  const { words } = publisher;
  const lines = criteria.map(({ name, weight }) => words.criterion(name, weight));
  return {
    ...withStatus(process, status),
    title: tender.title,
    description: project.need,
    procuringEntity: officeReference(process),
    items: [itemOf(process, publisher)],
    lots: [{ id: LOT, title: words.lot, status, value: ceilingOf(process) }],
    value: ceilingOf(process),
    procurementMethod: procurementMethodOf[tender.method],
    procurementMethodDetails: words.methods[tender.method],
    mainProcurementCategory: "services",
    awardCriteria: awardCriteriaOf(criteria),
    ...(lines.length > 0 && { awardCriteriaDetails: words.criteria(lines) }),
    submissionMethod: ["electronicSubmission"],
    tenderPeriod: periodOf(process, deadline),
    enquiryPeriod: periodOf(process, tender.firstDeadline ?? deadline),
    ...(project.startsOn &&
      project.endsOn && { contractPeriod: daysFrom(project.startsOn, project.endsOn) }),
    documents: announcedDocuments(process, publisher),
  };
}

/** From publication until then. */
export const periodOf = ({ tender }: ContractingProcess, deadline: Date) => ({
  startDate: isoInShanghai(tender.publishedAt),
  endDate: isoInShanghai(deadline),
});

/** A tender that tries a failed one again is a process of its own, and says of which. */
export const triedAgain = (
  { tender: { rerunOf } }: ContractingProcess,
  publisher: Publisher,
): Pick<Told, "relatedProcesses"> =>
  rerunOf === null
    ? {}
    : {
        relatedProcesses: [
          {
            id: "1",
            relationship: ["unsuccessfulProcess"],
            scheme: "ocid",
            identifier: ocidOf(publisher, rerunOf),
          },
        ],
      };

export const withStatus = ({ tender }: ContractingProcess, status: Status) => ({
  id: tender.id,
  status,
  lots: [{ id: LOT, status }],
});

export const ceilingOf = ({ project }: ContractingProcess) =>
  project.ceiling === null ? undefined : inYuan(project.ceiling);

/** A page of the platform as a document of the standard. */
export const pageAs = (
  documentType: Document["documentType"],
  { id = documentType, ...page }: { id?: string; title: string; url: string; description?: string },
  datePublished: Date,
): Document => ({
  id,
  documentType,
  ...page,
  format: "text/html",
  datePublished: isoInShanghai(datePublished),
  language: "zh",
});

/** A question without who asked it. */
export const askedEnquiry = (question: ContractingProcess["questions"][number]): Enquiry => ({
  id: question.id,
  date: isoInShanghai(question.askedAt),
  description: question.text,
  relatedLot: LOT,
});

export function answeredEnquiry({
  id,
  answer,
  answeredAt,
}: ContractingProcess["questions"][number]): Enquiry {
  return {
    id,
    ...(answer !== null && answeredAt && { answer, dateAnswered: isoInShanghai(answeredAt) }),
  };
}

function itemOf({ tender, project }: ContractingProcess, { words }: Publisher): Item {
  const { serviceType, quantity, unit, communities } = project;
  return {
    id: "1",
    description: tender.title,
    ...(serviceType && {
      classification: {
        scheme: "x_jiefang_service",
        id: serviceType.code,
        description: serviceType.name,
      },
    }),
    ...(quantity !== null && { quantity }),
    ...(unit && { unit: { name: unit } }),
    relatedLot: LOT,
    ...(communities.length > 0 && {
      deliveryLocation: { description: words.communities(communities) },
    }),
  };
}

function announcedDocuments({ tender }: ContractingProcess, publisher: Publisher): Document[] {
  const { documents: titles } = publisher.words;
  const url = publisher.tender(tender.id);
  const { publishedAt } = tender;
  const description = tender.noticeNumber ?? undefined;
  return [
    pageAs(
      "tenderNotice",
      { title: titles.notice, url, ...(description && { description }) },
      publishedAt,
    ),
    pageAs("contractDraft", { title: titles.contractDraft, url }, publishedAt),
  ];
}
