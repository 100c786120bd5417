import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Form } from '../form/indexed-form';
import { neighbouringDraftsOnDisk } from '../lsp/disk-neighbouring-drafts';
import { neighboursIn } from '../lsp/neighbours';
import { carriedFrom } from '../reconcile/last-year';
import type { Report } from '../report/report';
import type { NeighbouringReport } from '../report/surroundings';
import { parse } from '../syntax/tree';
import { sourceOf } from '../text/source';

/** The reports beside the drafts of one run: those of the same run, and those that lie in a draft's folder. */
export class RunNeighbours {
  private readonly inRun: NeighbouringReport[] = [];
  private readonly inFolder = new Map<string, readonly NeighbouringReport[]>();

  constructor(private readonly forms: readonly Form[]) {}

  /** Notes the reports of a draft of the run. */
  note(reports: readonly Report[]): void {
    this.inRun.push(...reports.flatMap((report) => carriedFrom(report) ?? []));
  }

  /** Those beside a draft; beside standard input, `-`, only those of the run. */
  async of(path: string): Promise<readonly NeighbouringReport[]> {
    return path === '-' ? this.inRun : [...this.inRun, ...(await this.around(path))];
  }

  /** The reports in a draft's folder, read once. */
  private async around(path: string): Promise<readonly NeighbouringReport[]> {
    const folder = resolve(path, '..');
    const known = this.inFolder.get(folder);
    if (known) return known;
    const found: NeighbouringReport[] = [];
    for (const file of await neighbouringDraftsOnDisk(pathToFileURL(resolve(path)).href)) {
      const text = await file.read();
      if (text !== null) found.push(...neighboursIn(parse(sourceOf(text)), this.forms));
    }
    this.inFolder.set(folder, found);
    return found;
  }
}
