import { type Affiliation, affiliations, measureAffiliation, measureCircles } from "../circles/index.ts";
import { CREDITS, DURATIONS, isOpen, matterTypes, type Part, RESIDENT, type World } from "../engine/index.ts";
import { sumRows } from "../numeric/index.ts";
import type { Column } from "../population/index.ts";
import { DONATION_INCOME, FEES_INCOME, GOVERNMENT_INCOME, measureIndex, measures } from "./measures.ts";
import { measureExchange } from "./network.ts";
import { ageBands, observeResidents, sumResidents } from "./residentSums.ts";
import { evenness, gini, median, medianOfCounts, topShare } from "./statistics.ts";
import { observeTies, sumTies } from "./tieSums.ts";

const YEAR = 52;
const TYPES = matterTypes.length;
const SAMPLE = 2000; // residents whose first ties are remembered
const PATH_WORK = 500_000; // residents reached in all when shortest paths are measured, from one to eight sources
const FUNCTIONING = 0.5;
const NOTHING = 0x7ff8000000000000n;

/** Counts of one week by type of matter: the columns of matters.csv after week and type. */
export const matterCounts = [
  "raised",
  "initiated",
  "takenUp",
  "deliberated",
  "decided",
  "consented",
  "voted",
  "closed",
  "closedSettled",
  "settled",
  "selfSettled",
  "quietly",
  "reopened",
  "escalated",
  "dropped",
] as const;
const communityCounts = [
  "messages",
  "events",
  "invitations",
  "attendances",
  "partyMinutes",
  "adminMinutes",
  "programmeMoney",
  "needs",
  "matchedNeeds",
  "feasibleNeeds",
  "offeredMinutes",
  "idleMinutes",
  "matchedAway",
  "careNeeded",
  "careMinutes",
  "workers",
  "workersHeavy",
  "disputesMediated",
  "trades",
  "tiesFormed",
  "tiesLost",
  "acceptability",
  "acceptabilitySquares",
] as const;
type MatterCount = (typeof matterCounts)[number];
type CommunityCount = (typeof communityCounts)[number];

/** Observes a world, week by week: reads its state, draws nothing, changes nothing. */
export class Recorder {
  /** Weeks recorded. */
  weeks = 0;
  /** [week * measures + measure] all measures of all weeks; NaN where there is nothing to measure. */
  values: Float64Array<ArrayBuffer>;
  /** [(week * types + type) * counts + count] matters by type. */
  matters: Float64Array<ArrayBuffer>;

  // Trailing year: rings of weekly counts.
  private readonly communityRing = new Float64Array(YEAR * communityCounts.length);
  private readonly matterRing = new Float64Array(YEAR * matterCounts.length);
  private readonly settledRing = new Float64Array(YEAR * DURATIONS);
  private readonly matchedRing = new Float64Array(YEAR * DURATIONS);
  // Their sums over the year.
  private readonly communityYear = new Float64Array(communityCounts.length);
  private readonly matterYear = new Float64Array(matterCounts.length);
  private readonly settledYear = new Float64Array(DURATIONS);
  private readonly matchedYear = new Float64Array(DURATIONS);
  private firstTies: Uint32Array<ArrayBuffer>;
  /** 1 where the tie of the start was a core tie. */
  private firstCore: Uint8Array<ArrayBuffer>;
  private firstTieStart: Uint32Array<ArrayBuffer>;
  /** Places of the sampled residents at the start, by circle. */
  private readonly firstPlaces = new Map<string, Int32Array<ArrayBuffer>>();

  constructor(world: World, weeks: number) {
    observeResidents(world);
    observeTies(world);
    this.values = new Float64Array(weeks * measures.length);
    this.matters = new Float64Array(weeks * TYPES * matterCounts.length);
    const count = Math.min(SAMPLE, world.residents.rows);
    const { offsets, degree, neighbors } = world.ties;
    this.firstTieStart = new Uint32Array(count + 1);
    for (let k = 0; k < count; k++) this.firstTieStart[k + 1] = this.firstTieStart[k] + degree[this.sampled(k, count, world)];
    this.firstTies = new Uint32Array(this.firstTieStart[count]);
    this.firstCore = new Uint8Array(this.firstTieStart[count]);
    for (let k = 0; k < count; k++) {
      const i = this.sampled(k, count, world);
      this.firstTies.set(neighbors.subarray(offsets[i], offsets[i] + degree[i]), this.firstTieStart[k]);
      this.firstCore.set(world.ties.core.subarray(offsets[i], offsets[i] + degree[i]), this.firstTieStart[k]);
    }
    for (const [name, circle] of Object.entries(affiliations(world))) {
      const places = new Int32Array(count * circle.width);
      for (let k = 0; k < count; k++)
        for (let place = 0; place < circle.width; place++)
          places[k * circle.width + place] = circle.of(this.sampled(k, count, world), place);
      this.firstPlaces.set(name, places);
    }
  }

  /** The value of a measure in a week, counted from 1. */
  value(id: string, week = this.weeks): number {
    return this.values[(week - 1) * measures.length + (measureIndex.get(id) as number)];
  }

  /** All of one measure, week by week. */
  series(id: string): Float64Array {
    const at = measureIndex.get(id) as number;
    return Float64Array.from({ length: this.weeks }, (_, w) => this.values[w * measures.length + at]);
  }

  /** Measures of one week, in the order of the dictionary. */
  row(week = this.weeks): Float64Array {
    return this.values.subarray((week - 1) * measures.length, week * measures.length);
  }

  /** State to keep in a checkpoint. */
  parts(): Part[] {
    return [
      { name: "weeks", values: Uint32Array.of(this.weeks) },
      { name: "values", values: this.values.subarray(0, this.weeks * measures.length) },
      { name: "matters", values: this.matters.subarray(0, this.weeks * TYPES * matterCounts.length) },
      { name: "communityRing", values: this.communityRing },
      { name: "matterRing", values: this.matterRing },
      { name: "settledRing", values: this.settledRing },
      { name: "matchedRing", values: this.matchedRing },
      { name: "firstTies", values: this.firstTies },
      { name: "firstCore", values: this.firstCore },
      { name: "firstTieStart", values: this.firstTieStart },
      ...[...this.firstPlaces].map(([name, values]) => ({ name: `firstPlaces.${name}`, values })),
    ];
  }

  /** Goes on from what a checkpoint kept of so many weeks. @throws if it was kept of others, or of other measures */
  restore(parts: ReadonlyMap<string, Column>, weeks: number): void {
    /** A part, of the type and length of what stands there now unless another length is given. */
    const part = <T extends Column>(name: string, now: T, length = now.length): T => {
      const kept = parts.get(name);
      if (kept?.constructor !== now.constructor || kept.length !== length) throw new Error(`restore: ${name} is not ${length} numbers.`);
      return kept as T;
    };
    if (part("weeks", new Uint32Array(1))[0] !== weeks) throw new Error(`restore: the measures are not those of ${weeks} weeks.`);
    const values = part("values", this.values, weeks * measures.length);
    const matters = part("matters", this.matters, weeks * TYPES * matterCounts.length);
    this.weeks = weeks;
    this.makeRoom(weeks);
    this.values.set(values);
    this.matters.set(matters);
    this.communityRing.set(part("communityRing", this.communityRing));
    this.matterRing.set(part("matterRing", this.matterRing));
    this.settledRing.set(part("settledRing", this.settledRing));
    this.matchedRing.set(part("matchedRing", this.matchedRing));
    sumRows(this.settledRing, this.settledYear);
    sumRows(this.matchedRing, this.matchedYear);
    this.firstTieStart = part("firstTieStart", this.firstTieStart);
    const first = this.firstTieStart.at(-1) as number;
    this.firstTies = part("firstTies", this.firstTies, first);
    this.firstCore = part("firstCore", this.firstCore, first);
    for (const [name, places] of this.firstPlaces) this.firstPlaces.set(name, part(`firstPlaces.${name}`, places));
  }

  /** Records the week that the world has just completed. */
  observe(world: World): void {
    const week = world.week;
    this.makeRoom(week);
    this.weeks = week;
    const row = this.row();
    if (week > 1) row.set(this.row(week - 1));
    else row.fill(Number.NaN);
    const put = (id: string, value: number) => {
      row[measureIndex.get(id) as number] = value;
    };
    const sums = sumResidents(world, () => {
      this.turnRings(world);
      this.coverage(world, put);
      this.mattersAndResources(world, put);
      this.organizations(world, put);
      if (week === 1 || week % 4 === 0) this.hours(world, put);
    });
    this.residents(world, sums, put);
    if (week === 1 || week % YEAR === 0) this.circles(world, put);
    // What comes upon nobody cannot be measured. The bits of a NaN are up to whoever computed it: here they are the same
    // everywhere.
    const bits = new BigUint64Array(row.buffer, row.byteOffset, row.length);
    for (let k = 0; k < row.length; k++) if (!Number.isFinite(row[k])) bits[k] = NOTHING;
  }

  private makeRoom(weeks: number): void {
    const grown = (old: Float64Array<ArrayBuffer>, length: number) => {
      if (old.length >= length) return old;
      const room = new Float64Array(Math.ceil(length * 1.5));
      room.set(old);
      return room;
    };
    this.values = grown(this.values, weeks * measures.length);
    this.matters = grown(this.matters, weeks * TYPES * matterCounts.length);
  }

  private turnRings(world: World): void {
    const place = (world.week - 1) % YEAR;
    const { communities, matters, durations } = world.tally;
    communityCounts.forEach((key, k) => {
      const column = communities.columns[key];
      let sum = 0;
      for (let c = 0; c < communities.rows; c++) sum += column[c];
      this.communityRing[place * communityCounts.length + k] = sum;
    });
    matterCounts.forEach((key, k) => {
      let sum = 0;
      const column = matters.columns[key];
      for (let row = 0; row < matters.rows; row++) {
        sum += column[row];
        if (column[row] > 0) this.matters[((world.week - 1) * TYPES + (row % TYPES)) * matterCounts.length + k] += column[row];
      }
      this.matterRing[place * matterCounts.length + k] = sum;
    });
    turnCounts(this.settledRing, this.settledYear, durations.columns.settled, place);
    turnCounts(this.matchedRing, this.matchedYear, durations.columns.matched, place);
    sumRows(this.communityRing, this.communityYear);
    sumRows(this.matterRing, this.matterYear);
  }

  private yearOfCommunities(key: CommunityCount): number {
    return this.communityYear[communityCounts.indexOf(key)];
  }

  private yearOfMatters(key: MatterCount): number {
    return this.matterYear[matterCounts.indexOf(key)];
  }

  private coverage({ organizations, branches }: World, put: Put): void {
    const o = organizations.columns;
    const b = branches.columns;
    let alive = 0;
    let eligible = 0;
    let eligibleCovered = 0;
    let functional = 0;
    const forms = [0, 0, 0, 0];
    for (let g = 0; g < organizations.rows; g++) {
      if (!o.alive[g]) continue;
      alive++;
      forms[o.coverage[g]]++;
      if (o.members[g] >= 3) {
        eligible++;
        if (o.coverage[g] > 0) eligibleCovered++;
      }
      if (o.branch[g] >= 0 && b.activity[o.branch[g]] >= FUNCTIONING) functional++;
    }
    const held = new Float64Array(8);
    let count = 0;
    let activity = 0;
    let reported = 0;
    for (let k = 0; k < branches.rows; k++) {
      if (!b.alive[k] || b.form[k] > 1) continue;
      count++;
      activity += b.activity[k];
      reported += b.reported[k];
      for (let f = 0; f < 8; f++) held[f] += b.forms[k * 8 + f];
    }
    put("branches_per_100_orgs", (100 * count) / alive);
    put("coverage_own", forms[1] / alive);
    put("coverage_joint", forms[2] / alive);
    put("coverage_dispatched", forms[3] / alive);
    put("coverage_formal", (alive - forms[0]) / alive);
    put("coverage_eligible", eligibleCovered / eligible);
    put("coverage_functional", functional / alive);
    put("branch_activity_true", activity / count);
    put("branch_activity_reported", reported / count);
    put("activity_form_entropy", evenness(held));
  }

  private residents(world: World, sum: ReturnType<typeof sumResidents>, put: Put): void {
    const { week } = world;
    const n = world.residents.rows;
    const { adults } = sum;
    put("participation_rate", sum.any / adults);
    put("participation_governance", sum.governance / adults);
    put("participation_volunteering", sum.volunteering / adults);
    put("participation_mobilized", sum.mobilized / adults);
    for (const [band] of ageBands) put(`participation_age_${band}`, sum[`took_${band}`] / sum[`people_${band}`]);
    put("participation_members", sum.membersAny / sum.members);
    put("participation_others", (sum.any - sum.membersAny) / (adults - sum.members));
    put("volunteers_registered_share", sum.registered / adults);
    put("volunteers_active_share", sum.active / sum.registered);
    put("motivation_mean", sum.motivation / adults);
    put("fatigue_mean", sum.fatigue / adults);
    put("trust_neighbours", sum.trustNeighbours / adults);
    put("trust_community", sum.trustCommunity / adults);
    put("trust_organizations", sum.trustOrganizations / adults);
    put("ability_management", sum.management / adults);
    put("ability_education", sum.education / adults);
    put("ability_service", sum.service / adults);
    put("ability_supervision", sum.supervision / adults);
    put("norm_compliance", sum.complianceOfAll / n);
    put("awareness_knows", sum.knows / adults);
    put("awareness_understands", sum.understands / adults);
    put("awareness_supports", sum.supports / adults);
    put("satisfaction_mean", sum.satisfaction / adults);
    put("director_known_share", sum.known / adults);
    put("timebank_member_share", sum.banked / adults);
    put("timebank_trades_per_member_year", (this.yearOfCommunities("trades") / sum.banked) * (YEAR / Math.min(YEAR, week)));
    put("messages_per_resident", this.yearOfCommunities("messages") / n / Math.min(YEAR, week));
  }

  private mattersAndResources(world: World, put: Put): void {
    const weeks = Math.min(YEAR, world.week);
    const { state } = world.matters.columns;
    let open = 0;
    for (let q = 0; q < world.matters.rows; q++) if (isOpen(state[q])) open++;
    const year = (key: MatterCount) => this.yearOfMatters(key);
    const [closed, settled, dropped, voted] = [year("closed"), year("settled"), year("dropped"), year("voted")];
    // A matter closed without being settled may be dropped later: it ended when it was closed.
    const ended = year("quietly") + closed + Math.max(0, dropped - (closed - year("closedSettled")));
    put("matters_raised", year("raised") / weeks);
    put("matters_open", open);
    put("matters_closed_recorded", closed / weeks);
    put("matters_settled_true", settled / weeks);
    put("settlement_rate_recorded", closed / ended);
    put("settlement_rate_true", settled / ended);
    put("matters_reopened", year("reopened") / weeks);
    put("matters_escalated", year("escalated") / weeks);
    put("weeks_to_settle_median", medianOfCounts(this.settledYear));
    // What is decided closes in later weeks, so that early in a run more may be decided than closed.
    put("deliberated_share", Math.min(1, year("deliberated") / closed));
    put("consent_reached_share", year("consented") / voted);
    const mean = this.yearOfCommunities("acceptability") / voted;
    put("acceptability_mean", mean);
    put("acceptability_sd", Math.sqrt(Math.max(0, this.yearOfCommunities("acceptabilitySquares") / voted - mean * mean)));
    put("self_settled_share", year("selfSettled") / settled);
    put("disputes_mediated_per_1000", (this.yearOfCommunities("disputesMediated") * 1000 * YEAR) / weeks / world.residents.rows);
    put("care_needed", (this.yearOfCommunities("careNeeded") / 60 / weeks / world.residents.rows) * 1000);
    put("care_met_share", this.yearOfCommunities("careMinutes") / this.yearOfCommunities("careNeeded"));
    put("resident_initiated_share", year("initiated") / year("raised"));
    const matched = this.yearOfCommunities("matchedNeeds");
    put("fragmentation", 1 - matched / this.yearOfCommunities("feasibleNeeds"));
    put("matched_share", matched / this.yearOfCommunities("needs"));
    put("weeks_to_match_median", medianOfCounts(this.matchedYear));
    put("idle_share", this.yearOfCommunities("idleMinutes") / this.yearOfCommunities("offeredMinutes"));
    put("cross_community_share", this.yearOfCommunities("matchedAway") / matched);
    put("party_work_hours", this.yearOfCommunities("partyMinutes") / 60 / weeks);
    put("admin_hours", this.yearOfCommunities("adminMinutes") / 60 / weeks);
    put("workers_heavy_share", this.yearOfCommunities("workersHeavy") / this.yearOfCommunities("workers"));
    const { paperwork, platform, staff } = world.communities.columns;
    let paper = 0;
    let workers = 0;
    let platforms = 0;
    for (let c = 0; c < world.communities.rows; c++) {
      paper += paperwork[c] * staff[c];
      workers += staff[c];
      platforms += platform[c];
    }
    put("worker_paperwork_share", paper / workers);
    put("platform_mean", platforms / world.communities.rows);
    put("money_spent_programme", (this.yearOfCommunities("programmeMoney") * YEAR) / weeks);
  }

  private organizations({ organizations, week }: World, put: Put): void {
    const o = organizations.columns;
    const n = organizations.rows;
    let alive = 0;
    let founded = 0;
    let closed = 0;
    let active = 0;
    let admin = 0;
    let autonomy = 0;
    let dependence = 0;
    let quality = 0;
    let management = 0;
    let agenda = 0;
    let pilots = 0;
    const types = new Float64Array(11);
    const roles = [0, 0, 0, 0];
    const sources = [0, 0, 0, 0, 0];
    const incomes: number[] = [];
    const ages: number[] = [];
    for (let g = 0; g < n; g++) {
      if (o.founded[g] > Math.max(0, week - YEAR)) founded++;
      if (o.closed[g] >= 0 && o.closed[g] > week - YEAR) closed++;
      if (!o.alive[g]) continue;
      alive++;
      if (o.hoursUsed[g] > 0) active++;
      admin += o.adminShare[g];
      autonomy += o.autonomy[g];
      dependence += o.dependence[g];
      quality += o.quality[g];
      management += o.management[g];
      agenda += o.agenda[g];
      pilots += o.pilot[g];
      types[o.type[g]]++;
      for (let k = 0; k < 4; k++) roles[k] += o.role[g * 4 + k];
      let income = 0;
      for (let s = 0; s < 5; s++) {
        income += o.incomeLast[g * 5 + s];
        sources[s] += o.incomeLast[g * 5 + s];
      }
      incomes.push(income);
      ages.push((week - o.founded[g]) / YEAR);
    }
    incomes.sort((a, b) => a - b);
    ages.sort((a, b) => a - b);
    const all = sources.reduce((a, b) => a + b, 0);
    put("org_income_gini", gini(incomes));
    put("org_income_top_tenth_share", topShare(incomes, 0.1));
    put("income_government", sources[GOVERNMENT_INCOME] / all);
    put("income_donation", sources[DONATION_INCOME] / all);
    put("income_commercial", sources[FEES_INCOME] / all);
    put("dependence_mean", dependence / alive);
    put("orgs_alive", alive);
    put("orgs_founded", founded);
    put("orgs_closed", closed);
    put("orgs_active_share", active / alive);
    put("org_type_entropy", evenness(types));
    put("role_service_provider", roles[0] / alive);
    put("role_model_builder", roles[1] / alive);
    put("role_support_guide", roles[2] / alive);
    put("role_resource_link", roles[3] / alive);
    put("admin_hours_share", admin / alive);
    put("org_autonomy_mean", autonomy / alive);
    put("org_quality_mean", quality / alive);
    put("org_management_mean", management / alive);
    put("org_agenda_distance", agenda / alive);
    put("pilot_share", pilots / alive);
    put("org_age_median", median(ages));
  }

  private hours({ residents, ledger, week }: World, put: Put): void {
    const { age, minutesYear, timeBankMember, tradesYear } = residents.columns;
    const n = residents.rows;
    let adults = 0;
    let givers = 0;
    let members = 0;
    for (let i = 0; i < n; i++) {
      if (age[i] >= 18) adults++;
      if (minutesYear[i] > 0) givers++;
      members += timeBankMember[i];
    }
    const minutes = new Uint32Array(givers);
    const balances = new Float64Array(members);
    const trades = new Uint32Array(members);
    let g = 0;
    let m = 0;
    let sum = 0;
    let idle = 0;
    for (let i = 0; i < n; i++) {
      if (minutesYear[i] > 0) {
        minutes[g++] = minutesYear[i];
        sum += minutesYear[i];
      }
      if (!timeBankMember[i]) continue;
      trades[m] = tradesYear[i];
      if (trades[m] === 0) idle++;
      balances[m++] = ledger.balance(CREDITS, RESIDENT, i);
    }
    minutes.sort();
    balances.sort();
    put("volunteer_hours_per_adult", sum / 60 / adults);
    put("volunteer_hours_gini", gini(minutes));
    put("volunteer_hours_top_tenth_share", topShare(minutes, 0.1));
    put("volunteer_hours_top_third_share", topShare(minutes, 1 / 3));
    if ((week - 1) % YEAR >= YEAR / 2) {
      put("timebank_idle_share", idle / members);
      put("timebank_top_fifth_trade_share", topShare(trades.sort(), 0.2));
    }
    put("timebank_balance_gini", gini(balances.map((balance) => balance - balances[0])));
  }

  private circles(world: World, put: Put): void {
    const sums = sumTies(world, () => {
      put("acquaintance_mean_path", meanPath(world));
      const kept = this.retention(world);
      put("acquaintance_retention_since_start", kept.all);
      put("acquaintance_core_retention_since_start", kept.core);
      for (const [name, circle] of Object.entries(affiliations(world))) {
        const a = measureAffiliation(world, circle);
        put(`${name}_degree_mean`, a.degreeMean);
        put(`${name}_degree_var_ratio`, a.degreeVarianceRatio);
        put(`${name}_clustering`, a.clustering);
        put(`${name}_mean_path`, a.meanPath);
        put(`${name}_isolated_share`, a.isolated);
        put(`${name}_retention_since_start`, this.membershipsKept(world, name, circle));
      }
      const network = measureExchange(world);
      put("hub_share", network.hubShare);
      put("modularity", network.modularity);
    });
    const m = measureCircles(world, world.ties, sums);
    put("acquaintance_degree_mean", m.degreeMean);
    put("acquaintance_degree_var_ratio", m.degreeVarianceRatio);
    put("acquaintance_clustering", m.clustering);
    put("acquaintance_isolated_share", m.noActiveContact);
    put("overlap_jaccard_party_interest", m.overlapPartyInterest);
    put("overlap_jaccard_acquaintance_interest", m.overlapAcquaintanceInterest);
    put("overlap_jaccard_acquaintance_industry", m.overlapAcquaintanceIndustry);
    put("overlap_jaccard_party_acquaintance", m.overlapPartyAcquaintance);
    put("overlap_jaccard_party_industry", m.overlapPartyIndustry);
    put("overlap_jaccard_interest_industry", m.overlapInterestIndustry);
  }

  /** Share of the memberships of the start that residents of the sample still hold. */
  private membershipsKept(world: World, name: string, circle: Affiliation): number {
    const first = this.firstPlaces.get(name) as Int32Array;
    const count = first.length / circle.width;
    let were = 0;
    let are = 0;
    for (let k = 0; k < count; k++) {
      const i = this.sampled(k, count, world);
      for (let place = 0; place < circle.width; place++) {
        const before = first[k * circle.width + place];
        if (before < 0) continue;
        were++;
        for (let now = 0; now < circle.width; now++)
          if (circle.of(i, now) === before) {
            are++;
            break;
          }
      }
    }
    return are / were;
  }

  private sampled(k: number, count: number, { residents }: World): number {
    return Math.floor((k * residents.rows) / count);
  }

  private retention(world: World): { all: number; core: number } {
    const { offsets, degree, neighbors } = world.ties;
    const count = this.firstTieStart.length - 1;
    let kept = 0;
    let core = 0;
    let keptCore = 0;
    for (let k = 0; k < count; k++) {
      const i = this.sampled(k, count, world);
      const now = neighbors.subarray(offsets[i], offsets[i] + degree[i]);
      for (let h = this.firstTieStart[k]; h < this.firstTieStart[k + 1]; h++) {
        core += this.firstCore[h];
        if (!now.includes(this.firstTies[h])) continue;
        kept++;
        keptCore += this.firstCore[h];
      }
    }
    return { all: kept / this.firstTies.length, core: keptCore / core };
  }
}

type Put = (id: string, value: number) => void;

/**
 * Puts the counts of a week in place of those of a year before. Counts are whole, so that their sums stay exact.
 *
 * @param ring  [place * width + k]
 * @param year  [k] sums over the ring
 */
function turnCounts(ring: Float64Array, year: Float64Array, counts: ArrayLike<number>, place: number): void {
  const width = year.length;
  for (let k = 0, at = place * width; k < width; k++, at++) {
    year[k] += counts[k] - ring[at];
    ring[at] = counts[k];
  }
}

/** Mean steps from a few residents, spread evenly, to all that they can reach. */
function meanPath({ residents, ties }: World): number {
  const n = residents.rows;
  const reached = new Uint8Array(n);
  const queue = new Uint32Array(n);
  let steps = 0;
  let pairs = 0;
  const sources = Math.max(1, Math.min(8, n, Math.round(PATH_WORK / n)));
  for (let s = 0; s < sources; s++) {
    reached.fill(0);
    const source = Math.floor((s * n) / sources);
    queue[0] = source;
    reached[source] = 1;
    let from = 0;
    let to = 1;
    let distance = 0;
    while (from < to) {
      const end = to;
      for (; from < end; from++) {
        const i = queue[from];
        for (let h = ties.offsets[i]; h < ties.offsets[i] + ties.degree[i]; h++) {
          const j = ties.neighbors[h];
          if (reached[j]) continue;
          reached[j] = 1;
          queue[to++] = j;
        }
      }
      distance++;
      steps += distance * (to - end);
      pairs += to - end;
    }
  }
  return steps / pairs;
}
