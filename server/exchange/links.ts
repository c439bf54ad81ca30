/** Links of documents, workbooks and pages as Markdown. */

/** Where a person would be led: pages, and files beside the document. Everything else is text. */
const isFollowed = (address: string): boolean =>
  /^https?:\/\/\S/i.test(address) || (address !== '' && !/^(?:[a-z][a-z\d+.-]*:|[#\\])/i.test(address));

/**
 * A text that leads somewhere, as Markdown; the text alone where the address says no more than it, or leads to no page
 * and no file.
 */
export function markdownLink(text: string, address: string): string {
  const target = address.trim();
  const shown = text.trim();
  if (shown === '' || /[\r\n]/.test(shown) || !isFollowed(target) || isTheSame(shown, target)) return text;
  const destination = /[\s()<>]/.test(target)
    ? `<${target.replace(/[<>\r\n]/g, (character) => encodeURIComponent(character))}>`
    : target;
  return text.replace(shown, () => `[${shown.replace(/[[\]]/g, '\\$&')}](${destination})`);
}

const isTheSame = (text: string, address: string): boolean =>
  text === address || `${text}/` === address || `http://${text}` === address || `https://${text}` === address;
