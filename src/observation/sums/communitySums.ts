import type { World } from "../../engine/index.ts";

export type CommunitySums = ReturnType<typeof sumCommunities>;

/** Sums over communities: of their platforms, and of their workers and the paperwork that these are assigned. */
export function sumCommunities({ communities }: World) {
  const { paperwork, platform, staff } = communities.columns;
  const sums = { workers: 0, paperwork: 0, platform: 0 };
  for (let c = 0; c < communities.rows; c++) {
    sums.paperwork += paperwork[c] * staff[c];
    sums.workers += staff[c];
    sums.platform += platform[c];
  }
  return sums;
}
