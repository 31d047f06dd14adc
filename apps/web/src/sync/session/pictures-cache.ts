/** The cache in which the service worker keeps pictures of people; it goes at sign-out. */
export const picturesCache = "parley-pictures";
