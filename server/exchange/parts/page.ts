/** A page of HTML that stands by itself: nothing is loaded from outside, and nothing runs. */

export interface Page {
  /** As HTML, like all of it: who makes a page takes the marks out of strangers' texts. */
  readonly title: string;
  readonly styles: string;
  /** Behind the title as a heading. */
  readonly content: string;
}

export const standalonePage = ({ title, styles, content }: Page): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${styles}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}</main>
</body>
</html>
`;
