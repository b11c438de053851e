import type { AnswerLexicon } from './lexicon.ts';

const WHO = `hij|zij|ze|iemand|cliënt|cliënte|client|patiënt|patient|bewoner|bewoonster|kind|kindje|kinderen|baby|collega|vrouw|man|persoon|leerling|gast|oma|opa|mensen|meneer|mevrouw`;

/** Dutch. */
export const nl: AnswerLexicon = {
  replies: {
    yes: `ja; jaa; jep; jup; jawel; jazeker; ja zeker; zeker; zeker weten; jahoor; ja hoor; ja graag; graag; tuurlijk; natuurlijk; uiteraard; absoluut; inderdaad; precies; exact; juist; correct; klopt; dat? klopt helemaal?; klopt helemaal; dat is zo|juist|goed|correct; dat is inderdaad zo; helemaal goed|juist; dat heb|deed|doe|ben|kan ik gedaan?; ja gelukt; het is gelukt; gelukt;
      ik|we? heb|hebben|had|kreeg iemand|hem|haar|ze gesproken|bereikt …; ik|we? heb|hebben|kreeg|krijg * te pakken; ik|we? heb|hebben|kreeg|krijg * aan de lijn; iemand|hem|haar gesproken|bereikt; iemand te pakken; iemand aan de lijn; ik|we? heb|hebben * gesproken|bereikt; ik|we? heb|hebben contact met? gehad? …; ik|we? heb|hebben gebeld? en? gesproken met …; ik|we? sprak|bereikte|spreek …; ze|zij|hij|iemand nam|neemt op; uiteindelijk wel; eindelijk;
      gelukt hoor?; ja gelukt; hij|zij|ze|iemand heeft opgenomen; heb iemand|haar|hem aan de lijn|telefoon; ik|we? heb|hebben met * gesproken|gebeld; net gesproken|gebeld met …; gesproken met …`,
    no: `nee; neen; neeh; neehoor; nee hoor; nope; nee nee; nee niet; helaas niet; helaas; jammer genoeg niet; nog niet; nog steeds niet; zeker niet; absoluut niet; helemaal niet; klopt niet; dat klopt niet; niet juist|correct|goed; dat is niet zo|juist|goed|correct; fout; dat is fout; geen gehoor|antwoord|reactie|contact; krijg|kreeg geen gehoor|antwoord|reactie|contact; ik krijg|kreeg geen gehoor|antwoord|reactie|contact;
      niemand neemt|nam|nemen op; er neemt|nam niemand op; niemand bereikt|gesproken|bereikbaar|thuis|aanwezig|aan_de_lijn; ik|we? heb|hebben|krijg|kreeg|kan|kon|bereik|bereikte niemand bereikt|gesproken|bereiken|te_pakken|aan_de_lijn?; kan|kon niemand bereiken; ik|we? krijg|kreeg|heb niemand te_pakken|aan_de_lijn; ze|hij|zij nemen|neemt|nam niet op; neemt niet op; wordt niet opgenomen; er wordt niet opgenomen; niet bereikbaar; niet gelukt; het is niet gelukt; lukt niet; lukte niet; het lukt niet;
      ik kreeg|krijg de? voicemail|antwoordapparaat; alleen? voicemail|antwoordapparaat; kreeg|krijg de? voicemail; de voicemail; in gesprek; is in gesprek; lijn is bezet; bezet; het? is bezet; in de wacht; sta nog? in de wacht|wachtrij; ik? heb niemand gesproken; dat heb|ben|is ik|het|ze|hij? niet gedaan?; het? werkt|helpt|hielp|werkte niet; niet erger; het is niet erger;
      ik? krijg|kreeg steeds|alleen|telkens|weer? de? voicemail|antwoordapparaat; nee nog steeds niet; nog steeds niet|niemand|geen_gehoor|bezet; ik? heb het? geprobeerd maar geen gehoor|antwoord; ze zijn|is|hij|zij al? dicht|gesloten|naar_huis|weg|bezet|afwezig|ziek; gesloten; het? is gesloten|dicht; niemand is|was bereikbaar|aanwezig|beschikbaar; hij|zij|ze is al? naar_huis|weg|ziek|vrij|niet_bereikbaar; er is niemand; niemand die? opneemt|bereikbaar;
      nee hij|zij|ze is|zijn|heeft|hebben|was …; nee ik|we|wij heb|had|kan|kon|kreeg|ben|wilde nog? niet …; nee ik|we? moet|moeten …`,
    skip: `overslaan; sla over; sla maar over; sla dit|deze|het|dat|hem maar? over; slaan we over; slaan over; skip; skippen; skip maar|dit; volgende; volgende vraag|stap; ga verder|door; verder; pas; ik? wil? dit|deze|vraag|dat? vraag overslaan; deze vraag overslaan; vraag overslaan; kan ik dit? deze? vraag? overslaan; geen|zonder foto|foto's|fotos|plaatje|afbeelding|beeld; ik? heb geen foto|afbeelding|plaatje; wil ik niet zeggen; wil niet antwoorden;
      laten we * overslaan; deze|die|dit|dat graag? overslaan; liever overslaan; volgende graag; sla deze vraag maar? over; geen afbeelding|screenshot`,
    done: `klaar; ik ben klaar; we zijn klaar; klaar nu; dat was|is alles|het|hem; dat was het wel?; niets|niks meer|anders; verder niets|niks; niets|niks verder; niets|niks toe te voegen; geen aanvulling|aanvullingen; meer niet; meer is het niet; gedaan; het is gedaan; is gebeurd; voltooid; dat is het;
      dat was m|em|t|alles; meer heb ik niet; dat was het wel|dan; dit was het|alles; zo is het goed|klaar; we zijn er`,
    back: `terug; ga terug; terug graag; een stap terug; stap terug; stapje terug; een stapje terug; ga een stap terug; vorige vraag|stap?; naar de? vorige vraag|stap?; ik wil terug; ik wil terug naar de? vorige?; kan ik terug; teruggaan;
      een|één? stap|stapje terug graag; terug naar de? vorige|vraag; ga|kan ik terug naar * vraag`,
    restart: `opnieuw beginnen; begin opnieuw; opnieuw; ik wil opnieuw beginnen; kan ik opnieuw beginnen; van voren af aan; helemaal? opnieuw starten?; start opnieuw; opnieuw starten; herstart; herstarten; begin van voren af aan; begin bij het begin; vanaf het begin; begin vanaf het begin; overnieuw; overnieuw beginnen; nog een keer van voren af aan;
      alles|helemaal opnieuw; nog eens|een_keer opnieuw|vanaf_het_begin; begin|beginnen maar? overnieuw|opnieuw; laten we opnieuw beginnen; vanaf het begin graag?`,
    later: `later; niet nu; nu niet; straks; zo meteen; zometeen; dadelijk; even wachten; wacht; wacht even|eens|maar; momentje; een moment; een momentje; ogenblik; ogenblikje; een ogenblik; moment; een minuutje; minuutje; geen tijd nu?; nu geen tijd; heb nu? geen tijd nu?; ik heb nu? geen tijd nu?; kan nu niet; ik kan nu niet; kan niet nu; kom er later op terug; ik kom er? later|straks op? terug; ik bel later|straks|zo; bel later|straks; doe ik later|straks; over een minuut|kwartier|uur|tijdje; herinner me later;
      kom|kom_er ik? er? later|straks op? terug; doe|doen|vul ik|we? dat|het? later|straks in?; ik? moet nu? weg|gaan|ophangen; geef me even|vijf|een minuten|minuut|momentje?; bezig nu; nu even niet; even geduld`,
    thanks: `bedankt; bedank; dank je|u|jullie wel?; dankje; dankjewel; dankuwel; dank; dankje wel; hartelijk dank|bedankt; heel erg bedankt; heel hartelijk dank; veel dank; hartstikke bedankt; super bedankt; bedankt voor de|je|uw hulp|antwoord|info|snelle_hulp|informatie; dank je voor de|je hulp; dank voor de|je hulp; dankjewel voor de|je hulp; merci; thanks; thx; tof bedankt; fijn bedankt; top bedankt;
      super bedankt voor …; dank voor alles|de_hulp; heel veel dank; bedankt he; ontzettend bedankt`,
    greeting: `hoi; hallo; hey; hé; hai; hoi hoi; goedemorgen; goedemiddag; goedenavond; goeiemorgen; goeiedag; goeiemiddag; goedendag; goede|goeie morgen|middag|avond|dag; hallo daar; hoi daar; dag; dag allemaal; hee; heey; moi; goeden dag;
      goeiemorgen|goedemorgen|goedemiddag|goedenavond|hallo|hoi allemaal|daar|bot|team`,
    worse: `erger; erger nu; slechter; het? is|wordt|werd nu|alleen_maar|steeds|nog|veel? erger|slechter geworden?; het wordt alleen maar erger|slechter; erger geworden; het wordt alleen erger; het? verspreidt zich; het breidt zich? uit; breidt zich uit; nu? is|ligt|heeft? de? hele|gehele afdeling|locatie|vestiging|school|kantoor|gebouw|organisatie|groep|team er? plat|eruit|down|last|getroffen|problemen|het uit?; nu ook? de hele|gehele afdeling|locatie|vestiging|school|organisatie|groep; nu ook? het hele|gehele kantoor|gebouw|team|huis; nu heeft|hebben iedereen|allemaal|alle|meer het|last|problemen|dit|last; nu is iedereen getroffen; iedereen heeft er? het|nu? last|het|nu ervan|nu?; het is nu overal; nu overal; overal nu; meer mensen|collega's|collegas hebben er? nu? last|problemen van?; nu werkt|doet niets|niks meer|het meer?; niets|niks werkt meer; alles ligt nu? plat|eruit|eruit nu|plat nu; nu ligt alles plat|eruit|stil; verergerd; het is verergerd; escaleert;
      het? breidt zich steeds? verder? uit; het? verspreidt zich naar? …; steeds|nog meer mensen|collegas|afdelingen …; nu is|ligt|zit alles|iedereen|het_hele|de_hele * plat|eruit|stil|down|zonder; nu zit iedereen zonder …; veel|nog|steeds erger …; nu hebben meer …`,
    'do-not-know': `weet ik niet; weet niet; weetniet; weet het niet; weet ik niet zeker; ik weet het|dat? niet zeker|precies?; ik weet het echt niet; ik weet t niet; kweenie; kweeni; ik zou het niet weten; zou het niet weten; geen idee; geen flauw idee; geen benul|notie|flauw_benul; heb geen idee; ik heb geen idee|flauw_idee|benul; niet zeker; ik ben niet zeker; ik weet niet; niet bekend; onbekend; onduidelijk; onzeker; misschien; misschien wel; lastig te zeggen; moeilijk te zeggen; wie weet; weet ik veel; geen mening; kan ik niet zeggen; twijfel; ik twijfel; mogelijk;
      zou ik niet|echt_niet weten; ik|we? weet|weten het|dat? eigenlijk|echt|helaas|ook niet|niet_zeker|niet_precies; weet niet zeker|precies; kan ik niet zeggen|beoordelen; herinner me niet|het_niet; dat weet ik niet|echt_niet; ja nee weet niet; geen flauw benul; niet dat ik weet`,
  },
  agree: `ok; oke; okee; okay; oké; okido; goed; is goed; dat is goed; prima; dat is prima; top; akkoord; doe maar; doe dat maar?; ga je gang; helder; duidelijk; begrepen; mooi; fijn; mm; vooruit; k`,
  noReply: 'precies|juist|zeker|exact nu|hier|dan|hetzelfde',
  beside: `ik we wij wil willen dit dat deze het hier nu alleen eigenlijk gewoon toch wel even graag liever hoor zo kan de een wat eens dan direct beetje helemaal echt eigenlijk al eindelijk best in ieder geval jullie allemaal met naar laten we t m er ze hij`,
  but: 'maar echter',
  spoils: `voicemail antwoordapparaat bandje verkeerde verkeerd bijna straks later wachtrij wacht niemand niet geen nooit zonder probeer probeerde of maar`,
  quantities: 'enkele sommige alle iedereen alleen meerdere hele',
  numbers: {
    cardinals: `een|één|eentje twee|tweetje drie vier vijf zes zeven acht negen tien`,
    ordinals: `eerste tweede derde vierde vijfde zesde zevende achtste negende tiende`,
    last: 'laatste',
    beside: `nummer nr optie keuze knop regel punt de het die ik we neem nemen kies wil doe doen graag bedoel is wordt maar zou zeggen denk`,
  },
  not: 'niet nie',
  none: 'geen niemand niets niks nooit nee neen geenszins',
  danger: {
    says: `gevaar|risico voor iemands|mensen|het|de|zijn|haar? leven|levens|gezondheid|leven; levensgevaar; levensgevaarlijk; levensbedreigend|levensbedreigende; leven|levens|gezondheid|cliënt~|client~|patiënt~|patient~|bewoner~|kind~|kinderen|iemand|mensen|baby is|zijn|loopt|lopen|verkeert? in? gevaar; leven staat op het spel; leven of dood; op leven;
      ${WHO} ademt|ademen niet|nauwelijks|amper|slecht; ^ ademt niet|nauwelijks; ${WHO} ademt niet; kan|krijgt niet|geen ademen|ademhalen|lucht|adem; krijgt|krijg geen lucht; stopte|gestopt * ademen|ademhalen; haalt geen adem; ademnood; flauwgevallen; flauw gevallen; valt|viel|is flauw; flauwvallen; bewusteloos|bewusteloze; buiten bewustzijn|kennis; niet aanspreekbaar|bij bewustzijn|bij kennis; ${WHO} is? ingestort|ineengezakt|onwel|gecollabeerd; onwel geworden;
      hartaanval|hartinfarct|hartstilstand|beroerte|herseninfarct|hersenbloeding; reanimatie|reanimeren|gereanimeerd; bloedt hevig|erg|heftig|veel; hevig bloeden|bloedverlies|bloedend; ${WHO} bloedt; stuipen|epileptische|epileptisch; verslikt|verslikte * zich; stikt|stikken|gestikt|verstikking;
      ambulance nodig|nu|hierheen|komen|onderweg|snel; bel|bellen|stuur|hebben|roep|moet * ambulance; bel|bellen|gebeld 112; ${WHO} gaat|gaan|dreigt|kan|kunnen te? dood|sterven|overlijden|doodgaan; ${WHO} is|zijn? stervende|stervend; ${WHO} sterft|overlijdt|overleden; ${WHO} is dood|doodgegaan|overleden; er gaat * dood; er vallen * doden;
      er is|er brand|vuur; staat in brand|brand; brand in|op|bij; zwaargewond|gewond|levenloos; ${WHO} is? * gewond; ernstig|zwaar gewond|ziek; overdosis|zelfmoord|suïcide|suicide; bedreigt|bedreigd|steekt * mes|wapen; gaslek|explosie|gaslucht; allergische shock; anafylactische;
      ${WHO} reageert niet; blauwe|blauw lippen|aangelopen|gezicht; zakte|gezakt|stortte|gestort in|ineen|elkaar; reageert nergens op`,
    lookalikes: `levensgevaarlijk saai|grappig|leuk|lekker|traag|langzaam|druk|slecht|heet|koffie|irritant; dood|doodgaan|sterf|sterven van verveling|lachen|nieuwsgierigheid|honger|stress|schaamte|ellende|de; brandt van; brand~ nieuw; dood van|aan de; brandmuur; gevaar op de`,
  },
  critical: {
    says: `=spoed; spoedgeval|spoedje|spoedklus|spoedmelding; dringend; urgent|urgente|urgentie; kritiek|kritisch; haast|haastje; onmiddellijk|direct|meteen|ogenblikkelijk hulp|nodig|opgelost|oplossen|actie; moet|moeten|nodig|hulp|help * onmiddellijk|ogenblikkelijk; acuut|acute; asap; zsm; zo snel|spoedig|gauw mogelijk; zo snel jullie|je|u kan|kunnen; hoogste|hoge|top prioriteit|prio; prio 1|een|hoog; noodgeval|noodsituatie|nood|crisis; kan niet wachten; moet|moeten * nu|meteen|direct opgelost|gemaakt|gerepareerd; schiet op; met spoed`,
    lookalikes: `spoedeisend~|spoedpost~|spoedeisende|eerste; =spoed eisende|post; bedrijfskritisch~; bijna|minder urgent|dringend|kritiek; haast niet|nooit|niemand|alles|geen|nooit|iedereen|elke; kritiek op`,
  },
  between: `enkele een iemands direct acuut zo heel erg echt dus meteen met in op het is was er de dit deze zijn wordt van te voor zulke zulk dat meer bijzonder enige sprake levens hoeft moet lijkt voelt werd gelukkig absoluut zeker waarschijnlijk natuurlijk hoor gewoon toch dus daar`,
  tail: 'meer nu hoor meteen direct zo echt overigens bedankt dank er het',
  supposed: 'bij als indien wanneer wat hoe betekent betekende woord begrip geval oefening ingeval welke of',
  asked: `wat betekent|bedoel|houdt; wat is * precies; definitie|betekenis van; geldt * als; wat * geldt|telt; hoe * bepaal|weet|definieer`,
  asking: 'is zijn hoe wat wanneer wordt welke',
  correction: {
    meant: `ik|we? bedoel|bedoelde|bedoelden|bedoelen; ik wilde|wou zeggen|schrijven|typen; ik dacht aan; moet|moest zijn`,
    oops: `oeps; ops; sorry; pardon; excuus; excuses; fout; foutje; mijn fout; verkeerd; dat was fout|verkeerd; correctie; wacht; maar; of; oftewel; eigenlijk; ja; hoi; oh; o`,
    no: 'nee neen neeh',
    itIs: `het|dit|dat is|was|gaat; het gaat om; het|dit|dat moet zijn; het betreft`,
    but: 'maar',
    determiners: 'de het die dat mijn onze ons',
    where: 'bij in op naast van',
    other: 'andere ander',
    that: 'dat',
    states: `goed prima oke ok klaar zo waar hetzelfde plat kapot dood stuk eruit weg nog steeds fout juist bezet gesloten laat te chaos ik we hij zij ze niemand iedereen alleen hele heel veel beetje niets niks het ernst serieus werkt doet gaat kan heeft is ging kreeg helemaal altijd nooit weer nu hier daar kritiek dringend urgent erg erger beter raar vreemd onmogelijk fijn`,
  },
  wish: {
    names: {
      sv: 'zweeds',
      nb: 'noors',
      nl: 'nederlands hollands vlaams',
      en: 'engels',
    },
    beside: `in het op praten praat spreken spreek antwoord antwoorden schrijf schrijven wissel wisselen verander veranderen wijzig wijzigen zet overschakelen schakel schakelen taal de kan kun kunt kunnen mag je jij u we wij ik jullie wil graag liever alleen dit dat deze hier met me mij ons ga gaan verder door over alsjeblieft alstublieft aub svp nu dan ook bot hebben lezen versta begrijp misschien even`,
    from: 'van',
    into: 'naar',
  },
};
