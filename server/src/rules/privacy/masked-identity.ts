import { defineRule } from '../rule';
import { type FoundNumber, maskingFix, numbersOf } from './private-number-rule';
import type { PrivateNumber } from './private-numbers';

interface TellingMask extends FoundNumber {
  readonly reason: 'visible' | 'named';
}

/** So many characters have to be masked: in a mobile number the middle, in an identity number the day of birth. */
const fewestMasked = { mobile: 4, identity: 8 };
const lengthOfMobile = 11;
const named =
  /(?:申请人|当事人|投诉人|举报人|来信人|信访人|原告|姓名|市民|村民|居民|业主)[：:为是]?([\u4e00-\u9fff·]{2,4}?)[（(，,、：:\s]{0,2}(?:身份证(?:号码?)?|证件号码?|手机(?:号码?)?|联系电话|电话|联系方式)?[：:为是]?[（(]?$/u;
const anonymous = /[某们]|先生|女士|同志|[×*]/u;

/** I05: a masked number does not give away whose it is. */
export const maskedIdentity = defineRule<TellingMask>({
  code: 'masked-identity',
  catalogueCode: 'I05',
  severity: 'information',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '号码隐去得不够', en: 'A number is not masked enough' },
  detect(report) {
    const found: TellingMask[] = [];
    for (const masked of numbersOf(report, 'masked')) {
      if (isTooVisible(masked.number)) found.push({ ...masked, reason: 'visible' });
      else if (isNamed(masked.number)) found.push({ ...masked, reason: 'named' });
    }
    return found;
  },
  render({ range, reason }) {
    const message = {
      visible: {
        zh: '号码隐去的位数太少，还能推知本人：手机号码至少隐去中间四位，身份号码应当隐去出生日期',
        en: 'Too little of the number is masked: of a mobile number mask the middle four digits, of an identity number the day of birth',
      },
      named: {
        zh: '姓名与部分号码一起公开，仍可识别本人：姓名也应当隐去',
        en: 'A name beside a masked number still tells who it is: mask the name too',
      },
    }[reason];
    return { range, message };
  },
  fix(found) {
    return found.reason === 'visible' ? maskingFix(found) : [];
  },
  documentation: {
    explanation: {
      zh: '查已作隐去处理、但仍可能识别本人的号码：手机号码隐去不到四位，身份号码隐去不到八位（出生日期还看得出），或者完整姓名与部分号码写在一起。',
      en: 'Finds masked numbers that still tell whose they are: fewer than four digits of a mobile number or eight of an identity number are masked, or a full name stands beside it.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开条例》第十五条：公开会损害第三方合法权益的个人隐私，行政机关不得公开。',
      en: 'Article 15 of the Regulations on Open Government Information: personal privacy is not published.',
    },
    silence: {
      zh: '通行的写法（138****1234、35*************123）不报；“李某”“王先生”等不算姓名。',
      en: 'Silent on the usual masks (138****1234, 35*************123); 李某 or 王先生 is no name.',
    },
    examples: [
      {
        right: '（三）政府信息管理。严格落实信息发布审核',
        wrong: '（三）政府信息管理。来信号码1380013**00已登记，严格落实信息发布审核',
        alsoRight: ['（三）政府信息管理。来信号码138****8000已登记，严格落实信息发布审核'],
      },
      {
        right: '（三）政府信息管理。严格落实信息发布审核',
        wrong: '（三）政府信息管理。申请人李明华（138****8000）已答复，严格落实信息发布审核',
        alsoRight: ['（三）政府信息管理。申请人李某（138****8000）已答复，严格落实信息发布审核'],
      },
    ],
  },
});

function isTooVisible({ digits }: PrivateNumber): boolean {
  const hidden = digits.split('*').length - 1;
  return hidden < (digits.length === lengthOfMobile ? fewestMasked.mobile : fewestMasked.identity);
}

function isNamed({ before }: PrivateNumber): boolean {
  const name = named.exec(before)?.[1];
  return name !== undefined && !anonymous.test(name);
}
