import type { Transform } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { FaultContext } from "#app/components/fault.tsx";
import { NonceContext } from "#app/components/nonce.tsx";
import { noteFault } from "#app/http/fault.server.ts";
import { withoutZeroBytes } from "#app/http/zero-bytes.ts";

/** Renders the whole page before the first byte leaves, so that the status line is true. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const body = await render(request, remix, context);
  const { fault } = context;
  if (fault) {
    headers.set("X-Reference", fault.reference);
    headers.set("Cache-Control", "no-store");
  }
  if (fault?.databaseAway) headers.set("Retry-After", "10");
  return new Response(createReadableStreamFromReadable(body), {
    headers,
    status: fault?.databaseAway ? 503 : status,
  });
}

/** An address that leads nowhere is an answer, not a fault. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
) {
  if (isRouteErrorResponse(error) && error.status < 500) return;
  noteFault(error, request, context);
}

function render(request: Request, remix: EntryContext, context: AppLoadContext) {
  const { nonce } = context;
  return new Promise<Transform>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <FaultContext.Provider value={context.fault}>
        <NonceContext.Provider value={nonce}>
          <RemixServer context={remix} url={request.url} nonce={nonce} />
        </NonceContext.Provider>
      </FaultContext.Provider>,
      {
        nonce,
        onAllReady: () => resolve(pipe(withoutZeroBytes())),
        onShellError: reject,
        onError: (error) => noteFault(error, request, context),
      },
    );
  });
}
