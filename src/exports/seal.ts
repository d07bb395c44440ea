import { z } from "zod";
import { sha256Hex } from "../engine/index.ts";

/** SHA-256, as 64 hexadecimal digits. */
export const checksumOf = (content: string | Uint8Array): string => sha256Hex(content);

/** JSON in one form, whatever the order of keys and the white space: equal documents give equal text. */
function canonical(value: unknown): string {
  const sorted = (_: string, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted);
}

/** Entries of a document that says of what is written beside it, and of itself, whether it is still so. */
export const sealEntries = {
  sha256: z.record(z.string(), z.string()).meta({ description: "SHA-256 of each file that was written, by its path in the folder." }),
  checksum: z
    .string()
    .meta({ description: "SHA-256 of this document itself without this entry, as JSON with sorted keys and no white space." }),
};

/** The document with its own checksum. */
export const sealed = <T extends object>(document: T): T & { checksum: string } => ({
  ...document,
  checksum: checksumOf(canonical(document)),
});

/** Whether a document is as it was sealed; one without a checksum never was. */
export function sealOf(document: unknown): "whole" | "altered" | "none" {
  if (document === null || typeof document !== "object" || !("checksum" in document)) return "none";
  const { checksum, ...rest } = document;
  return checksum === checksumOf(canonical(rest)) ? "whole" : "altered";
}
