import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { diagrams } from "./lifecycles.ts";

test.each(Object.entries(diagrams))(
  "docs/domain.md draws the %s as it is",
  async (name, diagram) => {
    const page = await readFile("docs/domain.md", "utf8");
    const drawn = new RegExp(`<!-- ${name} -->\n\`\`\`mermaid\n([^\`]*)\n\`\`\``).exec(page)?.[1];
    expect(drawn, "run `npm run docs` to draw it again").toBe(diagram);
  },
);
