import { expect, type Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { press, pressClock, type World, zh } from "./world.ts";

const service = "空巢老人上门陪伴";

/** The winner offers what was bought; it stands in the public catalogue. */
export async function offerService(world: World, contractId: string): Promise<string> {
  const { form, staff, manage } = zh.services;
  const manager = await world.enter("yangguang");
  await manager.goto(paths.organization.newOffer(contractId));
  await world.inspect(manager);
  await manager.getByLabel(form.title).fill(service);
  await manager.getByLabel(form.description).fill("社工上门一小时，聊天、读报、量血压。");
  await manager.getByLabel(form.kind).selectOption("companionship");
  await manager.getByLabel("桂苑社区").check();
  await manager.getByLabel(form.price).fill("100");
  await manager.getByLabel(form.programme).selectOption({ index: 1 });
  await manager.getByRole("radio", { name: form.modes.visit }).check();
  await press(manager, form.save);
  await manager.waitForURL(/\/org\/offers\/[0-9a-f-]{36}$/);
  const offerId = manager.url().split("/").at(-1) ?? "";
  await world.inspect(manager);
  await manager.goto(paths.organization.staff(offerId));
  await world.inspect(manager);
  await manager.getByLabel("王秀英").check();
  await press(manager, staff.save);
  await manager.goto(paths.organization.publication(offerId));
  await world.inspect(manager);
  await press(manager, manage.publish);
  await manager.close();
  return offerId;
}

/** A resident without JavaScript finds the service and books a visit in five steps, knowing what she pays. */
export async function bookVisit(world: World): Promise<string> {
  const resident = await world.enter("13955501003", { javaScript: false });
  await world.inspect(resident);
  await resident.goto(paths.services);
  await resident.getByLabel(zh.services.catalogue.words).fill("空巢");
  await resident.getByRole("button", { name: zh.common.filter.apply }).click();
  await resident.getByRole("link", { name: service }).click();
  await world.inspect(resident);
  await resident.getByRole("link", { name: zh.services.offer.book, exact: true }).click();
  await world.inspect(resident);
  await chooseFirst(resident, /\/time\?day=/);
  await world.inspect(resident);
  await chooseFirst(resident, /\/check\?/);
  await world.inspect(resident);
  await expect(resident.getByText("¥80", { exact: true }).first()).toBeVisible();
  await expect(resident.getByText("¥20", { exact: true }).first()).toBeVisible();
  await resident.getByRole("button", { name: zh.bookings.check.submit }).click();
  await expect(resident).toHaveURL(/\/me\/bookings\/[0-9a-f-]{36}/);
  await expect(resident.getByText(zh.bookings.booked.title).first()).toBeVisible();
  await world.inspect(resident);
  const bookingId = new URL(resident.url()).pathname.split("/").at(-1) ?? "";
  await resident.close();
  return bookingId;
}

/** The first choice on the page that leads on. */
async function chooseFirst(page: Page, next: RegExp) {
  for (const link of await page.getByRole("main").getByRole("link").all()) {
    const href = (await link.getAttribute("href")) ?? "";
    if (!next.test(href)) continue;
    await link.click();
    await expect(page).toHaveURL(next);
    return;
  }
  throw new Error(`nothing on ${page.url()} leads to ${next}`);
}

/** A community worker books for a neighbour in a session that the neighbour can read of, and moves and cancels it. */
export async function bookForNeighbour(world: World, offerId: string): Promise<void> {
  const helper = await world.enter("zhoumin");
  await world.inspect(helper);
  await helper.goto(paths.community.residents);
  await world.inspect(helper);
  await helper.getByRole("link", { name: "徐阿毛" }).click();
  await world.inspect(helper);
  await helper.getByRole("link", { name: zh.community.resident.act }).click();
  await world.inspect(helper);
  await helper.getByLabel(zh.community.proxy.reason).fill("本人打电话要求代约");
  await press(helper, zh.community.proxy.submit);
  await expect(helper.getByText(zh.residents.acting.title("徐阿毛"))).toBeVisible();
  await helper.goto(paths.resident.book(offerId));
  await chooseFirst(helper, /\/time\?day=/);
  await chooseFirst(helper, /\/check\?/);
  await press(helper, zh.bookings.check.submit);
  await helper.goto(new URL(helper.url()).pathname);
  await reschedule(world, helper);
  await helper.getByRole("link", { name: zh.bookings.one.cancel }).click();
  await world.inspect(helper);
  await press(helper, zh.bookings.cancel.submit);
  await expect(helper.getByText(zh.bookings.states.cancelled).first()).toBeVisible();
  await helper.close();
  const neighbour = await world.enter("13955501004");
  await neighbour.goto(paths.resident.proxyLog);
  await expect(neighbour.getByText("周敏").first()).toBeVisible();
  await world.inspect(neighbour);
  await neighbour.close();
}

async function reschedule({ inspect }: World, page: Page) {
  await page.getByRole("link", { name: zh.bookings.one.reschedule }).click();
  await inspect(page);
  await chooseFirst(page, /rescheduling\?.*day=/);
  await chooseFirst(page, /rescheduling\?.*(start|session)=/);
  await press(page, zh.bookings.reschedule.submit);
  await expect(page).toHaveURL(/\/me\/bookings\/[0-9a-f-]{36}/);
}

/** The worker comes, checks in with the resident's PIN, delivers, takes the co-payment and leaves. */
export async function deliver(world: World, bookingId: string): Promise<void> {
  const worker = await world.enter("wangxiuying");
  await world.inspect(worker);
  await worker.goto(paths.work.checkIn(bookingId));
  const pin = worker.getByLabel(zh.work.checkIn.pin);
  for (let hours = 0; !(await pin.isVisible()) && hours < 100; hours += 1) {
    await pressClock(worker, zh.common.demo.hour);
    await worker.goto(paths.work.checkIn(bookingId));
  }
  await world.inspect(worker);
  await pin.fill("1111");
  await press(worker, zh.work.checkIn.submit);
  await expect(worker.getByText(zh.refusals["booking.wrong_pin"])).toBeVisible();
  await pin.fill("2580");
  await press(worker, zh.work.checkIn.submit);
  await worker.goto(paths.work.booking(bookingId));
  await world.inspect(worker);
  await worker.goto(paths.work.address(bookingId));
  await press(worker, zh.work.address.show);
  await expect(worker.getByText("桂苑路8号")).toBeVisible();
  await worker.goto(paths.work.checkOut(bookingId));
  await world.inspect(worker);
  await worker.getByLabel(zh.work.checkOut.note).fill("聊天、读报、量血压，一切正常。");
  await press(worker, zh.work.checkOut.submit);
  await worker.goto(paths.work.copayment(bookingId));
  await world.inspect(worker);
  await worker.getByRole("radio", { name: zh.work.copayment.methods.cash }).check();
  await press(worker, zh.work.copayment.submit);
  await worker.close();
}

/** She says that it was done, and what she thinks of it, without JavaScript. */
export async function acceptAndRate(world: World, bookingId: string): Promise<void> {
  const resident = await world.enter("13955501003", { javaScript: false });
  await resident.goto(paths.resident.acceptance(bookingId));
  await world.inspect(resident);
  await resident.getByRole("button", { name: zh.delivery.accept.submit }).click();
  await resident.goto(paths.resident.review(bookingId));
  await world.inspect(resident);
  await resident.getByRole("radio", { name: /5/ }).check();
  await resident.getByLabel(zh.delivery.review.comment).fill("人很和气，准时。");
  await resident.getByRole("button", { name: zh.delivery.review.submit }).click();
  await expect(resident).toHaveURL(/\/me\/bookings\//);
  await resident.goto(paths.resident.home);
  await world.inspect(resident);
  await resident.close();
}
