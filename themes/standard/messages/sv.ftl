# Orden på webbplatsen. Ett tema kan ersätta ett eller flera av dem i
# themes/<tema>/messages/sv.ftl. Nycklarna är desamma i alla språk.

## Datum

month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-spring = våren { $year }
date-autumn = hösten { $year }
span = { $from } – { $to }
span-from = från och med { $from }
span-until = till och med { $to }
open-ended = tills vidare

## Sidans ram

skip-link = Till innehållet
menu = Huvudmeny
menu-start = Start
menu-register = Alla dokument
menu-overview = Så hänger de ihop
menu-timeline = Beslut över tid
breadcrumbs = Du är här
footer = Om webbplatsen
footer-authentic = Det som är beslutat står i det justerade protokollet. Texterna här är avskrifter för den som vill läsa.
tagline = Styrdokument
text-size = Textstorlek
percent = procent
adjust = Anpassa sidan
adjust-more = Mer
adjust-spacing = Radavstånd
adjust-spacing-normal = Normalt
adjust-spacing-wide = Glesare
adjust-spacing-wider = Glesast
adjust-width = Textbredd
adjust-width-narrow = Smal
adjust-width-normal = Normal
adjust-width-wide = Bred
adjust-theme = Färger
adjust-theme-auto = Som enheten
adjust-theme-light = Ljust
adjust-theme-dark = Mörkt
adjust-theme-contrast = Hög kontrast
adjust-reset = Återställ allt
adjust-note = Utan skript gäller valen bara den här sidan.
today = i dag
until-passed = Läget har ändrats sedan den här sidan gjordes.
until-register = Se vad som gäller i dag
fixed-date = Visas som den { $date }.
fixed-date-note = Här står vad som gäller just den dagen.

## Delar av en dokumentsida

answers = I korthet
contents = Innehåll
facts = Uppgifter
summary = Sammanfattning
text = Dokumentets text
versions = Lydelser
version-shown = Du läser den här
timeline = Vad som har hänt och vad som kommer
relations = Hör ihop med
variants = Andra språk och lättläst
files = Filer
corrections = Rättelser
cite = Hänvisa till den här texten
cite-address = Bestående adress
authentic = Texten här är en avskrift. Det justerade protokollet är det som gäller.
authentic-link = Läs protokollet:
tools = Mer om dokumentet
draft = UTKAST
missing = uppgift saknas
upcoming = Kommande
permalink = Länk till avsnittet { $title }
previous = Föregående
next = Nästa

## Etiketter för uppgifter

fact-title = Titel
fact-valid = Gäller
fact-valid-past = Gällde
fact-valid-from = Gäller från
fact-valid-until = Gäller till och med
fact-adopted = Beslutad av
fact-adopted-date = Beslutad
fact-type = Dokumenttyp
fact-series = Samling
fact-section = Paragraf
fact-reference = Diarienummer
fact-minutes = Protokoll
fact-review = Ska ses över
fact-responsible = Ansvarig
fact-applies-to = Gäller för
fact-keywords = Ämnen
fact-change = Ändring
fact-note = Vad som är nytt
fact-comment = Kommentar
fact-follow-up = Följs upp
fact-versions = Lydelser
fact-language = Språk
fact-abbreviation = Förkortning
fact-former-names = Tidigare namn
fact-years = Verksam
fact-group = Grupp
fact-source = Källfil
fact-document-id = Dokumentets id
fact-version-id = Lydelsens id
fact-published-at = Publicerad på
section-number = § { $section }
lapsed-answer = Nej, den trädde aldrig i kraft
lapsed-from = skulle ha gällt från { $from }
valid-also = gällde även { $spans }
main-rule = enligt huvudregeln: från beslutet
follow-up-to = { "" } till { $to }
follow-up-every = { "" }, varje { $every }

## Gäller det?

state-upcoming = Kommande
state-in-force = Gäller
state-superseded = Äldre lydelse
state-term-passed = Giltighetstiden har gått ut
state-replaced = Ersatt
state-repealed = Upphävd
state-annulled = Upphävd av domstol
state-lapsed = Trädde aldrig i kraft
state-unknown = Oklart om den gäller
state-withdrawn = Avpublicerad
state-draft = Utkast
sentence-in-force = Gäller sedan { $from }
sentence-in-force-open = Gäller sedan { $from }, tills vidare
sentence-in-force-until = Gäller { $from } – { $to }
sentence-also = { $sentence }, och gällde även { $spans }
sentence-in-force-condition = Gäller sedan { $from }, { $condition }
sentence-upcoming = Börjar gälla { $from }
sentence-superseded = Gällde { $span }
sentence-term-passed = Giltighetstiden gick ut { $to }
sentence-term-passed-continues = Giltighetstiden gick ut { $to }, men dokumentet gäller till dess något annat beslutas
sentence-term-passed-unclear = Giltighetstiden gick ut { $to }. Det är inte klarlagt om dokumentet gäller ändå.
sentence-replaced = Ersattes { $to }
sentence-repealed = Upphävdes { $to }
sentence-annulled = Upphävdes av domstol { $to }
sentence-lapsed-repealed = Upphävdes { $to }, innan den hade börjat gälla
sentence-lapsed = Ersattes eller togs tillbaka { $to }, innan den hade börjat gälla
sentence-unknown = Det går inte att säga om texten gäller: startdagen är inte känd närmare än { $from }
sentence-unknown-start = Det går inte att säga om texten gäller: det saknas uppgift om när den beslutades
sentence-draft = Utkast, inte beslutat

## Översyn

review-current = Senast { $date }
review-due-soon = Senast { $date }
review-due-soon-note = översynen närmar sig
review-overdue = Skulle ha varit gjord { $date }
review-overdue-note = översynen är försenad
review-not-stated = Inte angivet
review-yearly = varje år
review-term = varje mandatperiod

## Rutor under rubriken

notice = Viktigt om den här texten
notice-draft = Utkast – inte beslutat
notice-draft-body = Texten är ett förslag och gäller inte.
notice-older = Du läser en äldre lydelse
notice-older-body = Den här texten gällde { $span }.
notice-older-retroactive = Att en ny lydelse tog vid då beslutades i efterhand, { $date }.
notice-older-link = Läs den som gäller nu
notice-older-link-last = Läs den senaste lydelsen
notice-compare = Jämför den med lydelsen { $date }
notice-coming-compare = Se vad som ändras
notice-upcoming = Texten har inte börjat gälla
notice-upcoming-body = Den börjar gälla { $from }.
notice-upcoming-link = Läs den som gäller nu
notice-coming = En ny lydelse är beslutad
notice-coming-body = Den börjar gälla { $from } och ersätter då den här texten.
notice-coming-link = Läs den nya lydelsen
notice-term-passed = Giltighetstiden har gått ut
notice-term-passed-ends = Den gick ut { $to }. Dokumentet gäller inte längre.
notice-term-passed-continues = Den gick ut { $to }. Kommunen tillämpar dokumentet till dess något annat beslutas.
notice-term-passed-unclear = Den gick ut { $to }. Det är inte klarlagt om dokumentet gäller ändå; fråga kommunen.
notice-replaced = Dokumentet är ersatt
notice-replaced-body = Det gällde till och med { $to }.
notice-replaced-link = Läs { $title }
notice-repealed = Dokumentet är upphävt
notice-repealed-body = Det gällde till och med { $to }.
notice-annulled = Dokumentet är upphävt av domstol
notice-annulled-body = Beslutet gäller inte från och med { $from }.
notice-lapsed = Texten trädde aldrig i kraft
notice-lapsed-body = Den ersattes eller togs tillbaka innan den hade börjat gälla.
notice-lapsed-repealed-body = Den upphävdes innan den hade börjat gälla.
notice-retroactive = Texten gäller bakåt i tiden
notice-retroactive-body = Den beslutades { $date } men gäller bakåt, från och med { $from }.
notice-unknown = Det är oklart om texten gäller
notice-unknown-body = Startdagen är inte känd närmare än { $from }.
notice-unknown-start-body = Det saknas uppgift om när den beslutades.
notice-variant = Den beslutade texten är den svenska
notice-variant-body = Det här är en översättning till hjälp för läsaren.
notice-variant-easy = Den beslutade texten är en annan
notice-variant-easy-body = Det här är en lättläst version till hjälp för läsaren.
notice-variant-link = Läs den beslutade texten
notice-withdrawn = Dokumentet är avpublicerat
notice-withdrawn-body = { $by ->
    [none] Det togs bort från webbplatsen { $date }.
   *[other] { $by } tog bort det från webbplatsen { $date }.
} Skäl: { $reason }
notice-withdrawn-ask = Dokumentet kan begäras ut hos kommunen.
notice-overdue = Översynen är försenad
notice-overdue-body = Den skulle ha varit gjord { $date }. Texten gäller till dess något annat beslutas.

## Händelser

event-adopted = Beslutad
event-revised = Reviderad
event-partial = Ändrad i vissa delar
event-editorial = Redaktionellt ändrad
event-readopted = Antagen på nytt
event-extended = Förlängd
event-extended-until = Förlängd till och med { $to }
event-collected = Intagen i författningssamlingen
event-repealed = Upphävd
event-annulled = Upphävd av domstol
event-reinstated = Återinförd
event-transferred = Överförd till annan ansvarig
event-reviewed = Översedd utan ändring
event-corrected = Rättad
event-starts = Börjar gälla
event-ends = Slutar gälla
event-replaced = Ersatt av { $title }
event-revived = Gäller igen
event-revived-version = Lydelsen { $date }, som hade tagit dess plats, upphävdes av domstol.
event-revived-document = { $title }, som hade tagit dess plats, upphävdes av domstol.
event-of-version = { $title } (lydelsen { $date })
event-review-due = Ska ses över senast
event-follow-up = Ska följas upp
event-withdrawn = Avpublicerad
event-no-date = Utan datum
event-by = av { $by }
mandate = med stöd av { $mandate }
change-new = Nytt dokument
change-revision = Revidering
change-partial = Ändring i vissa delar
change-editorial = Redaktionell ändring
change-readopted = Antagen på nytt

## Lydelser

version-name = Lydelse { $date }
version-undated = Lydelse utan datum
version-read = Läs lydelsen { $date }
version-withdrawn = Texten är avpublicerad. Läs varför
version-compare = Jämför med lydelsen { $date }
version-compare-undated = Jämför med lydelsen utan datum
version-compare-other = Jämför med { $title }
band-label = När det har gällt: { $spans }.
band-span = { $name }: { $span }
versions-only = En lydelse
versions-older = { $n ->
    [one] 1 äldre lydelse
   *[other] { $n } äldre lydelser
}
versions-upcoming = { $n ->
    [one] 1 kommande lydelse
   *[other] { $n } kommande lydelser
}

## Samband mellan dokument

relation-replaces = Ersätter
relation-replaced-by = Ersatt av
relation-implements = Genomför
relation-implemented-by = Genomförs av
relation-annex-of = Bilaga till
relation-annexes = Bilagor
relation-related = Se även
relation-based-on = Stöds på
relation-basis-of = Är stöd för
relation-from = från { $date }

## Antal

count-documents = { $n ->
    [one] 1 dokument
   *[other] { $n } dokument
}
count-wordings = { $n ->
    [one] 1 lydelse
   *[other] { $n } lydelser
}
count-in-force = { $n ->
    [one] gällande dokument
   *[other] gällande dokument
}
count-upcoming = { $n ->
    [one] beslutat, gäller ännu inte
   *[other] beslutade, gäller ännu inte
}
count-older = { $n ->
    [one] äldre lydelse att läsa
   *[other] äldre lydelser att läsa
}
list-and = { $first } och { $last }

## Startsidan

start-title = Styrdokument i { $name }
start-intro = Här står vad kommunen har beslutat ska gälla: vem som beslutade, när, vad som gäller i dag och vad som gällde förr.
find = Sök efter titel, ämne eller diarienummer
find-go = Sök
start-register = Alla dokument
start-numbers = I siffror
start-recent = Senast beslutat
start-upcoming = Träder i kraft eller upphör
start-review = Ska ses över
start-types = Efter dokumenttyp
start-bodies = Efter beslutande organ
start-subjects = Efter ämne
start-all-subjects = Alla { $n } ämnen
start-counted = Siffran visar hur många som gäller nu.
start-timeline = Alla beslut, år för år

## Listor och register

register-title = Alla dokument
register-intro = { $n ->
    [one] Ett dokument.
   *[other] { $n } dokument, i bokstavsordning.
}
register-letters = Efter första bokstav
register-caption = Kommunens styrdokument
register-downloads = Hämta som data
column-title = Dokument
column-type = Typ
column-body = Beslutad av
column-state = Gäller?
column-since = Från
column-until = Till och med
column-review = Ska ses över
filter = Sök och filtrera
filter-text = Sök bland dokumenten
filter-subject = Ämne
filter-year = Beslutad år
filter-day = Vad gällde den …?
filter-all = Alla
filter-sort = Sortera efter
filter-reverse = Omvänd ordning
filter-clear = Rensa
found = { $n } av { $total } dokument
found-none = 0 träffar. Ta bort något av valen, så visas fler.
found-then = { $n } dokument gällde den { $date }.
found-now = { $n } dokument gäller den { $date }.
found-coming = { $n } dokument gäller den { $date }, om inget annat beslutas.
found-day = { $n } av { $total } dokument, också sådana som inte gällde den { $date }
found-unclear = För { $n } är det oklart: välj ”Oklart om de gäller”.
found-shown = Visar { $n } av { $total }.
found-more = Visa { $n } till
then-in-force = Gällde
then-upcoming = Gällde inte än
then-term-passed = Giltighetstiden hade gått ut
then-unknown = Oklart om den gällde
then-absent = Fanns inte
column-band = Över tid
overdue = försenad
list-empty = Här finns inga dokument.
list-in-force = Gäller
list-upcoming = Kommande
list-unknown = Oklart om de gäller
list-withdrawn = Avpublicerade
list-adopted = Dokument som { $by } har antagit, och andra som organet har fattat beslut om.
list-decided = Har fattat beslut om
list-decided-note = De här dokumenten, eller den lydelse som visas, har någon annan antagit.
list-not-in-force = Gäller inte längre
list-decision-days = Beslutsdagar
overview-title = Så hänger dokumenten ihop
overview-intro = Överst det som anger riktningen, under det sådant som genomför det.
overview-others = Utanför trädet
overview-rest = Det som inte längre gäller, eller aldrig trädde i kraft, finns bland
overview-empty = Inget dokument säger att det genomför ett annat.
overview-gap-body = { $what } saknas för { $by }
timeline-title = Beslut över tid
timeline-year-title = Beslut { $year }
timeline-years = År
timeline-neighbours = Åren före och efter
timeline-coming = Kommande
timeline-past = Det som har hänt
timeline-left-out = Här står högst { $n } dagar framåt och lika många bakåt. Välj ett år för att se alla.
timeline-older = Äldre: { $year }
timeline-newer = Nyare: { $year }
timeline-empty = Inga beslut är kända.
decisions-title = { $by } { $date }
decisions-neighbours = Andra beslutsdagar
decisions-page = Alla beslut { $by } tog den dagen
decisions-page-month = Alla beslut { $by } tog den månaden
decisions-page-half-year = Alla beslut { $by } tog det halvåret
decisions-page-year = Alla beslut { $by } tog det året
group-activating = Aktiverande
group-normative = Normerande
group-by-law = Föreskrift
group-organisational = Organisatoriskt
former-names = Har också hetat { $names }

## Andra sidor

not-found-title = Sidan finns inte
not-found-body = Adressen leder inte till något. Den kan vara felskriven, eller så har sidan flyttats.
not-found-register = Leta bland alla dokument
not-found-start = Gå till startsidan
redirect-title = Sidan har flyttat
redirect-body = Den finns nu här:
unreadable-title = { $title } kan inte visas
unreadable-body = Uppgifterna överst i källfilen går inte att läsa, så sidan kunde inte göras.
unreadable-faults = Vad som är fel

## Sidor i arkivet

archived-copy = Arkivexemplar
archived-note = Här står den publicerade texten och det som är beslutat om den. Om den gäller framgår inte här, utan av kommunens webbplats.
archived-cover = Dokumentets alla lydelser
archived-decisions = Senare beslut om texten

## Sidor om arkivet

menu-arkiv = Arkivet
tools-archive = Arkiverade versioner
archive-title = Arkivet
archive-lead = Det som { $name } publicerar här läggs också i ett arkiv, så att det går att visa många år senare vad som stod och att ingen har ändrat det. Arkivet började den { $date }. Själva arkivet ligger inte på webbplatsen: här står vad som finns i det och hur det kontrolleras.
archive-moment = { $date } kl.{ "\u00A0" }{ $hour }.{ $minute }
archive-number = { $n }
fact-archive-documents = Dokument i arkivet
fact-archive-versions = Arkivversioner
fact-archive-first = Arkiverades först
fact-archive-last = Arkiverades senast
fact-archive-object = Beteckning i arkivet
archive-checkpoint = Checkpoint
archive-checkpoint-body = Allt som görs i arkivet blir en rad i en logg. De här raderna står för hela loggen så som den är nu. Den som har sparat dem kan senare visa om någon har ändrat loggen eller arkivet, för då stämmer de inte längre. De rader som står här räcker inte till det: den som kan ändra loggen kan också göra nya rader.
archive-unsigned = Checkpointen är inte undertecknad.
archive-signed = Checkpointen säger sig vara undertecknad med nyckeln { $names }. Underskriften är inte kontrollerad här. Be kommunen om den offentliga nyckeln. Den som har arkivet kontrollerar med stadga archive verify och --public-key, eller utan stadga så som filen LÄSMIG.txt i arkivet beskriver.
archive-behind = Checkpointen står för loggens första { $size } rader. Loggen har { $lines } rader, eftersom en arkivering avbröts.
archive-no-checkpoint = Loggen har ingen checkpoint
archive-no-checkpoint-body = Därför går det inte att visa här att loggen är oförändrad.
archive-broken = Loggen stämmer inte med sin checkpoint
archive-broken-body = Någon kan ha ändrat loggen, eller så är den skadad. Lita inte på det som står om arkivet här förrän kommunen har undersökt det.
archive-keep = Spara och jämför
archive-keep-save = Spara checkpointen på ett annat ställe än webbplatsen: för in den i ett diarium, skriv ut den eller mejla den till någon.
archive-keep-compare = Den som har arkivet visar senare att loggen fortfarande börjar som den gjorde då:
archive-keep-alone = Du kan också kontrollera det utan kommunens hjälp. Hämta loggen och räkna om den tredje raden i den checkpoint du har sparat:
archive-keep-lines = Ta så många rader från loggens början som checkpointens andra rad säger.
archive-keep-leaf = Räkna SHA-256 av varje rad, utan radslut och med byten 0 före.
archive-keep-tree = Slå ihop värdena två och två till ett träd, med byten 1 före, så som RFC 6962 beskriver i avsnitt 2.1.
archive-keep-root = Skriv trädets rot i base64. Det är den tredje raden.
archive-files = Loggen
archive-files-body = Loggen har en rad för varje gång något har arkiverats eller gallrats. Den innehåller kontrollsummor men inga texter.
archive-file-log = Loggen, en händelse på varje rad
archive-file-checkpoint = Checkpointen som fil
archive-withdrawn = Avpublicerade dokument
archive-withdrawn-body = De visas inte längre på webbplatsen, men finns kvar i arkivet. Begär ut dem hos kommunen.
archive-withdrawn-note = arkiverat som avpublicerat { $date }
archive-purged = Gallrade dokument
archive-purged-body = De har tagits bort ur arkivet efter beslut. Loggen visar att de fanns.
archive-purged-note = gallrat { $date } enligt beslut { $decision }
archive-purged-named-note = id { $id }, gallrat { $date } enligt beslut { $decision }
archive-purged-part-note = det som arkiverades med id { $id }, gallrat { $date } enligt beslut { $decision }; resten finns kvar
archive-list = Arkiverade dokument
archive-left-out = Här står de { $shown } dokument som har arkiverats senast, av { $total }. De andra hittar du från dokumentens egna sidor.
archive-row = { $n ->
    [1] arkiverat { $date }
   *[other] arkiverat { $n } gånger, senast { $date }
}
archive-empty = Inget dokument är arkiverat.
archive-of-title = Arkiverat: { $title }
archive-of-page-title = { $title }, arkiverade versioner
archive-of-crumb = Arkiverade versioner
archive-of-lead = Här står vad som finns av dokumentet i kommunens arkiv. Varje gång dokumentet har ändrats har en ny arkivversion lagts till, med alla lydelser som var publicerade då. Det som är arkiverat ändras inte.
archive-of-events = Arkivversioner
archive-of-clock = Tiderna anges i svensk tid. I loggen står de i UTC, som går en timme efter på vintern och två på sommaren.
archive-of-links = En lydelse är en länk om den står på webbplatsen med samma text som då.
archive-of-withdrawn = Texterna finns kvar i arkivet.
archive-of-purged = Dokumentet är gallrat ur arkivet
archive-of-purged-body = Det finns inte kvar i arkivet. Här står vad som fanns och enligt vilket beslut det togs bort.
archive-of-purged-part = Det som arkiverades med id { $id } är gallrat ur arkivet
archive-of-purged-part-body = Resten finns kvar i arkivet. Här står också vad som togs bort och enligt vilket beslut.
archive-of-texts = Lydelser
archive-of-digests = Kontrollsummor
archive-of-pages = Lydelsernas sidor (SHA-512):
archive-of-inventory = Förteckningen { $file }, som har kontrollsumman för varje fil i arkivversionen (SHA-512):
archive-of-check = Så kontrollerar du en arkivversion
archive-of-check-ask = Be kommunen om den. Själva arkivet ligger inte på webbplatsen.
archive-of-check-sums = Öppna kontrollsummorna här ovanför. Spara raderna om lydelsernas sidor som summor.txt, i den mapp av arkivversionen där mappen dokument ligger, och kör:
archive-of-sums-file = summor.txt
archive-of-check-windows = I Windows visar det här kommandot en fils kontrollsumma, så att du kan jämföra själv:
archive-of-check-log = Kontrollera med en sparad checkpoint att loggen inte har ändrats. Läs hur:
archive-of-staff = För den som sköter arkivet
archive-of-staff-verify = Kontrollera alla filer i dokumentets alla arkivversioner:
archive-of-staff-restore = Ta ut dokumentet, byte för byte:
archive-of-output = utdrag
archive-of-whole = Arkivet och dess logg
archive-event = Arkivversion { $number }
archive-event-of = Arkivversion { $number } av { $id }
archive-event-withdrawn = Dokumentet hade avpublicerats. Arkivversionen berättar det och visar inga texter; de finns i de tidigare.
archive-event-withdrawn-first = Dokumentet hade avpublicerats. Arkivversionen berättar det och visar inga texter.
archive-event-facts = Uppgifter om dokumentet eller filer som hör till det hade ändrats.
archive-event-named = Dokumentet hade då adressen { $id }.
archive-event-recovered = En tidigare arkivering avbröts, och loggraden skrevs efteråt.
archive-event-purged = Gallrat enligt beslut { $decision }
archive-event-purged-named = Det gällde det som hade arkiverats med id { $id }.
archive-text = Lydelse { $id }
archive-text-new = ny
archive-text-changed = ändrad
archive-text-corrected = rättad
## Arkivet så som det var en dag

rebuilt = Rekonstruktion ur arkivet
rebuilt-title = Styrdokumenten så som de var arkiverade { $moment }
rebuilt-notice = Gjord ur arkivet i efterhand
rebuilt-lead = Dokumentens sidor och bilagor är desamma, byte för byte, som de som arkiverades. Den här förteckningen är gjord efteråt. Varje gång ett dokument hade ändrats fick det en ny arkivversion med nästa nummer.
rebuilt-limits = Här finns det som var arkiverat när dagen var slut. Senast dess arkiverades något { $filled }. Det som publicerades utan att arkiveras finns inte här.
rebuilt-limits-today = Dagen var inte slut när förteckningen gjordes. Här finns det som var arkiverat till och med { $filled }, då något arkiverades senast. Det som publicerades utan att arkiveras finns inte här.
rebuilt-limits-moment = Här finns det som var arkiverat då. Senast dess arkiverades något { $filled }. Det som publicerades utan att arkiveras finns inte här.
rebuilt-count = { $n ->
    [one] 1 dokument.
   *[other] { $n } dokument.
}
rebuilt-documents = Dokument
rebuilt-archived = Arkiverat { $day } som arkivversion { $number }
rebuilt-withdrawn = Avpublicerat; uppgiften om det arkiverades { $day } som arkivversion { $number }
rebuilt-purged = Gallrade sedan dess
rebuilt-purged-one = Dokumentet { $id } var arkiverat då, men gallrades { $day } enligt beslut { $decision }.
rebuilt-doubled = Filer i två former
rebuilt-doubled-lead = De här filerna var arkiverade i två former, var och en med sitt dokument. Här ligger den som arkiverades sist.
rebuilt-absent-title = Sidan finns inte i rekonstruktionen
rebuilt-absent-lead = Länken leder till en sida som inte finns här. Den här upplysningen är gjord i efterhand.
rebuilt-absent-later = Dokumentet { $id } var inte arkiverat { $moment }. Det arkiverades första gången { $day }.
rebuilt-absent-part = Dokumentet finns här, men just den sidan av det var inte arkiverad { $moment }.
rebuilt-absent-never = I arkivet finns bara sidor för dokument som har arkiverats, inte webbplatsens övriga sidor.
rebuilt-to-index = Till förteckningen

## Text som Markdown ger upphov till

footnotes = Noter
footnote = Not { $n }
footnote-back = Tillbaka till texten vid not { $n }
alert-note = Anmärkning
alert-tip = Tips
alert-important = Viktigt
alert-warning = Varning
alert-caution = Var försiktig
table-region = Tabell { $n }, går att rulla i sidled
task-done = klart
task-open = inte klart

## Tillgänglighetsredogörelsen

menu-tillganglighet = Tillgänglighetsredogörelse
statement-lead = { $name } står bakom webbplatsen ”{ $service }”. Vi vill att så många som möjligt ska kunna använda den. Här står hur väl webbplatsen uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du berättar för oss om något inte fungerar.
statement-about = Om redogörelsen
statement-conformance = Hur tillgänglig är webbplatsen?
statement-full = Webbplatsen är helt förenlig med lagen (2018:1937) om tillgänglighet till digital offentlig service.
statement-partial = Webbplatsen är delvis förenlig med lagen (2018:1937) om tillgänglighet till digital offentlig service. Vad som brister står under rubriken Innehåll som inte är tillgängligt.
statement-not = Webbplatsen är inte förenlig med lagen (2018:1937) om tillgänglighet till digital offentlig service. Vad som brister står under rubriken Innehåll som inte är tillgängligt.
statement-unstated = Det saknas uppgift om hur väl webbplatsen uppfyller lagen (2018:1937) om tillgänglighet till digital offentlig service.
statement-contact = Om du inte kan använda en del av webbplatsen
statement-contact-body = Hör av dig till oss om du behöver något härifrån i en annan form. Berätta gärna också om du hittar en brist som inte står på den här sidan, eller om du tycker att vi inte uppfyller lagens krav. Då kan vi rätta till felet.
statement-contact-missing = Det saknas uppgift om hur du når oss.
statement-form = Formulär för att anmäla brister till oss
statement-authority = Tillsyn
statement-authority-body = Myndigheten för digital förvaltning (Digg) har tillsyn över att lagen följs. Är du inte nöjd med hur vi tar hand om dina synpunkter kan du anmäla det till Digg.
statement-complaint = Anmäl bristande tillgänglighet till Digg
statement-complaint-address = https://www.digg.se/tdosanmalan
statement-exceptions = Innehåll som inte är tillgängligt
statement-unlisted = Det saknas uppgift om vad som inte är tillgängligt.
statement-failings = Brister mot lagens krav
statement-failings-body = Det här uppfyller inte lagens krav på tillgänglighet:
statement-burdens = Oskäligt betungande anpassning
statement-burdens-body = Vi åberopar undantag för oskäligt betungande anpassning enligt 12 § lagen om tillgänglighet till digital offentlig service för det här:
statement-outside-law = Innehåll som inte omfattas av lagen
statement-outside-law-body = Enligt 9 § lagen om tillgänglighet till digital offentlig service gäller kraven inte det här. Hör av dig till oss om du behöver det i en annan form.
statement-method = Hur vi har testat webbplatsen
statement-method-own = Vi har själva bedömt webbplatsen (självskattning).
statement-method-third-party = En tredje part har granskat webbplatsen åt oss.
statement-method-missing = Det saknas uppgift om hur webbplatsen har bedömts.
statement-assessed = Den senaste bedömningen gjordes den { $date }.
statement-assessed-missing = Det saknas uppgift om när den senaste bedömningen gjordes.
statement-updated = Redogörelsen uppdaterades senast den { $date }.
statement-updated-missing = Det saknas uppgift om när redogörelsen senast uppdaterades.
fact-why = Varför
fact-plan = Vad vi gör åt det
fact-mended-by = Klart senast
fact-burden = Varför det är oskäligt betungande
fact-outside-law = Varför lagen inte omfattar det
fact-email = E-post
fact-phone = Telefon
fact-form = Formulär

## Ord som programmet sätter in

sentence-unknown-condition = Börjar gälla { $condition }
notice-unknown-condition-body = Den börjar gälla { $condition }.
event-repealed-until = Upphävd, gäller till och med { $to }
event-reviewed-until = Översedd utan ändring, nästa översyn senast { $to }
variant-lattlast = Lättläst svenska
variant-en = English
variant-sv = Svenska
variant-fi = Suomi
variant-de = Deutsch
variant-uk = Українська
variant-fit = Meänkieli
variant-se = Davvisámegiella
file-original = Det antagna originalet
file-size = { $kind }, { $kilobytes } kB
cite-version = lydelse { $date }
cite-undated = lydelse utan datum
tools-data = Uppgifterna som data (JSON)
register-letter-title = Dokument på { $letter }
letter-other = Övrigt
subjects-title = Ämnen
subject-title = Dokument om { $name }
unreadable-rival = Filen { $path } gör anspråk på samma adress.
sentence-superseded-at-once = Ersattes av en nyare lydelse redan { $from }
sentence-unknown-end = Det går inte att säga om texten gäller: det är inte känt exakt när den slutade gälla
notice-unknown-end-body = Det är inte känt exakt när den slutade gälla.
notice-older-at-once-body = Den ersattes av en nyare lydelse redan { $from }, samma dag som den skulle börja gälla.
notice-coming-alone-body = Den börjar gälla { $from }.
event-started = Började gälla
event-ended = Slutade gälla
event-review-was-due = Skulle ses över senast
versions-others = { $n ->
    [one] 1 annan lydelse
   *[other] { $n } andra lydelser
}
fact-stated = enligt texten { $stated }
fact-valid-from-condition = Börjar gälla
fact-valid-until-condition = Hur länge
fact-valid-until-open = Gäller
event-replaced-coming = Ersätts av { $title }
notice-replaced-version = Lydelsen är ersatt
notice-replaced-version-body = Den gällde till och med { $to }.
notice-repealed-version = Lydelsen är upphävd
notice-repealed-version-body = Den gällde till och med { $to }.
notice-annulled-version = Lydelsen är upphävd av domstol
notice-annulled-version-body = Den gäller inte från och med { $from }.
notice-ending = Slutar gälla { $to }
notice-ending-repealed-body = Det är beslutat att dokumentet upphävs.
notice-ending-replaced = Ersätts av { $title } från { $from }
notice-ending-body = Det gäller till och med { $to }.

## Jämförelser

compare-title = Jämförelse: { $title }
compare-page-title = Jämförelse: { $title }, { $old } och { $new }
compare-wording-of = { $title }, { $date }
compare-before = Före
compare-after = Efter
compare-before-dated = Före, { $date }
compare-after-dated = Efter, { $date }
compare-wordings = Lydelserna som jämförs
compare-summary = Vad som är ändrat
compare-facts = Ändrade uppgifter
compare-facts-caption = Uppgifter som skiljer mellan lydelserna
compare-fact = Uppgift
compare-none = ingen uppgift
compare-text = Texten med ändringarna
compare-text-unchanged = Texten
compare-legend = Så är ändringarna markerade
compare-legend-added = Tillagda ord är understrukna med dubbel linje.
compare-legend-removed = Borttagna ord är överstrukna.
compare-legend-moved = Text som har flyttats har en prickad ram, med länk till var den stod eller står nu.
compare-legend-folded = Oförändrade delar är hopfällda. De går att öppna.
compare-sample-added = ny text
compare-sample-removed = gammal text
compare-sample-moved = flyttad text
compare-left-out = Skillnader i radbrytning, mellanrum, bindestreck, citattecken, formatering och vart länkar leder räknas inte som ändringar.
compare-view = Visa ändringarna
compare-view-running = I texten
compare-view-beside = Sida vid sida
compare-beside-link = { $section }, sida vid sida
compare-beside-caption = De ändrade avsnitten, sida vid sida
compare-beside-absent = Fanns inte
compare-beside-stood = Stod på ett annat ställe
compare-beside-stands = Står nu på ett annat ställe
compare-beside-gone = Borttaget
compare-ways = Fler jämförelser
compare-step-before = Föregående jämförelse
compare-step-after = Nästa jämförelse
compare-stepwise = Se ändringarna en lydelse i taget
compare-step-of = { $old } och { $new }
compare-same = Oförändrad text
compare-same-body = Inte ett ord i texten skiljer de här lydelserna åt.
compare-same-facts = Det som är ändrat är uppgifterna nedan.
compare-same-readopted = Dokumentet är antaget på nytt med samma text.
compare-partial = Beslutet ändrade vissa delar
compare-partial-body = Det som beslutades var ändringarna. Den sammanhållna texten är redaktionell: den är hopsatt av den äldre lydelsen och ändringarna.
compare-editorial = Ändringen kallas redaktionell
compare-editorial-body = En redaktionell ändring görs utan nytt beslut och ska inte ändra vad texten säger. Här är ord ändrade. Läs dem och bedöm om innebörden är densamma.
compare-draft = Den senare texten är ett utkast
compare-count = { $n ->
    [one] 1 ändring
   *[other] { $n } ändringar
}

## Vad som är ändrat, i ord

compare-unchanged = oförändrad text
compare-unchanged-sentence = Texten är oförändrad.
compare-opening = inledningen
compare-footnotes = fotnoterna
compare-section-numbered = avsnitt { $number } { $title }
compare-section-paragraph = { $number } { $title }
compare-section-titled = avsnittet ”{ $title }”
compare-added = { $n ->
    [0] nytt avsnitt
   *[other] nytt avsnitt ({ $n } ord)
}
compare-removed = { $n ->
    [0] upphävt
   *[other] upphävt ({ $n } ord)
}
compare-paragraph-new = { $n ->
    [0] ny paragraf
   *[other] ny paragraf ({ $n } ord)
}
compare-paragraph-gone = { $n ->
    [0] upphävd
   *[other] upphävd ({ $n } ord)
}
compare-moved = flyttat, står nu efter { $section }
compare-moved-first = flyttat, står nu först
compare-renumbered = nytt nummer (förut { $before })
compare-number-new = nytt nummer (förut inget)
compare-number-gone = nummer borttaget (förut { $before })
compare-renamed = ny rubrik (förut ”{ $before }”)
compare-level = rubriken är nu på nivå { $to } (förut { $from })
compare-renumbered-one = { $section } (förut { $before })
compare-numbered-one = { $section } (förut inget)
compare-renumbered-all = Nya nummer: { $sections }.
compare-passage-changed = ”{ $old }” ändrat till ”{ $new }”
compare-passage-added = ”{ $new }” tillagt
compare-passage-removed = ”{ $old }” borttaget
compare-marks = { $n ->
    [one] en hänvisning till en fotnot ändrad
   *[other] { $n } hänvisningar till fotnoter ändrade
}
compare-signs = { $n ->
    [one] skiljetecken ändrat på ett ställe
   *[other] skiljetecken ändrade på { $n } ställen
}
compare-words-changed = { $n ->
    [one] 1 ord ändrat
   *[other] { $n } ord ändrade
}
compare-words-added = { $n ->
    [one] 1 ord tillagt
   *[other] { $n } ord tillagda
}
compare-words-removed = { $n ->
    [one] 1 ord borttaget
   *[other] { $n } ord borttagna
}
compare-sections-changed = { $n ->
    [one] 1 avsnitt ändrat
   *[other] { $n } avsnitt ändrade
}
compare-sections-added = { $n ->
    [one] 1 nytt avsnitt
   *[other] { $n } nya avsnitt
}
compare-sections-removed = { $n ->
    [one] 1 avsnitt upphävt
   *[other] { $n } avsnitt upphävda
}
compare-sections-moved = { $n ->
    [one] 1 avsnitt flyttat
   *[other] { $n } avsnitt flyttade
}
compare-sections-renumbered = { $n ->
    [one] 1 avsnitt med nytt nummer
   *[other] { $n } avsnitt med nya nummer
}
compare-paragraph-added = { $n ->
    [one] nytt stycke
   *[other] { $n } nya stycken
}
compare-paragraph-removed = { $n ->
    [one] ett stycke borttaget
   *[other] { $n } stycken borttagna
}
compare-paragraph-moved-within = { $n ->
    [one] ett stycke flyttat inom avsnittet
   *[other] { $n } stycken flyttade inom avsnittet
}
compare-paragraph-moved-from = { $n ->
    [one] ett stycke flyttat hit från { $section }
   *[other] { $n } stycken flyttade hit från { $section }
}
compare-paragraph-moved-to = { $n ->
    [one] ett stycke flyttat till { $section }
   *[other] { $n } stycken flyttade till { $section }
}
compare-paragraph-split = { $n ->
    [one] ett stycke delat
   *[other] { $n } stycken delade
}
compare-paragraph-merged = { $n ->
    [one] stycken sammanslagna till ett
   *[other] stycken sammanslagna till { $n }
}
compare-item-added = { $n ->
    [one] ny punkt
   *[other] { $n } nya punkter
}
compare-item-removed = { $n ->
    [one] en punkt borttagen
   *[other] { $n } punkter borttagna
}
compare-item-moved-within = { $n ->
    [one] en punkt flyttad inom avsnittet
   *[other] { $n } punkter flyttade inom avsnittet
}
compare-item-moved-from = { $n ->
    [one] en punkt flyttad hit från { $section }
   *[other] { $n } punkter flyttade hit från { $section }
}
compare-item-moved-to = { $n ->
    [one] en punkt flyttad till { $section }
   *[other] { $n } punkter flyttade till { $section }
}
compare-item-split = { $n ->
    [one] en punkt delad
   *[other] { $n } punkter delade
}
compare-item-merged = { $n ->
    [one] punkter sammanslagna till en
   *[other] punkter sammanslagna till { $n }
}
compare-list-added = { $n ->
    [one] ny lista
   *[other] { $n } nya listor
}
compare-list-removed = { $n ->
    [one] en lista borttagen
   *[other] { $n } listor borttagna
}
compare-list-renumbered = { $n ->
    [one] en lista har fått andra nummer
   *[other] { $n } listor har fått andra nummer
}
compare-list-moved-within = { $n ->
    [one] en lista flyttad inom avsnittet
   *[other] { $n } listor flyttade inom avsnittet
}
compare-list-moved-from = { $n ->
    [one] en lista flyttad hit från { $section }
   *[other] { $n } listor flyttade hit från { $section }
}
compare-list-moved-to = { $n ->
    [one] en lista flyttad till { $section }
   *[other] { $n } listor flyttade till { $section }
}
compare-list-split = { $n ->
    [one] en lista delad
   *[other] { $n } listor delade
}
compare-list-merged = { $n ->
    [one] listor sammanslagna till en
   *[other] listor sammanslagna till { $n }
}
compare-row-added = { $n ->
    [one] ny tabellrad
   *[other] { $n } nya tabellrader
}
compare-row-removed = { $n ->
    [one] en tabellrad borttagen
   *[other] { $n } tabellrader borttagna
}
compare-row-moved-within = { $n ->
    [one] en tabellrad flyttad inom avsnittet
   *[other] { $n } tabellrader flyttade inom avsnittet
}
compare-row-moved-from = { $n ->
    [one] en tabellrad flyttad hit från { $section }
   *[other] { $n } tabellrader flyttade hit från { $section }
}
compare-row-moved-to = { $n ->
    [one] en tabellrad flyttad till { $section }
   *[other] { $n } tabellrader flyttade till { $section }
}
compare-row-split = { $n ->
    [one] en tabellrad delad
   *[other] { $n } tabellrader delade
}
compare-row-merged = { $n ->
    [one] tabellrader sammanslagna till en
   *[other] tabellrader sammanslagna till { $n }
}
compare-column-added = { $n ->
    [one] ny kolumn
   *[other] { $n } nya kolumner
}
compare-column-removed = { $n ->
    [one] en kolumn borttagen
   *[other] { $n } kolumner borttagna
}
compare-column-moved-within = { $n ->
    [one] en kolumn flyttad inom avsnittet
   *[other] { $n } kolumner flyttade inom avsnittet
}
compare-column-moved-from = { $n ->
    [one] en kolumn flyttad hit från { $section }
   *[other] { $n } kolumner flyttade hit från { $section }
}
compare-column-moved-to = { $n ->
    [one] en kolumn flyttad till { $section }
   *[other] { $n } kolumner flyttade till { $section }
}
compare-column-split = { $n ->
    [one] en kolumn delad
   *[other] { $n } kolumner delade
}
compare-column-merged = { $n ->
    [one] kolumner sammanslagna till en
   *[other] kolumner sammanslagna till { $n }
}
compare-table-added = { $n ->
    [one] ny tabell
   *[other] { $n } nya tabeller
}
compare-table-removed = { $n ->
    [one] en tabell borttagen
   *[other] { $n } tabeller borttagna
}
compare-table-moved-within = { $n ->
    [one] en tabell flyttad inom avsnittet
   *[other] { $n } tabeller flyttade inom avsnittet
}
compare-table-moved-from = { $n ->
    [one] en tabell flyttad hit från { $section }
   *[other] { $n } tabeller flyttade hit från { $section }
}
compare-table-moved-to = { $n ->
    [one] en tabell flyttad till { $section }
   *[other] { $n } tabeller flyttade till { $section }
}
compare-table-split = { $n ->
    [one] en tabell delad
   *[other] { $n } tabeller delade
}
compare-table-merged = { $n ->
    [one] tabeller sammanslagna till en
   *[other] tabeller sammanslagna till { $n }
}
compare-footnote-added = { $n ->
    [one] ny fotnot
   *[other] { $n } nya fotnoter
}
compare-footnote-removed = { $n ->
    [one] en fotnot borttagen
   *[other] { $n } fotnoter borttagna
}
compare-footnote-moved-within = { $n ->
    [one] en fotnot flyttad inom avsnittet
   *[other] { $n } fotnoter flyttade inom avsnittet
}
compare-footnote-moved-from = { $n ->
    [one] en fotnot flyttad hit från { $section }
   *[other] { $n } fotnoter flyttade hit från { $section }
}
compare-footnote-moved-to = { $n ->
    [one] en fotnot flyttad till { $section }
   *[other] { $n } fotnoter flyttade till { $section }
}
compare-footnote-split = { $n ->
    [one] en fotnot delad
   *[other] { $n } fotnoter delade
}
compare-footnote-merged = { $n ->
    [one] fotnoter sammanslagna till en
   *[other] fotnoter sammanslagna till { $n }
}
compare-figure-added = { $n ->
    [one] ny bild
   *[other] { $n } nya bilder
}
compare-figure-removed = { $n ->
    [one] en bild borttagen
   *[other] { $n } bilder borttagna
}
compare-figure-moved-within = { $n ->
    [one] en bild flyttad inom avsnittet
   *[other] { $n } bilder flyttade inom avsnittet
}
compare-figure-moved-from = { $n ->
    [one] en bild flyttad hit från { $section }
   *[other] { $n } bilder flyttade hit från { $section }
}
compare-figure-moved-to = { $n ->
    [one] en bild flyttad till { $section }
   *[other] { $n } bilder flyttade till { $section }
}
compare-figure-split = { $n ->
    [one] en bild delad
   *[other] { $n } bilder delade
}
compare-figure-merged = { $n ->
    [one] bilder sammanslagna till en
   *[other] bilder sammanslagna till { $n }
}
compare-other-added = { $n ->
    [one] nytt textblock
   *[other] { $n } nya textblock
}
compare-other-removed = { $n ->
    [one] ett textblock borttaget
   *[other] { $n } textblock borttagna
}
compare-other-moved-within = { $n ->
    [one] ett textblock flyttat inom avsnittet
   *[other] { $n } textblock flyttade inom avsnittet
}
compare-other-moved-from = { $n ->
    [one] ett textblock flyttat hit från { $section }
   *[other] { $n } textblock flyttade hit från { $section }
}
compare-other-moved-to = { $n ->
    [one] ett textblock flyttat till { $section }
   *[other] { $n } textblock flyttade till { $section }
}
compare-other-split = { $n ->
    [one] ett textblock delat
   *[other] { $n } textblock delade
}
compare-other-merged = { $n ->
    [one] textblock sammanslagna till ett
   *[other] textblock sammanslagna till { $n }
}

## Ord som jämförelsen lägger vid texten

compare-mark-added = Tillagt:
compare-mark-added-end = slut på tillagt
compare-mark-removed = Borttaget:
compare-mark-removed-end = slut på borttaget
compare-mark-moved-here = Flyttat hit:
compare-mark-moved-away = Flyttat härifrån:
compare-mark-moved-end = slut på flyttat
compare-mark-split = Stycket är delat
compare-mark-merged = Stycken är sammanslagna
compare-to-old-place = Stod förut här
compare-to-new-place = Står nu här
compare-change = Ändring { $n } av { $total }
compare-previous-change = Föregående ändring
compare-next-change = Nästa ändring
compare-folded = Oförändrat, { $n } ord
compare-folded-moved = Stod förut här, { $n } ord
compare-folded-section = { $section }: oförändrat, { $n } ord
compare-folded-sections = { $from } – { $to }: oförändrat, { $n } ord
