import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type GoujiApi, start } from './activation';

// The project is compiled without the DOM's types; this much of a worker is used here.
declare class Worker {
  constructor(url: string);
  terminate(): void;
}

/** The entry in VS Code for the Web: the server is a worker. */
export function activate(context: ExtensionContext): Promise<GoujiApi> {
  const url = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  let worker: Worker | undefined;
  // The transports and not the worker itself, which in a web extension host is no `instanceof Worker`.
  const launch = async () => {
    worker?.terminate(); // a worker does not end when its server is told to exit
    worker = new Worker(url);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return start(context, (options) => new LanguageClient('gouji', 'Gouji 勾稽', launch, options));
}
