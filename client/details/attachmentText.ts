/** An attachment as a file names it: a path or a web address, with a page. Nothing here knows VS Code. */

export const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/** The page where to look, in digits; undefined where none is said. */
export const pageIn = (attachment: string): string | undefined => /#page=(\d+)$/.exec(attachment)?.[1];

export const withoutPage = (attachment: string): string => attachment.replace(/#page=\d+$/, '');

/** @param page in digits; empty or undefined: the whole document */
export const withPage = (attachment: string, page: string | undefined): string =>
  page === undefined || page === '' ? withoutPage(attachment) : `${withoutPage(attachment)}#page=${page}`;

/** A web address as it is; of a path, the file's name. */
export function shownName(attachment: string): string {
  const bare = withoutPage(attachment);
  return isWebAddress(bare) ? bare : bare.slice(bare.lastIndexOf('/') + 1);
}
