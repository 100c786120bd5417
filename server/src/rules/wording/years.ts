import type { PlacedPassage } from '../../report/passages';
import { matchesOf } from '../../text/matches';
import { digitsOfBothWidths, halfWidthDigits } from '../../text/number';
import { neighbours } from '../cues';
import { isInTitle, type Stretch, sentenceAfter, sentenceAround } from './sentences';

/**
 * What a year does in a text.
 * `period`: bounds the period of the statistics. `report`: names this very report. `activity`: begins a statement
 * of what was done, which in a report is what was done in its year. `opening`: begins a statement, but of what can be
 * told only by who the report is of. `accounts`: the year of final accounts.
 * `mention`: anything else that is not part of a name, a number or a date.
 */
export type YearUse = 'period' | 'report' | 'activity' | 'opening' | 'accounts' | 'mention';

/**
 * A year that a passage names. The offsets are those of its four digits in the passage's text. What its sentence says
 * is looked for when it is asked for: of the year that the report is about it hardly ever is.
 */
export class NamedYear implements Stretch {
  readonly to: number;
  #sentence: Stretch | undefined;
  #use: YearUse | null | undefined;

  constructor(
    /** The passage's text, digits in half width. */
    private readonly text: string,
    readonly year: number,
    readonly from: number,
    /** Where the text goes on behind the year. */
    private readonly behind: number,
    /** Of a year that bounds a period what it does and what stands behind the period; else the sentence says it. */
    private readonly ofPeriod?: { readonly use: YearUse; readonly after: string },
  ) {
    this.to = from + String(year).length;
    this.#use = ofPeriod?.use;
  }

  /** Null where it is part of a name, a number or a date. */
  get use(): YearUse | null {
    if (this.#use === undefined) this.#use = this.findUse();
    return this.#use;
  }

  get sentence(): Stretch {
    this.#sentence ??= sentenceAround(this.text, this.from);
    return this.#sentence;
  }

  /** Whether it is that of final accounts. */
  get isOfAccounts(): boolean {
    const near = this.text.slice(this.behind, this.behind + longestAccounts);
    return near.includes('决算') && this.use === 'accounts';
  }

  /** What the sentence says behind the year. */
  get after(): string {
    return this.ofPeriod?.after ?? this.text.slice(this.behind, Math.max(this.sentence.to, this.behind));
  }

  private findUse(): YearUse | null {
    const { before, after } = this;
    if (isThisReport(before, after)) return 'report';
    return isInTitle(this.text, this.from) ? null : useOf(before, after);
  }

  private get before(): string {
    return this.text.slice(this.sentence.from, this.from);
  }

  private get own(): string {
    return this.text.slice(this.sentence.from, this.sentence.to);
  }

  /** The statement gives a figure, or says that there was none: it speaks of what is over. */
  get isCompleted(): boolean {
    return completed.test(this.after);
  }

  /** It begins its paragraph, or follows the paragraph's own heading. */
  get beginsParagraph(): boolean {
    return beginsParagraph(this.text, this.from);
  }

  /** Other years come into it, for comparison. */
  get isComparison(): boolean {
    return comparison.test(this.own) || comparison.test(sentenceAfter(this.text, this.sentence));
  }

  /** It speaks of what is yet to come. */
  get isPlan(): boolean {
    return plan.test(this.own);
  }

  /** It looks back on a year: what was achieved, and what is still wanting. */
  get isReview(): boolean {
    return review.test(this.own);
  }
}

/** A passage that names a year holds this. */
export const anyYear = neighbours(`${digitsOfBothWidths} \t\u3000`, '年');
const yearKey = {};
/** Four digits, three spaces, and a digit before that is none of theirs. */
const longestYear = 8;
const yearEnds = '0123456789 \t\u3000';
const fourDigits = /(?<!\d)(?:19|20)\d{2}[ \t\u3000]{0,3}$/u;
const spaces = /[ \t\u3000]{0,3}/uy;
const period =
  /(?<!\d)((?:19|20)\d{2})\s{0,3}年\s{0,3}1\s{0,3}月\s{0,3}1\s{0,3}日[起始开，,\s]{0,4}(?:至|到|[-—–－~～]{1,3})\s{0,3}(?:((?:19|20)\d{2})\s{0,3}年\s{0,3})?12\s{0,3}月\s{0,3}31\s{0,3}日/gu;
const comparedWith = /(?:较|比|与|同)$/u;
const ofStatistics = /统计|数据|期限|时限|报告|期间/u;

/** What follows a year where it belongs to a date, a name or a stretch of time. */
const dated =
  /^(?:\d|以来|以前|之前|前|以后|之后|后|起|底|末|初|年初|年底|上半年|下半年|第|[一二三四]季度|修[订正]|版|印发|[-—–－~～至到]|度?(?:政务公开|政府信息公开)?(?:工作)?(?:要点|计划|规划|任务))/u;
const wholeYear = /^1\s?月?[-—–－~～至到]{1,2}12\s?月/u;
const accounts = /^度?[^，,。；、和与及（(预]{0,8}决算/u;
/** So many characters behind a year, at most, accounts are named as a match of that. */
const longestAccounts = 11;
const budget = /^度?[^，,。；、和与及]{0,8}(?:预算|预决算)/u;
/** What stands before a year that another one is measured by or reckoned from. */
const reckoned = /(?:较|比|与|同|自|从|至|到|截至|截止|和|及|、|[-—–－~～（(“"])$/u;

const thisReport =
  /(?:现将|现公[布开]|现发布|现形成|现向社会|特(?:此)?向社会|特此公布|编制|本报告|本年度报告)[^《》]{0,40}$|(?:编制|现发布|现公[布开]|现形成|向社会公[布开])(?:了|本)?《[^《》]{0,40}$/u;
const ofReport =
  /^度?[^，,《》]{0,24}(?:政府信息公开|政务公开|信息公开)[^，,《》]{0,8}(?:年度报告|年报|工作报告|报告|情况)/u;
const nameOfReport = /^度?(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/u;
const pastReport = /(?:按时|按期|及时|已|发布了|公布了|完成)[^，,]*$/u;

const subject =
  /^(?:度|全年|度全年)?[\s，,]{0,3}(?:我[局委办县市区镇乡州省院厅街处所队馆校站中单]|本[局机关单级部门委办县市区镇乡州省街院厅处所中]|全[局市县区镇乡省州办委系街]|在|按照|围绕|坚持|以|认真|深入|通过|共|累计|未|没有|无|全年|主动公开|收到|受理|新收|依申请)/u;
const organization =
  /^度?[\s，,]{0,3}[\u4e00-\u9fff]{1,18}(?:局|委|办|办公室|政府|街道|中心|镇|乡|处|厅|县|市|区)(?:共|未|没有|无|认真|积极|严格|在|坚持|以|深入|按照|高度|持续|不断|扎实|紧紧|围绕|全面|主动|累计|通过|收到|受理|发布|公开)/u;
const collected =
  /^(?:度|全年|度全年)?[\s，,]{0,3}(?:[\u4e00-\u9fff]{0,12}?)(?:未|没有|无|共|累计|新|均未)?(?:收取|收到|受理|产生|发生|接到)|^度?[^，,]{0,30}收取[^，,]{0,6}(?:处理费|费用)/u;
/** A figure of what was published or received, whoever it was. */
const figures =
  /^度?[\s，,]{0,3}[\u4e00-\u9fff“”]{0,14}?(?:收到|受理|公开|发布|推送|办理|答复)[^，,]{0,16}?\d+[余多]?\s?(?:万|件|条|篇|次|份|期)/u;
const own =
  /(?:我[局委办县市区镇乡州省院厅街处所队馆校站中单]|本[局机关单位级部门委办县市区镇乡街院厅处所中]{1,2})$/u;
const endOfYear = /^12\s?月(?:\s?31\s?日|底)?/u;
const asOf = /截[至止]到?$/u;
const completed =
  /(?:未|没有)(?:收到|接到|受理|收取|发生|产生|出现|向)|无(?:收费|收取|行政复议|行政诉讼|依申请|申请)|(?:共|累计|收到|受理|收取|公开|发布|办结|答复|制发|推送|召开|举办|更新)[^，,]{0,16}?\d+[余多]?\s?(?:万|件|条|元|篇|次|份|期|个|场)/u;
const comparison =
  /同比|环比|相比|较(?:上|去|前|20|同)|比(?:上|去|前|20)|上年同|去年|上一年|增长|下降|降低|上升|持平|增幅|荣获|评为|获评|排名|名列|成立|组建|挂牌/u;
const plan = /将(?!政务|政府|信息|公开|其|此|该)|计划|拟|打算|下一步|下步|预计|力争|明年|进一步|工作思路/u;

const review =
  /(?:取得[^。]{0,30}(?:成效|进展|成绩|进步)|成效(?:显著|明显))[^。]{0,30}(?:但|仍|还|不足|问题|差距)/u;

const boundary = /[，,：:]\s{0,3}(?:在|自)?$/u;
/** A title has no mark at its end, and what stands on the next line is read on from it. */
const sentenceStart =
  /(?:年度报告|年报)$|^[^，,：:]{0,2}$|^\s*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*(?:在)?$/u;
const paragraphHead =
  /^\s*(?:[-*+#>]\s*)?(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?(?:[^，,。；：:\n]{2,16}[。：:]\s*)?(?:在)?$/u;
const longestHead = 32;

/** The years that a passage names. Kept with the block: they depend on nothing else. */
export function yearsIn({ block, passage }: PlacedPassage): readonly NamedYear[] {
  return block.memo.get(yearKey, readYears, passage.text);
}

function readYears(written: string): NamedYear[] {
  const text = halfWidthDigits(written);
  const found: NamedYear[] = [];
  const bounds = text.includes('12') && text.includes('月') ? [...matchesOf(text, period)] : [];
  let ofPeriod = 0;
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    if (!yearEnds.includes(text.charAt(at - 1))) continue;
    const written = fourDigits.exec(text.slice(Math.max(0, at - longestYear), at));
    if (!written) continue;
    const from = at - written[0].length;
    if (from < ofPeriod) continue;
    const year = Number(written[0].slice(0, 4));
    const bound = bounds.find((one) => one.index === from);
    if (!bound) {
      spaces.lastIndex = at + 1;
      spaces.test(text);
      found.push(new NamedYear(text, year, from, spaces.lastIndex));
      continue;
    }
    const sentence = sentenceAround(text, from);
    if (comparedWith.test(text.slice(sentence.from, from))) continue;
    const [whole, , last] = bound;
    ofPeriod = from + whole.length;
    const after = text.slice(ofPeriod, sentenceAround(text, ofPeriod).to);
    const isOfStatistics = ofStatistics.test(text.slice(sentence.from, Math.max(ofPeriod, sentence.to)));
    const isOther = last !== undefined && Number(last) !== year;
    const use: YearUse = isOfStatistics || (isOther && completed.test(after)) ? 'period' : 'activity';
    found.push(new NamedYear(text, year, from, ofPeriod, { use, after }));
    if (last) {
      const end = from + whole.indexOf(last, String(year).length);
      found.push(new NamedYear(text, Number(last), end, ofPeriod, { use, after }));
    }
  }
  return found;
}

function isThisReport(before: string, after: string): boolean {
  return ofReport.test(after) && thisReport.test(before) && !pastReport.test(before);
}

function useOf(before: string, after: string): YearUse | null {
  if (asOf.test(before) && endOfYear.test(after)) return completed.test(after) ? 'activity' : null;
  if (reckoned.test(before) || nameOfReport.test(after)) return null;
  if (accounts.test(after)) return 'accounts';
  const isWhole = wholeYear.test(after);
  if (budget.test(after) || (dated.test(after) && !isWhole)) return null;
  if (own.test(before)) return collected.test(after) ? 'activity' : 'mention';
  const isBehindComma = boundary.test(before);
  if (!isBehindComma && !sentenceStart.test(before)) return 'mention';
  if (collected.test(after)) return 'activity';
  if (isBehindComma && !/[：:]\s*$/u.test(before)) return 'mention';
  if (isWhole || [subject, organization, figures].some((one) => one.test(after))) return 'activity';
  return /^度?\s?[，,]/u.test(after) ? 'opening' : 'mention';
}

function beginsParagraph(text: string, at: number): boolean {
  const head = text.slice(Math.max(0, at - longestHead), at);
  const line = head.slice(head.lastIndexOf('\n') + 1);
  if (/(?:年度报告|年报)$/u.test(line)) return true;
  return (at <= longestHead || line.length < head.length) && paragraphHead.test(line);
}
