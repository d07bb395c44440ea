import type { BaseScenario } from "../scenario/index.ts";
import { markdownTable } from "./markdownTable.ts";

type District = NonNullable<BaseScenario["district"]>;
type Row = [quantity: string, given: string, otherwise: string];

/** What the tables of a district of one's own give, and by which parameters the rest is assumed; for the initialization of an ODD. */
export function oddDistrict(district: District): string {
  const { communities, margins, organizations, branches, units, groups, ties, acquaintances, series, subdistricts, digest } = district;
  const n = communities.length;
  const some = (count: number, of = n, what = "communities") => (count === 0 ? "not given" : `given for ${count} of ${of} ${what}`);
  const have = (key: keyof District["communities"][number]) => some(communities.filter((one) => one[key] !== undefined).length);
  const margin = (of: District["margins"][number]["of"]) => {
    const own = margins.filter((one) => one.of === of);
    const whole = own.filter(({ community }) => community === undefined).length;
    return own.length === 0 ? "not given" : `${own.length} given, ${whole} of them of the district`;
  };
  const listed = (rows: readonly unknown[] | undefined) => (rows ? `${rows.length} given` : "not given");
  const rows: Row[] = [
    ["residents of communities", some(n), ""],
    ["subdistricts", `${subdistricts.length} given`, ""],
    ["villages", have("village"), "urban communities"],
    ["households", have("households"), "`population.householdSize`"],
    ["residents of 60 and over", have("elders"), "`population.elders`"],
    ["residents under 15", have("children"), "`population.children`"],
    ["ages by sex", margin("age"), "usual ages, fitted to what is given"],
    ["owners", margin("owners"), "72% of households"],
    ["employed", margin("employed"), "`population.employed`"],
    ["party members", have("members"), "`population.members`"],
    ["estate types", have("estates"), "`population.estates`"],
    ["community workers", have("workers"), "one for 500 residents"],
    ["positions", have("at"), "a lattice"],
    ["boundaries, for maps alone", have("outline"), "land around positions"],
    ["social organizations", listed(organizations), "`organizations.count` and the parameters beside it"],
    ["branches of organizations", listed(branches), "`branches.initialCoverage`"],
    ["workplaces", listed(units), "`population.workplaceSize`"],
    ["interest groups", listed(groups), "`population.groupsPerCommunity`"],
    ["ties of organizations", listed(ties), "`circles.partners`"],
    ["acquaintances", acquaintances ? `${acquaintances.asked} people were asked` : "not given", "`circles.acquaintances`"],
    ["observed values", listed(series), "none: no rule goes by them; they are shown over what is simulated, and `fit` reads them"],
  ];
  return `The district is one of its user's own, read from tables (digest of the data \`${digest}\`). Ages by sex are fitted to all margins by iterative proportional fitting (Deming & Stephan 1940); households take an adult first, then anybody, without a sample of real ones (after Gargiulo et al. 2010); owners, employed and members are taken to exact numbers. What is not given is assumed:

${markdownTable(["quantity", "given", "where it is not"], rows)}`;
}
