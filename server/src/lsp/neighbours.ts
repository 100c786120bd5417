import type { Form } from '../form/indexed-form';
import { carriedFrom } from '../reconcile/last-year';
import { bindReports } from '../report/report';
import type { NeighbouringReport } from '../report/surroundings';
import { parse, type Tree } from '../syntax/tree';
import { sourceOf } from '../text/source';
import type { FoundDraft, NeighbouringDrafts } from './neighbouring-drafts';
import { plainUri } from './settings-files';

/** What a text leaves to the reports of the year after. */
export function neighboursIn(tree: Tree, forms: readonly Form[]): NeighbouringReport[] {
  return bindReports(tree, forms).flatMap((report) => carriedFrom(report) ?? []);
}

interface OpenDraft {
  readonly uri: string;
  readonly tree: Tree;
}

const none: readonly NeighbouringReport[] = [];

/**
 * The reports that lie in the folders of open drafts. A folder is looked through when first asked for and again when
 * told to; a file is read again only once it was changed. What is open counts as it stands in the editor.
 */
export class Neighbours {
  /** By folder, in the plain writing of its URI. */
  private readonly known = new Map<string, readonly NeighbouringReport[]>();
  private readonly read = new Map<string, { stamp: string; reports: readonly NeighbouringReport[] }>();
  private readonly asked = new Map<string, number>();
  private questions = 0;

  constructor(
    private readonly find: NeighbouringDrafts,
    private readonly openDrafts: () => readonly OpenDraft[],
    private readonly forms: readonly Form[],
  ) {}

  /** Those in the folder of a draft, as far as they are known; the same object until they change. */
  of(uri: string): readonly NeighbouringReport[] {
    return this.known.get(folderOf(uri)) ?? none;
  }

  /** Whether the folder of a draft was looked through, or is being. */
  hasAsked(uri: string): boolean {
    return this.asked.has(folderOf(uri));
  }

  /** Looks through the folder of a draft; false where that told nothing new. Never fails. */
  async look(uri: string): Promise<boolean> {
    const folder = folderOf(uri);
    const question = ++this.questions;
    this.asked.set(folder, question);
    const files = await this.find(uri);
    const open = this.openDrafts().filter((one) => folderOf(one.uri) === folder);
    const openUris = new Set(open.map((one) => plainUri(one.uri)));
    const found: NeighbouringReport[] = [];
    for (const file of files)
      if (!openUris.has(plainUri(file.uri))) found.push(...(await this.reportsIn(file)));
    if (this.asked.get(folder) !== question) return false;
    found.push(...open.flatMap(({ tree }) => neighboursIn(tree, this.forms)));
    if (textOf(found) === textOf(this.of(uri))) return false;
    this.known.set(folder, found);
    return true;
  }

  /** Forgets the folder of a draft where none of it is open any more. */
  forget(uri: string): void {
    const folder = folderOf(uri);
    if (this.openDrafts().some((one) => folderOf(one.uri) === folder)) return;
    this.known.delete(folder);
    this.asked.delete(folder);
    for (const file of this.read.keys()) if (folderOf(file) === folder) this.read.delete(file);
  }

  private async reportsIn(file: FoundDraft): Promise<readonly NeighbouringReport[]> {
    const kept = this.read.get(file.uri);
    if (kept?.stamp === file.stamp) return kept.reports;
    const text = await file.read();
    const reports = text === null ? none : neighboursIn(parse(sourceOf(text)), this.forms);
    this.read.set(file.uri, { stamp: file.stamp, reports });
    return reports;
  }
}

/** The folder of a document; of one that was never saved a place of its own. */
export function folderOf(uri: string): string {
  const plain = plainUri(uri);
  return plain.includes('/') ? plain.slice(0, plain.lastIndexOf('/')) : plain;
}

function textOf(reports: readonly NeighbouringReport[]): string {
  return JSON.stringify(reports, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}
