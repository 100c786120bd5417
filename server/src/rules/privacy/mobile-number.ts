import { defineRule } from '../rule';
import { type FoundNumber, maskingFix, numbersOf } from './private-number-rule';

/** I02: no applicant's mobile number is published with the report. */
export const mobileNumber = defineRule<FoundNumber>({
  code: 'mobile-number',
  catalogueCode: 'I02',
  severity: 'error',
  editions: 'all',
  fixes: 'unsafe',
  title: { zh: '正文中有个人手机号码', en: 'A person’s mobile number stands in the text' },
  detect(report) {
    return numbersOf(report, 'mobile');
  },
  render({ range, number }) {
    return {
      range,
      message: {
        zh: '疑似个人手机号码，公开前应当隐去',
        en: 'This looks like a person’s mobile number, which has to be taken out before publication',
      },
      ...(number.isCertain ? {} : { severity: 'warning' }),
    };
  },
  fix: maskingFix,
  documentation: {
    explanation: {
      zh: '查11位手机号码。与申请人、当事人、群众等相连的是错误，看不出是谁的为警告。修复隐去中间四位。',
      en: 'Finds mobile numbers of 11 digits: an error beside an applicant or another person, a warning where nothing says whose it is. The fix masks the four digits in the middle.',
    },
    rationale: {
      zh: '《中华人民共和国政府信息公开条例》第十五条：涉及个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开。',
      en: 'Article 15 of the Regulations on Open Government Information: personal privacy is not published.',
    },
    silence: {
      zh: '机关自己公布的联系方式不报：前面有电话、联系、热线、监督、咨询、值班等字样的；后面跟着次、元等单位的数，电子邮箱、网址里的数也不报。',
      en: 'Silent on what the office publishes of itself, behind words such as telephone, contact, hotline, supervision; on figures with a unit behind them; in addresses.',
    },
    examples: [
      {
        right: '（三）政府信息管理。严格落实信息发布审核',
        wrong: '（三）政府信息管理。申请人李某13800138000已答复，严格落实信息发布审核',
        alsoRight: ['（三）政府信息管理。咨询电话13800138000、12345热线均已公布，严格落实信息发布审核'],
      },
    ],
  },
});
