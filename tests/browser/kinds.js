// One page of each kind, by its address on the sample site.

/** @type {Record<string, string>} */
export const KINDS = {
  start: '',
  register: 'dokument/',
  'register with filter and date': 'dokument/?typ=strategi&dag=2020-01-01&sortera=fran',
  'document with outline, code and drawing': 'dokument/it-strategi/',
  'document with a plan in tables': 'dokument/it-plan-kommunstyrelsen/',
  'document with tables and footnotes': 'dokument/riktlinje-for-dokumenthantering/',
  'older version': 'dokument/it-strategi/2019-09-30/',
  'upcoming version': 'dokument/informationssakerhetspolicy/2026-10-26/',
  'version annulled by court': 'dokument/lokala-ordningsforeskrifter/2022-10-31/',
  'replaced document': 'dokument/riktlinje-for-epost/',
  'repealed document': 'dokument/handikappolitiskt-program/',
  'document that lapsed': 'dokument/parkeringsstrategi/',
  'document whose term has passed': 'dokument/digitaliseringsprogram/',
  'document whose force is unknown': 'dokument/anvisning-for-flaggning/',
  'withdrawn document': 'dokument/plan-for-skydd-av-anlaggningar/',
  'document in English': 'dokument/vision-2040/en/',
  'document in easy Swedish': 'dokument/vision-2040/lattlast/',
  'comparison with many changes': 'dokument/it-strategi/jamfor/2015-06-15--2019-09-30/',
  'comparison with the latest': 'dokument/lokala-ordningsforeskrifter/jamfor/2005-11-28/',
  'comparison with tables': 'dokument/taxa-for-markupplatelse/jamfor/2019-11-25--2026-02-23/',
  'comparison with what was replaced': 'dokument/regler-for-it-anvandning/jamfor/riktlinje-for-epost--2013-10-15--2021-03-09/',
  archive: 'arkiv/',
  'archived twice': 'dokument/riktlinje-for-sociala-medier/arkiv/',
  'archived and taken down': 'dokument/plan-for-skydd-av-anlaggningar/arkiv/',
  overview: 'oversikt/',
  timeline: 'tidslinje/',
  year: 'tidslinje/2026/',
  body: 'organ/kommunstyrelsen/',
  type: 'typ/strategi/',
  subjects: 'amne/',
  subject: 'amne/it/',
  'decision day': 'beslut/kommunfullmaktige/2022-05-30/',
  'plain page': 'om/',
  statement: 'tillganglighet/',
  'not found': 'finns-inte/',
  redirect: 'dokument/digital-agenda/',
};

/** The kinds that show a document's text. */
export const DOCUMENTS = Object.keys(KINDS).filter(
  (kind) => /document|version/.test(kind) && kind !== 'withdrawn document',
);

/**
 * Opens a page and waits for its scripts. A page that leads on is held where it is, or nobody could look at it.
 * @param {import('playwright-core').Page} page
 */
export async function open(page, address) {
  const leadsOn = new URL(address).pathname.endsWith('/digital-agenda/');
  if (leadsOn) {
    await page.route(address, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
      await route.fulfill({ response, body });
    });
  }
  await page.goto(address, { waitUntil: 'load' });
  if (leadsOn) await page.unroute(address);
}
