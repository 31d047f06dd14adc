export const phone = { viewport: { width: 390, height: 844 } };
export const wide = { viewport: { width: 1440, height: 900 } };
