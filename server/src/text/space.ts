/** The characters that are white space, as `\s` and `trim` have it. */
export const whiteSpace =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Whether a UTF-16 unit is white space, as `\s` and `trim` have it. */
export function isWhiteSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  // Ideographs lie between the rare ones, and nearly all text is made of them.
  if (code > 0x3000) return code === 0xfeff;
  if (code < 0x1680) return code === 0xa0;
  return (
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  );
}

/** Whether a text is nothing but white space. */
export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isWhiteSpace(text.charCodeAt(i))) return false;
  return true;
}

/** The characters that have no width, for a class of a regular expression: joiners, marks of direction, soft hyphens. */
export const widthless = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff';

/** Whether a UTF-16 unit is one of these. */
export function isWidthless(code: number): boolean {
  if (code < 0x200b) return code === 0xad;
  return code <= 0x200f || (code >= 0x202a && code <= 0x202e) || code === 0x2060 || code === 0xfeff;
}
