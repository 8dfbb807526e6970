# Stadgas meddelanden på svenska. Samma ordning och samma namn som i en.ftl.
#
# Fel i innehållet: S001 … S091, med .what (vad som är fel, utan punkt),
# .why (varför det spelar roll) och .mend (hur det lagas). Raden ovanför varje
# meddelande säger regelns namn och argument; ? betyder att det får saknas,
# och meddelandet frågar då efter [none].

## Filer

# not-utf-8: line
S001 =
    .what = Filen är inte sparad som UTF-8: rad { $line } går inte att läsa
    .why = Bokstäver som å, ä och ö skulle bli fel på webbplatsen.
    .mend = Öppna filen i texteditorn och spara den igen med teckenkodningen UTF-8.
# too-large: megabytes
S002 =
    .what = Filen är för stor för att vara en text: { $megabytes } MB
    .why = Stadga läser texter på högst 16 MB; troligen har fel fil hamnat här.
    .mend = Flytta bort filen, eller dela upp texten i flera dokument.
# refused: reason
S003 =
    .what = Det går inte att läsa här: { $reason ->
        [denied] du har inte rätt till det
        [missing] genvägen leder till något som inte finns
        [gone] mappen är borta eller tom
        [no-file] det är ingen vanlig fil
       *[other] { $reason }
    }
    .why = Det som inte kan läsas kommer inte med på webbplatsen.
    .mend = { $reason ->
        [missing] Är genvägen arkivets länk: anslut disken som arkivet ligger på, eller låt länken leda dit arkivet finns nu. Annars: ta bort genvägen, eller låt den leda rätt.
       *[other] Kontrollera att du har rätt att läsa filen eller mappen, och att inget annat program har låst den.
    }
# outside-site:
S004 =
    .what = Genvägen leder ut ur webbplatsens mapp
    .why = Stadga publicerar bara det som ligger i mappen, så att inget annat på datorn kommer ut av misstag.
    .mend = Lägg en kopia av filen i mappen i stället för genvägen.
# empty-file:
S005 =
    .what = Filen är tom
    .why = En tom fil blir en sida utan innehåll.
    .mend = Skriv in dokumentet, eller ta bort filen.

## Namn och adresser

# bad-id: id, nearest?, hint?
S010 =
    .what = ”{ $id }” kan inte vara ett namn i en adress
    .why = Namnet blir en del av adressen: bara små bokstäver a–z, siffror och bindestreck fungerar överallt.
    .mend = { $hint ->
        [language] Efter punkten står textens språk eller lattlast: till exempel 2014-04-09.en.md, 2014-04-09.fi.md eller 2014-04-09.lattlast.md.
       *[other] { $nearest ->
            [none] Byt namn, utan å, ä, ö, mellanslag och stora bokstäver.
           *[other] Byt namn till ”{ $nearest }”.
        }
    }
# double-id: id, other
S011 =
    .what = Två dokument heter ”{ $id }”; det andra är { $other }
    .why = Namnet är dokumentets adress, och två dokument kan inte ha samma adress.
    .mend = Byt namn på det ena. Är det versioner av samma dokument, lägg dem i en mapp som heter ”{ $id }”.
# frozen: document, version?, archived, hint, fact?, file?
S012 =
    .what = { $hint ->
        [changed] Texten arkiverades { $archived } och har ändrats sedan dess
        [version] Lydelsen { $version } av ”{ $document }” arkiverades { $archived }, men finns inte kvar
        [fact] { $fact ->
            [title] Titeln
            [date] Beslutets dag
            [body] Den som har beslutat
            [section] Beslutets paragraf
            [variant] En annan form av texten
            [decision] Ett beslut om texten
           *[reference] Diarienumret
        } arkiverades { $archived } och har ändrats sedan dess
        [file] Filen { $file } arkiverades { $archived } med texten { $version } och har ändrats sedan dess
        [no-file] Filen { $file } arkiverades { $archived } med texten { $version }, men hör inte längre till den
        [correction] En rättelse som arkiverades { $archived } är borttagen eller ändrad
        [purged] Dokumentet ”{ $document }” är gallrat enligt beslut { $archived }, men dess filer finns kvar
       *[document] Dokumentet ”{ $document }” arkiverades { $archived }, men finns inte kvar
    }
    .why = Den som läser en publicerad text ska kunna lita på att den inte ändras eller försvinner i tysthet.
    .mend = { $hint ->
        [changed] Är ett fel rättat: tala om det under [[rattelser]] i samma fil, med datum, av och vad. Är ett nytt beslut fattat: återställ texten och lägg det nya i en egen lydelse. Så som texten var: stadga archive restore { $document } -o utdrag lägger den i utdrag/source.
        [version] Lägg tillbaka filen. Har texten fått en annan dag, skriv version = "{ $version }" i dess fil.
        [fact] Är ett fel rättat: tala om det under [[rattelser]] i samma fil, med datum, av och vad. Annars: skriv som det stod; stadga archive restore { $document } -o utdrag lägger filen så som den var i utdrag/source.
        [file] Lägg tillbaka den: stadga archive restore { $document } -o utdrag lägger den i utdrag. En ny fil får ett eget namn. Är ett fel rättat i filen: tala om det under [[rattelser]] bland textens uppgifter, med datum, av och vad.
        [no-file] Lägg tillbaka den: stadga archive restore { $document } -o utdrag lägger den i utdrag. Är den borttagen för att rätta ett fel: tala om det under [[rattelser]] bland textens uppgifter, med datum, av och vad.
        [correction] Skriv den som den stod under [[rattelser]], med datum, av och vad. Filen så som den var: stadga archive restore { $document } -o utdrag lägger den i utdrag/source.
        [purged] Ta bort filerna, annars publiceras och arkiveras det igen. Är det ett nytt dokument, ge det ett annat namn.
       *[document] Lägg tillbaka det: stadga archive restore { $document } -o utdrag lägger filen i utdrag/source. Skriv avpublicerad med datum och skäl om det ska bort från webbplatsen. Har det bytt namn, skriv alias = ["{ $document }"] i dokumentet. Är det beslutat att det ska gallras: stadga archive purge { $document } --decision "beslutets nummer".
    }
# double-version: version, other
S013 =
    .what = Två filer är versionen ”{ $version }”; den andra är { $other }
    .why = Varje version har sin egen adress, som ska gälla för alltid.
    .mend = Ge den ena filen ett annat namn, till exempel ”{ $version }-2.md”.
# reserved-name: name
S014 =
    .what = Namnet ”{ $name }” är upptaget av stadga själv
    .why = Adressen används till en sida som stadga gör.
    .mend = Välj ett annat namn på filen eller mappen.
# alias-clash: alias, other?
S015 =
    .what = Den gamla adressen ”{ $alias }” kan inte användas{ $other ->
        [none] { "" }
       *[other] : den är redan tagen av { $other }
    }
    .why = En adress kan bara leda till ett ställe.
    .mend = Ta bort ”{ $alias }” ur alias (aliases), eller rätta stavningen.
# name-differs: name, adopted
S016 =
    .what = Filen heter ”{ $name }” men texten säger antagen { $adopted }
    .why = Filnamnet blir versionens adress, och den som läser adressen tror att den visar beslutsdagen.
    .mend = Rätta det av dem som är fel: filens namn eller dagen för antagandet.
# lone-variant: version
S017 =
    .what = Det finns ingen huvudtext till den här varianten av ”{ $version }”
    .why = En översättning eller lättläst text hör till en antagen text, som har alla uppgifter.
    .mend = Lägg till filen ”{ $version }.md”, eller rätta filnamnet.
# stray-file: hint?
S018 =
    .what = { $hint ->
        [markdown] Filen ser ut som en text, men namnet slutar inte på .md
        [html] Webbsidor kan inte vara bilagor
        [index] Filerna bredvid index.md räknas som lydelser av ett och samma dokument, men inget av namnen är en dag
       *[other] Filen hör inte till något dokument
    }
    .why = { $hint ->
        [html] Den skulle kunna köra program i läsarens webbläsare, som om den vore webbplatsens egen.
        [index] Är de olika dokument kommer bara ett av dem att synas i registret.
       *[other] Den kommer inte med på webbplatsen.
    }
    .mend = { $hint ->
        [markdown] Byt ändelsen till .md.
        [html] Spara den som PDF, eller skriv texten i en fil som slutar på .md.
        [index] Är de olika dokument, ta bort index.md. Är de lydelser, låt namnen vara dagen för beslutet, som 2014-04-09.md.
       *[other] Lägg den i ett dokuments mapp, eller ta bort den.
    }
# unlinked-file:
S019 =
    .what = Ingen publicerad text länkar till filen
    .why = Den kommer inte med på webbplatsen; den kan ha hamnat här av misstag.
    .mend = Länka till filen från texten, eller ange den som original. Ska den inte publiceras, flytta bort den.

## Uppgifterna överst i filen

# toml: message, hint?
S020 =
    .what = { $place ->
        [settings] Inställningarna
       *[text] Uppgifterna
    } går inte att läsa: { $slip ->
        [unquoted] texten ska stå inom citattecken
        [unended] det saknas ett citattecken i slutet
        [no-equals] det saknas ett likhetstecken
        [twice] uppgiften står två gånger
        [letters] namnet på en uppgift skrivs utan å, ä, ö och mellanslag
        [bracket] en parentes avslutas aldrig
        [extra] det står något efter värdet
        [date] datumet är fel skrivet
        [backslash] ett omvänt snedstreck står ensamt
       *[other] { $message }
    }
    .why = { $place ->
        [settings] Utan inställningarna kan webbplatsen inte göras.
       *[text] Utan uppgifterna vet stadga inte vad texten är eller när den gäller.
    }
    .mend = { $hint ->
        [braces] Det som står inom klamrar skrivs på en enda rad, med likhetstecken och komma, texter inom raka citattecken{ $place ->
            [settings] { "" }
           *[text] . Till exempel: avpublicerad = { "{" } datum = 2026-11-01, av = "Kommunstyrelsen", skal = "Ersatt av en lag" { "}" }
        }.
       *[other] { $slip ->
            [unquoted] Skriv raka citattecken runt texten: { $place ->
                [settings] namn = "Ekbo kommun"
               *[text] titel = "IT-policy"
            }.
            [unended] Skriv ett rakt citattecken efter texten: { $place ->
                [settings] namn = "Ekbo kommun"
               *[text] titel = "IT-policy"
            }.
            [no-equals] Skriv uppgiftens namn, ett likhetstecken och värdet på en rad: { $place ->
                [settings] namn = "Ekbo kommun"
               *[text] titel = "IT-policy"
            }.
            [twice] Ta bort den ena raden.
            [letters] Se handboken för hur uppgifterna heter; å och ä skrivs a, ö skrivs o.
            [bracket] Skriv parentesen som hör till den som öppnades: ], { "}" } eller ]].
            [extra] Skriv varje uppgift på en egen rad. Ett citattecken inne i en text skrivs \".
            [date] Skriv år-månad-dag med två siffror för månad och dag, till exempel 2014-04-09.
            [backslash] Skriv två i rad: \\.
           *[other] Rätta den markerade raden. En uppgift skrivs till exempel { $place ->
                [settings] namn = "Ekbo kommun"
               *[text] titel = "IT-policy"
            }.
        }
    }
# no-front-matter: hint?
S021 =
    .what = Filen börjar inte med uppgifter om dokumentet
    .why = Titel, typ och vem som har antagit dokumentet ska stå överst, mellan två rader med +++.
    .mend = { $hint ->
        [blank] Ta bort det som står före +++: en tom rad eller ett osynligt tecken. +++ ska stå allra först i filen.
        [yaml] Uppgifterna är skrivna med --- och kolon. Byt raderna med --- mot +++, och skriv varje uppgift som titel = "IT-policy".
       *[other] Skriv en rad med +++, uppgifterna under den, en rad med +++ igen och sedan texten.
    }
# not-closed:
S022 =
    .what = Uppgifterna överst avslutas aldrig
    .why = Stadga kan inte veta var uppgifterna slutar och texten börjar.
    .mend = Skriv en rad med bara +++ efter den sista uppgiften.
# unknown-key: key, nearest?, known?, hint?
S023 =
    .what = Stadga känner inte till uppgiften ”{ $key }”
    .why = En felstavad uppgift skulle annars försvinna utan att någon märker det.
    .mend = { $nearest ->
        [none] { $hint ->
            [letters] Uppgifternas namn skrivs utan å, ä och ö. { $known ->
                [none] Se handboken för vilka uppgifter som finns.
               *[other] Här går det att skriva { $known }.
            }
           *[other] { $known ->
                [none] Ta bort raden, eller se handboken för vilka uppgifter som finns.
               *[other] Ta bort den. Här går det att skriva { $known }.
            }
        }
       *[other] { $hint ->
            [letters] Uppgifternas namn skrivs utan å, ä och ö. Menade du ”{ $nearest }”?
           *[other] Menade du ”{ $nearest }”?
        }
    }
# wrong-type: key, expected, found
S024 =
    .what = ”{ $key }” ska vara { $expected ->
        [text] en text inom citattecken
        [texts] en text eller en lista av texter
        [flag] true eller false
        [number] ett heltal
        [date] ett datum
        [list] en lista
        [table] en grupp av uppgifter
        [tables] en grupp av uppgifter
        [withdrawal] uppgifter inom klamrar
        [relation] namnet på ett dokument
       *[other] { $expected }
    }, men är { $found ->
        [string] en text
        [integer] ett tal
        [float] ett decimaltal
        [boolean] true eller false
        [datetime] ett datum eller klockslag
        [array] en lista
        [table] en grupp av uppgifter
       *[other] { $found }
    }
    .why = Uppgiften kan inte tolkas och räknas som om den inte fanns.
    .mend = { $expected ->
        [text] Skriv till exempel { $key } = "text".
        [texts] Skriv till exempel { $key } = ["en text", "en till"].
        [flag] Skriv { $key } = true eller { $key } = false, utan citattecken.
        [number] Skriv till exempel { $key } = 90, utan citattecken.
        [date] Skriv till exempel { $key } = 2014-04-09.
        [table] Skriv en rad med [{ $key }] och uppgifterna under den.
        [tables] Skriv en rad med [[{ $key }]] och uppgifterna under den.
        [withdrawal] Skriv hela raden så här: { $key } = { "{" } datum = 2026-11-01, av = "Kommunstyrelsen", skal = "Ersatt av en lag" { "}" }.
        [relation] Skriv till exempel { $key } = "it-policy".
       *[other] Se handboken för hur ”{ $key }” skrivs.
    }
# double-key: key, alias?
S025 =
    .what = ”{ $key }” står två gånger{ $alias ->
        [none] { "" }
       *[other] , den ena som ”{ $alias }”
    }
    .why = Stadga kan inte veta vilken av dem som är den rätta.
    .mend = Ta bort den ena raden.
# misplaced-key: key, belongs?
S026 =
    .what = ”{ $key }” hör inte hemma här
    .why = Uppgiften har ingen verkan på det här stället.
    .mend = { $belongs ->
        [none] Flytta den dit den hör: det som gäller hela dokumentet står i index.md, det som gäller en version i versionens fil.
        [above] Flytta raden uppåt, ovanför den första raden med hakparenteser. Allt under en sådan rad hör till den.
       *[other] Flytta den till { $belongs }.
    }
# missing-title:
S030 =
    .what = Dokumentet saknar titel
    .why = Titeln är det läsaren söker på och ser först.
    .mend = Skriv till exempel titel = "IT-policy" bland uppgifterna överst.
# missing-type:
S031 =
    .what = Dokumentet saknar typ
    .why = Typen säger läsaren om texten styr, vägleder eller är en föreskrift.
    .mend = Skriv till exempel typ = "policy" bland uppgifterna överst.
# missing-adopter:
S032 =
    .what = Det framgår inte vem som har antagit dokumentet
    .why = Ett styrdokument gäller för att någon har beslutat om det.
    .mend = Skriv till exempel antagen_av = "Kommunfullmäktige" bland uppgifterna överst.
# missing-adopted:
S033 =
    .what = Det framgår inte när dokumentet antogs
    .why = Läsaren ska kunna hitta beslutet i protokollet och se hur gammal texten är.
    .mend = Skriv till exempel antagen = 2014-04-09. Är bara året känt räcker antagen = "2014".
# missing-value: key, table?, hint?
S034 =
    .what = { $hint ->
        [file] Filen stadga.toml saknas
       *[other] Uppgiften ”{ $key }” saknas{ $table ->
            [none] { "" }
           *[other] { " " }i [[{ $table }]]
        }
    }
    .why = Utan den går resten inte att använda.
    .mend = { $hint ->
        [file] Gör filen stadga.toml i webbplatsens mapp, med raden { $key } = "Kommunens namn".
        [withdrawal] Läsaren ska få veta varför texten är borta. Skriv hela raden så här: avpublicerad = { "{" } datum = 2026-11-01, av = "Kommunstyrelsen", skal = "Ersatt av en lag" { "}" }.
        [braces] Lägg till { $key } = "…" inom klamrarna.
       *[other] Lägg till en rad med { $key } = "…".
    }
# unknown-type: value, known, nearest?
S035 =
    .what = Det finns ingen dokumenttyp ”{ $value }”
    .why = Typen styr var dokumentet visas i registret.
    .mend = { $nearest ->
        [none] Välj en av: { $known }. En egen typ läggs till i stadga.toml.
       *[other] Menade du ”{ $nearest }”? En egen typ läggs till i stadga.toml.
    }
# unknown-value: key, value, known, nearest?
S036 =
    .what = ”{ $key }” kan inte vara ”{ $value }”
    .why = Ordet betyder något bestämt för stadga och måste vara ett av dem som finns.
    .mend = { $nearest ->
        [none] Välj ett av: { $known }.
       *[other] Menade du ”{ $nearest }”?
    }
# impossible-date: key, value
S037 =
    .what = ”{ $key }” är en dag som inte finns: { $value }
    .why = Ett datum som inte finns kan inte räknas med.
    .mend = Kontrollera dagen i protokollet. Skriv år-månad-dag, till exempel 2014-04-09.
# not-a-date: key, value
S038 =
    .what = ”{ $key }” är inte ett datum: ”{ $value }”
    .why = Utan datum går det inte att säga när texten gäller.
    .mend = Skriv till exempel 2014-04-09, "2014-04", "2014", "HT 2014" eller "27 maj 2013".
# date-span: key, value, from_key?, until_key?, from?, until?
S039 =
    .what = ”{ $key }” innehåller två datum: ”{ $value }”
    .why = Början och slut är två uppgifter, så att stadga kan räkna ut när texten gäller.
    .mend = { $from_key ->
        [none] Skriv bara den dag som hör hit.
       *[other] Dela upp: { $from_key } = "{ $from }" och { $until_key } = "{ $until }".
    }
# variant-differs: key, main
S040 =
    .what = ”{ $key }” säger något annat än huvudtexten ({ $main })
    .why = En översättning har samma beslut som texten den bygger på.
    .mend = Ta bort ”{ $key }” här; uppgifterna hämtas från huvudtexten.
# body-near-miss: value, nearest
S041 =
    .what = ”{ $value }” liknar ”{ $nearest }” men är inte samma
    .why = Beslutet visas annars inte bland de andra från samma organ.
    .mend = Menade du ”{ $nearest }”? Är det ett annat organ, lägg till det i stadga.toml.

## Tid och samband

# end-before-start: from, until
S050 =
    .what = Texten slutar gälla ({ $until }) innan den börjar ({ $from })
    .why = Då har den aldrig gällt.
    .mend = Kontrollera de båda datumen.
# retroactive: from, adopted
S051 =
    .what = Texten gäller från { $from }, innan den antogs { $adopted }
    .why = Beslut som gäller bakåt i tiden är ovanliga och inte alltid tillåtna.
    .mend = Kontrollera datumen. Stämmer de är allt i sin ordning.
# overlap: version, other, from, until
S052 =
    .what = Versionerna { $version } och { $other } gäller båda från { $from } till { $until }
    .why = Läsaren kan inte veta vilken text som gäller; den nyare visas.
    .mend = Skriv andring = "revidering" i { $version } om den tar över, eller låt { $other } sluta gälla dagen innan { $version } börjar.
# gap: version, other, from, until
S053 =
    .what = Ingen version gäller från { $from } till { $until }, mellan { $other } och { $version }
    .why = Under den tiden ser det ut som om dokumentet inte fanns.
    .mend = Kontrollera slutdatumet för { $other } och startdatumet för { $version }. Är glappet riktigt är allt i sin ordning.
# ring: ring
S054 =
    .what = Dokumenten pekar på varandra i en ring: { $ring }
    .why = Ett dokument kan inte ersätta eller höra under sig självt.
    .mend = Ta bort ett av sambanden.
# unknown-target: value, nearest?
S055 =
    .what = Det finns inget dokument ”{ $value }”
    .why = Sambandet mellan dokumenten skulle saknas på webbplatsen.
    .mend = { $nearest ->
        [none] Skriv dokumentets namn, det som står i dess adress. Ett dokument utanför webbplatsen skrivs som text, till exempel "ÖFS 2001:15".
       *[other] Menade du ”{ $nearest }”?
    }
# replaces-newer: target, from, adopted
S056 =
    .what = Dokumentet ersätter ”{ $target }” från { $from }, men det beslutades först { $adopted }
    .why = Ett äldre dokument kan inte ersätta ett nyare. Sambandet har ingen verkan på de texter som är beslutade senare.
    .mend = Skriv ersatter i det nyare dokumentet i stället, eller rätta datumen.
# doubtful-date: key, value, hint
S057 =
    .what = { $hint ->
        [open] ”{ $key }” kan inte vara ”{ $value }”
        [term] ”{ $key }” är ”{ $value }”, utan dag
       *[other] ”{ $key }” går inte att läsa som ett datum: ”{ $value }”
    }
    .why = { $hint ->
        [open] Det är ett slut och ingen början.
       *[other] Orden visas som ett villkor, och texten gäller tills någon ändrar dem.
    }
    .mend = { $hint ->
        [open] Skriv ”{ $value }” som galler_till, och första dagen här.
        [term] Skriv mandatperiodens sista dag, till exempel 2026-10-14. Ska texten ses över varje mandatperiod, skriv oversyn = "mandatperiod".
       *[other] Skriv till exempel 2014-04-09, "2014-04", "2014" eller "27 maj 2013". Är det ett villkor i ord är allt i sin ordning.
    }
# odd-decision: act, reason, date
S058 =
    .what = Beslutet { $date } är svårt att förstå: { $reason ->
        [shorter] texten förlängs till en dag före den som den redan gällde till
        [after-repeal] texten var redan upphävd
        [before-adoption] det fattades innan texten antogs
       *[other] det finns inget upphävt att återställa
    }
    .why = Texten kan visas som gällande när den inte är det, eller tvärtom.
    .mend = Kontrollera beslutets slag och dag i protokollet.

## Länkar och bilder i texten

# link-nowhere: target, nearest?
S060 =
    .what = Länken ”{ $target }” leder ingenstans
    .why = Läsaren skulle hamna på en sida som inte finns.
    .mend = { $nearest ->
        [none] Rätta länken, eller ta bort den.
       *[other] Menade du ”{ $nearest }”?
    }
# fragment-nowhere: target, nearest?
S061 =
    .what = Rubriken som länken ”{ $target }” pekar på finns inte
    .why = Läsaren hamnar överst på sidan i stället för på rätt ställe.
    .mend = { $nearest ->
        [none] Rätta det som står efter #.
       *[other] Menade du ”#{ $nearest }”?
    }
# missing-file: target, nearest?
S062 =
    .what = Filen ”{ $target }” finns inte på webbplatsen
    .why = Bilden eller bilagan skulle saknas på sidan. Bilder hämtas aldrig från andra webbplatser.
    .mend = { $nearest ->
        [none] Lägg filen bredvid texten, eller rätta namnet. Stora och små bokstäver är olika.
       *[other] Menade du ”{ $nearest }”? Stora och små bokstäver är olika.
    }
# unsafe-link: target
S063 =
    .what = Länken ”{ $target }” är av ett slag som inte tillåts
    .why = Sådana länkar kan köra program i läsarens webbläsare.
    .mend = Använd en adress som börjar med https://, mailto: eller tel:.
# link-to-draft: target
S064 =
    .what = Länken ”{ $target }” leder till ett utkast
    .why = Utkast publiceras inte, så läsaren ser bara texten utan länk.
    .mend = Vänta med länken, eller ta bort draft = true i utkastet när det är antaget.
# link-outside: target
S065 =
    .what = ”{ $target }” ligger utanför webbplatsens mapp
    .why = Stadga publicerar bara det som ligger i mappen.
    .mend = Lägg filen i dokumentets mapp och länka till den där.
# missing-alt: target?
S066 =
    .what = Bilden { $target ->
        [none] { "" }
       *[other] ”{ $target }”{ " " }
    }saknar beskrivning
    .why = Den som inte ser bilden får inte veta vad den visar; lagen kräver en textbeskrivning.
    .mend = Skriv vad bilden visar mellan hakparenteserna: ![Karta över centrum](karta.png).
# raw-html: name, hint?
S067 =
    .what = { $hint ->
        [open] ”{ $name }” börjar något som aldrig avslutas
       *[other] HTML-elementet ”{ $name }” kommer inte med på sidan
    }
    .why = { $hint ->
        [open] Det som följer efter kan saknas på sidan.
       *[other] Bara ofarlig HTML publiceras; det som står i elementet kan saknas.
    }
    .mend = { $hint ->
        [open] Avsluta det, eller ta bort det. Ett < som ska synas skrivs \<.
       *[other] Skriv det som Markdown i stället. Ett < som ska synas skrivs \<.
    }
# missing-note: name
S068 =
    .what = Det finns ingen fotnot ”{ $name }”
    .why = Läsaren ser tecknen [^{ $name }] i stället för en fotnot.
    .mend = Skriv noten på en egen rad: [^{ $name }]: Notens text.
# unsafe-file:
S069 =
    .what = Bilden innehåller ett program
    .why = En SVG-bild med program kan köra det i läsarens webbläsare, som om det vore webbplatsens eget.
    .mend = Spara bilden igen utan skript, eller som PNG.

## Inställningar

# bad-base-url: value
S070 =
    .what = ”{ $value }” är inte en webbadress
    .why = Adressen behövs i webbplatskartan och på felsidan.
    .mend = Skriv hela adressen, till exempel webbadress = "https://www.kommun.se/styrdokument/".
# unknown-timezone: value, nearest?
S071 =
    .what = Det finns ingen tidszon ”{ $value }”
    .why = Tidszonen avgör vilken dag det är, och därmed vad som gäller i dag.
    .mend = { $nearest ->
        [none] Ta bort raden; då gäller Europe/Stockholm.
       *[other] Menade du ”{ $nearest }”?
    }
# no-base-url:
S072 =
    .what = Webbplatsens adress är inte angiven
    .why = Utan den görs ingen webbplatskarta.
    .mend = Skriv till exempel webbadress = "https://www.kommun.se/styrdokument/" i stadga.toml.
# not-used-yet: key
S073 =
    .what = ”{ $key }” används inte än
    .why = Uppgiften är reserverad för en kommande version av stadga och har ingen verkan.
    .mend = Du kan låta raden stå.

## Tema

# theme-missing: name, hint?
S080 =
    .what = Temat ”{ $name }” finns inte
    .why = Utan tema kan inga sidor göras.
    .mend = { $hint ->
        [none] Lägg det i mappen themes/{ $name }, eller ta bort theme ur stadga.toml för att använda det inbyggda.
       *[other] Menade du ”{ $hint }”?
    }
# template: problem, template?, missing?, known?, hint?
S081 =
    .what = Mallen { $template ->
        [none] { "" }
       *[other] ”{ $template }”{ " " }
    }fungerar inte: { $missing ->
        [none] mallspråket Tera svarar ”{ $problem }”
       *[other] ”{ $missing }” finns inte
    }
    .why = Sidorna som använder mallen kan inte göras.
    .mend = { $hint ->
        [none] { $known ->
            [none] Rätta mallen i temats mapp, eller ta bort den så används den inbyggda.
           *[other] Det som finns är: { $known }.
        }
       *[other] Menade du ”{ $hint }”?
    }
# catalogue: problem, key, name
S082 =
    .what = Temats ordlista { $problem ->
        [argument] ber om ”{ $name }” i ”{ $key }”, som inte har det
       *[other] går inte att läsa här
    }
    .why = Sidornas fasta ord hämtas ur ordlistan.
    .mend = { $problem ->
        [argument] Använd bara de värden som står i den inbyggda ordlistan.
       *[other] Rätta raden. Ett ord skrivs namn = text, utan citattecken.
    }

## Färdiga filer

# path-clash: address, other?
S090 =
    .what = Två filer blir samma sak: { $address }{ $other ->
        [none] { "" }
       *[other] { " " }(den andra är { $other })
    }
    .why = Den ena skulle skriva över den andra.
    .mend = Byt namn på den ena.
# illegal-name: name
S091 =
    .what = Namnet ”{ $name }” går inte att använda på alla datorer
    .why = Windows eller webbservern vägrar filer med det namnet.
    .mend = Byt namn; använd bokstäver, siffror, bindestreck och punkt.

## Läsbart för alla

# skipped-level: from, to
S100 =
    .what = Rubriken hoppar över en nivå: från { $from } till { $to }
    .why = Den som lyssnar tar sig fram mellan rubrikerna och tror att en rubrik fattas, eller att avsnittet hör till ett annat.
    .mend = Välj nivå efter vad som hör till vad, inte efter hur stor rubriken ser ut.
# empty-heading:
S101 =
    .what = Rubriken är tom
    .why = En rubrik utan ord blir ingen rubrik på sidan, och ingen kan leta sig fram till den.
    .mend = Skriv vad avsnittet handlar om, eller ta bort raden.
# table-no-head:
S102 =
    .what = Tabellen har inga kolumnrubriker
    .why = En skärmläsare säger kolumnens rubrik före varje cell. Utan rubriker hörs bara en rad ord och tal.
    .mend = Skriv på tabellens första rad vad varje kolumn innehåller.
# vague-link: text
S103 =
    .what = Länken ”{ $text }” säger inte vart den leder
    .why = En skärmläsare kan räkna upp sidans länkar för sig. Där hörs bara ”{ $text }”.
    .mend = Låt länken vara de ord som säger vad man kommer till: [Läs mer om bidrag](bidrag).
# address-link: text
S104 =
    .what = Länkens text är en lång adress
    .why = En skärmläsare läser upp ”{ $text }” tecken för tecken.
    .mend = Skriv i ord vad länken leder till, och adressen inom parentes: [Tillgänglighet hos Digg](https://www.digg.se/…).
# capitals:
S105 =
    .what = Flera ord i följd är skrivna med versaler
    .why = Ord i versaler är svårare att känna igen för den som har lässvårigheter. En del skärmläsare läser dem bokstav för bokstav.
    .mend = Skriv med små bokstäver. Det som är viktigt kan stå med **fet stil**.
# page-reference: text
S106 =
    .what = ”{ $text }” säger ingenting på en webbplats
    .why = Här finns inga sidnummer, så läsaren hittar inte dit.
    .mend = Gör det till en länk till rubriken: [avsnittet Ansvar](#ansvar). I en text som är antagen kan orden stå kvar som länkens text.
# wide-table: columns
S107 =
    .what = Tabellen har { $columns } kolumner
    .why = På en telefon, eller i stor text, syns bara ett par kolumner åt gången. Den som lyssnar ska hålla alla i minnet.
    .mend = Dela den i flera tabeller, eller låt rader och kolumner byta plats, om det går.
# foreign-passage: language
S108 =
    .what = Här börjar text på { $language ->
        [en] engelska
        [sv] svenska
       *[other] ett annat språk
    } utan att det är utmärkt
    .why = Skärmläsaren läser den med sidans eget uttal, så att den knappt går att förstå.
    .mend = Skriv <div lang="{ $language }"> på en egen rad före och </div> efter, med en tom rad mellan dem och texten. För enstaka ord: <span lang="{ $language }">…</span>. Är hela texten på det språket skriver du sprak = "{ $language }" bland uppgifterna.

## Tillgänglighetsredogörelsen

# statement-lacks: key, fact
S110 =
    .what = Tillgänglighetsredogörelsen säger inte { $fact ->
        [conformance] hur väl webbplatsen uppfyller lagen
        [assessed] när webbplatsen senast bedömdes
        [method] hur webbplatsen bedömdes
        [updated] när den senast uppdaterades
        [email] hur en läsare anmäler brister till er
        [why] varför något inte är tillgängligt
       *[other] allt som den ska
    } (”{ $key }” saknas)
    .why = Lagen räknar upp vad en tillgänglighetsredogörelse ska innehålla, och det här hör dit.
    .mend = { $fact ->
        [conformance] Skriv { $key } = "helt", "delvis" eller "inte" under [tillganglighet] i stadga.toml.
        [assessed] Skriv dagen för bedömningen, till exempel { $key } = 2026-09-14. Är ingen gjord måste den göras.
        [method] Skriv { $key } = "självskattning", eller "tredje part" om någon utanför kommunen har gjort bedömningen.
        [updated] Skriv dagen då ni senast gick igenom redogörelsen, till exempel { $key } = 2026-10-05.
        [email] Skriv en e-postadress, ett telefonnummer eller adressen till ett formulär.
       *[why] Skriv { $key } = "…" för varje brist.
    }
# no-failings: value
S111 =
    .what = Förenligheten är ”{ $value }”, men ingen brist är angiven
    .why = Lagen kräver en fullständig förteckning över det som inte är tillgängligt, och varför.
    .mend = Beskriv varje brist under en rad med [[tillganglighet.brister]]. Finns det inga är webbplatsen helt förenlig.
# statement-old: date
S112 =
    .what = Tillgänglighetsredogörelsen har inte uppdaterats sedan { $date }
    .why = Det är mer än ett år sedan, och brister kan ha rättats eller kommit till.
    .mend = Gå igenom redogörelsen, rätta det som inte stämmer och skriv dagens datum.
# burden-unmotivated: key, what
S113 =
    .what = Det står inte varför det vore oskäligt betungande att anpassa ”{ $what }”
    .why = Lagen godtar undantaget bara med ett motiv, och tillsynsmyndigheten godtar det sällan.
    .mend = Skriv { $key } = "…" med er egen bedömning. Har ni ingen är det en brist, och ska stå bland bristerna.
# no-statement:
S114 =
    .what = Webbplatsen har ingen tillgänglighetsredogörelse
    .why = Lagen om tillgänglighet till digital offentlig service kräver en, med länk från varje sida.
    .mend = Skriv en tabell [tillganglighet] i stadga.toml. Handboken visar hur, i kapitlet Tillgänglighetsredogörelsen.
# fully-with-failings: value
S115 =
    .what = Förenligheten är ”{ $value }”, men brister är angivna
    .why = Det ena motsäger det andra, och läsaren kan inte veta vilket som stämmer.
    .mend = Skriv ”delvis” eller ”inte”, eller ta bort det som är åtgärdat.

## Kommunens färger

# not-a-color: key, value
S116 =
    .what = ”{ $value }” i ”{ $key }” är ingen färg
    .why = Utan den visas temats färg.
    .mend = Skriv ett nummertecken och sex tecken 0–9 och a–f, till exempel { $key } = "#0b5d3b".
# low-contrast: key, value, pair, ground, palette, ratio, demand, nearest?
S117 =
    .what = Färgen { $value } i ”{ $key }” syns för dåligt { $pair ->
        [link-paper] som länk på sidans bakgrund
        [link-band] som länk på bakgrunden i sidhuvud och sidfot
        [accent-paper] som kant på sidans bakgrund
       *[accent-band] som kant på bakgrunden i sidhuvud och sidfot
    } ({ $ground }) i { $palette ->
        [dark] mörkt
       *[light] ljust
    } läge: kontrasten är { $ratio }:1 och ska vara minst { $demand }:1
    .why = Lagen kräver kontrasten, för att den som ser dåligt ska kunna läsa länkar och hitta knappar.
    .mend = { $nearest ->
        [none] Ingen färg syns mot temats alla bakgrunder. Visa meddelandet för den som har gjort temat.
       *[other] Den närmaste färg som duger är { $nearest }.
    }
# editorial-words: from, added, removed
S118 =
    .what = Ändringen kallas redaktionell, men ord är ändrade sedan lydelsen { $from }: { $added } tillagda och { $removed } borttagna
    .why = En redaktionell ändring görs utan nytt beslut. Den får rätta stavning och format, men inte ändra vad som gäller.
    .mend = Läs jämförelsen. Är innebörden densamma kan raden stå kvar. Annars behövs ett beslut: skriv i så fall andring = "revidering" eller "delandring".

# adopted-ahead: adopted
S119 =
    .what = Texten sägs vara antagen { $adopted }, en dag som inte har varit
    .why = Läsaren tror att den är beslutad. Fram till mötet är den ett förslag.
    .mend = Skriv utkast = true tills beslutet är fattat, eller rätta datumet.

# archive-log:
S120 =
    .what = Arkivets logg stämmer inte med sin checkpoint, eller så saknas en av dem
    .why = Då går det inte att visa att det arkiverade är oförändrat. Arkivets sida på webbplatsen säger att loggen inte går att lita på.
    .mend = Kör stadga archive verify för att se vad som är fel, och återställ arkivet från en säkerhetskopia.
# correction-date: date, hint, adopted?
S121 =
    .what = { $hint ->
       *[ahead] Rättelsen är daterad { $date }, en dag som inte har varit
        [before] Rättelsen är daterad { $date }, före beslutet { $adopted }
    }
    .why = En rättelse talar om vad som har ändrats i en text som redan är publicerad, och när.
    .mend = Skriv den dag då texten rättades. Den som vill ändra texten senare skriver rättelsen då.

## Rapporten

level-error = fel
level-warning = varning
level-note = upplysning
level-why = därför
level-mend = hjälp
count-errors = { $n ->
    [one] 1 fel
   *[other] { $n } fel
}
count-warnings = { $n ->
    [one] 1 varning
   *[other] { $n } varningar
}
count-notes = { $n ->
    [one] 1 upplysning
   *[other] { $n } upplysningar
}
count-in-files = { $counts } i { $n ->
    [one] 1 fil
   *[other] { $n } filer
}
count-fixable = { $n ->
    [one] Ett av dem kan stadga troligen rätta själv: stadga check --fix
   *[other] { $n } av dem kan stadga troligen rätta själv: stadga check --fix
}
check-fine = Inget att anmärka på, { $n ->
    [one] 1 fil läst
   *[other] { $n } filer lästa
}.
nothing-written = Inget har skrivits. Rätta felen, eller använd --keep-going för att skriva ändå.
nothing-written-strict = Inget har skrivits, eftersom --strict räknar varningar som fel.
nothing-to-write = Inget har skrivits: inställningarna eller temat måste rättas först.
drafts-written = Utkast är med. Publicera inte den här mappen.
closing = { $pages ->
    [one] 1 sida
   *[other] { $pages } sidor
}, { $changed ->
    [0] inget ändrat
    [one] 1 ändrad
   *[other] { $changed } ändrade
}{ $others ->
    [0] { "" }
    [one] , 1 annan fil ändrad
   *[other] , { $others } andra filer ändrade
}{ $removed ->
    [0] { "" }
    [one] , 1 borttagen
   *[other] , { $removed } borttagna
}, { $seconds } s
kept-by-hand = { $n ->
    [one] En fil hör inte längre till webbplatsen, men har ändrats sedan stadga skrev den och får ligga kvar:
   *[other] { $n } filer hör inte längre till webbplatsen, men har ändrats sedan stadga skrev dem och får ligga kvar:
}
look = Titta på webbplatsen: kör stadga serve, eller låt en webbserver visa { $folder }
progress = Gör sidor

## Stadga kunde inte

and-more = … och { $n } till
failed-answer =
    .what = Svaret gick inte att lämna: { $cause ->
        [full] disken är full
       *[other] { $reason }
    }
    .mend = { $cause ->
        [full] Frigör utrymme och kör igen.
       *[other] Kontrollera vart svaret skickas, det som står efter > eller |, och kör igen.
    }
failed-choice =
    .what = ”{ $value }” duger inte till { $option }
    .mend = { $nearest ->
        [none] { "" }
       *[other] Menade du ”{ $nearest }”?{ " " }
    }Det som finns är: { $known }.
failed-not-a-site =
    .what = { $path } är inte en webbplats för stadga: här finns varken stadga.toml eller mappen content
    .mend = Gå till webbplatsens mapp, eller ange den med --site MAPP.
failed-output-inside =
    .what = Webbplatsen kan inte skrivas till { $path }, eftersom mappen ligger i eller rymmer { $inside }
    .mend = Välj en egen mapp med --output MAPP; annars skulle källorna skrivas över.
failed-not-ours =
    .what = Mappen { $path } är inte tom och har inte skrivits av stadga: där finns { $names }
    .mend = Välj en tom mapp med --output MAPP. Stadga rör aldrig filer som den inte själv har skrivit.
failed-strangers =
    .what = I mappen { $path } ligger filer som stadga inte har skrivit, där webbplatsens sidor ska stå: { $names }
    .mend = Flytta bort dem, eller välj en annan mapp med --output MAPP. Inget har skrivits.
failed-link-in-output =
    .what = { $path } är en genväg till en annan plats
    .mend = Ta bort genvägen; stadga skriver bara i sin egen mapp.
failed-manifest =
    .what = Listan över skrivna filer är skadad: { $path }, rad { $line }
    .mend = Töm mappen själv och bygg igen. Utan listan vet stadga inte vilka filer som är dess egna.
failed-illegal-path =
    .what = Sidan ”{ $path }” har en adress som inte får skrivas
    .mend = Det är ett fel i stadga; rapportera gärna vilket dokument det gäller.
failed-busy =
    .what = Ett annat bygge pågår i { $path }
    .mend = Vänta tills det är klart och kör igen.
failed-taken =
    .what = { $path } finns redan
    .mend = Välj ett annat namn, eller ta bort det som står där.
failed-changed-meanwhile =
    .what = { $path } har ändrats under tiden
    .mend = Spara och stäng filen i textredigeraren. Kör sedan kommandot igen.
failed-cancelled =
    .what = Frågorna blev inte besvarade; ingenting är ändrat
    .mend = Kör kommandot igen, eller ge svaren som flaggor (se --help).
failed-unfit =
    .what = { $troubles }
    .mend = Ingenting är ändrat. Se stadga { $command } --help.
failed-no-answer =
    .what = { $trouble }
    .mend = Se stadga { $command } --help.
failed-no-host =
    .what = Det går inte att ta emot webbläsare på { $host }: { $cause ->
        [unknown] datorn känner inte till det namnet
        [elsewhere] den adressen hör inte till den här datorn
        [denied] du har inte rätt till det
       *[other] datorn tillåter det inte
    } ({ $reason })
    .mend = Utelämna --host om bara du, på den här datorn, ska se förhandsvisningen. Ska kollegor också se den skriver du --host 0.0.0.0, eller datorns eget namn eller en av dess adresser.
failed-no-port =
    .what = Ingen port från { $first } till { $last } går att använda: { $cause ->
        [denied] du har inte rätt till det
       *[other] andra program har dem redan
    }
    .mend = Välj en annan port, till exempel --port 8080.
failed-archive-busy =
    .what = En annan körning arbetar i arkivet { $path }{ $holder ->
        [none] { "" }
       *[other] { " " }({ $holder })
    }
    .mend = Vänta tills den är klar och kör igen.
failed-archive-no-lock =
    .what = Disken med arkivet { $path } kan inte låsas
    .mend = Utan lås kan två körningar skriva samtidigt och skada arkivet. Lägg det på en lokal disk, eller på en nätverksdisk som kan låsa filer.
failed-archive-none =
    .what = { $path } är inget arkiv
    .mend = Gå till webbplatsens mapp, eller ange den med --site MAPP. Finns inget arkiv än, kör stadga archive.
failed-archive-not-begun =
    .what = Arkivet { $path } är tomt: den första körningen avbröts innan något var arkiverat
    .mend = Inget har gått förlorat. Kör stadga archive, så börjar den om.
failed-archive-out-of-reach =
    .what = { $path } är en länk till en mapp som inte går att nå
    .mend = Anslut disken som arkivet ligger på, eller låt länken leda dit arkivet finns nu.
failed-archive-no-folder =
    .what = { $path } är en fil, men ett arkiv är en mapp
    .mend = Ange arkivets mapp med --archive MAPP. Utan --archive är det mappen arkiv i webbplatsens mapp.
failed-archive-of-another =
    .what = Arkivet i { $path } tillhör { $there }, inte { $ours }
    .mend = Ange den egna kommunens arkiv. Har kommunen bytt namn: skriv [arkiv] och på nästa rad namn = "{ $there }" sist i stadga.toml, så fortsätter samma arkiv.
failed-archive-newer =
    .what = { $path } innehåller något som den här versionen av stadga inte känner till
    .mend = Arkivet kan vara skrivet av en nyare stadga: uppdatera programmet. Är stadga redan den nyaste, kör stadga archive verify och se vad som är skadat.
failed-archive-damaged =
    .what = Arkivet är skadat: { $path } är inte vad loggen säger
    .mend = Inget har skrivits. Kör stadga archive verify för att se vad som är fel, och återställ från en säkerhetskopia.
failed-archive-clock =
    .what = Datorns klocka går fel: den visar { $now }, men arkivets senaste händelse är från { $last }
    .mend = Inget har skrivits. Ställ klockan rätt och kör igen.
failed-archive-clock-ahead =
    .what = Klockorna går olika: den här datorn visar { $now }, men disken med arkivet { $disk }
    .mend = Inget har skrivits. Ställ klockan rätt och kör igen. Annars får loggen en tid som inte har kommit än, och ingen kan arkivera förrän dess.
failed-archive-source-changed =
    .what = { $file } ändrades medan den arkiverades
    .mend = Inget av dokumentet har arkiverats. Kör igen när ingen längre skriver i filen.
failed-archive-path-escapes =
    .what = Sökvägen { $file } leder ut ur arkivet
    .mend = Inget har skrivits. Kör stadga archive verify: någon kan ha ändrat arkivets filer.
failed-archive-no-key =
    .what = I { $path } finns ingen nyckel att skriva under med
    .mend = En nyckel är en rad som börjar med PRIVATE+KEY. Gör en med stadga archive key -o nyckel.txt.
failed-archive-key-taken =
    .what = { $path } finns redan
    .mend = Ligger en nyckel där kan det vara den enda som finns. Rör den inte, utan välj ett annat namn på filen.
failed-archive-key-inside =
    .what = Nyckeln kan inte läggas i { $path }, eftersom det är i { $inside }
    .mend = Bara den som arkiverar ska komma åt nyckeln. Välj en fil utanför webbplatsens mapp, till exempel -o ../nyckel.txt.
failed-archive-utf16 =
    .what = Filen { $path } är sparad som UTF-16
    .mend = Spara den som UTF-8. I Anteckningar: Spara som, och välj UTF-8 under Kodning.
failed-archive-no-public-key =
    .what = I { $path } finns ingen nyckel att kontrollera underskrifter med
    .mend = Nyckeln är en rad med namn, plustecken, åtta tecken, plustecken och själva nyckeln.
failed-archive-secret-key =
    .what = I { $path } ligger den hemliga nyckeln, inte den som underskrifter kontrolleras med
    .mend = Ange filen med den offentliga nyckeln: raden som stadga archive key visade, och som bör stå i diariet. Den hemliga ska ingen annan än den som arkiverar ha.
failed-archive-not-archived =
    .what = Dokumentet { $id } finns inte i arkivet
    .mend = { $nearest ->
        [none] Kör stadga archive list för att se vad som finns.
       *[other] Menade du { $nearest }? Kör stadga archive list för att se vad som finns.
    }
failed-archive-no-version =
    .what = Dokumentet { $id } har ingen { $version } i arkivet
    .mend = Den senaste är { $head }. Kör stadga archive list { $id } för att se alla.
failed-archive-purged =
    .what = { $id } gallrades den { $on } enligt beslut { $decision }
    .mend = Arkivet har inte kvar lydelserna. Kör stadga archive list { $id } för att se när de arkiverades.
failed-archive-not-understood =
    .what = ”{ $typed }” pekar inte ut något som är arkiverat
    .mend = { $number ->
        [none] Skriv numret som { $before }v1, eller dagen som { $before }2026-12-31.
       *[other] Menade du { $before }v{ $number }? Numret skrivs med v före.
    }
failed-archive-not-then =
    .what = { $form ->
        [day] Den { $at }
       *[time] Vid tiden { $at }
    } var { $id } inte arkiverat
    .mend = Första gången var den { $first }. Kör stadga archive list { $id } för att se alla.
failed-archive-nothing-then =
    .what = { $form ->
        [day] Den { $at }
       *[time] Vid tiden { $at }
    } var inget arkiverat
    .mend = { $first ->
        [none] Ingenting är arkiverat än. Kör stadga archive.
       *[other] Det första arkiverades den { $first }. Välj den dagen eller en senare.
    }
failed-archive-not-yet =
    .what = Den tiden har inte kommit än: { $at }
    .mend = Ingen vet vad arkivet innehåller då. Välj i dag eller en tidigare dag.
failed-archive-unfinished =
    .what = { $path } ligger kvar från en körning av stadga som avbröts
    .mend = Mappen innehåller bara det som hann tas ut. Pågår ingen annan körning: ta bort mappen och kör igen.
failed-archive-output-inside =
    .what = Inget kan läggas i { $path }, eftersom det är i { $inside }
    .mend = Det som läggs där blandas med det som är arkiverat eller med webbplatsens källor. Välj en annan mapp, till exempel -o ../uttag.
failed-archive-output-published =
    .what = Inget kan läggas i { $path }, eftersom det är i den byggda webbplatsen { $inside }
    .mend = Det skulle publiceras, eller tas bort när webbplatsen byggs nästa gång. Välj en annan mapp, till exempel -o ../uttag.
failed-archive-two-of-one-name =
    .what = Två olika filer skulle heta { $file }
    .mend = Ta ut dokumenten vart för sig.
failed-archive-no-checkpoint =
    .what = { $path } är ingen checkpoint
    .mend = Den börjar med tre rader: arkivets namn, ett tal, och en rad med bokstäver och siffror. stadga archive checkpoint visar dem.
failed-archive-empty-checkpoint =
    .what = { $path } är en checkpoint från en tom logg, så den bevisar ingenting
    .mend = Ange en som sparades när något hade arkiverats: då är talet på andra raden större än 0.
failed-archive-storage-root =
    .what = { $path } är en hel lagringsrot enligt OCFL, inte ett objekt
    .mend = Ange ett dokuments mapp. Hela arkivet kontrolleras med stadga archive verify --archive MAPP.
failed-archive-curly-quotes =
    .what = Beslutets nummer { $decision } har böjda citattecken
    .mend = De blir en del av numret. Skriv raka citattecken för hand, till exempel --decision "KS 2026/123".
failed-archive-no-decision =
    .what = Beslutets nummer saknas
    .mend = Skriv det så som det står i diariet, till exempel --decision "KS 2026/123".
failed-archive-unsure =
    .what = Dokumentet { $id } skulle gallras ur arkivet, med alla lydelser. Det går inte att ångra
    .mend = Är beslutet fattat kör du samma kommando igen, med --yes.{ $n ->
        [0] { "" }
        [one] { " " }Dokumentet är också arkiverat under namnet { $names }. Det gallras inte av detta, utan med ett eget kommando: stadga archive purge { $names }.
       *[other] { " " }Dokumentet är också arkiverat under namnen { $names }. Inget av dem gallras av detta, utan vart och ett med ett eget kommando, stadga archive purge.
    }
failed-not-empty =
    .what = Mappen { $path } är inte tom: { $names }
    .mend = Ange en mapp som inte finns än, till exempel stadga init styrdokument.
failed-disk =
    .what = { $act ->
        [read] Det gick inte att läsa
        [write] Det gick inte att skriva
        [remove] Det gick inte att ta bort
       *[other] Det gick inte att öppna
    } { $path }: { $cause ->
        [full] disken är full
        [denied] du har inte rätt till det
        [read-only] disken är skrivskyddad
        [missing] det finns inte
        [not-a-folder] det är en fil och ingen mapp
        [folder] det är en mapp och ingen fil
        [too-large] den är för stor
        [odd] det är en länk eller något annat som inte är en vanlig fil
       *[other] { $reason }
    }
    .mend = { $cause ->
        [full] Frigör utrymme och kör igen. Det som fanns är orört eller lagas av nästa körning.
        [denied] Kontrollera rättigheterna, och att inget annat program har filen öppen.
        [read-only] Det går inte att ändra något i mappen { $folder }. Välj en annan mapp, eller låt den som sköter datorn göra disken skrivbar.
        [missing] Kontrollera sökvägen.
        [not-a-folder] Kontrollera sökvägen.
        [folder] Kontrollera sökvägen.
       *[other] Kör igen. Hjälper det inte, visa raden ovan för den som sköter datorn.
    }

## Kommandon och flaggor

about = Gör en tillgänglig webbplats av kommunens styrdokument
usage = Användning:
usage-top = stadga [FLAGGOR] KOMMANDO
usage-command = stadga { $command } [FLAGGOR]
heading-commands = Kommandon
heading-options = Flaggor
heading-arguments = Argument
heading-content = Innehåll
heading-faults = Fel
heading-common = Gemensamt
value-folder = MAPP
value-date = DATUM
value-url = ADRESS
value-lang = SPRÅK
value-format = FORM
help-help = Visa den här hjälpen
help-version = Visa versionen
help-site = Webbplatsens mapp (annars den du står i)
help-lang = Meddelandenas språk: sv eller en
help-output = Mapp att skriva till (annars output i webbplatsens mapp)
help-date = Dag att bygga för, till exempel 2026-11-22 (annars i dag)
help-base-url = Webbplatsens adress, i stället för webbadress i stadga.toml
help-drafts = Ta med utkast
help-strict = Räkna varningar som fel
help-keep-going = Skriv webbplatsen trots fel
help-fix = Rätta det som stadga kan rätta själv
fix-nothing = Här finns inget som stadga kan rätta själv.
fix-done = Det är rättat.
fix-left = { $n ->
    [one] Ett fel lämnas kvar: rättat på det enkla sättet skulle det ge ett nytt fel. Rätta det i filen.
   *[other] { $n } fel lämnas kvar: rättade på det enkla sättet skulle de ge nya fel. Rätta dem i filerna.
}
help-format = human för människor, json eller sarif för program
build-about = Bygg webbplatsen
check-about = Sök fel utan att skriva något, eller rätta dem som går
top-examples = Exempel:
    { "  " }stadga init styrdokument   börja på en ny webbplats
    { "  " }stadga new                 börja på ett nytt dokument
    { "  " }stadga serve               se webbplatsen medan du skriver
    { "  " }stadga check               sök fel i webbplatsen du står i
    { "  " }stadga build               skriv den till mappen output

    Mer om ett kommando: stadga build --help
build-examples = Exempel:
    { "  " }stadga build                                    skriv till output
    { "  " }stadga build --site kommunen --output /var/www  annan mapp in, annan mapp ut
    { "  " }stadga build --date 2027-01-01                  som det kommer att se ut nyårsdagen 2027
check-examples = Exempel:
    { "  " }stadga check                  alla fel, med rad och råd
    { "  " }stadga check --strict         även varningar stoppar
    { "  " }stadga check --fix            rätta det som stadga kan rätta själv; du ser det först
    { "  " }stadga check --format json    för andra program
init-about = Börja på en ny webbplats
init-examples = Exempel:
    { "  " }stadga init styrdokument --name "Ekbo kommun"       i en ny mapp
    { "  " }stadga init                                         i mappen du står i
    { "  " }stadga init council --lang en --name "Ekbo Council" på engelska
value-name = NAMN
help-folder = Mapp att börja i; den ska vara tom eller inte finnas (annars den du står i)
help-name = Kommunens namn, till exempel "Ekbo kommun"
help-yes = Ställ inga frågor
init-missing-name = Kommunens namn saknas: --name "Ekbo kommun". I en terminal, utan --yes, frågar stadga efter det.
init-ask-name = Vad heter kommunen?
init-name-empty = Skriv namnet så som det ska stå överst på webbplatsen, till exempel Ekbo kommun.
init-closing = En liten webbplats på prov ligger nu i { $path }:
init-next = Gör så här sedan:
    { "  " }{ $go }stadga serve    se webbplatsen medan du skriver
    { "  " }stadga check    sök fel
    { "  " }stadga build    skriv webbplatsen till mappen output
    Börja med att läsa stadga.toml. Varje fil säger i sina anteckningar vad den är till för.
    När webbplatsen är publicerad sparar stadga archive det som står där, så att det går att visa att inget har ändrats.
new-about = Börja på ett nytt dokument, eller på en ny lydelse av ett som finns
new-examples = Exempel:
    { "  " }stadga new                                  stadga frågar om allt
    { "  " }stadga new it-policy --title "IT-policy" --type policy --by KF
    { "  " }stadga new planer/bredband                  i mappen content/planer
    { "  " }stadga new it-policy --version 2026-10-26   ny lydelse, med den förra som förlaga
value-id = NAMN
value-text = TEXT
new-help-id = Namnet i dokumentets adress, till exempel it-policy
new-help-version = Gör en ny lydelse, beslutad den här dagen, av ett dokument som finns
new-help-title = Dokumentets titel
new-help-type = Dokumentets typ, till exempel policy
new-help-by = Den som beslutar, till exempel KF
new-help-date = Beslutsdagen, om den är känd
new-ask-title = Vad heter dokumentet
new-ask-id = Vilket namn ska stå i adressen (små bokstäver a–z, siffror och bindestreck)
new-ask-type = Vad för slags dokument är det?
new-ask-by = Vem beslutar? (tomt om det inte är bestämt)
new-ask-date = Vilken dag togs beslutet (tomt om den inte är känd)
new-ask-document = Vilket dokument gäller det (namnet i adressen)
new-needed = Ett svar behövs.
new-not-a-date = Det går inte att läsa som en dag. Skriv till exempel 2026-11-22 eller 22 november 2026.
new-unknown-type = Det finns ingen typ ”{ $typed }”. Välj en i listan; en egen typ läggs till i stadga.toml.
new-missing = { $what ->
    [title] Titeln saknas: --title "IT-policy".
    [type] Typen saknas: --type policy.
   *[id] Namnet saknas: skriv efter stadga new det som ska stå i adressen, till exempel it-policy.
}
new-bad-name = ”{ $typed }” kan inte vara namnet i en adress: använd små bokstäver a–z, siffror och bindestreck, och inget årtal ensamt{ $near ->
    [none] .
   *[other] . Till exempel { $near }.
}
new-taken = Det finns redan ett dokument med det namnet: /dokument/{ $id }/, i { $path }. En ny lydelse av det gör du med stadga new { $id } --version DATUM.
new-taken-draft = Det finns redan ett utkast med det namnet: { $path }. Skriv vidare i den filen, eller välj ett annat namn.
new-pages = I content/sidor ligger vanliga sidor, inte dokument. Gör en sådan fil för hand; den behöver bara en titel.
new-in-document = Mappen { $folder } hör till ett annat dokument. En ny lydelse av det gör du med --version; annars välj en annan mapp.
new-unknown-document = Det finns inget dokument ”{ $typed }”{ $near ->
    [none] . Kommandot stadga list visar alla dokument, med namnet först.
   *[other] . Menade du { $near }?
}
new-folder-taken = Dokumentet behöver en egen mapp, men där ligger redan { $path }. Flytta den först.
new-unreadable = Uppgifterna i { $path } går inte att läsa. Se vad stadga check säger, och rätta det först.
new-stuck-link = Länken till { $target } i { $path } går inte att ändra när dokumentet flyttas. Skriv den enklare, till exempel [text](fil.md).
new-copied = Den nya lydelsen är en kopia av { $path }.
new-oldest = Den är äldre än alla andra lydelser, så texten är hämtad från en yngre. Byt ut den mot den text som gällde då.
new-same-day = { $draft ->
    [yes] Det finns redan ett utkast från { $date }: { $path }. I förhandsvisningen står det på { $url }
   *[no] Det finns redan en lydelse från { $date }: { $path }. I förhandsvisningen står den på { $url }
}
new-same-day-unasked =
    { "" }
    { "  " }Skriv vidare i den filen, eller välj en annan dag efter --version.
    { "  " }Ska det verkligen bli två lydelser från samma dag kör du kommandot i en terminal, utan --yes: där frågar stadga.
new-ask-another = Ska jag göra en till från samma dag?
new-go-on = Ingenting är ändrat. Skriv vidare i { $path }.
new-other-drafts = { $n ->
    [one] Det finns redan ett utkast av dokumentet: { $names }.
   *[other] Det finns redan { $n } utkast av dokumentet: { $names }.
}
new-moved-files = De här filerna får en ny adress, eftersom de kommer att ligga i dokumentets mapp: { $names }.
new-next = Gör så här sedan:
    { "  " }1. Öppna { $path } i texteditorn, och fyll i uppgifterna och texten.
    { "  " }2. Kör stadga serve{ $site }, om det inte redan är i gång, och se dokumentet medan du skriver på { $url }
    { "     " }Visar stadga serve en annan port än 4000 gäller den.
    { "  " }3. När beslutet är fattat: ta bort raden { $draft } och kör stadga check{ $site }.
new-version-next = Gör så här sedan:
    { "  " }1. Öppna { $path } i texteditorn, och ändra texten.
    { "  " }2. Kör stadga serve{ $site }, om det inte redan är i gång, och se lydelsen medan du skriver på { $url }
    { "     " }Visar stadga serve en annan port än 4000 gäller den.
    { "  " }3. När beslutet är fattat: fyll i det som beslutet säger, ta bort raden { $draft } och kör stadga check{ $site }.
schema-about = Skriv ut schemat, som hjälper texteditorn med uppgifterna
value-part = DEL
help-part = settings eller installningar för stadga.toml, front-matter eller dokument för dokumenten (annars båda)
schema-examples = Exempel:
    { "  " }stadga schema settings         för stadga.toml
    { "  " }stadga schema front-matter     för uppgifterna överst i dokumenten
value-days = DAGAR
value-state = LÄGE
value-type = TYP
value-shell = SKAL
heading-choice = Urval
help-state = Bara dokument som är i läget, till exempel Gäller eller Kommande; flera skiljs med komma
help-type = Bara dokument av typen, till exempel policy; flera skiljs med komma
help-due = Bara det som ska ses över eller går ut inom så många dagar, eller redan borde ha gjorts
help-list-format = human för människor, json eller csv för program
help-next-format = human för människor, json för program
help-within = Bara det som händer inom så många dagar (annars de tio närmaste dagarna då något händer)
help-shell = bash, zsh, fish, powershell eller elvish
help-man-folder = Mapp att skriva till, till exempel man1
list-about = Visa alla dokument i terminalen
list-examples = Exempel:
    { "  " }stadga list                               alla dokument
    { "  " }stadga list --state gäller --type policy  policyer som gäller
    { "  " }stadga list --due 90                      det som ska ses över eller går ut inom 90 dagar
    { "  " }stadga list --format csv > lista.csv      för kalkylprogram
list-id = Namn
list-title = Dokument
list-type = Typ
list-body = Beslutad av
list-adopted = Beslutad
list-valid = Från och till
list-state = Gäller?
list-review = Ska ses över
list-overdue = försenad
list-count = { $n ->
    [0] Inga dokument.
    [one] 1 dokument.
   *[other] { $n } dokument.
}
register-faults = { $n ->
    [one] Innehållet har ett fel
   *[other] Innehållet har { $n } fel
}, så något kan fattas här. Kör stadga check.
next-about = Visa vad som händer härnäst: vad som börjar gälla, går ut eller ska ses över
next-examples = Exempel:
    { "  " }stadga next                         de tio närmaste dagarna då något ändras
    { "  " }stadga next --within 30             det som händer inom 30 dagar
    { "  " }stadga next --date 2027-01-01       sett från nyårsdagen 2027
next-force = { $after ->
    [upcoming] ska börja gälla senare
    [in-force] { $before ->
        [upcoming] börjar gälla
        [unknown] gäller säkert från den dagen
       *[other] gäller igen
    }
    [superseded] ersätts av lydelsen { $by }
    [term-passed] giltighetstiden går ut, sista dagen är { $eve }
    [replaced] ersätts av { $by }
    [repealed] upphör, sista dagen är { $eve }
    [annulled] upphävs av domstol
    [lapsed] kommer inte att börja gälla
   *[unknown] det är oklart om texten gäller
}
next-review = { $after ->
    [current] ska ses över senast { $due }
    [due-soon] ska snart ses över, senast { $due }
    [overdue] översynen blir försenad om den inte är klar { $due }
   *[not-stated] ingen ny översyn är angiven
}
next-event = { $kind ->
    [adopted] beslutas
    [extended] förlängs
    [collected] tas in i författningssamlingen
    [repealed] upphävs
    [annulled] upphävs av domstol
    [reinstated] återinförs
    [transferred] överförs till annan ansvarig
    [reviewed] ses över utan ändring
    [corrected] rättas
    [starts] kan börja gälla
    [ends] kan sluta gälla
    [replaced] kan ersättas
    [review-due] ska ha setts över
   *[withdrawn] avpubliceras
}
next-asked = kräver nu också för { $year }: { $what }
next-no-longer-asked = kräver inte längre för { $year }: { $what }
next-later = { $n ->
    [one] En dag till då något ändras: { $date }.
   *[other] { $n } dagar till då något ändras; den första är { $date }.
}
next-nothing = Inget mer ändras av sig självt.
completions-about = Skriv ut det som låter skalet fylla i kommandon när du trycker på Tabb
completions-examples = Exempel:
    { "  " }stadga completions bash > ~/.local/share/bash-completion/completions/stadga
    { "  " }stadga completions zsh > ~/.zfunc/_stadga
    { "  " }stadga completions fish > ~/.config/fish/completions/stadga.fish
man-about = Skriv manualsidor, en för varje kommando
man-examples = Exempel:
    { "  " }stadga man man1                     skriv stadga.1 och de andra till mappen man1
    { "  " }stadga man man1 --lang en           på engelska
    { "  " }man -l man1/stadga-build.1          läs en av dem
man-name = Namn
man-synopsis = Skrivsätt
man-commands = KOMMANDON
man-exit = Slutstatus
man-see-also = Se även
man-exit-0 = Allt är väl.
man-exit-1 = Innehållet har fel. Med --strict räknas även varningar.
man-exit-2 = Stadga kunde inte göra sitt arbete; meddelandet säger varför.
man-exit-75 = Någon annan håller på med samma mapp. Kör igen om en stund.
wrong-option = Det finns ingen flagga ”{ $name }”{ $nearest ->
    [none] { "" }
   *[other] . Menade du ”{ $nearest }”?
}
wrong-argument = ”{ $name }” hör inte till kommandot
wrong-command = Det finns inget kommando ”{ $name }”{ $nearest ->
    [none] { "" }
   *[other] . Menade du ”{ $nearest }”?
}
wrong-value = ”{ $value }” duger inte till { $name }{ $form ->
    [date] : skriv en dag som finns, som år-månad-dag, till exempel 2026-11-22
    [moment] : den dagen finns inte, eller är skriven på annat sätt. Skriv dagen som 2026-12-31, eller tiden som 2026-12-31T15:00
    [url] : skriv hela adressen, till exempel https://www.kommun.se/styrdokument/
    [port] : skriv ett tal från 0 till 65535, till exempel 8080
    [host] : skriv bara datorns namn eller adress, till exempel min-dator.local
    [editor] : skriv vscode, vscodium, zed, idea eller none, eller en mall med { "{" }file{ "}" }
    [days] : skriv ett antal dagar, till exempel 90
    [known] : välj bland { $known }
   *[other] { "" }
}
wrong-empty = { $name } saknar värde
wrong-missing = { $command } behöver { $name }
wrong-twice = { $name } är angiven två gånger
wrong-together = { $name } och { $other } går inte att använda samtidigt
wrong-usage = Kommandot går inte att tolka
wrong-mend = { $example ->
    [none] Se { $command } --help.
   *[other] Till exempel: { $example } (se { $command } --help)
}

## Ändringar i innehållet

ask-choice = Nummer eller namn
ask-yes-no = [j/n]
ask-not-listed = Välj ett nummer mellan 1 och { $n }.
ask-again = Svara j för ja eller n för nej.
edit-create = Ny fil { $path }
edit-text = { $n ->
    [one] … och 1 rad text
   *[other] … och { $n } rader text
}
edit-rewrite = Ändring i { $path }
edit-line-ends = { $n ->
    [one] Radslut från Windows (CRLF) byts mot LF i { $names }
   *[other] Radslut från Windows (CRLF) byts mot LF i { $n } filer: { $names }
}
edit-letters = { $n ->
    [one] Bokstäver som å, skrivna som två tecken, skrivs som ett i { $names }
   *[other] Bokstäver som å, skrivna som två tecken, skrivs som ett i { $n } filer: { $names }
}
edit-move = Flytt { $from } → { $to }
edit-confirm = Ska jag skriva det?
edit-declined = Ingenting är ändrat.
edit-refused = Ändringen skulle ge webbplatsen fel som den inte har i dag. Ingenting är skrivet.

## stadga decide

value-document = DOKUMENT
value-act = ÅTGÄRD
heading-decision = Om beslutet
decide-about = Skriv in ett beslut om ett dokument: förlängt, upphävt, översett …
decide-help-document = Dokumentets namn, fil, adress eller titel
decide-help-act = forlangd, oversedd, upphavd, upphavd_av_domstol, aterinford, overford, intagen eller rattad
decide-help-version = Vilken lydelse, till exempel 2014-04-09 (annars den som gäller på beslutsdagen)
decide-help-by = Vem som beslutade
decide-help-date = Beslutsdagen, till exempel 2026-11-22
decide-help-until = Sista dagen; för oversedd dagen för nästa översyn
decide-help-section = Paragraf i protokollet, till exempel ”§ 60”
decide-help-reference = Diarienummer
decide-help-minutes = Adress till protokollet
decide-help-what = Vad som rättades
decide-help-mandate = Med vilken rätt det rättades
decide-help-responsible = Den roll som ansvarar från och med nu, för overford
decide-examples = Exempel:
    { "  " }stadga decide                          stadga frågar om resten
    { "  " }stadga decide it-policy forlangd --by KF --date 2026-11-22 --until 2028-12-31
    { "  " }stadga decide it-policy upphavd --by KF --date 2026-11-22 --section "§ 60"
    { "  " }stadga decide it-policy rattad --date 2026-11-22 --what "Fel belopp i avsnitt 3"
decide-ask-document = Vilket dokument gäller det (namn, fil, adress eller titel)
decide-ask-near = Vilket av dem menar du?
decide-ask-act = Vad har beslutats?
decide-ask-version = Vilken lydelse gäller beslutet?
decide-ask-by = Vem beslutade?
decide-ask-corrector = Vem rättade (tomt om det inte ska stå)
decide-ask-date = Vilken dag togs beslutet
decide-ask-until = Till och med vilken dag (eller tills vidare)
decide-ask-last-day = Sista dagen den gäller (tomt om det är dagen före beslutet)
decide-ask-next-review = När ska nästa översyn vara gjord (tomt om det inte är bestämt)
decide-ask-section = Paragraf i protokollet (tomt om den inte är känd)
decide-ask-reference = Diarienummer (tomt om det saknas)
decide-ask-minutes = Adress till protokollet på webben (tomt om det saknas)
decide-ask-what = Vad rättades
decide-ask-mandate = Med vilken rätt, till exempel delegation (tomt om det inte ska stå)
decide-ask-responsible = Vilken roll ansvarar från och med nu
decide-act-extended = förlängd – gäller längre, samma text
decide-act-reviewed = översedd – genomgången, samma text
decide-act-repealed = upphävd – ska inte längre gälla
decide-act-annulled = upphävd av domstol – domstolen har underkänt beslutet
decide-act-reinstated = återinförd – upphävandet gäller inte längre
decide-act-transferred = överförd – någon annan ansvarar nu
decide-act-collected = intagen – tagen oförändrad in i författningssamlingen
decide-act-corrected = rättad – ett skrivfel är rättat i den publicerade texten
decide-needed = Ett svar behövs.
decide-missing = { $field ->
    [document] Dokumentet saknas: skriv dess namn efter stadga decide.
    [act] Åtgärden saknas: skriv efter dokumentet vad som har beslutats, till exempel forlangd eller upphavd.
    [by] Vem som beslutade saknas: --by
    [date] Beslutsdagen saknas: --date
    [until] Hur länge den ska gälla saknas: --until med en dag, eller --until "tills vidare"
    [what] Vad som rättades saknas: --what
    [responsible] Vem som ansvarar från och med nu saknas: --responsible
   *[other] Lydelsen saknas: --version
}
decide-unwanted = --{ $field } hör inte till ”{ $act }”. Ta bort den.
decide-unknown-act = ”{ $typed }” är ingen åtgärd{ $near ->
    [none] . Välj en av: { $known }.
   *[other] . Menade du { $near }?
}
decide-adopted = En text som antas skrivs in som en ny lydelse, inte som ett beslut om den gamla: stadga new.
decide-unknown-document = Det finns inget dokument ”{ $typed }”{ $near ->
    [none] . Namnet är det som står i adressen, till exempel it-policy.
   *[other] . Menade du { $near }?
}
decide-draft = ”{ $typed }” är ett utkast. Ta bort raden med utkast när texten är antagen; därefter kan beslut skrivas in.
decide-twice = Flera filer gör anspråk på namnet: { $paths }. Rätta det först.
decide-unknown-version = Det finns ingen lydelse ”{ $typed }”. De som finns är: { $known }.
decide-which-version = En lydelse gäller och en annan är på väg: { $known }. Säg vilken som menas med --version.
decide-not-a-date = ”{ $typed }” går inte att läsa som en dag. Skriv till exempel 2026-11-22 eller 22 november 2026.
decide-not-an-address = ”{ $typed }” är ingen webbadress. Den ska börja med https://.
decide-before-adoption = Texten antogs { $adopted }; det här beslutet kan inte vara äldre. Kontrollera dagen, eller välj en äldre lydelse med --version.
decide-open-ended = Texten gäller redan tills vidare, så det finns inget slut att flytta. Ska den sluta gälla, använd upphavd med --until.
decide-not-longer = Texten gäller redan till och med { $last }. En förlängning måste gå längre än så; ska den gälla kortare, använd upphavd med --until.
decide-until-past = Dagen i --until ligger före beslutet.
decide-already-ended = Texten är redan upphävd, { $date }. Ska den gälla igen, använd aterinford.
decide-nothing-to-reinstate = Texten är inte upphävd, så det finns inget att återinföra.
decide-already-written = Samma beslut står redan i filen.
decide-no-list = I { $path } står något annat där besluten ska stå. Se vad stadga check säger, och rätta det först.
decide-note-old-name = Dokumentet heter numera { $id }.
decide-note-withdrawn = Dokumentet är avpublicerat; beslutet skrivs in men syns inte på webbplatsen.
decide-note-unknown-body = ”{ $typed }” finns inte bland organen och skrivs som det står. Menade du ”{ $near }”?
decide-note-no-end = Det står inte hur länge texten skulle gälla; med det här beslutet får den ett slut.
decide-result = { $title }: { $now } (förut: { $before })
decide-result-same = { $title }: { $now } (som förut)
decide-review = Nästa översyn senast { $date }.
decide-written = Skrivet i { $paths }. Kör stadga build för att visa det på webbplatsen.

## stadga diff

value-before = FÖRE
value-after = EFTER
diff-about = Visa vad som skiljer två lydelser åt, eller ett förslag från det som gäller
diff-help-before = En lydelse, till exempel 2014-04-09, eller en fil (utan: de två senast beslutade)
diff-help-after = Lydelsen eller filen att jämföra med (utan: den senast beslutade; för ett förslag jämförs det som gäller)
help-diff-format = terminal för att läsa här, markdown för ärendet, html för en sida att bifoga, json för program
diff-examples = Exempel:
    { "  " }stadga diff it-policy                          de två senast beslutade lydelserna
    { "  " }stadga diff it-policy forslag.md               det som gäller nu, och ett förslag
    { "  " }stadga diff it-policy 2014-04-09 2023-02-27    två lydelser
    { "  " }stadga diff it-policy it-plan@2014-04-09 2018-06-18   en lydelse av ett annat dokument först
    { "  " }stadga diff it-policy forslag.md --format markdown > bilaga.md
diff-legend = [-…-] är borttaget och { "{" }+…+{ "}" } är tillagt.
diff-legend-markdown = Det som är ~~överstruket~~ är borttaget och det som står med **fet stil** är tillagt.
diff-same = Det är samma text på båda sidor.
diff-draft = { $version } (utkast)
diff-text-only = Uppgifterna i { $path } går inte att läsa, så bara texten jämförs.
diff-none-adopted = Dokumentet har ingen beslutad lydelse, så det finns inget att jämföra med.
diff-single = Dokumentet har bara en beslutad lydelse med text, { $version }, så det finns inget att jämföra den med. { $drafts ->
    [none] Ett förslag i en fil
   *[other] Ett utkast ({ $drafts }) eller ett förslag i en fil
} jämför du så här: stadga diff { $id } forslag.md
diff-is-latest = { $version } är den senast beslutade lydelsen. Skriv också vad den ska jämföras med. De som finns är: { $known }.
diff-unknown-version = Det finns ingen lydelse och ingen fil ”{ $typed }”.{ $near ->
    [none] { "" }
   *[other] { " " }Menade du ”{ $near }”?
} De lydelser som finns är: { $known }.

## Förhandsvisningen

preview-name = Förhandsvisning
preview-day = Visa som den
preview-show-drafts = Visa utkast
preview-show = Visa
preview-state = Läget för hela webbplatsen
preview-whole-site-with = Hela webbplatsen: { $counts }
preview-back-to-page = Tillbaka till sidan
preview-date = { $day } { $month ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
preview-time = { $h }.{ $m }.{ $s }
preview-other-day = Visas som den { $date }.
preview-back = Tillbaka till i dag
preview-back-to = Tillbaka till den { $date }
preview-drafts-count = Utkast räknas som beslutade här och kan avsluta beslutade lydelser.
preview-draft-counts = { $n ->
    [one] Utkastet visas
   *[other] Ett av utkasten visas
} som beslutat från { $date }.
preview-draft-ends = { $n ->
    [one] Utkastet visas
   *[other] Ett av utkasten visas
} som beslutat från { $date }. Då upphör lydelsen { $version }.
preview-draft-replaces = Utkastet ”{ $title }” visas som beslutat från { $date } och ersätter då det här dokumentet.
preview-without-drafts = Visa utan utkast
preview-is-draft = Sidan är ett utkast. Utkast visas inte nu.
preview-fixed-day = Visas alltid som den { $date }: så står det vid datum i stadga.toml.
preview-broken = Ändringarna syns inte än: { $file ->
    [none] något måste rättas först.
   *[other] { $file } måste rättas först{ $line ->
        [none] { "" }
       *[other] { " " }(rad { $line })
    }.
}
preview-whole-again = Nu syns ändringarna.
preview-broken-lead = { $shown ->
    [none] Webbplatsen kan inte visas förrän felen nedan är rättade.
   *[other] De senaste ändringarna syns inte än. Webbplatsen visas som den var innan, tills felen nedan är rättade.
}
preview-no-faults = Inga fel
preview-page-sound = Inga fel på sidan
preview-looking = Letar efter fel …
preview-page-found = På sidan: { $counts }
preview-faults-of-page = Att rätta på den här sidan
preview-why-broken = Därför syns inte ändringarna
preview-open = Öppna { $file }{ $line ->
    [none] { "" }
   *[other] , rad { $line }
}
preview-place = { $file }{ $line ->
    [none] { "" }
   *[other] , rad { $line }
}
preview-more-faults = … och { $n } till. Kommandot stadga check visar alla.
# Skriptet sätter timme och minut i stället för %H och %M.
preview-updated = Sidan uppdaterad %H.%M
preview-waiting = Sidan uppdateras när du har valt dag.
preview-away = Förhandsvisningen svarar inte. Starta den igen med stadga serve.
preview-by-hand = Ladda om sidan för att se ändringar.
preview-no-page = Sidan kan inte visas
preview-no-page-lead = En mall i temat går inte att använda. Rätta felet och spara, så visas sidan här.
preview-no-site = Webbplatsen kan inte visas än
preview-no-site-lead = Inställningarna eller temat måste rättas först. Rätta felen och spara, så visas webbplatsen här.
preview-fact-day = Visas för
preview-day-plain = { $date }, { $drafts ->
    [yes] med utkast
   *[no] utan utkast
}
preview-day-fixed = { $date } (datum i stadga.toml), { $drafts ->
    [yes] med utkast
   *[no] utan utkast
}
preview-fact-built = Senast uppdaterad
preview-built = { $time }, på { $seconds } s. { $pages ->
    [one] 1 sida
   *[other] { $pages } sidor
}.
preview-fact-watching = Filerna följs
preview-watching = { $how ->
    [poll] genom att mappen läses igenom ungefär varje sekund
   *[events] genom att datorn säger till när en fil ändras
}
preview-fact-address = Adress
preview-faults = Att rätta
preview-whole-site = Hela webbplatsen
preview-drafts = Utkast
preview-documents = Dokument
preview-reviews = Översyn
preview-no-reviews = Ingen översyn är försenad eller ska göras snart.
preview-coming = Det som kommer
preview-coming-note = Välj en dag för att se dokumentet som det är då.
preview-column-state = Läge
preview-column-count = Antal
preview-column-document = Dokument
preview-column-version = Lydelse
preview-column-due = Senast
preview-column-change = Vad som händer
preview-column-day = Dag

heading-network = Nätverk
value-port = PORT
value-host = NAMN
value-editor = MALL
serve-about = Visa webbplatsen i webbläsaren medan du skriver
serve-help-port = Port att ta emot webbläsare på (annars 4000, eller nästa som är ledig)
serve-help-host = Datorns namn eller adress att ta emot på (annars 127.0.0.1, som bara nås från den här datorn)
serve-help-allow-host = Ett namn till som kollegor får nå förhandsvisningen under; flaggan kan upprepas
serve-help-editor = Hur länkar öppnar filer: vscode, vscodium, zed, idea, en egen mall som vscode://file/{ "{" }file{ "}" }:{ "{" }line{ "}" } eller none
serve-help-date = Visa webbplatsen som den blir en annan dag, till exempel 2027-01-01 (annars i dag); dagen går också att byta i webbläsaren
help-no-drafts = Visa inga utkast, bara det som besökarna får se (annars är utkasten med)
help-open = Öppna webbläsaren
help-poll = Se efter ändringar ungefär en gång i sekunden, för mappar som inte säger till själva
serve-examples = Exempel:
    { "  " }stadga serve                        på den här datorn, på http://127.0.0.1:4000/
    { "  " }stadga serve --open                 och öppna webbläsaren
    { "  " }stadga serve --date 2027-01-01      som det kommer att se ut nyårsdagen 2027
    { "  " }stadga serve --host 0.0.0.0         även för kollegor på nätverket, som då kan läsa utkasten
serve-address = Förhandsvisning: { $url }
serve-next-port = Port { $wanted } är upptagen, kanske av en förhandsvisning till. Den här står på port { $port }.
serve-beyond = Alla på nätverket kan läsa webbplatsen, även utkasten, på { $url }
serve-events = Ändringar syns så snart du sparar en fil.
serve-polls = { $why ->
    [unheard] Datorn säger inte till om alla ändringar här. Mappen ses därför igenom ungefär en gång i sekunden.
    [full] Datorn kan inte hålla reda på så många mappar. Mappen ses därför igenom ungefär en gång i sekunden.
    [refused] Datorn säger inte till om ändringar ({ $reason }). Mappen ses därför igenom ungefär en gång i sekunden.
   *[asked] Mappen ses igenom ungefär en gång i sekunden.
}
serve-end = Avsluta med Ctrl+C.
serve-faults = { $counts }. Läs om dem på { $url }
serve-broken = Inställningarna eller temat måste rättas innan något kan visas: { $counts }. Läs mer på { $url }
serve-not-opened = Webbläsaren gick inte att öppna. Öppna den själv, på adressen ovan.
serve-ended = Förhandsvisningen är avslutad.
serve-round = { $time }{ "  " }{ $what }: { $seconds } s{ $counts ->
    [none] { "" }
   *[other] , { $counts }
}{ $broken ->
    [yes] ; den senaste webbplats som gick att göra visas
   *[no] { "" }
}
serve-file = { $path } { $how ->
    [added] ny
    [removed] borttagen
   *[changed] ändrad
}
serve-files = { $n } filer ändrade
serve-day = En ny dag
refused-host =
    .title = Stadga svarar inte på det namnet
    .text = Förhandsvisningen nås inte som ”{ $host }”. Det skyddar utkasten mot andra webbplatser. Använd adressen som står i terminalen. Ska kollegor kunna använda namnet, starta om med --allow-host och namnet.
refused-method =
    .title = Förhandsvisningen kan bara visa
    .text = Det går att läsa här, men inte att skicka något hit.
refused-gone =
    .title = Filen finns inte längre
    .text = Den fanns när mappen senast sågs igenom. Ladda om sidan om en stund.
refused-unreadable =
    .title = Filen går inte att läsa
    .text = Så här säger datorn: { $reason }. Kontrollera att du har rätt att läsa filen och att inget annat program har låst den.
refused-broken =
    .title = Sidan gick inte att göra
    .text = Det är ett fel i stadga. I terminalen står vad som hände; rapportera det gärna.

# What `archive verify` finds.
archive-found-place = { $object ->
        [none] { "" }
       *[other] { $object }
    }{ $version ->
        [none] { "" }
       *[other] { " " }{ $version }
    }{ $file ->
        [none] { "" }
       *[other] { " " }{ $file }
    }
archive-found-unreadable = gick inte att läsa{ $detail ->
        [none] { "" }
        [too-large] { " " }(filen är för stor)
        [not-a-file] { " " }(det är en länk eller något annat som inte är en vanlig fil)
       *[other] { " " }({ $detail })
    }
archive-found-no-namaste = filen som säger att mappen är ett OCFL-objekt saknas, eller är fler än en
archive-found-wrong-namaste = filen som säger att mappen är ett OCFL-objekt har fel innehåll
archive-found-newer = följer en senare OCFL än den här versionen av stadga känner till
archive-found-no-inventory = inventarieförteckningen saknas
archive-found-inventory-unreadable = inventarieförteckningen går inte att tolka{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-inventory-malformed = inventarieförteckningen följer inte OCFL{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-no-sidecar = filen med inventarieförteckningens kontrollsumma saknas
archive-found-sidecar-malformed = filen med inventarieförteckningens kontrollsumma har fel form
archive-found-sidecar-differs = inventarieförteckningen har ändrats: kontrollsumman stämmer inte
archive-found-root-differs = objektets inventarieförteckning är inte den senaste versionens
archive-found-head-wrong = inventarieförteckningen anger fel senaste version{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-id-differs = versionernas inventarieförteckningar anger olika id{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-content-folder-differs = versionernas inventarieförteckningar anger olika innehållsmappar{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-spec-backwards = en senare version följer en tidigare OCFL
archive-found-history-differs = inventarieförteckningarna säger olika om tidigare versioner{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-versions-odd = versionernas nummer har luckor eller skrivs på olika sätt{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-version-missing = versionens mapp saknas
archive-found-version-stray = en versionsmapp som inventarieförteckningen inte känner till
archive-found-stray-in-object = hör inte hemma i objektet
archive-found-stray-in-version = hör inte hemma i versionen
archive-found-stray-extension = hör inte hemma bland tilläggen
archive-found-empty-folder = mappen är tom
archive-found-not-a-file = är en länk eller något annat som inte är en fil
archive-found-file-missing = filen saknas
archive-found-file-differs = filen har ändrats eller skadats: kontrollsumman stämmer inte
archive-found-file-stray = filen finns inte i någon inventarieförteckning
archive-found-path-unsafe = en sökväg leder ut ur objektet eller är ogiltig{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-path-conflict = två filer har samma sökväg, eller den ena ligger i den andra{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-digest-twice = samma kontrollsumma står två gånger{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-digest-unknown = versionen håller en fil som inte finns i inventarieförteckningens lista över filer{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-digest-unused = inventarieförteckningen listar en fil som ingen version håller{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-fixity-differs = filen har inte den extra kontrollsumma som står i inventarieförteckningen{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-no-store = mappen med arkivets objekt saknas
archive-found-store-namaste = filen som säger att mappen är ett OCFL-förråd saknas eller har ändrats
archive-found-store-layout = filen som beskriver var objekten ligger saknas eller har ändrats
archive-found-store-stray = hör inte till något objekt
archive-found-readme-missing = filen som berättar hur arkivet läses saknas; stadga archive doctor lägger tillbaka den, eller så finns den i säkerhetskopian
archive-found-readme-differs = filen som berättar hur arkivet läses har ändrats; lägg tillbaka den från en säkerhetskopia, och egna anteckningar utanför arkivet
archive-found-stray-in-archive = hör inte till arkivet
archive-found-store-empty-folder = mappen är tom
archive-found-misplaced = objektet ligger på fel plats
archive-found-foreign = objektet hör inte till det här arkivet
archive-found-created = versionens tidpunkt stämmer inte med loggen{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-no-log = loggen saknas
archive-found-line-unreadable = raden i loggen går inte att tolka{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-line-moved = raden i loggen står inte där den skrevs
archive-found-line-backwards = raden i loggen är äldre än raden före
archive-found-line-future = raden i loggen är från framtiden{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-line-torn = loggens sista rad är inte hel: en körning avbröts
archive-found-line-out-of-turn = raden i loggen berättar något som inte kan ha hänt då
archive-found-no-checkpoint = checkpointen saknas eller går inte att tolka
archive-found-checkpoint-differs = loggen är inte den som checkpointen gäller: rader har ändrats eller tagits bort{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-checkpoint-behind = loggen har fler rader än checkpointen: en körning avbröts{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-unsigned = checkpointen är inte undertecknad, fast det finns en nyckel
archive-found-signature-wrong = checkpointen är inte undertecknad med kommunens nyckel
archive-found-against-differs = loggen är inte den som den sparade checkpointen gäller: den står för { $kept } rader och loggen har { $log }. Kontrollera först avskriften. { $older ->
        [yes] Stämmer den kan det här vara en äldre kopia av arkivet, eller så har rader tagits bort
       *[no] Stämmer den har arkivet skrivits om
    }
archive-found-checkpoint-stray = checkpointen har rader som stadga inte har skrivit
archive-found-against-other = den sparade checkpointen gäller ett annat arkiv, { $detail }
archive-found-against-wrong = den sparade checkpointen är inte undertecknad med kommunens nyckel
archive-found-unlogged = versionen finns inte i loggen
archive-found-lost = finns i loggen, men inte i arkivet
archive-found-not-as-logged = versionen är inte den som loggen berättar om
archive-found-page-missing = sidan som loggen berättar om finns inte i versionen{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-not-purged = objektet är gallrat enligt loggen, men finns kvar
archive-found-no-bag = filen som säger att mappen är ett BagIt-paket saknas eller har fel form{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-bag-unknown = paketet följer en version av BagIt, eller har en teckenkodning, som stadga inte känner till{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-no-payload = mappen för paketets filer saknas
archive-found-no-manifest = listan över paketets filer saknas, eller har kontrollsummor som stadga inte känner till
archive-found-manifest-malformed = raden är inte en kontrollsumma och en sökväg
archive-found-not-listed = filen står inte i listan{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-listed-wrongly = filen hör inte hemma i listan{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-oxum-differs = filerna är inte så många eller så stora som paketet säger{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-unfinished = en körning avbröts; nästa körning gör klart det som den började
archive-about = Arkivera det som är nytt, så att det går att visa att det är oförändrat
archive-examples = Exempel:
    { "  " }stadga archive                             arkivera det som är nytt
    { "  " }stadga archive list                        visa vad som är arkiverat
    { "  " }stadga archive restore it-policy -o ut     ta ut ett dokument
archive-message = Arkiverat av stadga { $version }
archive-count = { $n ->
    [0] Inget nytt.
    [one] 1 dokument arkiverat.
   *[other] { $n } dokument arkiverade.
}
archive-site-warned = { $n ->
    [one] Webbplatsen har en varning. stadga check visar den.
   *[other] Webbplatsen har { $n } varningar. stadga check visar dem.
}
archive-begun = Ett nytt arkiv är påbörjat i { $path }.
archive-taken-over = { $document } { $what } låg redan i arkivet utan checkpoint, så som efter en avbruten körning. Nu står checkpointen för den också. Har ingen körning avbrutits har någon annan lagt den där: jämför med källan, stadga archive restore { $document }@{ $what } -o utdrag
archive-purge-taken-over = Gallringen av { $document } enligt beslut { $what } stod redan i loggen utan checkpoint, så som efter en avbruten körning. Nu står checkpointen för den också. Har ingen gallrat det har någon annan skrivit raden.
archive-now-signed = Checkpointen är nu undertecknad.
archive-no-longer-signed = Checkpointen var undertecknad men är det inte längre. Skriv under igen: stadga archive --key nyckel.txt
archive-key-changed = Checkpointen är nu undertecknad med nyckeln { $new }, men var det förut med { $old }. Är bytet meningen: för in den nya nyckelns offentliga rad i diariet och behåll den gamla raden, som äldre checkpointer kontrolleras med. Annars: kör igen med --key och den förra nyckeln.
archive-nothing-archived = Inget är arkiverat, eftersom innehållet har fel.
archive-list-about = Visa vad som är arkiverat
archive-list-examples = Exempel:
    { "  " }stadga archive list                     allt som är arkiverat
    { "  " }stadga archive list it-policy           varje gång it-policy har arkiverats
    { "  " }stadga archive list --at 2026-12-31     det som var arkiverat när den dagen var slut
archive-list-id = Namn
archive-list-version = Nummer
archive-list-time = Arkiverat
archive-list-texts = Lydelser
archive-list-withdrawn = avpublicerat
archive-list-purged = gallrat enligt beslut { $decision }
archive-list-count = { $n ->
    [0] Inget är arkiverat.
    [one] 1 rad.
   *[other] { $n } rader.
}
archive-restore-about = Ta ut ett dokument ur arkivet, byte för byte
archive-restore-examples = Exempel:
    { "  " }stadga archive restore it-policy -o ut                det senaste
    { "  " }stadga archive restore it-policy@v1 -o ut             det som arkiverades först
    { "  " }stadga archive restore it-policy@2026-12-31 -o ut     det som var arkiverat när den dagen var slut
archive-restored = { $id } { $version }: { $n ->
    [one] 1 fil
   *[other] { $n } filer
} i { $folder }, alla som de arkiverades.
archive-restored-withdrawn = { $version } berättar att dokumentet är avpublicerat. Texterna finns i { $former }: stadga archive restore { $id }@{ $former } -o …
archive-export-about = Packa dokument ur arkivet för leverans till ett annat arkiv
archive-export-examples = Exempel:
    { "  " }stadga archive export --format eark -o leverans                            alla dokument, enligt FGS Paketstruktur 2.0
    { "  " }stadga archive export --format bagit it-policy -o leverans                 ett dokument, enligt BagIt
    { "  " }stadga archive export --format eark --since 2026-01-01 -o leverans-2026    det som har arkiverats sedan dess
archive-exported = { $n ->
    [0] Inget är arkiverat sedan dess. Inget är packat.
    [one] 1 paket i { $folder }.
   *[other] { $n } paket i { $folder }.
}
help-archive-since = Bara dokument som har arkiverats den dagen eller senare
help-archive-form = Paketets form: bagit (BagIt 1.0) eller eark (E-ARK SIP 2.1, FGS Paketstruktur 2.0)
value-package = FORM
archive-diff-about = Visa vad som skiljer två arkiveringar av ett dokument åt
archive-diff-examples = Exempel:
    { "  " }stadga archive diff it-policy                          de två senaste arkiveringarna
    { "  " }stadga archive diff it-policy v1                       den första och den senaste
    { "  " }stadga archive diff it-policy v1 v2                    två nummer
    { "  " }stadga archive diff it-policy 2026-12-31 2027-12-31    så som det var när två dagar var slut
help-archive-before = Vad som var före: ett nummer, till exempel v1, eller en dag (utan: de två senaste)
help-archive-after = Vad som kom efter: ett nummer eller en dag (utan: det senaste)
archive-diff-side = { $version }, arkiverat { $time }
archive-diff-withdrawn = I { $after } är dokumentet avpublicerat: sidorna med texterna är borta från webbplatsen. Texterna finns kvar i { $before }.
archive-diff-published-again = I { $before } var dokumentet avpublicerat. I { $after } är det publicerat igen.
archive-diff-text = Lydelse { $version }
archive-diff-variant = Lydelse { $version }, { $variant }
archive-diff-about-text = Om dokumentet
archive-diff-text-came = Lydelsen är ny i arkivet.
archive-diff-text-went = Lydelsen finns inte längre med.
archive-diff-text-head = Texten är densamma. Uppgifterna ovanför den i källfilen är ändrade.
archive-diff-facts = Uppgifter i metadata.json
archive-diff-files = Filer
archive-diff-file-came = ny: { $path }
archive-diff-file-went = borttagen: { $path }
archive-diff-file-changed = ändrad: { $path }
archive-diff-same = Inget skiljer dem åt.
archive-diff-single = { $id } är arkiverat en enda gång ({ $version }), så det finns inget att jämföra med.{ $former ->
        [none] { "" }
       *[other] { " " }Det är också arkiverat under namnet { $former }: stadga archive list { $former } visar när, och stadga archive restore { $former } -o utdrag tar ut det.
    }
archive-diff-is-latest = { $version } är det senaste. Skriv också vad det ska jämföras med.
archive-site-about = Sätt ihop de arkiverade sidorna så som de var en dag
archive-site-examples = Exempel:
    { "  " }stadga archive site --at 2026-12-31 -o webbplatsen-2026
archive-site-made = { $n ->
    [one] 1 dokument
   *[other] { $n } dokument
} i { $folder }, så som det var { $at }. Öppna { $index } i en webbläsare.
archive-site-absent = { $n ->
    [one] På 1 ställe leder en länk till en sida som inte var arkiverad då. Där ligger en sida som berättar det.
   *[other] På { $n } ställen leder länkar till sidor som inte var arkiverade då. Där ligger sidor som berättar det.
}
archive-checkpoint-about = Visa de rader som står för hela loggen, att föra in i diariet
archive-checkpoint-examples = Exempel:
    { "  " }stadga archive checkpoint
    { "  " }stadga archive checkpoint > checkpoint-2026-12-31.txt
archive-checkpoint-told = { $signed ->
    [yes] För in raderna i diariet, eller spara dem någon annanstans än i arkivet.
   *[no] Raderna är inte undertecknade. För in dem i diariet, eller spara dem någon annanstans än i arkivet.
}
archive-key-about = Gör en ny nyckel att skriva under checkpointer med
archive-key-examples = Exempel:
    { "  " }stadga archive key -o nyckel.txt                    nyckeln, och raden att kontrollera med på skärmen
    { "  " }stadga archive key -o nyckel.txt > offentlig.txt    och den raden i en fil
    { "  " }stadga archive --key nyckel.txt                     arkivera och skriv under
archive-key-made = Nyckeln ligger i { $path }. Den som har den kan skriva under i kommunens namn: förvara filen och en kopia där bara den som arkiverar kommer åt dem, aldrig i arkivet. Raden ovan får alla se; för in den i diariet, så att underskrifterna går att kontrollera.
help-archive-key-output = Fil att lägga nyckeln i; den får inte finnas
archive-purge-about = Gallra ett dokument ur arkivet efter beslut
archive-purge-examples = Exempel:
    { "  " }stadga archive purge felaktigt-dokument --decision "KS 2026/123" --yes
archive-purged = { $id } är gallrat enligt beslut { $decision }.
archive-purged-lead = Loggen berättar att det fanns, när det gallrades och enligt vilket beslut. Ta bort dokumentets filer ur content/ före nästa arkivering.
archive-purged-other-name = Samma dokument är också arkiverat under namnet { $id }, och det är kvar. Ska det också gallras: stadga archive purge { $id } --decision "{ $decision }" --yes
archive-doctor-about = Avsluta det som en avbruten körning påbörjade
archive-doctor-examples = Exempel:
    { "  " }stadga archive doctor
archive-doctor-sound = Inget är påbörjat. Kör stadga archive verify för att kontrollera allt som är arkiverat.
archive-doctor-mended = { $n ->
    [0] Det som var påbörjat är avslutat.
    [one] Det som var påbörjat är avslutat, med en ny rad i loggen.
   *[other] Det som var påbörjat är avslutat, med { $n } nya rader i loggen.
}
heading-archive = Arkivet
help-archive = Arkivets mapp (annars arkiv i webbplatsens mapp)
help-archive-key = Fil med nyckeln att skriva under med
help-archive-id = Dokument, till exempel it-policy
help-archive-wanted = Dokument, till exempel it-policy, it-policy@v1 eller it-policy@2026-12-31
help-archive-at = Så som det var när dagen var slut, till exempel 2026-12-31
help-archive-output = Mapp att lägga filerna i; den får inte finnas, eller ska vara tom
help-archive-decision = Beslutets nummer
help-archive-yes = Ja, beslutet är fattat: gallra
value-moment = DAG
value-file = FIL
value-reference = NUMMER
archive-verify-about = Kontrollera att allt som är arkiverat är oförändrat
archive-verify-examples = Exempel:
    { "  " }stadga archive verify                                    allt
    { "  " }stadga archive verify it-policy                          ett dokument
    { "  " }stadga archive verify --against checkpoint-2026.txt      också att loggen börjar som den gjorde då
    { "  " }stadga archive verify --object MAPP                      en mapp enligt OCFL, vem som än har gjort den
archive-verified = { $faults ->
    [0] Allt är som det arkiverades
    [one] 1 sak är inte som den ska
   *[other] { $faults } saker är inte som de ska
}: { $objects ->
    [one] 1 dokument
   *[other] { $objects } dokument
}, { $versions ->
    [one] 1 version
   *[other] { $versions } versioner
}, { $files ->
    [one] 1 fil kontrollerad.
   *[other] { $files } filer kontrollerade.
}
archive-verified-signature = { $state ->
    [holds] Checkpointen är undertecknad med nyckeln { $keys }. Underskriften är kontrollerad.
    [wrong] Checkpointen säger sig vara undertecknad med nyckeln { $keys }. Den angivna nyckeln har inte gjort underskriften.
    [unchecked] Checkpointen säger sig vara undertecknad med nyckeln { $keys }. Underskriften är inte kontrollerad; det görs med --public-key FIL.
   *[none] Checkpointen är inte undertecknad.
}
archive-verified-bag = { $faults ->
    [0] Alla filer är som när de packades
    [one] 1 sak är inte som den ska
   *[other] { $faults } saker är inte som de ska
}: { $files ->
    [one] 1 fil kontrollerad.
   *[other] { $files } filer kontrollerade.
}
help-archive-against = Checkpoint som har sparats någon annanstans
help-archive-public-key = Fil med nyckeln att kontrollera underskrifter med
help-archive-object = Mapp med ett objekt enligt OCFL, i stället för arkivet
help-archive-bag = Mapp med ett paket enligt BagIt, i stället för arkivet
