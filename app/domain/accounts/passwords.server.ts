import { hash, verify } from "@node-rs/argon2";

/** Argon2id as OWASP asks: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** True only for the password that was hashed; without a hash it takes as long and says no. */
export async function passwordMatches(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodysHash), password);
  return matches && passwordHash !== undefined;
}

const nobodysHash = hashPassword("nobody has this password");
