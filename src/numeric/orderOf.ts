/**
 * Places of numbers in their order, smallest first; equal ones as they stand. Differences are finite. The numbers are put into as many equal spans as
 * there are numbers, and sorted by insertion there: a sort that calls a comparison takes four times as long.
 */
export function orderOf(values: Float64Array): Uint32Array {
  const n = values.length;
  let least = Infinity;
  let most = -Infinity;
  for (let k = 0; k < n; k++) {
    least = Math.min(least, values[k]);
    most = Math.max(most, values[k]);
  }
  const spans = (n - 1) / (most - least);
  const scale = Number.isFinite(spans) ? spans : 0;
  const start = new Uint32Array(n + 1);
  for (let k = 0; k < n; k++) start[Math.floor((values[k] - least) * scale) + 1]++;
  for (let k = 0; k < n; k++) start[k + 1] += start[k];
  const order = new Uint32Array(n);
  for (let k = 0; k < n; k++) order[start[Math.floor((values[k] - least) * scale)]++] = k;
  for (let k = 1; k < n; k++) {
    const place = order[k];
    let at = k;
    for (; at > 0 && values[order[at - 1]] > values[place]; at--) order[at] = order[at - 1];
    order[at] = place;
  }
  return order;
}
