/** What a command throws where it does not come to its end. */

/** The command line cannot be understood; the message says why. */
export class UsageError extends Error {}

/** The command cannot be carried out; the message says why. */
export class RunError extends Error {}
