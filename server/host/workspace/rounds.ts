/**
 * How often an index is asked again after one change. What it is told may let it ask for more: a manifest for a standard,
 * a standard for the files that it makes evidence of, these for the places they refer to. Whatever a file says, it ends.
 */
export const maximumRounds = 8;
