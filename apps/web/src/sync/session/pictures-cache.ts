/** The cache in which the service worker keeps pictures of people; it goes at sign-out. */
export const picturesCache = "parley-pictures";
/** And the one for files of messages: thumbnails, and originals that were opened. */
export const filesCache = "parley-files";
