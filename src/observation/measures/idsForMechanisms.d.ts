import type { MeasureId } from "./measures.ts";

// Mechanisms name the measures that they can move, but stand above them: they learn the ids by this declaration alone.
declare module "../../engine/mechanism.ts" {
  interface MeasuresThatThereAre extends Record<MeasureId, true> {}
}
