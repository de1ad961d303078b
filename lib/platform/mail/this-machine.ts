/** Returns whether a URL leads to this machine, so that a login in clear text does not cross a network. */
export const isThisMachine = (url: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\]|.*\.localhost)$/i.test(new URL(url).hostname)
