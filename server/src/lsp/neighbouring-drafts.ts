/** A draft in the folder of another one. */
export interface FoundDraft {
  readonly uri: string;
  /** Another one once the file was changed. */
  readonly stamp: string;
  /** Its text; null where it cannot be read. */
  read(): Promise<string | null>;
}

/** Where a server finds the drafts that lie in the folder of one: on disk, or nowhere. Never fails. */
export type NeighbouringDrafts = (draftUri: string) => Promise<readonly FoundDraft[]>;

/** The ends of the names of files that may hold drafts. */
export const draftExtensions = ['.txt', '.md', '.markdown', '.nianbao', '.html', '.htm'] as const;
