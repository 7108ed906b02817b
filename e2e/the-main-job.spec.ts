import { test } from "./fixtures.ts";
import { bidSealed } from "./main-job/bidding.ts";
import { buyInTheOpen } from "./main-job/buying.ts";
import { openAndDecide, signBoth } from "./main-job/deciding.ts";
import { payForDelivered } from "./main-job/paying.ts";
import {
  acceptAndRate,
  bookForNeighbour,
  bookVisit,
  deliver,
  offerService,
} from "./main-job/serving.ts";

test("a street buys a service in the open, residents book it, and what they say counts", async ({
  enter,
  inspect,
}) => {
  test.setTimeout(1_200_000);
  const world = { enter, inspect };
  const step = test.step;
  const tenderId = await step("the need is imported and published", () => buyInTheOpen(world));
  await step("three organizations bid", () => bidSealed(world, tenderId));
  await step("two open, a panel scores, the result is on show", () =>
    openAndDecide(world, tenderId),
  );
  const contractId = await step("both sides sign", () => signBoth(world, tenderId));
  const offerId = await step("the winner offers the service", () =>
    offerService(world, contractId),
  );
  const bookingId = await step("a resident books without JavaScript", () => bookVisit(world));
  await step("a community worker books for a neighbour", () => bookForNeighbour(world, offerId));
  await step("the worker delivers", () => deliver(world, bookingId));
  await step("the resident accepts and rates", () => acceptAndRate(world, bookingId));
  await step("what was delivered is paid", () => payForDelivered(world, contractId));
});
