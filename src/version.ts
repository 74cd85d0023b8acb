/** The program's version; a test holds it to package.json. */
export const version = '0.1.0';

/** The name that claims carry: the same coder gives the same claims for the same report. */
export const coder: string = `detente@${version}`;
