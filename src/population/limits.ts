/**
 * What a run can hold. A scenario within its bounds may still ask for growth without end; the run then ends with a
 * message, in bounded time and memory, instead of never. These are rows in all: organizations and branches that closed
 * keep theirs.
 */
interface Limit {
  readonly rows: number;
  /** What would be right. */
  readonly remedy: string;
}

const organizations: Limit = {
  rows: 100_000,
  remedy: "Lower what founds them, such as mechanisms.densityDependence.founding, or raise its competition against its legitimation",
};

const branches: Limit = {
  rows: 100_000,
  remedy: "Lower what founds them, such as mechanisms.administrativeDrive.initiative, or begin with fewer organizations.count",
};

/** By name of a table that grows. Others have the rows that set-up gives them. */
export const limits: Readonly<Record<string, Limit>> = {
  organizations,
  "weekTotals.organizations": organizations,
  branches,
  "weekTotals.branches": branches,
  exchangeTies: {
    rows: 1_000_000,
    remedy: "Lower what ties organizations, such as circles.partners and mechanisms.exchangeTurnover.partner",
  },
  seats: {
    rows: 4_000_000,
    remedy: "Lower mechanisms.arrivals.rates, or have consultations end sooner by mechanisms.consultation",
  },
  experiences: {
    rows: 10_000_000,
    remedy: "Lower mechanisms.arrivals.rates or population.residents",
  },
  matters: {
    rows: 1_000_000,
    remedy: "Lower mechanisms.arrivals.rates or population.residents, or have matters end sooner by mechanisms.caseQueue",
  },
};

/**
 * A run that outgrows what it can hold. Told to whoever asked for the run; it is no bug. Its name says of what there are
 * too many: of an error, name and message alone come out of a worker.
 */
export class BeyondMeans extends Error {
  constructor(table: string, { rows, remedy }: Limit) {
    super(`${table} come to more than ${rows.toLocaleString("en-US")}, which is all that a run can hold. ${remedy}.`);
    this.name = `BeyondMeans.${table}`;
  }

  /** The name of such an error where its message alone is kept, as the cause of a run that failed; "" of any other. */
  static nameOf(message: string): string {
    const [, table] = message.match(/(?:^|: )([\w.]+) come to more than /) ?? [];
    return table === undefined ? "" : `BeyondMeans.${table}`;
  }
}
