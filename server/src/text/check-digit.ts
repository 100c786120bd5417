/** The check characters of ISO 7064 MOD 11-2, as GB 11643—1999 uses it, by remainder. */
const checkCharacters = '10X98765432';
const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/**
 * Whether digits have the build of a citizen's identity number (GB 11643—1999): a province, a day of birth between
 * the two years, 18 characters, or 15 as issued before 1999. Says nothing of the check character.
 */
export function looksLikeIdentityNumber(text: string, bornFrom: number, bornTo: number): boolean {
  const match = /^(\d{2})\d{4}(?:(\d{4})(\d{2})(\d{2})\d{3}[\dX]|(\d{2})(\d{2})(\d{2})\d{3})$/u.exec(text);
  if (!match || !provinces.has(match[1] as string)) return false;
  const year = match[2] === undefined ? 1900 + Number(match[5]) : Number(match[2]);
  const month = Number(match[3] ?? match[6]);
  const day = Number(match[4] ?? match[7]);
  return year >= bornFrom && year <= bornTo && isDay(year, month, day);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether the last of 18 characters is the check character of the others. */
export function hasIdentityCheck(text: string): boolean {
  if (!/^\d{17}[\dX]$/u.test(text)) return false;
  const sum = identityWeights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return checkCharacters[sum % checkCharacters.length] === text[17];
}

/** Whether digits pass the check of Luhn (ISO/IEC 7812-1), as numbers of bank cards do. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const twice = i % 2 === 1 ? digit * 2 : digit;
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum > 0 && sum % 10 === 0;
}
