/** That the level of tonight is the level from now on. */
export interface Acceptance {
    /** By name, path or folder of the history. */
    readonly prompt: string;
    readonly reason: string;
    /** Whether somebody typed the name: one that fits no prompt is a mistake. */
    readonly typed?: true;
}
