import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endProxySessions } from "#app/domain/residents/proxy.server.ts";
import { findSignedIn } from "#app/http/session.server.ts";
import { endSession } from "#app/http/sessions.server.ts";
import { paths } from "#app/paths.ts";

export const loader = () => redirect(paths.home);

export async function action({ request }: ActionFunctionArgs) {
  const person = await findSignedIn(request);
  if (person) await endProxySessions(person.userId);
  const headers = { "Set-Cookie": await endSession(request) };
  return redirect(paths.home, { status: 303, headers });
}
