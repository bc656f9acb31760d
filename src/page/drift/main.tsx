import { render } from "preact";
import type { DriftPage } from "../../model.ts";
import { readData } from "../read-data.ts";
import { App } from "./app.tsx";

const root = document.getElementById("page");
if (root !== null) {
  root.replaceChildren();
  render(<App page={readData<DriftPage>()} />, root);
}
