const shapes = {
  run: "M7 4.5v15l12-7.5z",
  pause: "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z",
  step: "M5 5v14l9-7zM15.5 5H19v14h-3.5z",
  reset: "M5 5h3v14H5zM20 5v14l-11-7z",
  link: "M10.6 13.4a1 1 0 0 1 0-1.4l3-3a4 4 0 0 1 5.7 5.6l-1.9 1.9-1.4-1.4 1.9-1.9a2 2 0 0 0-2.9-2.8l-3 3a1 1 0 0 1-1.4 0zM13.4 10.6a1 1 0 0 1 0 1.4l-3 3a4 4 0 0 1-5.7-5.6l1.9-1.9L8 8.9l-1.9 1.9A2 2 0 0 0 9 13.6l3-3a1 1 0 0 1 1.4 0z",
  stage: "M3 5h18v12H3zM5 7v8h14V7zM8 20l3-3h2l3 3z",
  left: "M15 5l-7 7 7 7z",
  right: "M9 5l7 7-7 7z",
  leave: "M6.4 5L5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6L19 6.4 17.6 5 12 10.6z",
  file: "M6 3h8l5 5v13H6zM13 4.5V9h4.5z",
  controls: "M3 6h8V4h3v6h-3V8H3zM16 6h5v2h-5zM3 16h3v-2h3v6H6v-2H3zM11 16h10v2H11z",
  theme: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 5a7 7 0 0 1 0 14z",
} as const;

/** A small picture on a button, which has its words beside it or as its name. */
export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} fill-rule="evenodd" />
    </svg>
  );
}
