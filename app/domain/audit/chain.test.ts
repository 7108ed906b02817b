import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type ChainLink, eventDigest, GENESIS, linkHash, verifyChain } from "./chain.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const event = {
  id: "0190a000-0000-7000-8000-000000000001",
  officeId: "0190a000-0000-7000-8000-000000000002",
  name: "tender.awarded",
  actorId: "0190a000-0000-7000-8000-000000000003",
  role: "approver",
  atMicroseconds: "1796029200123456",
  detail: '{"reason": "第一名"}',
};

/** Six links, each over its own event. */
let chain: ChainLink[];

beforeAll(async () => {
  chain = [];
  for (let seq = 1; seq <= 6; seq += 1) {
    const previous = chain.at(-1)?.hash ?? GENESIS;
    const digest = await eventDigest({ ...event, detail: `{"n": ${seq}}` });
    chain.push({ seq, digest, previous, hash: await linkHash(previous, digest) });
  }
});

/** The chain with one link changed. */
const changed = (seq: number, change: Partial<ChainLink>) =>
  chain.map((link) => (link.seq === seq ? { ...link, ...change } : link));

const headOf = (links: ChainLink[]) => {
  const { seq, hash } = links.at(-1) ?? { seq: 0, hash: GENESIS };
  return { seq, hash };
};

describe("an event's digest", () => {
  test("is the SHA-256 of its fields, a line each", async () => {
    expect(await eventDigest(event)).toBe(
      sha256(
        '0190a000-0000-7000-8000-000000000001\n0190a000-0000-7000-8000-000000000002\ntender.awarded\n0190a000-0000-7000-8000-000000000003\napprover\n1796029200123456\n{"reason": "第一名"}',
      ),
    );
  });

  test("writes a dash for the platform's own events and for what the clock did", async () => {
    expect(await eventDigest({ ...event, officeId: null, actorId: null })).toBe(
      sha256(
        '0190a000-0000-7000-8000-000000000001\n-\ntender.awarded\n-\napprover\n1796029200123456\n{"reason": "第一名"}',
      ),
    );
  });

  test("is another when any field is another", async () => {
    const digests = await Promise.all(
      [
        event,
        { ...event, id: "x" },
        { ...event, officeId: null },
        { ...event, name: "x" },
        { ...event, actorId: null },
        { ...event, role: "officer" },
        { ...event, atMicroseconds: "1796029200123457" },
        { ...event, detail: "{}" },
      ].map(eventDigest),
    );
    expect(new Set(digests).size).toBe(8);
  });
});

test("a link's hash is that of the previous hash and the digest as text", async () => {
  expect(GENESIS).toBe("0000000000000000000000000000000000000000000000000000000000000000");
  expect(await linkHash(GENESIS, "ab")).toBe(sha256(`${GENESIS}ab`));
});

describe("a chain", () => {
  test("as it was sealed has no problem, whole or from where an earlier check ended", async () => {
    const head = headOf(chain);
    expect(await verifyChain(chain, { head })).toEqual([]);
    const after = headOf(chain.slice(0, 3));
    expect(await verifyChain(chain.slice(3), { after, head })).toEqual([]);
    expect(await verifyChain([], { after: head, head })).toEqual([]);
    expect(await verifyChain([])).toEqual([]);
    expect(await verifyChain(chain.slice(3), { after, head: headOf(chain.slice(0, 2)) })).toEqual(
      [],
    );
  });

  test("may have grown since its head was written down", async () => {
    expect(await verifyChain(chain, { head: headOf(chain.slice(0, 4)) })).toEqual([]);
  });

  test("shows an event that was rewritten", async () => {
    const digest = await eventDigest({ ...event, detail: '{"n": 33}' });
    expect(await verifyChain(changed(3, { digest }))).toEqual([{ seq: 3, kind: "rewritten" }]);
  });

  test("shows an event that was rewritten together with its link", async () => {
    const digest = await eventDigest({ ...event, detail: '{"n": 33}' });
    const hash = await linkHash(chain[2]?.previous ?? "", digest);
    expect(await verifyChain(changed(3, { digest, hash }))).toEqual([
      { seq: 4, kind: "not_linked" },
    ]);
  });

  test("shows that a link was taken out", async () => {
    const gap = chain.filter(({ seq }) => seq !== 3);
    expect(await verifyChain(gap)).toEqual([
      { seq: 4, kind: "gap" },
      { seq: 4, kind: "not_linked" },
    ]);
    const renumbered = gap.map((link, index) => ({ ...link, seq: index + 1 }));
    expect(await verifyChain(renumbered)).toEqual([{ seq: 3, kind: "not_linked" }]);
  });

  test("shows that its beginning was taken away", async () => {
    expect(await verifyChain(chain.slice(1))).toEqual([
      { seq: 2, kind: "gap" },
      { seq: 2, kind: "not_linked" },
    ]);
  });

  test("shows that two links changed places", async () => {
    const [first, second, third, ...rest] = chain;
    if (!first || !second || !third) throw new Error("the chain is too short");
    const swapped = await verifyChain([first, third, second, ...rest]);
    expect(swapped.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["gap", "out_of_order", "not_linked"]),
    );
    const renumbered = [first, { ...third, seq: 2 }, { ...second, seq: 3 }, ...rest];
    expect((await verifyChain(renumbered)).map(({ kind }) => kind)).toContain("not_linked");
  });

  test("shows a cut tail to whoever knows its head", async () => {
    const cut = chain.slice(0, -1);
    expect(await verifyChain(cut)).toEqual([]);
    expect(await verifyChain(cut, { head: headOf(chain) })).toEqual([{ seq: 6, kind: "cut_tail" }]);
    expect(await verifyChain([], { head: headOf(chain) })).toEqual([{ seq: 6, kind: "cut_tail" }]);
  });

  test("made anew from a rewritten event shows to whoever knows its head", async () => {
    const anew: ChainLink[] = [];
    for (const { seq } of chain) {
      const previous = anew.at(-1)?.hash ?? GENESIS;
      const digest = await eventDigest({
        ...event,
        detail: `{"n": ${seq + (seq === 3 ? 30 : 0)}}`,
      });
      anew.push({ seq, digest, previous, hash: await linkHash(previous, digest) });
    }
    expect(await verifyChain(anew)).toEqual([]);
    expect(await verifyChain(anew, { head: headOf(chain) })).toEqual([
      { seq: 6, kind: "other_head" },
    ]);
  });
});
