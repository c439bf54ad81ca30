/** Where the page of a rule stands on the web. */
export const rulePageAddress = (code: string): string =>
  `https://github.com/evidence-portfolio/evidence-portfolio/blob/main/docs/rules/${code}.md`;
