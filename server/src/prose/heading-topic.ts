import type { Form } from '../form/indexed-form';
import type { Sense } from '../form/vocabulary';
import type { HeadingBlock } from '../syntax/block';
import { topicsIn } from './binding';
import { tokensOf } from './lexer';

const topicKey = {};

/** What the text under a heading speaks of: `（二）依申请公开` → requests; null where it is nothing of the form's. */
export function topicOfHeading(heading: HeadingBlock, form: Form): Sense | null {
  return heading.memo.get(topicKey, () => {
    const [topic, other] = topicsIn(tokensOf(heading.title, form.vocabulary));
    return topic === 'requests' && !other ? topic : null;
  });
}
