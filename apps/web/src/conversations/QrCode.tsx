import { createMemo } from "solid-js";
import { encode } from "uqr";
import "./qr-code.css";

/** A link as squares to be photographed. Always dark on light, whatever the theme: cameras expect it. */
export function QrCode(props: { text: string; label: string }) {
  const code = createMemo(() => encode(props.text, { ecc: "M", border: 3 }));
  const path = () =>
    code()
      .data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")).join(""))
      .join("");

  return (
    <svg class="qr" role="img" aria-label={props.label} viewBox={`0 0 ${code().size} ${code().size}`}>
      <path d={path()} />
    </svg>
  );
}
