/** The texts and names of files that the client makes. Nothing here knows VS Code. */

/**
 * A title as the name of a file: `Annual customer survey, 2026` becomes `annual-customer-survey-2026`. Letters with
 * accents lose them; empty when nothing is left, as for a title in another script.
 */
export function fileNameOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}

/** Text as a YAML scalar on one line: plain where that says the same, else in double quotes. */
export function yamlScalar(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const plain = /^[A-Za-z][\w ,.()’/&-]*$/.test(line) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(line);
  return plain ? line : JSON.stringify(line);
}

/**
 * A first draft of an evidence file with its title filled in: in the front matter's `title`, and in the first
 * heading of level 1 where there is one. Without a `title` line, the heading alone takes it.
 */
export function withTitle(draft: string, title: string): string {
  const end = /^---\r?\n[\s\S]*?\r?\n---[ \t]*(\r?\n|$)/.exec(draft)?.[0].length ?? 0;
  const frontMatter = draft.slice(0, end).replace(/^title:.*$/m, () => `title: ${yamlScalar(title)}`);
  const body = draft.slice(end).replace(/^# .*$/m, () => `# ${title.replace(/\s+/g, ' ').trim()}`);
  return frontMatter + body;
}

/** A new portfolio.yaml. */
export function portfolioText(title: string): string {
  return `# What this portfolio is, and which standard it is for.
title: ${yamlScalar(title)}
standard: customer-service-excellence

# The day of the assessment: Evidence Portfolio says which evidence expires before it.
# assessment-date: 2027-05-12

# Decisions on single elements, each by its ID: what does not apply to you and why, and how you rate yourselves
# (compliance-plus, compliant, partial, non-compliant).
# assessment:
#   3.3.3: { applicable: false, reason: No premises that customers visit }
#   1.1.1: { self: compliant }
`;
}

/** `name`, or `name-2`, `name-3`…: the first for which `taken` says no. */
export async function freeName(
  name: string,
  taken: (name: string) => Promise<boolean>,
  extension = '',
): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = `${name}${number === 1 ? '' : `-${number}`}${extension}`;
    if (!(await taken(candidate))) return candidate;
  }
}
