import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endProxySessions } from "#app/domain/residents/proxy.server.ts";
import { requireCommunityWorker } from "#app/http/session.server.ts";
import { paths } from "#app/paths.ts";

export const loader = () => redirect(paths.community.home);

export async function action({ request }: ActionFunctionArgs) {
  const { by } = await requireCommunityWorker(request);
  await endProxySessions(by.userId);
  return redirect(paths.community.home, 303);
}
