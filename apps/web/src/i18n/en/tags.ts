export const tags = {
  "tags.title": "Tags",
  "tags.edit": "Tags…",
  "tags.filter": "Filter by tag",
  "tags.all": "Your tags",
  "tags.new": "New tag",
  "tags.add": "Add",
  "tags.save": "Save tags",
  "tags.hint": "A tag brings together what belongs together: recipes, codes, a trip.",
  "tags.full": "A message has at most {count} tags.",
} as const;
