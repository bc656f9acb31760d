import { render } from "preact";
import type { ReportPage } from "../../model.ts";
import { readData } from "../read-data.ts";

const { headline } = readData<ReportPage>();
const page = document.getElementById("page");
if (page !== null) {
  render(
    <main>
      <h1>{headline}</h1>
    </main>,
    page,
  );
}
