/**
 * Bare addresses in a text as GitHub's Markdown finds them, by the steps of micromark-extension-gfm-autolink-literal: an
 * address has to be the same link here and there.
 */

/**
 * @param start of `http`
 * @returns where the address ends; undefined where none is
 */
export function addressEnd(text: string, start: number): number | undefined {
  const scheme = /^https?:\/\//i.exec(text.slice(start, start + 8));
  if (!scheme) return undefined;
  const from = start + scheme[0].length;
  if (endsDomain(text, from)) return undefined;
  const domain = domainEnd(text, from);
  return domain === undefined ? undefined : pathEnd(text, domain);
}

/** Of an address that begins with `www.`, at which `start` stands. */
export function nameEnd(text: string, start: number): number | undefined {
  if (text.length === start + 4) return undefined;
  const domain = domainEnd(text, start);
  return domain === undefined ? undefined : pathEnd(text, domain);
}

/** Of an email address. @param start behind the sign */
export function emailEnd(text: string, start: number): number | undefined {
  const domain = /(?:[\w-]|\.(?=[A-Za-z\d]))*/y;
  domain.lastIndex = start;
  const found = domain.exec(text)?.[0] ?? '';
  return found.includes('.') && /[A-Za-z]$/.test(found) ? start + found.length : undefined;
}

const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);
const isSpace = (character: string): boolean => character === '' || /\s/.test(character);

const endsDomain = (text: string, at: number): boolean => {
  const character = text.charAt(at);
  // eslint-disable-next-line no-control-regex -- what no domain holds
  return isSpace(character) || /[\u0000-\u001F\u007F]/.test(character) || isPunctuation(character);
};

/** Undefined where one of the last two parts of the domain has an underscore. */
function domainEnd(text: string, start: number): number | undefined {
  let [last, secondLast] = [false, false];
  const isTrail = trails(text);
  let at = start;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '.' || character === '_') {
      if (isTrail(at)) break;
      if (character === '_') last = true;
      else [secondLast, last] = [last, false];
    } else if (isSpace(character) || (character !== '-' && isPunctuation(character))) break;
  }
  return last || secondLast || !hasLetters(text, start, at) ? undefined : at;
}

const hasLetters = (text: string, start: number, end: number): boolean =>
  /[^._]/.test(text.slice(start, end));

/** Brackets are a part of it in pairs; marks at the end are those of the sentence. */
function pathEnd(text: string, start: number): number {
  let [opened, closed] = [0, 0];
  const isTrail = trails(text);
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (isSpace(character)) return at;
    if (character === '(') opened++;
    else if (character === ')' && closed < opened) closed++;
    else if ('!"&\'),*.:;<?]_~'.includes(character)) {
      if (isTrail(at)) return at;
      if (character === ')') closed++;
    }
  }
  return text.length;
}

/** Asked from the front to the back whether all that follows up to the end of the word are marks of the sentence. */
function trails(text: string): (start: number) => boolean {
  // From all marks on the way to what is none, the way leads there.
  let known = 0;
  return (start) => {
    if (start < known) return false;
    known = trailUpTo(text, start);
    return known < 0;
  };
}

/** Where a trail comes to what is no mark of the sentence; -1 where it does not. */
function trailUpTo(text: string, start: number): number {
  for (let at = start; ;) {
    const character = text.charAt(at);
    if (character === '<' || isSpace(character)) return -1;
    if (character === '&') {
      const reference = /^&[A-Za-z]+;/.exec(text.slice(at, at + 40));
      if (!reference) return at;
      at += reference[0].length;
    } else if (character === ']') {
      at++;
      if (/^[([]/.test(text.charAt(at)) || isSpace(text.charAt(at))) return -1;
    } else if ('!"\'),*.:;?_~'.includes(character)) at++;
    else return at;
  }
}
