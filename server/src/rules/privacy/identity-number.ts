import { defineRule } from '../rule';
import { type FoundNumber, maskingFix, numbersOf } from './private-number-rule';

/** I01: no citizen's identity number is published with the report. */
export const identityNumber = defineRule<FoundNumber>({
  code: 'identity-number',
  catalogueCode: 'I01',
  severity: 'error',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '正文中有公民身份号码', en: 'A citizen’s identity number stands in the text' },
  detect(report) {
    return numbersOf(report, 'identity');
  },
  render({ range }) {
    return {
      range,
      message: {
        zh: '疑似公民身份号码，公开前应当隐去',
        en: 'This looks like a citizen’s identity number, which has to be taken out before publication',
      },
    };
  },
  fix: maskingFix,
  documentation: {
    explanation: {
      zh: '查18位身份号码（有省份、出生日期，校验码相符）；前面写明“身份证”的，15位的旧号码和校验码不符的也查。修复隐去中间各位，是否整个删去由机关决定。',
      en: 'Finds identity numbers of 18 characters: a province, a day of birth, a right check character. Behind the words 身份证 also the old ones of 15 digits and those whose check is wrong. The fix masks the middle; whether the number has to go altogether is for the office to say.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开条例》第十五条：涉及个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开。号码的构成见《公民身份号码》（GB 11643—1999）。',
      en: 'Article 15 of the Regulations on Open Government Information: personal privacy is not published. The build of the number is that of GB 11643—1999.',
    },
    silence: {
      zh: '出生年份不合情理的、前面写明是编号、文号、统一社会信用代码等的，网址和文件名里的，以及法定表格里的数都不报。',
      en: 'Silent on numbers with no plausible year of birth, on those called a code or a number of something else, in addresses and file names, and in the statutory tables.',
    },
    examples: [
      {
        right: '（三）政府信息管理。严格落实信息发布审核',
        wrong: '（三）政府信息管理。申请人身份证号11010519491231002X已登记，严格落实信息发布审核',
        alsoRight: ['（三）政府信息管理。统一社会信用代码11410100005251234X已登记，严格落实信息发布审核'],
      },
    ],
  },
});
