/** Languages as people and settings name them, and which of some that are there is meant. */

/**
 * The one of some language tags that somebody who asks for a language gets, by RFC 4647 (BCP 47): the tag itself, or the
 * nearest above it, so that `fr-CA` gets `fr`; else the first one that is below it, so that `pt` gets `pt-BR`. Capitals do
 * not count, and `fr_CA` is read as `fr-CA`. Undefined where there is none.
 */
export function languageAmong(tags: readonly string[], range: string): string | undefined {
  const asked = subtagsOf(range);
  if (asked[0] === '') return undefined;
  const known = tags.map((tag) => ({ tag, subtags: subtagsOf(tag) }));
  for (let rest = asked; rest.length > 0; rest = shortened(rest)) {
    const found = known.find(({ subtags }) => subtags.join('-') === rest.join('-'));
    if (found) return found.tag;
  }
  return known.find(({ subtags }) => asked.every((subtag, at) => subtags[at] === subtag))?.tag;
}

/** Without what computers put behind a language, as in `cy_GB.UTF-8`. */
const subtagsOf = (tag: string): readonly string[] =>
  tag
    .trim()
    .toLowerCase()
    .replace(/[.@].*$/s, '')
    .split(/[-_]/);

/** Without its last part, and without a single letter before it, which says nothing alone (RFC 4647, 3.4). */
function shortened(subtags: readonly string[]): readonly string[] {
  const rest = subtags.slice(0, -1);
  return rest.at(-1)?.length === 1 ? rest.slice(0, -1) : rest;
}
