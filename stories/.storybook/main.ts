import type { StorybookConfig } from '@storybook/web-components-vite';

import { minifyTemplates } from '../../tools/minify-templates.mjs';

const config: StorybookConfig = {
  stories: ['../**/*.mdx', '../**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The elements are shown with their literals as they ship.
  viteFinal: (vite) => ({ ...vite, plugins: [...(vite.plugins ?? []), minifyTemplates()] }),
};

export default config;
