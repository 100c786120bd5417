import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { shippedForms } from '../form/load';
import { serve } from './server';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

serve(
  createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  shippedForms(),
  version,
);
