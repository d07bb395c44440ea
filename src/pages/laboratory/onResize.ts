/**
 * Tells of an element's size in whole pixels, now and whenever it changes, until what is returned is called. It tells in
 * the next frame: what is drawn anew changes sizes in turn, and a browser complains of changes made while it still measures.
 */
export function onResize(element: Element, told: (width: number, height: number) => void): () => void {
  let frame = 0;
  const watch = new ResizeObserver(([{ contentRect }]) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => told(Math.floor(contentRect.width), Math.floor(contentRect.height)));
  });
  watch.observe(element);
  return () => {
    watch.disconnect();
    cancelAnimationFrame(frame);
  };
}
