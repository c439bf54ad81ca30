/** What of a page is struck out: elements, styles, and classes by the rules of the page, as office programs write them. */

/** Elements whose text is struck out. */
export const strikes: ReadonlySet<string> = new Set(['s', 'strike', 'del']);

export const isLineThrough = (style: string): boolean => /line-through/i.test(style);

export const classesOf = (attributes: Readonly<Record<string, string>>): readonly string[] =>
  (attributes['class'] ?? '').split(/\s+/);

export interface StruckClasses {
  /** Takes what a style sheet says; any text will do. */
  readonly take: (rules: string) => void;
  /** @param own classes of an element */
  readonly hasOneOf: (own: readonly string[]) => boolean;
}

/** Rules for elements that have several classes at once are looked at one by one: more than so many nobody writes. */
const most = 100;

export function struckClasses(): StruckClasses {
  const single = new Set<string>();
  const several: (readonly string[])[] = [];
  return {
    take: (rules) => {
      for (const [first, ...more] of selectorsIn(rules).map(subjectOf)) {
        if (first === undefined) continue;
        if (more.length === 0) single.add(first);
        else if (several.length < most) several.push([first, ...more]);
      }
    },
    hasOneOf: (own) =>
      own.some((one) => single.has(one)) || several.some((all) => all.every((one) => own.includes(one))),
  };
}

/** Of the rules that strike out, whom they are about: `.ritz .waffle .s4`. */
const selectorsIn = (rules: string): readonly string[] =>
  rules
    .replace(/\/\*[^]*?(?:\*\/|$)/g, ' ')
    .split('}')
    .flatMap((rule) => {
      // Within `@media print { … }`, two open.
      const [style = '', names = ''] = rule.split('{').reverse();
      return isLineThrough(style) ? names.split(',') : [];
    });

/**
 * The classes that an element has to have. Elements around it are not asked for theirs, but where the rule is about all
 * cells or rows of such an element; what is struck out only under the pointer, or before the text, is not.
 */
function subjectOf(selector: string): readonly string[] {
  if (selector.includes(':')) return [];
  const parts = selector.split(/[\s>+~]+/).filter((part) => part !== '');
  const last = parts.findLast((part) => !/^(?:t[dhr]|tbody|\*)$/i.test(part)) ?? '';
  return Array.from(last.matchAll(/\.([\w-]+)/g), ([, name = '']) => name);
}
