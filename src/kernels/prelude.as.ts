/**
 * What types.ts, bits.ts and philox.ts are to compiled kernels. Columns are places in the memory of the world, without bounds; values
 * are read and written as JavaScript does it.
 */

@global @unmanaged class U8s {
  @inline @operator("[]") get(k: i32): i32 { return load<u8>(changetype<usize>(this) + <usize>k); }
  @inline @operator("[]=") set(k: i32, value: i32): void { store<u8>(changetype<usize>(this) + <usize>k, <u8>value); }
}

@global @unmanaged class U16s {
  @inline @operator("[]") get(k: i32): i32 { return load<u16>(changetype<usize>(this) + (<usize>k << 1)); }
  @inline @operator("[]=") set(k: i32, value: i32): void { store<u16>(changetype<usize>(this) + (<usize>k << 1), <u16>value); }
}

@global @unmanaged class I16s {
  @inline @operator("[]") get(k: i32): i32 { return load<i16>(changetype<usize>(this) + (<usize>k << 1)); }
  @inline @operator("[]=") set(k: i32, value: i32): void { store<i16>(changetype<usize>(this) + (<usize>k << 1), <i16>value); }
}

@global @unmanaged class U32s {
  @inline @operator("[]") get(k: i32): i32 { return load<i32>(changetype<usize>(this) + (<usize>k << 2)); }
  @inline @operator("[]=") set(k: i32, value: i32): void { store<i32>(changetype<usize>(this) + (<usize>k << 2), value); }
}

@global @unmanaged class I32s {
  @inline @operator("[]") get(k: i32): i32 { return load<i32>(changetype<usize>(this) + (<usize>k << 2)); }
  @inline @operator("[]=") set(k: i32, value: i32): void { store<i32>(changetype<usize>(this) + (<usize>k << 2), value); }
}

@global @unmanaged class Words {
  @inline @operator("[]") get(k: i32): f64 { return <f64>load<u32>(changetype<usize>(this) + (<usize>k << 2)); }
  @inline @operator("[]=") set(k: i32, value: f64): void { store<u32>(changetype<usize>(this) + (<usize>k << 2), <u32>value); }
}

@global @unmanaged class F32s {
  @inline @operator("[]") get(k: i32): f64 { return load<f32>(changetype<usize>(this) + (<usize>k << 2)); }
  @inline @operator("[]=") set(k: i32, value: f64): void { store<f32>(changetype<usize>(this) + (<usize>k << 2), <f32>value); }
}

@global @unmanaged class F64s {
  @inline @operator("[]") get(k: i32): f64 { return load<f64>(changetype<usize>(this) + (<usize>k << 3)); }
  @inline @operator("[]=") set(k: i32, value: f64): void { store<f64>(changetype<usize>(this) + (<usize>k << 3), value); }
}

/** 2^k for k in -1022 ... 1023. */
@global @inline function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<i64>k + 1023) << 52);
}

/** The eleven bits of the exponent. */
@global @inline function exponentBits(x: f64): i32 {
  return <i32>(reinterpret<u64>(x) >> 52);
}

/** The same digits with exponent 0. */
@global @inline function significand(x: f64): f64 {
  return reinterpret<f64>((reinterpret<u64>(x) & 0xfffffffffffff) | 0x3ff0000000000000);
}

/** Adds to a place where several threads may add. */
@global @inline function addShared(values: U32s, at: i32, amount: i32): void {
  atomic.add<i32>(changetype<usize>(values) + (<usize>at << 2), amount);
}

/** In a row of flags, the place of the next that is not 0: of up to 32 all are looked at at once, and what lies behind them. */
@global function nextFlag(flags: U8s, first: i32, length: i32, start: i32): i32 {
  if (length > 32) {
    let at = start;
    for (let k = 0; k < length; k++) {
      if (flags[first + at] != 0) return at;
      at++;
      if (at == length) at = 0;
    }
    return start;
  }
  const place = changetype<usize>(flags) + <usize>first;
  const none = i8x16.splat(0);
  const low = <u32>i8x16.bitmask(i8x16.ne(v128.load(place), none));
  const high = <u32>i8x16.bitmask(i8x16.ne(v128.load(place, 16), none));
  const set = (low | (high << 16)) & <u32>((<u64>1 << <u64>length) - 1);
  const later = set & (<u32>0xffffffff << <u32>start);
  return select<i32>(<i32>ctz<u32>(select<u32>(later, set, later != 0)), start, set != 0);
}

/** Philox4x32-10 of four counters that differ in their first word: each number stands in four lanes, one for each. */
@global function fourBlocks(
  out: U32s, at: i32, a: i32, b: i32, c: i32, d: i32, second: i32, third: i32, fourth: i32, k0: i32, k1: i32,
): void {
  const m0 = i32x4.splat(0xd2511f53);
  const m1 = i32x4.splat(0xcd9e8d57);
  let c0 = i32x4.replace_lane(i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(a), 1, b), 2, c), 3, d);
  let c1 = i32x4.splat(second);
  let c2 = i32x4.splat(third);
  let c3 = i32x4.splat(fourth);
  for (let round = 0; round < 10; round++) {
    const low0 = v128.extmul_low<u32>(c0, m0);
    const high0 = v128.extmul_high<u32>(c0, m0);
    const low1 = v128.extmul_low<u32>(c2, m1);
    const high1 = v128.extmul_high<u32>(c2, m1);
    c0 = v128.xor(v128.xor(v128.shuffle<u32>(low1, high1, 1, 3, 5, 7), c1), i32x4.splat(k0));
    c1 = v128.shuffle<u32>(low1, high1, 0, 2, 4, 6);
    c2 = v128.xor(v128.xor(v128.shuffle<u32>(low0, high0, 1, 3, 5, 7), c3), i32x4.splat(k1));
    c3 = v128.shuffle<u32>(low0, high0, 0, 2, 4, 6);
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  const place = changetype<usize>(out) + (<usize>at << 2);
  const even0 = v128.shuffle<u32>(c0, c1, 0, 4, 1, 5); // words 0 and 1 of a, then of b
  const even1 = v128.shuffle<u32>(c2, c3, 0, 4, 1, 5);
  const odd0 = v128.shuffle<u32>(c0, c1, 2, 6, 3, 7);
  const odd1 = v128.shuffle<u32>(c2, c3, 2, 6, 3, 7);
  v128.store(place, v128.shuffle<u64>(even0, even1, 0, 2));
  v128.store(place, v128.shuffle<u64>(even0, even1, 1, 3), 16);
  v128.store(place, v128.shuffle<u64>(odd0, odd1, 0, 2), 32);
  v128.store(place, v128.shuffle<u64>(odd0, odd1, 1, 3), 48);
}
