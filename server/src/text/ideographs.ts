/**
 * Fonts in PDF files give radicals and compatibility forms for the ideographs that look the same: `⼀` for `一`, `⺠` for
 * `民`. Each is one UTF-16 unit, as its ideograph is, so that nothing moves where they are exchanged.
 */
const lookalike = '\\u2e80-\\u2fd5\\uf900-\\ufaff';

/** A class of a regular expression that finds a character which only looks like an ideograph. */
export const lookalikes = lookalike;

const all = new RegExp(`[${lookalike}]`, 'gu');

/** The radicals without a compatibility form of their own, each with its ideograph (Unicode's EquivalentUnifiedIdeograph). */
const radicals = new Map(
  '⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺓幺⺔彑⺕彐⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺻聿⺼肉⺽臼⻁虎⻃覀⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
    .match(/../gu)
    ?.map((pair) => [pair[0] as string, pair[1] as string] as const),
);

/** A text with the ideographs that it shows. As long as the text. */
export function plainIdeographs(text: string): string {
  return text.replace(all, (character) => {
    const plain = radicals.get(character) ?? character.normalize('NFKC');
    return plain.length === 1 ? plain : character;
  });
}
