/**
 * The names of all ways to write a report, for help and options: apart from the registry, which loads the writers
 * themselves. The compiler keeps the two in step.
 */
export const reporterNames = ["text", "markdown", "json", "html", "svg"] as const;

/** A name that `reporters` knows. */
export type ReporterName = (typeof reporterNames)[number];
