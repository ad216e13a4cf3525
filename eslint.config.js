import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const restricted = [
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/[\\s"\']style\\s*=/]',
    message: 'A style attribute breaks the strict policy: use a class, a part or style.setProperty.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'storybook-static', 'node_modules', 'custom-elements.json'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'stories/**/*.ts', 'bench/**/*.ts'],
    ignores: ['stories/.storybook/**'],
    extends: [
      tseslint.configs.strictTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
    ],
    languageOptions: {
      parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers in messages and templates are meant.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An index that was just checked; noUncheckedIndexedAccess makes every such place say so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Tables of functions and records of callbacks are written as methods; none of them knows `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Taken apart by code points, which is meant.
      '@typescript-eslint/no-misused-spread': 'off',
      // Knows nothing of what a call between two looks at a property may have changed.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/parameter-properties': 'error',
      'no-restricted-syntax': ['error', ...restricted],
      'no-restricted-imports': ['error', { patterns: ['lit/directives/unsafe-*', 'lit/static-html.js'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'lit/no-template-map': 'off',
      // define() registers, so that a prefix can be given.
      'wc/file-name-matches-element': 'off',
      'wc/guard-super-call': 'off',
    },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
  },
  {
    // `types: {} as {…}` is how XState's setup is told its types.
    files: ['src/machines/**/*.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off' },
  },
  {
    // Chai asserts by properties, and a test may know what the type does not.
    files: ['test/**/*.ts', 'stories/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}', 'stories/.storybook/*.ts'],
    extends: [tseslint.configs.base],
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'no-var': 'error', 'prefer-const': 'error' },
  },
);
