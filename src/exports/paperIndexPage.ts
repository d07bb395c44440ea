import { paperRows, withoutMechanism } from "../experiment/index.ts";
import { markdownTable } from "./markdownTable.ts";

/** The rows of the paper, for those who read of "F01" in a comment. Markdown. What holds each of them, `register` tells. */
export const paperIndexPage = (): string => `# Register of the paper

What the paper says, in rows. Mechanisms, parameters and comments name them. This text is printed by \`npx four-circles register --markdown\`; \`npx four-circles register\` tells for each row which mechanisms, parameters and measures hold it, and so does the register of the laboratory. The paper and the works that it cites stand in [references.md](references.md).

${markdownTable(
  ["row", "kind", "what it says", "原文要点"],
  paperRows.map(({ row, kind, en, zh }) => [row, kind, en, zh]),
)}

## What no mechanism raises of itself

${markdownTable(
  ["row", "why", "原因"],
  withoutMechanism.map(({ row, en, zh }) => [row, en, zh]),
)}
`;
