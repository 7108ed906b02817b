/** The PIN of a resident's card: four random digits, but none that a stranger would try first. */
export function newPin(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const pin = String(random % 10_000).padStart(4, "0");
  return isEasilyGuessed(pin) ? newPin() : pin;
}

/** One digit four times, or four in a row, upwards or downwards. */
export function isEasilyGuessed(pin: string): boolean {
  const steps = [1, 2, 3].map((n) => Number(pin[n]) - Number(pin[n - 1]));
  return [0, 1, -1].some((step) => steps.every((found) => found === step));
}
