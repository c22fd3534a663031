export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // How the text of a template is set; compression takes it away.
    "no-trailing-whitespace": "off",
    // What is copied has to stay a number: the style sheet keeps it in one line.
    "tel-non-breaking": "off",
    // Editors write titles, and the council's name follows each.
    "long-title": "off",
    // ARIA lets a list have a name.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
  },
};
