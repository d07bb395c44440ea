export interface Cell {
  column: number;
  row: number;
}

/** Places on a square lattice, one for each point: the cell where it lies, or the nearest free one. Rows count from the south. */
export function lattice(x: ArrayLike<number>, y: ArrayLike<number>): Cell[] {
  const n = x.length;
  const side = Math.ceil(Math.sqrt(n));
  const rows = Math.ceil(n / side);
  const bounds = (values: ArrayLike<number>) => {
    let low = Infinity;
    let high = -Infinity;
    for (let k = 0; k < n; k++) {
      low = Math.min(low, values[k]);
      high = Math.max(high, values[k]);
    }
    return [low, high];
  };
  const [left, right] = bounds(x);
  const [low, high] = bounds(y);
  const to = (value: number, from: number, until: number, cells: number) =>
    until > from ? Math.round(((value - from) / (until - from)) * (cells - 1)) : 0;
  const taken = new Uint8Array(side * rows);
  return Array.from({ length: n }, (_, k) => {
    const [c, r] = [to(x[k], left, right, side), to(y[k], low, high, rows)];
    let best = -1;
    let least = Infinity;
    for (let cell = 0; cell < taken.length; cell++) {
      if (taken[cell]) continue;
      const [dx, dy] = [(cell % side) - c, Math.floor(cell / side) - r];
      const away = dx * dx + dy * dy;
      if (away < least) [best, least] = [cell, away];
    }
    taken[best] = 1;
    return { column: best % side, row: Math.floor(best / side) };
  });
}
