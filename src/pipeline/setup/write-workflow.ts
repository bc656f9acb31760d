/** Where the workflow goes. */
export const workflowPath = ".github/workflows/prompt-assay.yml";

/**
 * A workflow that judges every pull request, with the least permissions that it needs and the answers kept between runs.
 * `keyVariables` are the names of the secrets that the prompts' models need.
 */
export function writeWorkflow(keyVariables: readonly string[]): string {
  const keys = keyVariables.map((name) => `          ${name}: \${{ secrets.${name} }}\n`).join("");
  const environment = keys === "" ? "" : `        env:\n${keys}`;
  const key = ["ref", "run_id", "run_attempt"].map((part) => `-\${{ github.${part} }}`).join("");
  const folders = ["samples", "baselines", "verdicts"].map((folder) => `            .assay/${folder}\n`).join("");
  return `name: Prompts
on:
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review, labeled, unlabeled, edited]

permissions:
  contents: read
  pull-requests: write
  checks: write

concurrency:
  group: prompts-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  assay:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - uses: actions/cache/restore@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
        with:
          path: |
${folders}          key: assay${key}
          restore-keys: |
            assay-\${{ github.ref }}-
            assay-
      - uses: prompt-assay/prompt-assay@v1
${environment}      - uses: actions/cache/save@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
        if: always()
        with:
          path: |
${folders}          key: assay${key}
`;
}
