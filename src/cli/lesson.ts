import { lessonFrom } from "./files.ts";
import { CommandFailure, type Terminal } from "./terminal.ts";

/** Looks whether a lesson is right, and says in a line what it holds. */
export async function lesson(act: string, path: string, terminal: Terminal): Promise<void> {
  if (act !== "check") throw new CommandFailure(`lesson ${act}: is not known. Write “lesson check FILE”.`);
  const { title, minutes, scenes, scenario } = await lessonFrom(path);
  const predictions = scenes.filter(({ predict }) => predict !== undefined).length;
  terminal.out(`${title}: ${scenes.length} scenes, ${predictions} predictions, ${minutes} minutes, on ${scenario}.`);
}
