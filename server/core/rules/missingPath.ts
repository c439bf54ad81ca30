/** What is said of a path that leads to no file, or to nothing that anybody else could open. */
import { differenceInWords } from '../text/alike';
import type { LinkTarget, Target } from '../portfolio/targets';
import { leadsTo } from '../portfolio/targets';
import type { Problem, Suggestion, Uri } from '../text/span';
import { spanOf } from '../text/span';
import { mayBePage } from '../portfolio/pageAddresses';
import type { Portfolio } from '../portfolio/portfolio';
import { decodedPath, encodedPath } from '../markdown/reference';
import { fileName, joinPath, relativePath } from '../text/uri';

export const ownMessage = (destination: string): string =>
  `Only your own computer or network can open ${destination}, so an assessor cannot. Copy the file into the portfolio’s folder and name it by its path from this file.`;

/** About an attachment at which nothing stands, however it is read. */
export function missingAttachment(portfolio: Portfolio, target: Target): Problem {
  return beyond(portfolio, target) ?? similar(portfolio, target, asItIs) ?? plainly(target);
}

/** About a link that nobody can follow. */
export function brokenLink(portfolio: Portfolio, target: LinkTarget): Problem {
  const { kind, destination, span, link } = target;
  if (kind === 'own') return { span, message: ownMessage(destination) };
  if (kind === 'nothing') return withoutAddress(target);
  if (link.isUnread) return unread(target);
  return (
    literal(portfolio, target) ??
    beyond(portfolio, target) ??
    addressOfTheWeb(target) ??
    similar(portfolio, target, { encode: encodedPath, decode: decodedPath }) ??
    withBackslashes(portfolio, target) ??
    unseen(target) ??
    fromTheTop(target) ??
    asPage(target) ??
    plainly(target)
  );
}

/** Where the path looks like the address of a page, how to say that it is one. */
function asPage(target: Target): Problem | undefined {
  if (!mayBePage(target) || !/^@|[\\/]|\.[a-z]+$/i.test(target.destination)) return undefined;
  const { span, message } = plainly(target);
  return { span, message: `${message} ${pagesInstead}` };
}

const pagesInstead =
  'If your links are addresses of a website’s pages, write “links: pages” in portfolio.yaml.';

const plainly = ({ span, destination }: Target): Problem => ({
  span,
  message: `There is no file at ${destination}. Check the path; it starts from this file’s folder.`,
});

/** What a symbolic link leads to out of the repository is not looked at, and others do not have it. */
const beyond = ({ leadsOutside }: Portfolio, { readings, span, destination }: Target): Problem | undefined =>
  readings.some(({ uri }) => leadsOutside(uri))
    ? {
        span,
        message: `${destination} leads outside the repository, through a symbolic link, and nothing there is looked at. Copy the file into the portfolio.`,
      }
    : undefined;

/** With the brackets, as there is nothing else to underline. */
const withoutAddress = ({ span: { start, end } }: Target): Problem => ({
  span: spanOf(start - 1, end + 1),
  message: 'This link has no address. Write the path of a file or a web address between its round brackets.',
});

function unread({ span, destination }: Target): Problem {
  const message = `This is shown as text and is no link, because there are spaces in ${destination}.`;
  // What has an angle bracket in it cannot stand between two.
  const encoded = destination.replace(/[\s<>]/g, encodeURIComponent);
  return /[<>]/.test(destination)
    ? {
        span,
        message: `${message} Write ${encoded}.`,
        suggestions: [{ replacement: encoded, label: 'without spaces' }],
      }
    : {
        span,
        message: `${message} Write <${destination}>, or %20 in place of each space.`,
        suggestions: [{ replacement: `<${destination}>`, label: 'in angle brackets' }],
      };
}

/** In an address, `#` begins a place in the file and `?` a question to a server. */
function literal({ exists }: Portfolio, { literally, destination, span }: LinkTarget): Problem | undefined {
  if (literally === undefined || exists(literally) !== true) return undefined;
  const mark = /[?#]/.exec(destination)?.[0] ?? '#';
  const replacement = destination.split('/').map(encodeMarks).join('/');
  return {
    span,
    message: `The address of a file ends at ${mark}, so this does not lead to ${destination}. Write ${replacement}.`,
    suggestions: [{ replacement, label: fileName(literally) }],
  };
}

/** In an address, only `/` parts folders; Windows parts them by a backslash as well. */
function withBackslashes(
  { exists }: Portfolio,
  { readings: [reading], destination, span }: LinkTarget,
): Problem | undefined {
  if (!reading?.path.includes('\\')) return undefined;
  const path = reading.path.replaceAll('\\', '/');
  const uri = joinPath(reading.base, path);
  if (exists(uri) !== true) return undefined;
  const replacement = encodedPath(path) + reading.tail;
  return {
    span,
    message: `There is no file at ${destination}: in the address of a link, a backslash does not part folders. Write ${replacement}.`,
    suggestions: [{ replacement, label: fileName(uri) }],
  };
}

const encodeMarks = (segment: string): string => segment.replace(/[?#%\s]/g, encodeURIComponent);

/** What browsers and mail programs take as it is, Markdown takes for a path. */
function addressOfTheWeb({ destination, span }: Target): Problem | undefined {
  const scheme = /^www\.[^\s/]+\.\w/i.test(destination)
    ? 'https://'
    : /^[^\s/@]+@[^\s/@]+\.[A-Za-z]{2,}(?:\?\S*)?$/.test(destination)
      ? 'mailto:'
      : undefined;
  if (scheme === undefined) return undefined;
  const what = scheme === 'mailto:' ? 'an e-mail address' : 'an address of the web';
  const replacement = scheme + destination;
  return {
    span,
    message: `Without ${scheme} before it, ${destination} is taken for a file and not for ${what}. Write ${replacement}.`,
    suggestions: [{ replacement, label: what }],
  };
}

/** How a name is written in a path. */
interface Writing {
  readonly encode: (name: string) => string;
  readonly decode: (written: string) => string;
}

const asItIs: Writing = { encode: (name) => name, decode: (written) => written };

function similar(portfolio: Portfolio, target: Target, writing: Writing): Problem | undefined {
  const meant = leadsTo(target, portfolio.exists);
  const found = meant && portfolio.alike(meant.uri);
  if (!found) return undefined;
  const { destination, span } = target;
  const written = destination.slice(0, destination.length - meant.tail.length);
  const path = likeWritten(written, found, writing) ?? writing.encode(relativePath(meant.base, found));
  const suggestion: Suggestion = { replacement: path + meant.tail, label: fileName(found) };
  return {
    span,
    message: `There is no file at ${destination}. There is ${path}, whose name ${differenceInWords(...names(meant.path, found))}. Write ${suggestion.replacement}.`,
    suggestions: [suggestion],
  };
}

/** The names that a path goes down through, and as many of those that lead to a place. */
function names(path: string, uri: Uri): readonly [string, string] {
  const parts = path.split('/');
  const down = parts.slice(parts.lastIndexOf('..') + 1).filter((name) => name !== '' && name !== '.');
  return [down.join('/'), decodedPath(uri).split('/').slice(-down.length).join('/')];
}

/** The path as it is written, with the names that are there in the place of those that differ. */
function likeWritten(written: string, found: Uri, { encode, decode }: Writing): string | undefined {
  const parts = written.split(/([\\/])/);
  const names = found.split('/').map((name) => decodedPath(name));
  for (let at = parts.length - 1; at >= 0; at -= 2) {
    const part = parts[at] ?? '';
    // What a path goes down before it goes up again is not among the names of the place.
    if (part === '..')
      return parts.slice(0, at).every((name) => /^(?:\.{0,2}|[\\/])$/.test(name))
        ? parts.join('')
        : undefined;
    if (part === '' || part === '.') continue;
    const name = names.pop();
    if (name === undefined) return undefined;
    if (decode(part) !== name) parts[at] = encode(name);
  }
  return parts.join('');
}

/** A line such as `[Anna]: Yes`. */
function unseen({ link: { unusedLabel }, destination, span }: LinkTarget): Problem | undefined {
  if (unusedLabel === undefined) return undefined;
  return {
    span,
    message: `There is no file at ${destination}. Markdown takes this line for the address of links named [${unusedLabel}], and does not show it. If it is to be read, put a \\ before it.`,
  };
}

function fromTheTop({ kind, destination, span }: Target): Problem | undefined {
  if (kind !== 'top') return undefined;
  if (topOfDisk.test(destination)) return { span, message: ownMessage(destination) };
  return {
    span,
    message: `There is no file at ${destination} in this portfolio. With / before it, only your own computer might open it. Write the path from this file’s folder, or copy the file into the portfolio. ${pagesInstead}`,
  };
}

/** What stands at the top of somebody’s disk. */
const topOfDisk = /^\/(?:[A-Za-z]\/)?(?:Users|home|Volumes|mnt|tmp|cygdrive|Documents and Settings)\//;
