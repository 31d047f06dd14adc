import bash from "highlight.js/lib/languages/bash";
import diff from "highlight.js/lib/languages/diff";
import python from "highlight.js/lib/languages/python";
import sql from "highlight.js/lib/languages/sql";

export const languages = { bash, diff, python, sql };
