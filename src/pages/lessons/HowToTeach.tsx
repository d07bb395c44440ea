import { t } from "../laboratory/preferences.ts";

/** How a teacher has a class do the lessons: the page cannot serve phones, a command does. */
export const HowToTeach = () => <p class="help">{t("lessonClass", { command: "npx four-circles class" })}</p>;
