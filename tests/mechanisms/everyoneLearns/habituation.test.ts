import { describe, expect, it } from "vitest";
import { ASKED_BY_BRANCH, INVITATION, invites, SENDERS } from "../../../src/engine/index.ts";
import { alone } from "../../support/alone.ts";

describe("habituation", () => {
  it("forgets half of the invitations of each sender in its half-life", async () => {
    const world = await alone(
      "habituation",
      8,
      (w) => {
        for (let k = 0; k < 8; k++) invites(w, 3, ASKED_BY_BRANCH);
      },
      "mechanisms.habituation.halfLife=8",
    );
    const { asked } = world.residents.columns;
    expect(asked[3 * SENDERS + ASKED_BY_BRANCH]).toBeGreaterThanOrEqual(4 * INVITATION - 2);
    expect(asked[3 * SENDERS + ASKED_BY_BRANCH]).toBeLessThanOrEqual(4 * INVITATION);
    expect(asked.reduce((a, b) => a + b, 0)).toBe(asked[3 * SENDERS + ASKED_BY_BRANCH]);
  });
});
