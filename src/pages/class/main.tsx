import "../browser.ts";
import "@picocss/pico/css/pico.min.css";
import "../style.css";
import "./class.css";
import { render } from "preact";
import { Boundary, useLoaded } from "../laboratory/Boundary.tsx";
import { Phone } from "./Phone.tsx";

/** A phone by default; #board-TOKEN is the teacher's board, #screen the projector, which phones need not load. */
function Class() {
  const [, token] = /^#board-([0-9a-f]+)$/.exec(location.hash) ?? [];
  if (token !== undefined) return <Board token={token} />;
  return location.hash === "#screen" ? <Screen /> : <Phone />;
}

function Board({ token }: { token: string }) {
  const Content = useLoaded(() => import("./Board.tsx").then((m) => m.Board));
  return Content ? <Content token={token} /> : null;
}

function Screen() {
  const Content = useLoaded(() => import("./Screen.tsx").then((m) => m.Screen));
  return Content ? <Content /> : null;
}

const page = document.getElementById("page") as HTMLElement;
page.replaceChildren();
addEventListener("hashchange", () => location.reload());
render(
  <Boundary>
    <Class />
  </Boundary>,
  page,
);
