/**
 * The one switch of all fast paths. Each of them stands in a file of its own, answers nothing where it is not sure, and
 * then the plain path is taken, which defines what is right. Tests switch them off and compare.
 */
export const shortcuts = { taken: true };
