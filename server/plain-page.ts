import type { Request, Response } from "express";
import { preferencesOf } from "#app/http/locale.server.ts";
import { helpPhone, helpPhoneLink } from "#app/i18n/help-phone.ts";
import { messagesIn } from "#app/i18n/messages.ts";

type Kind = "forbidden" | "notFound" | "tooMany" | "fault" | "unavailable" | "badRequest";

const kinds: Partial<Record<number, Kind>> = {
  403: "forbidden",
  404: "notFound",
  429: "tooMany",
  500: "fault",
  503: "unavailable",
};

/** A page for what goes wrong before or outside the app, without anything that could go wrong itself. */
export function plainPage(request: Request, response: Response, status: number) {
  const cookies = new Headers({ Cookie: request.headers.cookie ?? "" });
  const { language } = preferencesOf({ headers: cookies });
  const { common, errors, format } = messagesIn(language);
  const { title, words } = errors.page[kinds[status] ?? "badRequest"];
  const { nonce, requestId } = response.locals;
  response.status(status).set("Cache-Control", "no-store").set("X-Reference", requestId);
  if (status === 503) response.set("Retry-After", "10");
  response.type("html").send(`<!doctype html>
<html lang="${format.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${common.title(title)}</title>
<style nonce="${nonce}">
body { max-width: 36rem; margin: 3rem auto; padding: 0 1rem; background: #fbf9f4; color: #1d2733; font: 1.125rem/1.6 "PingFang SC", "Noto Sans SC", "Microsoft YaHei", system-ui; }
a { color: #0b4f9e; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${words}</p>
<p>${common.help.words} <a href="${helpPhoneLink}">${helpPhone}</a></p>
<p>${errors.page.reference}: <strong>${requestId}</strong></p>
<p><a href="/">${errors.page.home}</a></p>
</main>
</body>
</html>
`);
}
