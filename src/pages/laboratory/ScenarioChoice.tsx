import { language, t } from "./preferences.ts";
import { build, building, file, files, scenarioFile, titleOf } from "./session/index.ts";

/** Names of scenarios among files; others hold the data of districts. */
const scenariosIn = (all: Readonly<Record<string, string>>): string[] => Object.keys(all).filter((name) => !name.endsWith(".json"));

/** Which scenario stands here; another is built at once. */
export function ScenarioChoice() {
  const coming = building.value;
  return (
    <label class="scenario">
      <span>{t("scenario")}</span>
      <select
        value={coming?.file !== undefined && coming.file in files.value ? coming.file : file.value}
        onChange={(event) => void build(scenarioFile(event.currentTarget.value))}
      >
        {scenariosIn(files.value).map((name) => (
          <option key={name} value={name}>
            {titleOf(name, language.value)}
          </option>
        ))}
      </select>
    </label>
  );
}
