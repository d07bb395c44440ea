/**
 * Sorts whole numbers, smallest first: by counting each where they are small for how many they are, so that none is
 * compared with another.
 */
export function sortWhole(values: Uint32Array): Uint32Array {
  let most = 0;
  for (let k = 0; k < values.length; k++) if (values[k] > most) most = values[k];
  if (most > values.length) return values.sort();
  const count = new Uint32Array(most + 1);
  for (let k = 0; k < values.length; k++) count[values[k]]++;
  let at = 0;
  for (let value = 0; value <= most; value++) for (let left = count[value]; left > 0; left--) values[at++] = value;
  return values;
}
