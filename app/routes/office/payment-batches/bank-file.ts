import type { LoaderFunctionArgs } from "@remix-run/node";
import { readBankFile } from "#app/domain/payment-batches/bank-file.server.ts";
import { csvResponse } from "#app/http/csv.server.ts";
import { idParam } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";

/** The bank reads Chinese, whatever language finance reads. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await requireOffice(request, "finance");
  const { file } = messagesIn("zh").payments;
  const { number, lines } = await readBankFile(act, idParam(params.batchId));
  return csvResponse<(typeof lines)[number]>(
    file.name(number),
    [
      { label: file.position, value: ({ position }) => position },
      { label: file.account, value: ({ name }) => name },
      { label: file.number, value: (line) => line.number },
      { label: file.bank, value: ({ bank }) => bank },
      { label: file.amount, value: ({ amount }) => (amount / 100).toFixed(2) },
      { label: file.purpose, value: ({ purpose }) => purpose },
      { label: file.serial, value: ({ serial }) => serial },
    ],
    lines,
  );
}
