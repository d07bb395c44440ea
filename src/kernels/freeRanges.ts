/** Ranges of whole numbers that are free again. Neighbours are joined, so that what was parted can be taken as one. */
export class FreeRanges {
  /** In their order, none touching the next: first and length of each. */
  private readonly ranges: { first: number; length: number }[] = [];

  add(first: number, length: number): void {
    const { ranges } = this;
    let k = ranges.findIndex((range) => range.first > first);
    if (k < 0) k = ranges.length;
    ranges.splice(k, 0, { first, length });
    for (const left of [k, k - 1]) {
      const [a, b] = [ranges[left], ranges[left + 1]];
      if (a === undefined || b === undefined || a.first + a.length !== b.first) continue;
      a.length += b.length;
      ranges.splice(left + 1, 1);
    }
  }

  /** Takes the first range that is long enough; -1 if none is. */
  take(length: number): number {
    const k = this.ranges.findIndex((range) => range.length >= length);
    if (k < 0) return -1;
    const range = this.ranges[k];
    const { first } = range;
    if (range.length === length) this.ranges.splice(k, 1);
    else {
      range.first += length;
      range.length -= length;
    }
    return first;
  }

  clear(): void {
    this.ranges.length = 0;
  }
}
