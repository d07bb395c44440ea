import { lab, rgb } from "d3";

/**
 * How colours look to readers who lack one kind of cone, as matrices over linear red, green and blue.
 * Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes (2009), A physiologically-based model for simulation of color
 * vision deficiency, IEEE TVCG 15(6), 1291-1298, severity 1.0. doi:10.1109/TVCG.2009.113
 */
export const sights = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;
export type Sight = keyof typeof sights;

const linear = (value: number) => (value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const encoded = (value: number) => 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
const within = (value: number) => Math.max(0, Math.min(1, value));

/** A colour as a reader sees it. */
export function seen(colour: string, sight: Sight): string {
  const { r, g, b } = rgb(colour);
  const m = sights[sight];
  const [x, y, z] = [linear(r), linear(g), linear(b)];
  const row = (k: number) => encoded(within(m[k] * x + m[k + 1] * y + m[k + 2] * z));
  return rgb(row(0), row(3), row(6)).formatHex();
}

/** Distance of two colours in CIELAB (CIE 1976): 2.3 is what one just notices of two patches side by side. */
export function distance(one: string, other: string): number {
  const [p, q] = [lab(one), lab(other)];
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
}

const luminance = (colour: string) => {
  const { r, g, b } = rgb(colour);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
};
/** Contrast of two colours as WCAG 2 has it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
