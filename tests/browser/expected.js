// What applied when in Sundhamra, worked out by hand from the facts in content/, so that the register
// is held to something that the program has not reckoned itself.

/**
 * The spans in which each document applied for certain: first day, last day (none: until further notice), version.
 * @type {Record<string, [string, string | null, string][]>}
 */
export const APPLIED = {
  // Undated and without a decision: nobody can say.
  'anvisning-for-flaggning': [],
  arkivreglemente: [
    ['2012-04-01', '2022-12-31', '2012-02-27'],
    ['2023-01-01', null, '2022-09-26'],
  ],
  bredbandsstrategi: [
    ['2014-09-29', '2020-12-31', '2014-09-29'],
    // Until 2025, extended by two years.
    ['2021-01-01', '2027-12-31', '2020-06-15'],
  ],
  digitaliseringsprogram: [
    // Until 2019, extended by two years.
    ['2016-07-01', '2021-12-31', '2016-04-25'],
    ['2022-01-01', '2025-12-31', '2021-11-29'],
  ],
  'handikappolitiskt-program': [['2003-06-16', '2016-11-27', '2003-06-16']],
  informationssakerhetspolicy: [
    ['2018-05-25', '2024-06-30', '2018-04-23'],
    ['2024-07-01', '2026-12-31', '2024-05-27'],
    ['2027-01-01', null, '2026-10-26'],
  ],
  'it-plan-barn-och-utbildningsnamnden': [
    ['2025-01-01', '2025-12-31', '2024-12-11'],
    ['2026-01-01', '2026-12-31', '2025-12-10'],
    ['2027-01-01', '2027-12-31', '2026-11-18'],
  ],
  'it-plan-kommunstyrelsen': [
    // Until 2025, extended by a month.
    ['2025-01-01', '2026-01-31', '2024-12-09'],
    ['2026-02-01', '2026-12-31', '2026-01-26'],
  ],
  'it-plan-samhallsbyggnadsnamnden': [['2025-01-01', '2025-12-31', '2024-12-11']],
  'it-plan-socialnamnden': [['2025-01-01', '2025-12-31', '2024-12-18']],
  'it-strategi': [
    // Said to apply until the end of 2015, but a new version came before.
    ['2012-01-01', '2015-06-30', '2011-11-28'],
    ['2015-07-01', '2019-09-29', '2015-06-15'],
    // No first day is stated: from the decision.
    ['2019-09-30', '2023-03-31', '2019-09-30'],
    ['2023-04-01', null, '2023-02-27'],
  ],
  'lokala-ordningsforeskrifter': [
    ['2006-01-01', '2017-06-30', '2005-11-28'],
    ['2017-07-01', '2022-12-31', '2017-05-29'],
    // Annulled by a court, which brought the former back.
    ['2023-01-01', '2023-06-13', '2022-10-31'],
    ['2023-06-14', null, '2017-05-29'],
  ],
  'modell-for-informationsklassning': [
    ['2019-03-01', '2024-09-30', '2019-02-11'],
    ['2024-10-01', null, '2024-09-02'],
  ],
  // Repealed before it began to apply.
  parkeringsstrategi: [],
  // It applied until it was taken off the site; what holds after that, the site does not say.
  'plan-for-skydd-av-anlaggningar': [['2016-04-12', '2024-03-11', '2016-04-12']],
  'regler-for-it-anvandning': [
    ['2021-05-01', '2024-10-31', '2021-03-09'],
    ['2024-11-01', null, '2024-10-08'],
  ],
  resepolicy: [
    // Adopted some day in 2008.
    ['2009-01-01', '2018-08-31', '2008'],
    ['2018-09-01', null, '2018-06-18'],
  ],
  'riktlinje-for-dokumenthantering': [['2021-05-01', null, '2021-03-09']],
  'riktlinje-for-epost': [
    ['2009-05-12', '2013-12-31', '2009-05-12'],
    ['2014-01-01', '2021-04-30', '2013-10-15'],
  ],
  'riktlinje-for-internetanvandning': [['2010-04-01', '2021-04-30', '2010-03-16']],
  // Adopted some day in March 2012.
  'riktlinje-for-losenord': [['2012-04-01', '2018-05-24', '2012-03']],
  'riktlinje-for-samverkan-kring-barn-och-unga': [
    ['2015-04-01', '2023-07-31', '2015-03-26'],
    ['2023-08-01', null, '2023-04-27'],
  ],
  // Adopted some day in the autumn term of 2014.
  'riktlinje-for-sociala-medier': [['2015-01-01', '2022-06-14', '2014-ht']],
  'vision-2040': [
    ['2018-02-26', '2022-05-29', '2018-02-26'],
    ['2022-05-30', '2040-12-31', '2022-05-30'],
  ],
  'taxa-for-markupplatelse': [
    ['2020-01-01', '2025-12-31', '2019-11-25'],
    ['2026-01-01', null, '2026-02-23'],
  ],
};

/** All documents by title, as a Swedish reader looks for them: numbers before letters, å, ä and ö last. */
export const BY_TITLE = [
  'anvisning-for-flaggning',
  'arkivreglemente',
  'bredbandsstrategi',
  'digitaliseringsprogram',
  'handikappolitiskt-program',
  'informationssakerhetspolicy',
  'it-plan-samhallsbyggnadsnamnden',
  'it-plan-socialnamnden',
  'it-plan-barn-och-utbildningsnamnden',
  'it-plan-kommunstyrelsen',
  'it-strategi',
  'lokala-ordningsforeskrifter',
  'modell-for-informationsklassning',
  'parkeringsstrategi',
  'plan-for-skydd-av-anlaggningar',
  'regler-for-it-anvandning',
  'resepolicy',
  'riktlinje-for-internetanvandning',
  'riktlinje-for-dokumenthantering',
  'riktlinje-for-epost',
  'riktlinje-for-losenord',
  'riktlinje-for-samverkan-kring-barn-och-unga',
  'riktlinje-for-sociala-medier',
  'vision-2040',
  'taxa-for-markupplatelse',
];

/** The documents that applied on a day, each with its version. */
export function appliedOn(day) {
  const versions = BY_TITLE.map((id) => [id, APPLIED[id].find(([first, last]) => first <= day && (!last || day <= last))?.[2]]);
  return Object.fromEntries(versions.filter(([, version]) => version));
}

/** Questions of what, who, about and when, asked on the sample's day, and the rows that answer them, in order. */
export const ANSWERS = [
  { ask: {}, rows: BY_TITLE },
  { ask: { typ: 'strategi' }, rows: ['bredbandsstrategi', 'it-strategi', 'parkeringsstrategi'] },
  { ask: { typ: 'policy' }, rows: ['informationssakerhetspolicy', 'resepolicy'] },
  // First days 2018-09-01 and 2024-07-01.
  { ask: { typ: 'policy', sortera: 'fran' }, rows: ['resepolicy', 'informationssakerhetspolicy'] },
  // Reviews due 2022-06-30, and a year after the last one in June 2026.
  { ask: { typ: 'policy', sortera: 'oversyn' }, rows: ['resepolicy', 'informationssakerhetspolicy'] },
  {
    ask: { typ: 'it-plan' },
    rows: [
      'it-plan-samhallsbyggnadsnamnden',
      'it-plan-socialnamnden',
      'it-plan-barn-och-utbildningsnamnden',
      'it-plan-kommunstyrelsen',
    ],
  },
  // The plans of the other two boards ended with 2025.
  { ask: { typ: 'it-plan', status: 'Gäller' }, rows: ['it-plan-barn-och-utbildningsnamnden', 'it-plan-kommunstyrelsen'] },
  {
    ask: { organ: 'kommunstyrelsen' },
    rows: [
      'it-plan-kommunstyrelsen',
      'plan-for-skydd-av-anlaggningar',
      'regler-for-it-anvandning',
      'riktlinje-for-internetanvandning',
      'riktlinje-for-dokumenthantering',
      'riktlinje-for-epost',
    ],
  },
  {
    ask: { organ: 'barn-och-utbildningsnamnden' },
    rows: ['it-plan-barn-och-utbildningsnamnden', 'riktlinje-for-samverkan-kring-barn-och-unga', 'riktlinje-for-sociala-medier'],
  },
  // First days 2010-04-01, 2023-04-01, 2024-11-01, twice 2025-01-01, 2026-01-01, 2026-02-01.
  {
    ask: { amne: 'it', sortera: 'fran' },
    rows: [
      'riktlinje-for-internetanvandning',
      'it-strategi',
      'regler-for-it-anvandning',
      'it-plan-samhallsbyggnadsnamnden',
      'it-plan-socialnamnden',
      'it-plan-barn-och-utbildningsnamnden',
      'it-plan-kommunstyrelsen',
    ],
  },
  // The by-laws of 2022 were annulled, so their row is that of 2017.
  { ask: { ar: '2022' }, rows: ['arkivreglemente', 'vision-2040'] },
  { ask: { q: 'fiber' }, rows: ['bredbandsstrategi'] },
  { ask: { q: 'LÖSENORD' }, rows: ['riktlinje-for-losenord'] },
  // The strategy's former name.
  { ask: { q: 'ikt-strategi' }, rows: ['it-strategi'] },
  { ask: { q: 'e-post', status: 'Gäller' }, rows: ['regler-for-it-anvandning', 'riktlinje-for-dokumenthantering'] },
  { ask: { q: 'kvantdator' }, rows: [] },
  // Then the by-laws were called “Allmänna lokala ordningsföreskrifter”.
  {
    ask: { dag: '2009-06-01', status: 'Gäller' },
    rows: ['lokala-ordningsforeskrifter', 'handikappolitiskt-program', 'resepolicy', 'riktlinje-for-epost'],
  },
  { ask: { dag: '2012-06-01', typ: 'strategi', status: 'Gäller' }, rows: ['it-strategi'] },
];
