import { language, t } from "./preferences.ts";
import { build, building, file, files, scenarioFile, titleOf } from "./session/index.ts";

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
        {Object.keys(files.value).map((name) => (
          <option key={name} value={name}>
            {titleOf(name, language.value)}
          </option>
        ))}
      </select>
    </label>
  );
}
