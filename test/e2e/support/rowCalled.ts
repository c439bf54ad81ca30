/** Whether a row with this label is meant: by its label, or by the ID that its words follow on. */
export const isCalled = (label: string, wanted: string): boolean =>
  label === wanted || (/^\d+(?:\.\d+)+$/.test(wanted) && label.startsWith(`${wanted} `));

/** The IDs of three parts that labels begin with. */
export const elementIds = (labels: readonly string[]): readonly string[] =>
  labels.flatMap((label) => /^\d\.\d\.\d/.exec(label)?.[0] ?? []);
