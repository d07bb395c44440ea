import { useMemo } from "preact/hooks";
import qrcode from "qrcode-generator";

const QUIET = 2; // modules around it

/** A text as a QR code, dark on light whatever the theme: cameras of old phones read no other. */
export function QrCode({ text }: { text: string }) {
  const path = useMemo(() => {
    const code = qrcode(0, "M");
    code.addData(text);
    code.make();
    const count = code.getModuleCount();
    const dark = Array.from({ length: count }, (_, y) =>
      Array.from({ length: count }, (_, x) => (code.isDark(y, x) ? `M${x} ${y}h1v1h-1z` : "")),
    );
    return { d: dark.flat().join(""), count };
  }, [text]);
  const side = path.count + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img" aria-label={text} shape-rendering="crispEdges">
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={path.d} fill="#000" />
    </svg>
  );
}
