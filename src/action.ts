import * as core from "@actions/core";
import { limitGarbage } from "./commands/limit-garbage.ts";
import { createRunner } from "./github/runner.ts";
import { runOnGitHub } from "./pipeline/action/on-github.ts";

limitGarbage();
const { getInput } = core;
// Last: what failed before has set an exit code of its own.
process.exitCode = await runOnGitHub({ environment: process.env, getInput, runner: createRunner(core) });
