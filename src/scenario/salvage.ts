import { z } from "zod";
import { isTree } from "./yaml.ts";

/** A value of which parts may be missing: undefined stands for what is not known, in lists and maps too. */
export type Partially<T> = T extends readonly [unknown, ...unknown[]]
  ? T
  : T extends readonly (infer U)[]
    ? readonly (Partially<U> | undefined)[]
    : T extends object
      ? { [K in keyof T]?: Partially<T[K]> | undefined }
      : T;

/** What of a value has the form of its schema, so that all that is wrong with the rest can be said at once. */
export function salvage<T extends z.ZodType>(schema: T, value: unknown): Partially<z.output<T>> | undefined {
  return part(schema, value) as Partially<z.output<T>> | undefined;
}

function part(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const inner = bare(schema);
  if (inner instanceof z.ZodObject && isTree(value))
    return Object.fromEntries(Object.entries<z.ZodType>(inner.shape).map(([key, of]) => [key, part(of, value[key])]));
  if (inner instanceof z.ZodRecord && isTree(value))
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, part(inner.valueType as z.ZodType, of)]));
  if (inner instanceof z.ZodArray && Array.isArray(value)) return value.map((of) => part(inner.element as z.ZodType, of));
  return undefined;
}

/** The schema of what stands under these keys; undefined if nothing may. Sections stand inside their defaults. */
export function schemaAt(schema: z.ZodType, keys: readonly string[]): z.ZodType | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return schema;
  const at = bare(schema);
  const under =
    at instanceof z.ZodRecord ? at.valueType : at instanceof z.ZodObject && Object.hasOwn(at.shape, key) ? at.shape[key] : undefined;
  return under && schemaAt(under as z.ZodType, rest);
}

/** A schema without its defaults. */
function bare(schema: z.ZodType): z.ZodType {
  let at = schema;
  while (at instanceof z.ZodDefault || at instanceof z.ZodPrefault || at instanceof z.ZodOptional) at = at.unwrap() as z.ZodType;
  return at;
}
