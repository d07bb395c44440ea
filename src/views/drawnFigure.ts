import { elementOf, type Figure, type Svg, type Table } from "./figure.ts";

/** What a drawing shows, and how large it is, in pixels of its own. */
export interface Shown<Data> {
  data: Data;
  width: number;
  height: number;
}

/**
 * A picture that is drawn whole, now and whenever what it shows, its size or the theme of the page changes.
 *
 * @param state  written here, read by `draw` and `table`
 */
export function drawnFigure<Data>(svg: Svg, state: Shown<Data | undefined>, draw: () => void, table: () => Table): Figure<Data> {
  draw();
  return {
    node: elementOf(svg),
    update(next) {
      state.data = next;
      draw();
    },
    resize(width, height) {
      [state.width, state.height] = [width, height];
      draw();
    },
    restyle: draw,
    table,
  };
}
