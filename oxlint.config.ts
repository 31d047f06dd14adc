import { defineConfig } from "oxlint";

const laterCallers = [
  "run",
  "then",
  "queueMicrotask",
  "formatsOf",
  "openConversation",
  "handle",
  "showRow",
  "keepRowFocus",
  "endMarkAsUnread",
];

/** What Biome does not know: Solid's reactivity, accessibility of JSX, promises, and bugs by type of statement. */
export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "promise", "jsx-a11y"],
  jsPlugins: ["eslint-plugin-solid"],
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["**/dist/**", "**/node_modules/**"],
  rules: {
    "no-console": "off",
    "no-empty-pattern": "off",
    "no-shadow": "off",
    "no-underscore-dangle": "off",
    "no-unassigned-vars": "off",
    "no-misleading-character-class": "off",
    // axe judges the rendered page; these judge native dialogs and switches wrongly.
    "jsx-a11y/prefer-tag-over-role": "off",
    "jsx-a11y/click-events-have-key-events": "off",
    "jsx-a11y/no-noninteractive-element-interactions": "off",
    "jsx-a11y/role-has-required-aria-props": "off",
    "jsx-a11y/no-noninteractive-tabindex": "off",
    "jsx-a11y/no-redundant-roles": "off",
    "jsx-a11y/interactive-supports-focus": "off",
    "jsx-a11y/anchor-is-valid": "off",
    // Nobody captions what they film for their friends.
    "jsx-a11y/media-has-caption": "off",
    "promise/always-return": "off",
    "promise/no-multiple-resolved": "off",
    "unicorn/no-useless-spread": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/no-array-reverse": "off",
    "unicorn/consistent-function-scoping": "off",
    "unicorn/require-post-message-target-origin": "off",
    "unicorn/prefer-add-event-listener": "off",
    "typescript/no-explicit-any": "error",
    "typescript/ban-ts-comment": "error",
    "max-lines": ["error", { max: 300 }],
  },
  overrides: [
    {
      files: ["**/*.tsx"],
      rules: {
        "solid/components-return-once": "error",
        "solid/event-handlers": "error",
        "solid/jsx-no-duplicate-props": "error",
        "solid/jsx-no-script-url": "error",
        "solid/jsx-no-undef": "off",
        "solid/jsx-uses-vars": "error",
        "solid/no-destructure": "error",
        "solid/no-innerhtml": "error",
        "solid/no-react-deps": "error",
        "solid/no-react-specific-props": "error",
        "solid/no-unknown-namespaces": "error",
        "solid/prefer-for": "error",
        // These take a function to call later, as an event handler or a tracked scope does.
        "solid/reactivity": ["error", { customReactiveFunctions: laterCallers }],
        "solid/self-closing-comp": "error",
        "solid/style-prop": "error",
      },
    },
  ],
});
