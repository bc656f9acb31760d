import * as core from "@actions/core";
import { createRunner } from "./github/runner.ts";
import { runOnGitHub } from "./pipeline/on-github.ts";

const { getInput } = core;
// Last: what failed before has set an exit code of its own.
process.exitCode = await runOnGitHub({ environment: process.env, getInput, runner: createRunner(core) });
