import { scenarioSchema } from "../../mechanisms/index.ts";
import { type Intervention, type ParameterEntry, parameterCatalog } from "../../scenario/index.ts";
import { marks, parameterName, valueOfParameter } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";

const entries = new Map(parameterCatalog(scenarioSchema).map((entry) => [entry.path, entry]));

/** What a round has changed: a parameter, its value, and where; communities are counted from 1, as on phones. */
export function decidedInWords({ path, value, communities }: Intervention): string {
  const entry = entries.get(path) as ParameterEntry;
  const what = t("becomes", { name: parameterName(language.value, entry), value: valueOfParameter(language.value, entry, value) });
  if (!Array.isArray(communities)) return what;
  const list = communities.map((community) => community + 1).join(marks[language.value].list);
  return t("becomesIn", { what, where: t("inCommunities", { list }) });
}
