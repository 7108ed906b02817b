import type { Id } from "#app/values/id.ts";
import type { OfficeRole } from "./accounts/role.ts";

type OfficeActor<R extends OfficeRole> = { role: R; userId: Id<"user">; officeId: Id<"office"> };

export type Officer = OfficeActor<"officer">;
export type Approver = OfficeActor<"approver">;
export type Opener = OfficeActor<"opener">;
export type PanelMember = OfficeActor<"panel">;
export type Finance = OfficeActor<"finance">;
export type Supervisor = OfficeActor<"supervisor">;
/** Anybody who works for the office, whatever the role: reads are open to all of them. */
export type OfficeStaff = OfficeActor<OfficeRole>;

export type CommunityWorker = {
  role: "community_worker";
  userId: Id<"user">;
  officeId: Id<"office">;
  communityId: Id<"community">;
};
export type Manager = {
  role: "manager";
  userId: Id<"user">;
  organizationId: Id<"organization">;
};
export type Worker = {
  role: "worker";
  userId: Id<"user">;
  organizationId: Id<"organization">;
  workerId: Id<"worker">;
};
/** A resident, or the community worker who acts for her in a logged proxy session. */
export type Resident = {
  role: "resident";
  userId: Id<"user">;
  residentId: Id<"resident">;
  officeId: Id<"office">;
  proxySessionId?: Id<"proxy_session">;
};
export type Operator = { role: "operator"; userId: Id<"user"> };
/** The clock: what happens by itself when its time has come. */
export type System = { role: "system"; userId: null };

export type Actor = OfficeStaff | CommunityWorker | Manager | Worker | Resident | Operator | System;

/** Who does it, and when by the database's clock. Every command takes an act; the event log keeps it. */
export type Act<By extends Actor = Actor> = { by: By; at: Date };
