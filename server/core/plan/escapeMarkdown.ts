/** A text on one line, as Markdown that shows it as it is, addresses and VS Code's `$(icon)` included. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#~$|!]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\.|@|(?<=mailto|xmpp):/gi, '\\$&');
