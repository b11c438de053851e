import { getOrganisations } from './api.js';
import { layOut } from './layout.js';
import { Page } from './page.js';
import { useTexts } from './texts.js';

const { organisations, texts } = await getOrganisations();
useTexts(texts);
layOut();
const page = new Page(organisations);
await page.start();
