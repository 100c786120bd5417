import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { shippedForms } from '../form/load';
import { serve } from './server';

// The transport is what the command line names: --node-ipc, --stdio, --socket=PORT.
serve(createConnection(ProposedFeatures.all), shippedForms(), version);
