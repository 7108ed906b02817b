import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { setNotices } from "#app/domain/searches/save.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { paths } from "#app/paths.ts";

const NoticesForm = z.object({ notify: z.enum(["on", "off"]) });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireManager(request);
  return redirect(paths.organization.searches);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const searchId = idParam<"saved_search">(params.searchId);
  return submit(request, NoticesForm, async ({ notify }) => {
    await setNotices(act, { searchId, notify: notify === "on" });
    return redirect(paths.organization.searches, 303);
  });
}
