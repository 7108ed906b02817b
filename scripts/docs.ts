import { readFile, writeFile } from "node:fs/promises";
import { diagrams } from "../app/domain/lifecycles.ts";

const path = "docs/domain.md";

let page = await readFile(path, "utf8");
for (const [name, diagram] of Object.entries(diagrams)) {
  const place = new RegExp(`(<!-- ${name} -->\n\`\`\`mermaid\n)[^\`]*(\`\`\`)`);
  page = page.replace(place, (_, before: string, after: string) => `${before}${diagram}\n${after}`);
}
await writeFile(path, page);
console.log(`${path}: ${Object.keys(diagrams).length} diagrams drawn`);
