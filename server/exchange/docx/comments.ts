/** Comments of a Word document, and its notes at the foot of a page and at the end (ECMA-376, part 1, 17.13.4 and 17.11). */
import { attribute, fromOfficeText, readXml } from '../parts/xml';

export const commentKinds = ['comment', 'footnote', 'endnote'] as const;

/** What names one among all of these: each kind counts its own. */
export const commentKey = (kind: (typeof commentKinds)[number], id = ''): string => `${kind} ${id}`;

/** What each says, by its key. @param text a part such as `word/comments.xml`; any text gives an answer */
export function docxComments(text: string): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  let key: string | undefined;
  let reads = false;
  const add = (said: string): void => {
    if (key !== undefined) comments.set(key, `${comments.get(key) ?? ''}${said}`);
  };
  readXml(text, {
    open: (name, attributes) => {
      const kind = commentKinds.find((one) => one === name);
      if (kind) key = commentKey(kind, attribute(attributes, 'id'));
      reads = name === 't';
    },
    close: (name) => {
      reads = false;
      if (name === 'p') add(' ');
      if (commentKinds.some((kind) => kind === name)) key = undefined;
    },
    text: (data) => {
      if (reads) add(fromOfficeText(data));
    },
  });
  return comments;
}
