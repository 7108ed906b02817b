import type { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions } from "#app/components/page.tsx";
import type { Opening } from "#app/domain/tenders/opening-queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { OpeningStage } from "./opening-stage.ts";

type OpeningPartProps = { opening: Opening; stage: OpeningStage; mayFail: boolean };

/** The reader's own part in the opening, if she has one now. */
export function OpeningPart({ opening, stage, mayFail }: OpeningPartProps) {
  const { opening: words } = useMessages().openings;
  const { id, holder, hasKey, hasTaken } = opening;
  if (stage === "few") {
    if (!mayFail) return null;
    return (
      <Actions>
        <LinkButton kind="danger" to={paths.office.failure(id)}>
          {words.fail}
        </LinkButton>
      </Actions>
    );
  }
  if (stage !== "first" && stage !== "second") return null;
  if (!holder) return <Notice kind="info">{words.notYours}</Notice>;
  if (hasTaken) return <Notice kind="success">{words.taken}</Notice>;
  if (!hasKey) {
    return (
      <Notice kind="refusal">
        <p>{words.noKey}</p>
        <Actions>
          <LinkButton to={paths.office.openerKey}>{words.makeKey}</LinkButton>
        </Actions>
      </Notice>
    );
  }
  return <PassphraseForm last={stage === "second"} />;
}

type Turn = z.ZodType<unknown, { passphrase: string }>;

function PassphraseForm({ last }: { last: boolean }) {
  const { opening: words } = useMessages().openings;
  const [form, fields] = useServerForm<Turn>();
  return (
    <Form form={form}>
      <TextField
        field={fields.passphrase}
        label={words.passphrase}
        hint={words.passphraseHint}
        type="password"
        autoComplete="current-password"
      />
      <SubmitButton>{last ? words.submitLast : words.submit}</SubmitButton>
    </Form>
  );
}
