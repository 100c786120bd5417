import { defineRule } from '../rule';
import { type FoundNumber, maskingFix, numbersOf } from './private-number-rule';

/** I03: no number of a bank card is published with the report. */
export const bankCard = defineRule<FoundNumber>({
  code: 'bank-card',
  catalogueCode: 'I03',
  severity: 'error',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '正文中有银行卡号', en: 'The number of a bank card stands in the text' },
  detect(report) {
    return numbersOf(report, 'card');
  },
  render({ range, number }) {
    return {
      range,
      message: {
        zh: '疑似银行卡号，公开前应当隐去',
        en: 'This looks like the number of a bank card, which has to be taken out before publication',
      },
      ...(number.isCertain ? {} : { severity: 'warning' }),
    };
  },
  fix: maskingFix,
  documentation: {
    explanation: {
      zh: '查银行卡号：16至19位，发卡行标识合理，校验位相符，而且前面有银行、卡号、账户等字样；62开头的19位卡号没有这些字样的为警告。修复只留首尾各四位。',
      en: 'Finds numbers of bank cards: 16 to 19 digits, an issuer’s first digits, a right check digit, and words such as bank, card or account before them; without such words a number of 19 digits that begins with 62 is a warning. The fix leaves four digits at either end.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开条例》第十五条：涉及个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开。校验位见 ISO/IEC 7812-1。',
      en: 'Article 15 of the Regulations on Open Government Information: personal privacy is not published. The check digit is that of ISO/IEC 7812-1.',
    },
    silence: {
      zh: '机关收费用的账户（收款、缴费、开户行、户名、财政专户等）不报；编号、代码、单号等不报。',
      en: 'Silent on the account into which the office itself is paid, and on what is called a code or a number of something else.',
    },
    examples: [
      {
        right: '（三）政府信息管理。严格落实信息发布审核',
        wrong: '（三）政府信息管理。银行卡号6222021234567890128已登记，严格落实信息发布审核',
        alsoRight: ['（三）政府信息管理。缴费账号6222021234567890128已公布，严格落实信息发布审核'],
      },
    ],
  },
});
