import "./browser.ts";
import "@picocss/pico/css/pico.min.css";
import "uplot/dist/uPlot.min.css";
import "./style.css";
import { render } from "preact";
import { Laboratory } from "./laboratory/Laboratory.tsx";
import { keepOffline } from "./offline/register.ts";

render(<Laboratory />, document.getElementById("page") as HTMLElement);
keepOffline();
