// Checks a receipt of 街坊 Jiefang without an account, a network or anything but Node.js:
//   node verify-receipt.mjs receipt.json [public-key.pem]
// The platform's public key stands on every page of published receipts; without the second file the key in the
// receipt itself is used, and is printed so that it can be compared with the published one.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const [receiptPath, keyPath] = process.argv.slice(2);
if (!receiptPath) {
  process.stdout.write("Usage: node verify-receipt.mjs receipt.json [public-key.pem]\n");
  process.exit(2);
}

const { receipt, signature, publicKey } = JSON.parse(readFileSync(receiptPath, "utf8"));
const pem = keyPath ? readFileSync(keyPath, "utf8") : publicKey;
const text = [
  "jiefang receipt 1",
  `tender ${receipt.tenderId}`,
  `organization ${receipt.organizationId}`,
  `bid ${receipt.bidId}`,
  `version ${receipt.version}`,
  `digest ${receipt.digest}`,
  ...(receipt.attachments ?? []).map((digest) => `attachment ${digest}`),
  `at ${receipt.at}`,
  `event ${receipt.eventId}`,
  `event-digest ${receipt.eventDigest}`,
  `chain-head ${receipt.chainHead}`,
  "",
].join("\n");

const key = createPublicKey(pem);
const good = verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
const fingerprint = createHash("sha256")
  .update(key.export({ type: "spki", format: "der" }))
  .digest("hex");
const lines = good
  ? [
      "签名正确 / The signature is good.",
      `摘要 digest      ${receipt.digest}`,
      ...(receipt.attachments ?? []).map((digest) => `附件 attachment   ${digest}`),
      `收到 received    ${receipt.at}`,
      `公钥 public key  ${keyPath ? keyPath : "from the receipt"} (SHA-256 ${fingerprint})`,
      pem.trim(),
    ]
  : ["签名不对：这不是平台出具的回执，或内容被改过。 / The signature is wrong."];
process.stdout.write(`${lines.join("\n")}\n`);
process.exit(good ? 0 : 1);
