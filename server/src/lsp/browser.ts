import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { shippedForms } from '../form/load';
import { serve } from './server';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

// A worker has no disk: the client looks for settings files, and of the other drafts those count that are open.
serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version,
  forms: shippedForms(),
  rulePages: null,
  settingsFiles: (throughClient) => throughClient,
  neighbouringDrafts: async () => [],
});
