/** What is said of keys and of the values of a closed list, in front matter and in portfolio.yaml. */
import type { Span } from '../../core/text/span';
import type { KeyDescription } from '../../core/yaml/keyDescription';
import type { Markup } from '../text/markup';

/** Paragraphs about what stands at a span. */
export interface About {
  readonly parts: readonly string[];
  readonly span: Span;
}

/** A key's sentence, and its values where they are a closed list. */
export function describe(
  { key, description, values = {}, required }: KeyDescription,
  { text, strong, bullet }: Markup,
): readonly string[] {
  return [
    `${strong(key)}${required ? ` ${text('(required)')}` : ''}: ${text(description)}`,
    Object.entries(values)
      .map(([value, meaning]) => bullet(`${strong(value)}: ${text(meaning)}`))
      .join('\n'),
  ];
}

/** What one value of a closed list means; nothing for another one. */
export function meaning(
  values: Readonly<Record<string, string>>,
  written: string,
  { text, strong }: Markup,
): readonly string[] {
  const words = Object.hasOwn(values, written) ? values[written] : undefined;
  return words === undefined ? [] : [`${strong(written)}: ${text(words)}`];
}
