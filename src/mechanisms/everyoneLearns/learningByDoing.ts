import {
  COMMUNITY,
  defineMechanism,
  isStillHere,
  LESSON,
  ORGANIZATION,
  OWN_WORK,
  RESIDENT,
  STAFF_TIME,
  VOLUNTEER_TIME,
  type World,
} from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { share } from "../../scenario/index.ts";

const MANAGEMENT = 0;
const EDUCATION = 1;
const SERVICE = 2;
const SUPERVISION = 3;
const ABILITIES = 4;
const UNDERSTANDS = 2;
const SUPPORT_GUIDE = 2; // role

/** The four self-abilities grow by doing, less where staff do it for people, and fade (eq. 4.22) [V7]. */
export const learningByDoing = defineMechanism({
  id: "learningByDoing",
  phase: "everyoneLearns",
  scope: "community",
  every: "month",
  inWeek: 0,
  apart: true,
  title: { en: "Learning by doing", zh: "干中学" },
  summary: {
    en: "Governance teaches managing and supervising, volunteering serving, understanding of policy educating; matters that people settle themselves teach managing and serving. Unused abilities fade.",
    zh: "治理参与增进自我管理与自我监督，志愿服务增进自我服务，理解政策增进自我教育；自行解决事项增进自我管理与自我服务；不用则退。",
  },
  rows: ["V7", "Z21"],
  specification: {
    equation:
      "k(t+1) = k + (1 − (1 − α_i) (1 − α)^c) (1 − k) − δ k ; α_i = α (1 − σ s (1 − u)) with an occasion, α after a matter that neighbours settled themselves, else 0",
    symbols: {
      k: "ability, 0-1: management, education, service, supervision",
      α: "learning from a month with an occasion",
      c: "courses of the month, in occasions of two hours (talentTraining)",
      s: "share of the time given to matters that comes from staff",
      u: "mean share of support and guidance among the roles of organizations [Z14]",
      σ: "how far staff who do it for people keep them from learning",
      δ: "fading a month",
    },
    source: "eq. 4.22.",
    departures:
      "One occasion a month counts; the complexity of roles is not told apart. Voluntary tasks practise serving, or what they were assigned for (strengthsAssignment). What staff settle teaches nobody.",
    draws: "none",
    harm: "σ near 1: the more professional the service, the less residents learn.",
  },
  parameters: {
    learning: share({
      label: { en: "Learning", zh: "学习幅度" },
      help: { en: "In a month with at least one occasion.", zh: "当月有参与时。" },
      default: 0.1,
      of: "the gap to full",

      rows: ["V7"],
      evidence: "M",
      prior: [0, 0.2],
      source: "eq. 4.22: 0.02-0.1 an event.",
    }),
    substitution: share({
      label: { en: "Loss by staff work", zh: "代办损失" },
      help: { en: "Learning lost where staff do all the work.", zh: "全由专职人员代办时损失的学习。" },
      default: 0.5,
      of: "learning",

      rows: ["Z21"],
    }),
    fading: share({
      label: { en: "Fading", zh: "能力衰退" },
      help: { en: "Without use, abilities fall by this each month.", zh: "不用时，能力每月下降的比例。" },
      default: 0.01,
      of: "ability, a month",

      rows: ["V7"],
      evidence: "M",
      prior: [0, 0.03],
      source: "eq. 4.22: 0.01-0.03 a month.",
    }),
  },
  reads: [
    "experiences",
    "ledger",
    "organizations.alive",
    "organizations.role",
    "residents.awareness",
    "residents.lastGovernance",
    "residents.lastVolunteering",
  ],
  writes: ["residents.ability", "residents.lessons", "residents.task"],
  measures: ["ability_management", "ability_education", "ability_service", "ability_supervision"],
  begin(world) {
    const { ledger, organizations } = world;
    const staff = ledger.flow(STAFF_TIME, ORGANIZATION, COMMUNITY);
    const residentsGave = ledger.flow(VOLUNTEER_TIME, RESIDENT, COMMUNITY);
    const staffShare = staff + residentsGave > 0 ? staff / (staff + residentsGave) : 0;
    // Organizations that support and guide do less in place of residents [Z14].
    const o = organizations.columns;
    let guides = 0;
    let alive = 0;
    for (let g = 0; g < organizations.rows; g++) {
      if (!o.alive[g]) continue;
      alive++;
      guides += o.role[g * 4 + SUPPORT_GUIDE];
    }
    doneByStaff(world)[0] = staffShare * (1 - (alive > 0 ? guides / alive : 0));
    const { resident, what } = world.experiences.columns;
    const own = ownWork(world).fill(0, 0, world.residents.rows);
    for (let row = 0; row < world.experiences.rows; row++) if (what[row] === OWN_WORK && isStillHere(world, row)) own[resident[row]] = 1;
  },
  step(world, context, c) {
    const { ability: k, lessons, task, lastGovernance, lastVolunteering, awareness } = world.residents.columns;
    const p = context.parameters;
    const own = ownWork(world);
    const learning = p.learning * (1 - p.substitution * doneByStaff(world)[0]);
    const kept = 1 - p.fading;
    const gains = world.workspace("learningByDoing/gains", Float64Array, ABILITIES);
    const since = context.week - 3;
    const from = world.communities.columns.firstResident[c];
    const to = from + world.communities.columns.residents[c];
    for (let i = from; i < to; i++) {
      const governed = own[i] ? p.learning : lastGovernance[i] >= since ? learning : 0;
      const served = own[i] ? p.learning : lastVolunteering[i] >= since ? learning : 0;
      const taught = served > 0 && awareness[i] >= UNDERSTANDS ? learning : 0;
      gains[MANAGEMENT] = governed;
      gains[EDUCATION] = taught;
      gains[SERVICE] = own[i] || task[i] === 0 ? served : 0;
      gains[SUPERVISION] = governed / 2;
      if (task[i] > 0) {
        gains[task[i] - 1] = Math.max(gains[task[i] - 1], served);
        task[i] = 0;
      }
      const untaught = lessons[i] > 0 ? pow(1 - p.learning, lessons[i] / LESSON) : 1;
      if (lessons[i] > 0) lessons[i] = 0;
      for (let a = 0; a < ABILITIES; a++) {
        const at = i * ABILITIES + a;
        k[at] = k[at] * kept + (1 - (1 - gains[a]) * untaught) * (1 - k[at]);
      }
    }
  },
});

/** [i] 1 for who settled a matter together with neighbours this month. */
const ownWork = (world: World) => world.scratch("learningByDoing/ownWork", Uint8Array, world.residents.rows);

/** [0] share of the work that staff do in place of residents. */
const doneByStaff = (world: World) => world.scratch("learningByDoing/doneByStaff", Float64Array, 1);
