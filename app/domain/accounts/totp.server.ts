import { Secret, TOTP } from "otpauth";

/** Half a minute, as every authenticator app takes it (RFC 6238). */
const PERIOD = 30;
/** A phone's clock may be half a minute off either way. */
const WINDOW = 1;

/** A new secret in base 32, as authenticator apps take it. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, label = "") =>
  new TOTP({
    issuer: "街坊",
    label,
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  });

/** What the QR code says to an authenticator app. */
export const keyUri = (secret: string, account: string): string =>
  totpOf(secret, account).toString();

/** The half minute that an instant lies in, counted from 1970. */
export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / PERIOD);

/** The step whose code was typed, if it is near now and later than the last that was used. */
export function matchingStep(
  secret: string,
  typed: string,
  { now, lastStep }: { now: Date; lastStep: number },
): number | undefined {
  const delta = totpOf(secret).validate({
    token: typed,
    timestamp: now.getTime(),
    window: WINDOW,
  });
  const step = delta === null ? undefined : stepOf(now) + delta;
  return step !== undefined && step > lastStep ? step : undefined;
}

/** The first code that would be taken now, if every one of this minute has not been used. */
export function nextCode(
  secret: string,
  { now, lastStep }: { now: Date; lastStep: number },
): string | undefined {
  const step = Math.max(lastStep + 1, stepOf(now) - WINDOW);
  if (step > stepOf(now) + WINDOW) return undefined;
  return totpOf(secret).generate({ timestamp: step * PERIOD * 1000 });
}
