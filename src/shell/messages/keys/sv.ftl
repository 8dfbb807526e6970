# Vad varje uppgift heter och betyder, på svenska. Samma ordning och samma namn som i en.ftl.
#
# Orden står i handbokens tabeller och i schemat som texteditorer läser. Varje namn är
# tabellens och uppgiftens engelska; värdet är en rubrik och .about säger vad uppgiften är till för.
# Inga länkar: en texteditor kan inte följa dem.

## Schemat

schema = Stadga
    .about = Kommunens inställningar och uppgifterna överst i varje dokument.
settings = Inställningar i stadga.toml
    .about = Webbplatsens inställningar. Varje uppgift har ett svenskt och ett engelskt namn: skriv det ena eller det andra.
front-matter = Uppgifterna överst i ett dokument
    .about = Det som står mellan raderna med +++. Varje uppgift har ett svenskt och ett engelskt namn: skriv det ena eller det andra.

## Hur värden ser ut

value = Värde: { $is }
is-text = text
is-texts = text eller lista
is-type = en typ
is-body = organ
is-bodies = organ eller slag, ett eller flera
is-document = dokumentets namn
is-name = namn
is-file = fil
is-year = år
is-url = webbadress
is-language = språkkod
is-date = datum
is-day = en dag
is-moment = datum eller villkor
is-color = färg, som `"#0b5d3b"`
is-flag = `true` eller `false`
is-number = heltal
is-word = ett av orden
is-relations = samband
is-role = roll, eller { $table }
is-reserved = –
or = eller
id = NAMN

## Dokument och lydelser

front-matter-title = Titel
    .about = Måste finnas.
front-matter-type = Typ
    .about = Måste finnas. En av typerna som följer med, eller en egen i stadga.toml.
front-matter-adopted_by = Antagen av
    .about = Måste finnas, om inte `[[beslut]]` med `antagen` gör det.
front-matter-adopted = Antagen
    .about = Beslutsdagen.
front-matter-section = Paragraf
    .about = Paragraf i protokollet: `"§ 60"` eller `60`.
front-matter-reference = Diarienummer
    .about = Ärendets nummer.
front-matter-minutes = Protokoll
    .about = Det justerade protokollet.
front-matter-valid_from = Gäller från
    .about = Första dagen. Saknas den gäller texten från beslutet.
front-matter-valid_until = Gäller till
    .about = **Sista** dagen som texten gäller. `"tills vidare"` betyder utan slut.
front-matter-review_by = Översyn senast
    .about = Sista dag för nästa översyn.
front-matter-review = Översyn
    .about = Hur ofta texten ses över.
front-matter-responsible = Ansvarig
    .about = Vem som ansvarar. Skriv rollen; personens namn visas bara om `visa_personer` är påslaget.
front-matter-applies_to = Gäller för
    .about = Vem texten gäller för.
front-matter-keywords = Ämnesord
    .about = Ämnen. Varje ämne får en sida.
front-matter-summary = Sammanfattning
    .about = En eller två meningar under titeln.
front-matter-series = Samling
    .about = Nummer i författningssamlingen: `"EFS 2026:4"`.
front-matter-original = Original
    .about = Den antagna filen, bredvid texten.
front-matter-lang = Språk
    .about = Textens språk, om det inte är webbplatsens: `"en"`.
front-matter-replaces = Ersätter
    .about = Dokument som detta tar platsen för.
front-matter-implements = Genomför
    .about = Dokument som detta genomför.
front-matter-annex_of = Bilaga till
    .about = Dokument som detta är en bilaga till.
front-matter-related = Se även
    .about = Dokument som hör ihop med detta.
front-matter-based_on = Stöds på
    .about = Lag eller dokument som detta stöder sig på.
front-matter-change = Ändring
    .about = Vad för slags ändring lydelsen är.
front-matter-note = Kommentar
    .about = Vad som är nytt, med ord.
front-matter-follow_up = Uppföljning
    .about = Hur dokumentet följs upp.
front-matter-expects = Kräver
    .about = Dokument som ska finnas.
front-matter-decisions = Beslut
    .about = Fler beslut om samma text.
front-matter-corrections = Rättelser
    .about = Rättelser av en publicerad text.
front-matter-draft = Utkast
    .about = Texten är inte beslutad.
front-matter-version = Version
    .about = Lydelsens adress, för ett dokument i en enda fil. Annars används `antagen`. I en mapp bestämmer filens namn.
front-matter-sequence = Ordning
    .about = Ordning mellan lydelser som beslutats och börjar gälla samma dag.
front-matter-aliases = Alias
    .about = Namn som dokumentet har haft.
front-matter-withdrawn = Avpublicerad
    .about = Texten är borttagen från webbplatsen.

## Vanliga sidor

page-title = Titel
    .about = Måste finnas.
page-summary = Sammanfattning
    .about = En mening för sökmotorer.
page-lang = Språk
    .about = Textens språk, om det inte är webbplatsens.
page-draft = Utkast
    .about = Sidan visas inte.

## Beslut

decision-act = Åtgärd
    .about = Måste finnas. Vad som beslutades.
decision-by = Av
    .about = Vem som beslutade.
decision-date = Datum
    .about = Måste finnas. Beslutsdagen.
decision-section = Paragraf
    .about = Paragraf i protokollet.
decision-reference = Diarienummer
    .about = Ärendets nummer.
decision-minutes = Protokoll
    .about = Det justerade protokollet.
decision-until = Till
    .about = Sista dag; vad det betyder beror på åtgärden.

## Rättelser

correction-date = Datum
    .about = När texten rättades.
correction-by = Av
    .about = Vem som rättade.
correction-what = Vad
    .about = Måste finnas. Vad som ändrades.
correction-mandate = Mandat
    .about = Med vilket stöd.

## Avpublicerad

withdrawal-date = Datum
    .about = Från vilken dag. Saknas den är texten borta genast.
withdrawal-by = Av
    .about = Vem som beslutade.
withdrawal-reason = Skäl
    .about = Måste finnas. Läsaren ser skälet.

## Samband

relation-id = Dokument
    .about = Ett dokument på webbplatsen.
relation-part = Del
    .about = Bara den här delen av det.
relation-from = Från
    .about = Från den dagen, i stället för när texten börjar gälla.
relation-title = Titel
    .about = Något utanför webbplatsen, i stället för `id`.
relation-url = Adress
    .about = Var det finns att läsa.

## Ansvarig

responsible-role = Roll
    .about = Den roll som ansvarar.
responsible-person = Person
    .about = Den som har rollen nu.

## Uppföljning

follow-up-what = Vad
    .about = Måste finnas. Vad som lämnas.
follow-up-to = Till
    .about = Till vem.
follow-up-every = Varje
    .about = Hur ofta, som det läses efter ordet varje: `"år"`, `"mandatperiod"`.

## Kräver

expectation-type = Typ
    .about = Måste finnas. Vilken typ av dokument, skriven som i stadga.toml.
expectation-per = Per
    .about = Vilka organ, skrivna som i stadga.toml: `"namnd"` eller `["kommunstyrelsen"]`.
expectation-every = Varje
    .about = Ett för varje år.

## Webbplatsen

settings-name = Namn
    .about = Måste finnas. Kommunens namn.
settings-lang = Språk
    .about = Språket runt texterna. Annars svenska.
settings-base_url = Webbadress
    .about = Var webbplatsen ska ligga. Behövs för webbplatskartan och de bestående adresserna.
settings-theme = Tema
    .about = En mapp i `themes/`, för kommunens eget utseende. Annars `"standard"`.
settings-timezone = Tidszon
    .about = Avgör vilken dag det är. Annars `"Europe/Stockholm"`.
settings-date = Datum
    .about = Visar webbplatsen som den dagen. Bara för exempel.
settings-after_term = Efter giltighetstid
    .about = Vad som sägs om en text vars slutdatum har passerat. Annars oklart.
settings-review_soon_days = Översyn snart, dagar
    .about = Hur många dagar före som översynen *närmar sig*. Annars 90.
settings-show_persons = Visa personer
    .about = Visar namnet på den som ansvarar. Annars visas bara rollen.
settings-links = Länkar
    .about = Med `"filer"` kan webbplatsen läsas direkt från mappen, utan webbserver.
settings-types = Typer
    .about = Egna dokumenttyper.
settings-bodies = Organ
    .about = De som beslutar.
settings-colors = Färger
    .about = Kommunens egna färger.
settings-accessibility = Tillgänglighet
    .about = Tillgänglighetsredogörelsen, som lagen kräver. Blir sidan `/tillganglighet/`.
settings-archive = Arkiv
    .about = Behövs bara om kommunen har bytt namn.
settings-publish = Publicering
    .about = Används inte än.

## En dokumenttyp

type-name = Namn
    .about = Vad typen heter.
type-plural = Flertal
    .about = Vad flera av dem heter.
type-group = Grupp
    .about = Vad typen gör: sätter mål, styr arbetet, binder allmänheten eller ordnar organisationen.
type-explanation = Förklaring
    .about = En mening för den som undrar.

## Ett organ

body-name = Namn
    .about = Namnet i dag.
body-abbreviation = Förkortning
    .about = Går att skriva i stället för namnet.
body-former = Tidigare namn
    .about = Namn som organet har haft. Gamla beslut behåller namnet från sin tid.
body-kind = Slag
    .about = Ett ord för gruppen, som `"namnd"`. Används av `kraver`.
body-from = Från
    .about = Första året.
body-until = Till
    .about = Sista året.

## Tillgänglighetsredogörelsen

statement-conformance = Förenlighet
    .about = Lagen kräver den. Hur väl webbplatsen uppfyller lagen om tillgänglighet till digital offentlig service.
statement-assessed = Bedömd
    .about = Lagen kräver den. Dagen då webbplatsen senast bedömdes.
statement-method = Metod
    .about = Lagen kräver den. Vem som gjorde bedömningen: ni själva eller någon utanför kommunen.
statement-updated = Uppdaterad
    .about = Lagen kräver den. Dagen då redogörelsen senast gicks igenom. Efter ett år påminner stadga.
statement-email = E-post
    .about = Dit läsaren skriver om en brist. Lagen kräver e-post, telefon eller formulär.
statement-phone = Telefon
    .about = Dit läsaren ringer om en brist.
statement-form = Formulär
    .about = Där läsaren kan anmäla en brist till er.
statement-failings = Brister
    .about = Allt som inte är tillgängligt. Måste finnas om webbplatsen inte är helt förenlig med lagen.
statement-burdens = Oskäligt betungande
    .about = Det som det vore oskäligt betungande att anpassa (12 §). Används sällan, och bara efter en egen bedömning.
statement-outside_law = Utanför lagen
    .about = Det som lagens krav inte gäller (9 §).

## En brist

failing-what = Vad
    .about = Måste finnas. Vad som inte fungerar, och för vem.
failing-why = Varför
    .about = Lagen kräver den. Varför det är så.
failing-plan = Plan
    .about = Vad ni gör åt det, och vad läsaren kan göra så länge.
failing-mended_by = Åtgärdas senast
    .about = När bristen ska vara åtgärdad.

## Oskäligt betungande

burden-what = Vad
    .about = Måste finnas. Vad som inte anpassas.
burden-why = Varför
    .about = Lagen kräver den. Varför just det här är oskäligt betungande för er.

## Utanför lagen

outside-law-what = Vad
    .about = Måste finnas. Vad lagens krav inte gäller.
outside-law-why = Varför
    .about = Vilket undantag det är.

## Arkivet

archive-name = Namn
    .about = Vad kommunen hette när arkivet påbörjades.

## Kommunens färger

colors-accent = Accent
    .about = Kanter, knappar och markeringar i ljust läge. Annars temats färg.
colors-accent_dark = Accent, mörkt läge
    .about = Detsamma i mörkt läge.
colors-link = Länk
    .about = Länkar i ljust läge. Annars temats färg.
colors-link_dark = Länk, mörkt läge
    .about = Detsamma i mörkt läge.
