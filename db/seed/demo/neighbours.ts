import type { Resident, Worker } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { day } from "#app/values/time.ts";
import type { Street } from "./buying.ts";
import { settle, settleResident, settleWorker } from "./people.ts";

const people = [
  ["刘桂芳", "13955501001", "1944-03-08", "桂苑路20号3单元201室"],
  ["陈福根", "13955501002", "1939-11-21", "桂苑路22号1单元102室"],
  ["张秀珍", "13955501003", "1947-06-30", "桂苑路8号2单元502室"],
  ["徐阿毛", "13955501004", "1951-01-15", "桂苑路16号4单元301室"],
  ["沈月英", "13955501005", "1942-09-02", "锦绣东街11号602室"],
  ["黄志明", "13955501006", "1955-04-18", "锦绣东街3号201室"],
] as const;

/** Six neighbours, the first four of 桂苑社区, and a community worker for them. */
export async function settleNeighbours(street: Street): Promise<Resident[]> {
  const { officeId, guiyuan, communities } = street;
  await settle("周敏", "zhoumin", { officeId, communityId: guiyuan.id }, "community_worker");
  const settled: Resident[] = [];
  for (const [index, [name, phone, bornOn, address]] of people.entries()) {
    const community = (index < 4 ? guiyuan : communities[1]) ?? guiyuan;
    const neighbour = { name, phone, bornOn: day(bornOn), address };
    settled.push(await settleResident(officeId, community.id, neighbour));
  }
  return settled;
}

/** The two who deliver for an organization. */
export async function settleCarers(organizationId: Id<"organization">): Promise<Worker[]> {
  return [
    await settleWorker(organizationId, "王秀英", "wangxiuying"),
    await settleWorker(organizationId, "李春梅", "lichunmei"),
  ];
}
