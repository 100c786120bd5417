import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { shippedForms } from '../form/load';
import { neighbouringDraftsOnDisk } from './disk-neighbouring-drafts';
import { settingsFilesOnDisk } from './disk-settings-files';
import { serve } from './server';

// The pages stand beside the folder of the bundles, in the extension as in the package for the command line.
const pages = join(__dirname, '../docs/rules');

// The transport is what the command line names: --node-ipc, --stdio, --socket=PORT.
serve(createConnection(ProposedFeatures.all), {
  version,
  forms: shippedForms(),
  rulePages: existsSync(pages) ? pathToFileURL(pages).href : null,
  settingsFiles: settingsFilesOnDisk,
  neighbouringDrafts: neighbouringDraftsOnDisk,
});
