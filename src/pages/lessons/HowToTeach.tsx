import { t } from "../laboratory/preferences.ts";

const command = "npx four-circles class";

/** How a teacher has a class do the lessons: the page cannot serve phones, a command does. */
export function HowToTeach() {
  const [before, after] = t("lessonClass", { command }).split(command);
  return (
    <p class="help">
      {before}
      <code>{command}</code>
      {after}
    </p>
  );
}
