import path from "node:path";
import { install } from "./install.mjs";

// npm start: only Node is there yet. The rest is TypeScript, once what runs it is installed.
process.chdir(path.resolve(import.meta.dirname, ".."));
install();
const { register } = await import("tsx/esm/api");
register();
await import("./start.ts");
