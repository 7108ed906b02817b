import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { z } from "zod";
import { MovedOn } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { setNotices } from "#app/domain/searches/save.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const NoticesForm = z.object({ notify: z.enum(["on", "off"]) });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireManager(request);
  return null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const searchId = idParam<"saved_search">(params.searchId);
  return submit(request, NoticesForm, async ({ notify }) => {
    await setNotices(act, { searchId, notify: notify === "on" });
    return redirect(paths.organization.searches, 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ searches }) => searches.list.title);

/** Seen only where the button was refused. */
export default function Notices() {
  const { title } = useMessages().searches.list;
  return (
    <Page title={title} narrow>
      <MovedOn to={paths.organization.searches} />
    </Page>
  );
}
