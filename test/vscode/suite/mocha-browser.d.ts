/** mocha's browser build sets a global instead of exporting; this much of it is used. */
declare module 'mocha/mocha.js';
