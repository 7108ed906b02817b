import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { sendLetterAgain } from "#app/domain/mail/send-again.server.ts";
import { idParam } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { paths } from "#app/paths.ts";

export const loader = () => redirect(paths.platform.mail);

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  await sendLetterAgain(act, idParam(params.letterId));
  return redirect(paths.platform.mail, 303);
}
