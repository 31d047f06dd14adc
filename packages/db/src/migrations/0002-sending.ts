/** Kept for its place: the function that sends messages is code, and laid at every start from `functions/`. */
export async function up() {}
