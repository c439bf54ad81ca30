/** The page of a form or of a table. Nothing here knows VS Code. */
import { escapedHtml } from '../words/escapedHtml';

export interface PageParts {
  readonly kind: 'form' | 'table';
  /** Of the file; it may say anything. */
  readonly title: string;
  /** The address of the script, as the page may ask for it. */
  readonly script: string;
  /** From where the page may ask for pictures and for its script. */
  readonly source: string;
  /** Used once: a script without it is not run. */
  readonly nonce: string;
}

/**
 * The page lets one script run, asks nothing of the network, and has no style or script in its text: what its files say
 * can act as nothing, even where it got into the page as markup.
 */
export function pageHtml({ kind, title, script, source, nonce }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `img-src ${source} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapedHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(title)}</title>
</head>
<body data-page="${kind}">
<main></main>
<script nonce="${nonce}" src="${escapedHtml(script)}"></script>
</body>
</html>
`;
}
