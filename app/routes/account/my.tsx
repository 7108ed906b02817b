import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { homeOf } from "#app/http/home.server.ts";
import { requirePerson } from "#app/http/session.server.ts";

/** Everybody's own first page. */
export async function loader({ request }: LoaderFunctionArgs) {
  return redirect(homeOf(await requirePerson(request)));
}
