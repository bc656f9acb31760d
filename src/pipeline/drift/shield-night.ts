import type { Config, DriftPrompt, DriftReport } from "../../model.ts";
import { createShield } from "../reports/shield.ts";
import type { NightTaken } from "./record-night.ts";

/** What assay.yml says must not leave a run (`report.content`, `redact`), for what a night keeps and tells. */
export interface NightShield {
  /** Without the answers that the history may not keep. */
  night(taken: NightTaken): NightTaken;
  /** Without the texts of the worst cases that nobody may read. */
  prompt(prompt: DriftPrompt): DriftPrompt;
  /** Without what must not be told in any other words of it. */
  report(report: DriftReport): DriftReport;
}

/** The shield of these settings. An answer is kept whole or not at all: a judge scores it again every night. */
export function createNightShield(config: Pick<Config, "content" | "redact">): NightShield {
  const { text, told } = createShield(config);
  const isSilent = config.content === "none";
  const tell = (output: string | null): string | null => (output === null || isSilent ? null : text(output));
  return {
    report: told,
    night: (taken) => ({
      ...taken,
      answers: taken.answers.filter(({ output }) => !isSilent && text(output) === output),
    }),
    prompt: (prompt) => ({
      ...prompt,
      worst: prompt.worst.map((each) => ({
        ...each,
        outputThen: tell(each.outputThen),
        outputNow: tell(each.outputNow),
      })),
    }),
  };
}
