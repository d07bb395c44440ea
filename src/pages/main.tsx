import "@picocss/pico/css/pico.min.css";
import "uplot/dist/uPlot.min.css";
import "./style.css";
import { render } from "preact";
import { Laboratory } from "./laboratory/Laboratory.tsx";

render(<Laboratory />, document.getElementById("page") as HTMLElement);
