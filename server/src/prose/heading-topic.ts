import type { Form } from '../form/indexed-form';
import { type Sense, Senses } from '../form/senses';
import type { HeadingBlock } from '../syntax/block';
import { tokensOf } from './lexer';
import { topicsIn } from './topics';

const topicKey = {};

/** What the text under a heading speaks of: `（二）依申请公开` → requests; null where it is nothing of the form's. */
export function topicOfHeading(heading: HeadingBlock, form: Form): Sense | null {
  return heading.memo.get(topicKey, () => {
    const tokens = tokensOf(heading.title, form.vocabulary);
    const [topic, other] = topicsIn(tokens, Senses.ofAll(tokens));
    return topic === 'requests' && !other ? topic : null;
  });
}
