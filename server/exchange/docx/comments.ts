/** Comments of a Word document (ECMA-376, part 1, 17.13.4). */
import { attribute, fromOfficeText, readXml } from '../parts/xml';

/** What each says, by its ID. @param text `word/comments.xml`; any text gives an answer */
export function docxComments(text: string): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  let id: string | undefined;
  let reads = false;
  const add = (said: string): void => {
    if (id !== undefined) comments.set(id, `${comments.get(id) ?? ''}${said}`);
  };
  readXml(text, {
    open: (name, attributes) => {
      if (name === 'comment') id = attribute(attributes, 'id');
      reads = name === 't';
    },
    close: (name) => {
      reads = false;
      if (name === 'p') add(' ');
      if (name === 'comment') id = undefined;
    },
    text: (data) => {
      if (reads) add(fromOfficeText(data));
    },
  });
  return comments;
}
