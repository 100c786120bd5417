import assert from 'node:assert/strict';
import { subheadingsOf } from '../../server/src/report/subheadings';
import { parse } from '../../server/src/syntax/tree';
import { sourceOf } from '../../server/src/text/source';

/** `style value: title`, for each ordinal that begins a line. */
function read(text: string): string[] {
  return parse(sourceOf(text)).blocks.flatMap((block) =>
    subheadingsOf(block).map(({ style, value, title }) => `${style} ${value}: ${title}`),
  );
}

describe('sub-headings', () => {
  it('are the ordinals that begin a line, with the words up to a mark', () =>
    assert.deepEqual(
      read(
        '（一）主动公开。全年120条。\n(二)依申请公开情况\n三、其他\n1.一是加强，二是完善。\n第四部分 结语',
      ),
      [
        'bracketed 1: 主动公开',
        'bracketed 2: 依申请公开情况',
        'chinese 3: 其他',
        'arabic 1: 一是加强',
        'part 4: 结语',
      ],
    ));
  it('may stand behind marks and tags', () =>
    assert.deepEqual(
      read('### （一）主动公开\n\n- **（二）依申请公开**\n\n<p><strong>（三）管理</strong></p>'),
      ['bracketed 1: 主动公开', 'bracketed 2: 依申请公开', 'bracketed 3: 管理'],
    ));
  it('are no numbers of sentences, and no articles that are cited', () =>
    assert.deepEqual(read('公开（一）项。\n12.5万条。\n对照条例第二十条第\n（五）项的规定。'), []));
  it('are looked for in a line of marks once', () => {
    for (const marks of ['** ', '*', '> ', '# ', '__']) assert.deepEqual(read(marks.repeat(5000)), []);
  });
});
