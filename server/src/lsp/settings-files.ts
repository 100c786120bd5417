/** A settings file as it was found for a draft. */
export interface FoundText {
  readonly uri: string;
  readonly text: string;
  /** The draft's path from the folder of the file, with `/`. */
  readonly draft: string;
}

/** Where a server finds settings files: on disk, or through its client where it has no disk of its own. */
export interface SettingsFiles {
  /** The nearest one upward from a draft; null where there is none or nobody can look. */
  nearest(draftUri: string): Promise<FoundText | null>;
}

/** Asked of a client that looks for the server: `{uri}` of a draft, answered by a `FoundText` or null. */
export const settingsFileRequest = 'gouji/settingsFile';

/** One writing for a URI: editors differ in which characters they escape. */
export function plainUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
