import { Transform } from "node:stream";

/**
 * A stream without zero bytes. React 18 leaves up to two of them where a Chinese character did not
 * fit into the rest of its 2 KiB buffer, and a browser shows each as a replacement mark.
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
