import type { PlacedPassage } from '../../report/passages';
import { hasIdentityCheck, looksLikeIdentityNumber, passesLuhn } from '../../text/check-digit';
import { digitsOfBothWidths, halfWidth } from '../../text/number';
import { neighbours } from '../cues';
import { holdsUnreadSign } from '../damage';

/** A number of a person that stands in a passage; offsets are those of the passage's text. */
export interface PrivateNumber {
  readonly kind: 'identity' | 'mobile' | 'card' | 'masked';
  readonly from: number;
  readonly to: number;
  /** Without spaces and hyphens, in half width; masks as `*`. */
  readonly digits: string;
  /** What stands before and behind it. */
  readonly before: string;
  readonly after: string;
  /** Its build and its surroundings leave no doubt. */
  readonly isCertain: boolean;
}

const lengthOfMobile = 11;
/** With fewer digits, however far apart, a passage tells nobody's number. */
const enoughDigits = /[\d０-９](?:[ \-*＊×●]*[\d０-９]){4}/u;
/** The shortest of all are those of mobile phones. */
const likeNumber = new RegExp(`[\\d０-９](?:[ -]?[\\d０-９*＊×●]){${lengthOfMobile - 1}}`, 'u');
/** The two digits with which every one begins. */
export const anyPrivateNumber = neighbours(digitsOfBothWidths, digitsOfBothWidths);
const longestContext = 40;
const run =
  /(?<![\w./=@&#%*+-])(?:\+?86[ -]?)?\d[\d*＊×●]{2,20}(?:[ -][\d*＊×●]{3,8}){0,4}[xX]?(?![\w@/=])/gu;
const grouped = /^(?:\+?86[ -]?)?1\d{2}[ -]\d{4}[ -]\d{4}$/u;
const mobile = /^(?:\+?86)?1[3-9]\d{9}$/u;
const bornFrom = 1920;
const bornTo = 2012;

const ofIdentity = /身份|证件号/u;
const ofOther = /编[号码]|文号|案号|信用代码|流水号|单号|订单|许可证|索引|代码|备案/u;
const ofCard = /银行|账[号户]|帐[号户]|卡号|开户/u;
/** The account into which the office itself is paid. */
const ofOffice = /收款|缴费|缴款|缴纳|开户行|财政|户名|非税/u;
const ofPerson =
  /申请人|当事人|投诉人|举报人|来信人|信访人|原告|上诉人|市民|村民|居民|群众|业主|户主|姓名|先生|女士|身份证|本人/u;
/** Where the office publishes how to reach it. */
const published =
  /电话|联系|热线|监督|咨询|传真|手机|值班|服务|微信|邮箱|客服|QQ|qq|钉钉|邮编|地址|办公室|科|负责/u;
const counted = /^\s{0,2}(?:次|元|万|人|条|件|个|亿)/u;

const key = {};

/** The numbers of persons in a passage. Kept with its block. */
export function privateNumbersIn({ block, passage: { text } }: PlacedPassage): readonly PrivateNumber[] {
  return block.memo.get(key, readNumbers, text);
}

const none: readonly PrivateNumber[] = [];

function readNumbers(written: string): readonly PrivateNumber[] {
  if (!likeNumber.test(written) || !enoughDigits.test(written)) return none;
  const text = halfWidth(written);
  const found: PrivateNumber[] = [];
  for (const match of text.matchAll(run)) {
    const from = match.index;
    const to = from + match[0].length;
    const before = text.slice(Math.max(0, from - longestContext), from);
    const after = text.slice(to, to + longestContext);
    const digits = match[0]
      .replace(/[ +-]/gu, '')
      .replace(/[＊×●]/gu, '*')
      .toUpperCase();
    const known = classify(digits, match[0], before, after);
    if (known) found.push({ ...known, from, to, digits, before, after });
  }
  return found;
}

function classify(
  digits: string,
  written: string,
  before: string,
  after: string,
): Pick<PrivateNumber, 'kind' | 'isCertain'> | null {
  // Beside a character that was not read, digits may be part of a longer number, of which the words are not known either.
  const isTorn = holdsUnreadSign(before) || holdsUnreadSign(after.slice(0, 4));
  if (isTorn && !looksLikeIdentityNumber(digits, bornFrom, bornTo)) return null;
  if (digits.includes('*')) return isMasked(digits) ? { kind: 'masked', isCertain: false } : null;
  const near = before.slice(-20);
  if (looksLikeIdentityNumber(digits, bornFrom, bornTo)) {
    if (ofIdentity.test(near)) return { kind: 'identity', isCertain: true };
    if (hasIdentityCheck(digits) && !ofOther.test(near)) return { kind: 'identity', isCertain: true };
  }
  if (mobile.test(digits)) {
    if (/[ -]/u.test(written.replace(/^\+?86[ -]?/u, '')) && !grouped.test(written)) return null;
    if (counted.test(after) || ofOther.test(near)) return null;
    const isOfPerson = ofPerson.test(before.slice(-16)) || ofPerson.test(after.slice(0, 6));
    if (!isOfPerson && published.test(before)) return null;
    return { kind: 'mobile', isCertain: isOfPerson };
  }
  if (isCard(digits) && !ofOffice.test(before) && !ofOffice.test(after)) {
    if (ofCard.test(before)) return { kind: 'card', isCertain: true };
    if (digits.length === 19 && digits.startsWith('62') && !ofOther.test(near))
      return { kind: 'card', isCertain: false };
  }
  return null;
}

/** The length, the issuer's first digits and the check of a card that banks issue in China. */
function isCard(digits: string): boolean {
  return /^(?:62\d{14,17}|[45]\d{15})$/u.test(digits) && passesLuhn(digits);
}

/** Whether digits with masks among them are an identity or a mobile number. */
function isMasked(digits: string): boolean {
  if (!/^\d+\*+[\dX]*$/u.test(digits)) return false;
  return (
    (digits.length === lengthOfMobile && /^1[3-9]/u.test(digits)) ||
    ((digits.length === 18 || digits.length === 15) && /^[1-8]\d/u.test(digits))
  );
}

/** A number with all but a few characters at either end masked. */
export function masked({ kind, digits }: PrivateNumber): string {
  const own = kind === 'mobile' ? digits.slice(-lengthOfMobile) : digits;
  const isMobile = own.length === lengthOfMobile;
  const [head, tail] = isMobile ? [3, 4] : kind === 'card' ? [4, 4] : [2, 3];
  return own.slice(0, head) + '*'.repeat(own.length - head - tail) + own.slice(-tail);
}
