/** Which rows a list shows while somebody types in it. Nothing here knows VS Code. */

export interface Choice<Value> {
  /** Undefined for a row that only says something. */
  readonly value?: Value;
  readonly label: string;
  readonly words?: string;
  /** A second line. */
  readonly detail?: string;
  /** Of a Codicon, before the label. */
  readonly icon?: string;
}

/**
 * The choices that fit, with what is typed before them or, where one of them begins with it, behind them; all choices
 * where nothing fits: a list is never empty.
 * @param typed what the text that is typed may mean
 */
export function choicesFor<Value>(
  choices: readonly Choice<Value>[],
  typed: readonly Choice<Value>[],
  text: string,
): readonly Choice<Value>[] {
  const wanted = text.trim().toLowerCase();
  const fitting = choices.filter(({ label, words = '', detail = '', value }) =>
    [label, words, detail, typeof value === 'string' ? value : ''].some((said) =>
      said.toLowerCase().includes(wanted),
    ),
  );
  const known = new Set(fitting.map(({ value }) => value));
  const fresh = typed.filter(({ value }) => value === undefined || !known.has(value));
  if (fitting.length === 0 && fresh.every(({ value }) => value === undefined)) return [...fresh, ...choices];
  const isBegun = fitting.some(({ label }) => label.toLowerCase().startsWith(wanted));
  return isBegun ? [...fitting, ...fresh] : [...fresh, ...fitting];
}
