import {
  type Connection,
  type Disposable,
  WillSaveTextDocumentWaitUntilRequest,
} from 'vscode-languageserver';

/** The registration for work before saving: saving waits for the server only where the user wants that work done. */
export class SavingRegistration {
  private registration: Promise<Disposable> | null = null;

  constructor(private readonly connection: Connection) {}

  /** Registers, or takes the registration back, where that is not as it is wanted. */
  update(isWanted: boolean): void {
    if (isWanted === (this.registration !== null)) return;
    if (this.registration) void this.registration.then((one) => one.dispose());
    this.registration = isWanted
      ? this.connection.client.register(WillSaveTextDocumentWaitUntilRequest.type, { documentSelector: null })
      : null;
  }
}
