/** What the welcome page draws, in the colours of the house. They say nothing that the words beside them do not. */

/** A page with a QR code, and the menu of a right-click on it. */
export function ScanDrawing() {
  return (
    <svg class="drawing" viewBox="0 0 240 140" aria-hidden="true">
      <rect class="d-window" x="16" y="10" width="168" height="120" rx="10" />
      <path class="d-line" d="M16 34h168M28 22h.1M38 22h.1M48 22h.1" />
      <g class="d-ink">
        <path d="M44 50h22v22H44zM94 50h22v22H94zM44 100h22v22H44z" class="d-eye" />
        <path d="M52 58h6v6h-6zM102 58h6v6h-6zM52 108h6v6h-6z" />
        <path d="M74 50h6v6h-6zM82 60h6v6h-6zM74 70h6v6h-6zM44 80h6v6h-6zM56 84h6v6h-6zM70 82h8v6h-8zM84 78h6v8h-6zM96 82h6v6h-6zM108 78h8v6h-8zM74 96h6v6h-6zM86 94h8v6h-8zM100 92h6v8h-6zM110 100h6v6h-6zM76 110h8v6h-8zM92 108h6v8h-6zM104 112h12v6h-12z" />
      </g>
      <g class="d-menu">
        <rect x="104" y="72" width="124" height="50" rx="8" />
        <path class="d-chosen" d="M108 82h116v22H108z" />
        <circle class="d-dial" cx="121" cy="93" r="5" />
        <path class="d-word" d="M134 93h74M116 113h60" />
      </g>
      <path class="d-hand" d="M100 68l4 18 4-6 7-1z" />
    </svg>
  );
}

/** Two computers, and a paper kept apart from both. */
export function SafeDrawing() {
  return (
    <svg class="drawing" viewBox="0 0 240 140" aria-hidden="true">
      <rect class="d-window" x="14" y="34" width="84" height="56" rx="6" />
      <path class="d-line" d="M6 98h100" />
      <rect class="d-window" x="142" y="34" width="84" height="56" rx="6" />
      <path class="d-line" d="M134 98h100" />
      <path class="d-lock" d="M46 58v-5a10 10 0 0 1 20 0v5M42 58h28v20H42z" />
      <path class="d-word" d="M158 52h52M158 64h36M158 76h44" />
      <rect class="d-paper" x="98" y="70" width="44" height="58" rx="4" />
      <path class="d-word" d="M106 82h28M106 92h28M106 102h28M106 112h16" />
      <path class="d-run" d="M104 52q16 -22 32 0M130 46l6 6 3-8" />
    </svg>
  );
}
