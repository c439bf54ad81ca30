/** Without white space around it, as YAML has it: a no-break space is a character like others, and is told. */
export const withoutBlanks = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
