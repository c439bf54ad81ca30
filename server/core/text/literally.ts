/**
 * The source of a regular expression that matches a text as it stands. Made for expressions with the flag `u`, in which
 * a backslash before a character that means nothing special (a hyphen, say) is an error, and right without it, too.
 * Whatever comes from a file or a standard goes through here before it becomes part of an expression.
 */
export const literally = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
