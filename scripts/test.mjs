import path from "node:path";
import { install } from "./install.mjs";

// npm test: everything, from a fresh clone with nothing but Node.
process.chdir(path.resolve(import.meta.dirname, ".."));
install();
const { register } = await import("tsx/esm/api");
register();
await import("./test.ts");
