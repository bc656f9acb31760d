import type { Place } from "../model.ts";
import { escapeLogLine } from "./log.ts";

/** The runner of a workflow, as far as a step speaks to it. */
export interface Runner {
  info(line: string): void;
  warning(line: string, place?: Place): void;
  /** Shown at its place in the files of the pull request. */
  error(line: string, place?: Place): void;
  /** Lines that a reader opens. */
  group(title: string, lines: readonly string[]): void;
  setOutput(name: string, value: string): void;
  /** The one line by which the step fails. */
  fail(line: string): void;
}

interface FileProperties {
  readonly file?: string;
  readonly startLine?: number;
}

/** What the runner's own library offers of it. */
interface RunnerLibrary {
  info(line: string): void;
  warning(line: string, properties?: FileProperties): void;
  error(line: string, properties?: FileProperties): void;
  startGroup(title: string): void;
  endGroup(): void;
  setOutput(name: string, value: string): void;
  setFailed(line: string): void;
}

/** The runner, to which nothing gets that forms a command or more than one line: every text is escaped on its way. */
export function createRunner(library: RunnerLibrary): Runner {
  return {
    info: (line) => library.info(escapeLogLine(line)),
    warning: (line, place) => library.warning(escapeLogLine(line), locate(place)),
    error: (line, place) => library.error(escapeLogLine(line), locate(place)),
    group(title, lines) {
      library.startGroup(escapeLogLine(title));
      for (const line of lines) library.info(escapeLogLine(line));
      library.endGroup();
    },
    setOutput: (name, value) => library.setOutput(name, value),
    fail: (line) => library.setFailed(escapeLogLine(line)),
  };
}

function locate(place: Place | undefined): FileProperties {
  return {
    ...(place === undefined ? {} : { file: escapeLogLine(place.path) }),
    ...(place?.line === undefined ? {} : { startLine: place.line }),
  };
}
