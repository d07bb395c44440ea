/**
 * What types.ts and bits.ts are to compiled kernels. Columns are places in the memory of the world, without bounds; values
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
