import type { Lexicon } from './lexicon.ts';

/** Dutch. */
export const nl: Lexicon = {
  telling: `ik jij je hij zij ze wij we jullie u het een de dit dat die is was ben bent zijn waren heb hebt heeft had hebben niet nie geen
    en of maar dat als in op van uit met zonder voor om wanneer waar hier hoe wat wie welke welk waarom iemand niemand alle alles altijd nooit
    mij mijn mn jou jouw ons onze haar hun zal kan kon kunnen wil moet moeten doe doet doen ga gaat gaan krijg krijgt kom komt bedankt
    dank hallo goedemorgen goedemiddag vandaag gisteren morgen nu weer alleen ook veel heel helemaal na werkt ligt eruit plat hulp
    sinds bij er naar door over te graag even nog al meer geworden worden wordt meldingen melding storing lukt laat maar`,
  courtesy: `hoi hallo hey hai goedemorgen goedemiddag goedenavond goedendag goeie morgen dag beste alsjeblieft alstublieft aub svp bedankt
    hoor dank dankje dankjewel dankuwel je u jullie wel groet groetjes groeten sorry mvg ja nee neen nou ok oke okay oh eh hmm maar dan zo nu
    even bot driftvakt weer toch eigenlijk ach ict`,
  topics: {
    report: {
      certain: `we|wij|niemand|iedereen * kunnen|kan * niet * werken; niemand kan * werken; ligt stil`,
      decisive: `hoe|waar meld|rapporteer ik|we|wij; hoe|waar kan ik * melden|doorgeven; ik wil * melden`,
      strong: `hoor|hoort|zie|ziet|vind|stuur|neem * niet|niks|niets|geen; er gebeurt niets|niks; wil niet; toner|inkt|papier * op|leeg; buiten werking|dienst; niemand * werkt|werken;
        ~probleem|~problemen|~storing; onbereikbaar|offline|onstabiel|instabiel|onbruikbaar; mist|ontbreekt|ontbreken; maakt|maken * geluid|herrie|lawaai; wachtwoord * kwijt|weg; blijft * hangen|laden|draaien; komt|komen|gaat * niet|nie * aan|door|binnen; storing|probleem|fout|defect|klacht * melden|doorgeven|rapporteren|aangeven; melden|meld|rapporteren * storing|probleem|fout; doorgeven; storingsmelding~;
        werkt|werken|doet|doen|gaat|start|opent|reageert|laadt|lukt|print|verstuurt|ontvangt|belt|functioneert|wil * niet|nie|niks|niets|geen|slecht; doet|doen het? niet|nie; doet raar|vreemd|gek;
        kan|kunnen|krijg|krijgen|kom|komt|komen|kon|lukt|mag * niet|nie|geen|niks|niets|nergens; niet|nie * werkt|werken|inloggen|printen|bellen|bereiken|openen|versturen|opstarten|binnen; niemand|geen * kan|komt|krijgt|kunnen|werkt|binnen;
        ligt|liggen|lag|is|zijn|gaat * eruit|plat|down|uit; eruit; ligt|liggen * plat; plat; kapot|stuk|defect|dood|zwart|leeg|overleden; loopt|liep|lopen|vastgelopen * vast; loopt vast; vastgelopen; vastloop~; crash~; hangt|bevroren|bevriest; hapert|haperen; kuren; hik;
        gestopt|opgehouden * met? werken?; stopt * midden|steeds|ermee|mee|plotseling|telkens; houdt * op; begeeft|begeven; foutmelding~; foutcode; error; fout in|bij|op; buitengesloten|geblokkeerd * account|wachtwoord|ik; weigert; staat * storing|stil; storing * aan|op|in; onderbreking|onderbroken|uitval|uitgevallen;
        geen|zonder * internet|verbinding|netwerk|bereik|geluid|signaal|stroom|beeld|wifi|mail|mails|mailtjes|lijn|kiestoon|toegang; iets * mis|fout|raars|aan; mis met; logt|gooit|gooien * uit|eruit; heel|erg|super|zo traag|langzaam|sloom; traag|langzaam|supertraag|sloom; afgebroken|verbroken|breekt|verbreekt; valt|vallen|viel|wegvallen|valt * weg|uit; verliest * verbinding;
        wachtwoord * vergeten|verlopen|fout|werkt; vergeten|vergeet * wachtwoord~; gebarsten|barst; papierstoring; papier * vast~; knippert|piept|rookt|rook; geeft * fout~|melding; laat * niet * inloggen|openen|toe; vergeet steeds; zit vol; lukt niet; lukt me|mij|ons niet; last van|hebben`,
      fair: `storing; probleem; problemen; fout; § * niet|nie|geen; niet|nie|geen * §; kan|kunnen * niet; meekijken; hulp * met|bij §; helpen * met|bij; stopt; kapotte; strepen; zwart`,
      hint: `niet; geen; nie; niks; zonder; weg; kwijt; wachtwoord; § weg|verdwenen`,
    },
    who: {
      certain: `wie moet|moeten|kan|kunnen|mag ik|we|wij|je bellen|inlichten|contacten|waarschuwen|benaderen|mailen; wie bel ik|we|wij`,
      decisive: `wie spreek|mail|benader|vraag ik|we|wij;
        kan iemand * ict|it|support|mij|ons * bellen|helpen|komen|langskomen; hoe bel|bereik|contacteer ik|we|wij; hoe kan|kunnen|moet ik|we|wij * bereiken|bellen|contact|spreken; is er een nummer|telefoonnummer voor|van; wie is|zijn er? * verantwoordelijk|contactpersoon * storingen|storing|ict|computers|§; moet|wil ik? ict|helpdesk|support bellen; wie is * beschikbaar|bereikbaar|aanwezig; nummer * bij storing|spoed|nood; wanneer is|zijn * helpdesk|ict|support * open;
        wie * behandelt|regelt|doet|neemt|helpt * storing~|meldingen|ict|computers; te bellen * avond|nacht|weekend|nu; wat heeft * ict|helpdesk * nummer; met wie; bij wie;
        wie|waar moet|moeten|kan|kunnen|mag * inlichten|waarschuwen|informeren|spreken|bereiken|inseinen|benaderen|op de hoogte; wie licht|waarschuw|informeer ik|we|wij; welke|welk * leverancier|persoon|collega|afdeling|nummer * bellen|bel|mailen|benaderen; wil|moet|moeten * iemand|ict * spreken|bereiken|bellen; geef|heb|hebben|mag * nummer|telefoonnummer van|voor * helpdesk|ict|it|support|storingsdienst|leverancier;
        welk|welke|wat * nummer|telefoonnummer * bellen|bel; wie|welke moet|kan|kunnen|mag|zal|moeten ik|we|wij|je * bellen|contacten|benaderen|spreken|mailen|inschakelen|vragen; wie bel|contact|mail|benader|vraag|bellen ik|we|wij|je; bij|naar? wie * terecht|melden|zijn|aankloppen; waar * terecht|melden|bellen; tot wie; wie * heeft|is * dienst|bereikbaarheidsdienst|piket~|beschikbaar|bereikbaar|stand; wie|waar kan|moet * bellen|bereiken;
        is|zijn * iemand|jemand * bereikbaar|beschikbaar|aanwezig; nummer|telefoonnummer|contactgegevens|tel * helpdesk|ict|it|support|servicedesk|leverancier|storingsdienst|ondersteuning; contactgegevens; hoe * bereik|bereiken|contact|krijg|krijgen * ik? we? * helpdesk|ict|it|support|manager|iemand|leverancier|servicedesk|jullie; is|zijn * helpdesk|ict|support|servicedesk * open|bereikbaar|beschikbaar; tot hoe laat|wanneer * helpdesk|ict|support * open|bereikbaar;
        wie * helpt|helpen|verantwoordelijk|gaat|beheert * §; wie kan|kunnen * helpen; piketdienst~|bereikbaarheidsdienst~|storingsdienst~|weekenddienst~|avonddienst~; hoe bereik|bereiken ik|we|wij`,
      strong: `wie * bellen|bel|contact; supportnummer~|helpdesknummer~; openingstijden; contact met ict|it|support|helpdesk; helpdesk|ict|support bellen; noodnummer~`,
      fair: `nummer; dienst; bellen nu; contact opnemen`,
    },
    status: {
      decisive: `is er iets * met|aan; duurt|duren * storing|onderbreking|onderhoud * lang|nog; ^ is er * gepland; staat er * gepland;
        ^ is|zijn|zit er|de|het * storing|storingen|probleem|problemen * bekend|gemeld|ergens|nu|vandaag; ^ is de|het storing|probleem; ^ welke|wat storingen|problemen|systemen; ^ is|zijn * alles|iets|systemen * eruit|plat|down|mis|weer; wordt|worden|wordt er * gewerkt|gekeken|gerepareerd|opgelost; ^ wat is er? * met de|het? §; ^ wat is er * aan de hand|mis|gebeurd|kapot; ^ heeft|hebben|zijn er * meer|iemand|anderen|andere * ook|last|problemen; ^ hebben we|wij * storing|onderhoud; weten|weet jullie|u|je;
        wanneer is|zijn|komt|doet|kan|kunnen|werkt de|het|we? §; meer|andere|anderen|nog * mensen|iemand|collegas~|anderen? * last|problemen;
        ^ is|zijn|wordt * probleem|storing|het|systeem * opgelost|verholpen|gemaakt|klaar|over|voorbij; ^ hebben|zijn jullie * opgelost|klaar|gevonden; komt|wordt er * onderhoud|update; ^ werkt|werken|doet|doen * alweer|weer|al; ^ werkt|werken de|het|onze? §;
        ^ is|ligt|werkt|doet|zijn|liggen|werken de|het|onze|jullie? § * eruit|plat|down|kapot|weer|niet|voor|nu|uit|storing; ^ ligt|liggen|is|doet|werkt § * eruit|plat|down|uit|weer|het; is|zijn er * storing|storingen|onderhoud|probleem|problemen|uitval|onderbreking|werkzaamheden; zijn|is * bekend|bekende * storing|storingen|problemen;
        wanneer is|zijn|doet|doen|kan|kunnen|werkt|komt|wordt * weer|terug|opgelost|klaar|gemaakt|online|beschikbaar|verholpen|over|werken|werkt|voorbij; hoe lang|hoelang * storing|duren|duurt|eruit|plat|nog|onderbreking; wanneer * onderhoud~|update|werkzaamheden; onderhoudsvenster~|servicevenster~; storingsinformatie|storingspagina|storingsoverzicht|statuspagina|systeemstatus; actuele|huidige|lopende|bekende * storing|storingen|problemen|onderhoud;
        werken|bezig|werkt jullie|men|ict|wordt * aan|mee|met; zijn|is jullie|men|ict|iemand * bezig|mee|aan; bezig * met|aan §; weten|weet|zien|kennen jullie * al|over|van|dat|meer; gepland|geplande|aankomend|aankomende * onderhoud|werkzaamheden|storing; onderhoud * gepland|vandaag|vanavond|weekend; laatste nieuws|update|stand * over|van storing|§; status * van|voor de|het §; hebben * meer|anderen|andere * § * last; al * opgelost|verholpen|bekend; meer nieuws|bekend over`,
      strong: `onderhoud; status; opgelost; verholpen; update over`,
      fair: `bekend`,
    },
    'my-reports': {
      decisive: `ticketnummer|meldingsnummer|meldnummer; wat|welke * heb ik * gemeld|doorgegeven; antwoord|reactie op * melding|ticket|mijn; waar is|blijft mijn;
        ik|we|wij * heb|had|hebben * melding|ticket|aanvraag * gedaan|gestuurd|gemaakt|aangemaakt;
        heeft|hebben|is|zijn * iemand|jullie|al * melding|ticket|verzoek|aanvraag * gekeken|ontvangen|gezien|gelezen|opgepakt|binnen; eerdere|oude|vorige * meldingen|tickets; status * melding|ticket; hoe staat * ervoor|melding|ticket;
        mijn|mn|onze * melding|meldingen|storingsmelding|ticket|tickets|verzoek|aanvraag|rapport|case|zaken; melding|meldingen|ticket|tickets|verzoek * ik|wij|we * deed|deden|stuurde|maakte|gedaan|gestuurd|gemaakt|doorgaf; hoe * staat|is|gaat|zit|loopt * melding|ticket|verzoek; wat * gebeurd|gebeurt|gedaan * met * melding|ticket|meldde|gemeld|doorgaf; storing|probleem|fout die|dat ik|wij|we * meldde|gemeld|doorgaf|doorgegeven; ik|wij|we * gemeld|meldde|doorgegeven; heb|hebben|had ik|we|wij|jullie * gemeld|doorgegeven|gedaan met;
        melding|ticket * intrekken|aanvullen|aanpassen|wijzigen|bekijken|inzien; intrekken * melding|ticket; toevoegen|aanvullen * aan * melding|ticket; openstaande|lopende|open * meldingen|tickets|verzoeken; toon|laat|lijst|overzicht * meldingen|tickets * zien?; status van mijn`,
      strong: `ticket; tickets; ticketnummer~|meldingsnummer~; gemeld|meldde * gisteren|vorige|maandag|dinsdag|woensdag|donderdag|vrijdag|vanmorgen|eerder; mijn melding; melding`,
    },
    'lost-phone': {
      decisive: `heeft|hebben|is * telefoon|mobiel|gsm|werktelefoon|toestel * meegenomen|afgepakt|weggenomen|gepakt|achtergelaten; telefoon|mobiel|gsm|werktelefoon|toestel * meegenomen|achtergelaten|achtergebleven|afgepakt|zoekgeraakt; weet niet waar * telefoon|mobiel|gsm|werktelefoon;
        telefoon|mobiel|gsm|werktelefoon|toestel|smartphone * in|bij|op * trein|bus|taxi|tram|metro|winkel|restaurant|vliegtuig;
        kwijt|verloren|kwijtgeraakt|verlies|vergeten|laten liggen? * telefoon~|mobiel~|gsm|werktelefoon~|werkmobiel~|toestel|simkaart~|smartphone; telefoon|telefoontje|mobiel|mobieltje|gsm|werktelefoon|werkmobiel|diensttelefoon|toestel|simkaart|smartphone * kwijt|verloren|gestolen|gejat|gepikt|verdwenen|zoek|kwijtgeraakt|vermist|geroofd|liggen;
        ligt|lag|liggen|laten * nog? in|bij|op? * bus|trein|taxi|tram|auto|metro|vliegtuig; gestolen|gejat|gepikt|beroofd|gerold|stal|vermist * telefoon~|mobiel~|gsm|werktelefoon~|werkmobiel~|toestel|smartphone; telefoon|mobiel|mobieltje|gsm|werktelefoon|toestel|werkmobiel|smartphone * nergens|niet|niet meer * vinden; telefoon|mobiel|gsm|werktelefoon|toestel is weg; vind|vinden * telefoon|mobiel|gsm * niet|nergens; blokkeren|blokkeer|geblokkeerd * telefoon~|simkaart|sim|abonnement|toestel|nummer|gsm|mobiel; simkaart|sim|telefoon|abonnement|mobiel|gsm|werktelefoon * blokkeren|geblokkeerd|blokkeer`,
      strong: `simkaart; gestolen; blokkeren`,
      fair: `diefstal; gejat; kwijt * telefoon~`,
    },
    absence: {
      certain: `ben|word ziek; meld * ziek; ziekmeld~; met|op vakantie; ziekgemeld`,
      decisive: `ga|stop|ben * eerder|vroeger * weg|naar|huis|klaar; kom * later|laat; werk|werken * thuis; bij|naar * dokter|tandarts|huisarts|ziekenhuis; neem|heb|ben|krijg * vrij; vrije dag; weg tot|van; bezet; niet aanwezig|op kantoor|op het werk; thuis met;
        kom|werk|kan|ben * vandaag|morgen * niet; kom|werk|ben niet * vandaag|morgen|werken|werk; griep|koorts|migraine|corona|covid|buikgriep; meld|melden * ziek|beter|afwezig; op cursus|training|vakantie|reis|pauze * hele|tot|week|dag|vandaag|morgen; er * maandag|dinsdag|woensdag|donderdag|vrijdag|morgen * weer; zet * afwezig|afwezigheid;
        ben|is|word|voel|lig|meld|melden * ziek|zieke|grieperig|beroerd|ziekgemeld|misselijk; ziekmeld~; ziek meld~|vandaag|thuis|gemeld; beter meld~; betermeld~; ziek kind; kind * ziek; ben|ga|heb|is|zijn|met|op * vakantie|verlof|zwangerschapsverlof|ouderschapsverlof|vrij|lunch|adv|pauze; vakantie * tot|van|t|vanaf|volgende|morgen|week; zwangerschapsverlof~|ouderschapsverlof~|zorgverlof~|bevallingsverlof~; verlof;
        doorschakel~|doorverbind~|doorgeschakeld|omleiden|omzetten; schakel|zet|verbind|leid * telefoon|gesprekken|toestel|lijn * door|over|om; afwezig~|absent|afwezigheid; ben|is * weg|afwezig|er niet|bezet * tot|vandaag|morgen|hele|volgende; zit|ben|heb * vergadering|overleg|training|cursus|bespreking|gesprek * tot|hele|en|nu|morgen|niet|om; hele|tot * overleg|vergadering; terug * eerder|maandag|dinsdag|woensdag|donderdag|vrijdag|om|morgen|dan;
        onbemand|onbezet; neemt|nemen|neem * waar|over; waarneming|waarnemer; ben|zijn|is * niet * bereikbaar; niet bereikbaar * tot|vandaag|morgen|van; morgen|vandaag|overmorgen|volgende week vrij; vrij * tot|vandaag|morgen; kantoor * gesloten|dicht; werk * niet * vandaag|morgen`,
      strong: `vakantie; ziek; verlof; afwezig; niet bereikbaar; lunch * tot; dienstreis * tot; vrij`,
    },
    routine: {
      certain: `procedure|protocol|noodplan~|stappenplan~|draaiboek|instructie voor|bij|als; wat doen we|wij als|bij|wanneer; wat moeten we|wij doen als|bij; hoe * werken|informeren|registreren * als|zonder|wanneer; noodplan`,
      decisive: `plan b; handmatig; papier * als|wanneer; hoe lossen|redden we|wij; wat geldt als|bij; waar * noodplan|protocol|procedure|draaiboek;
        procedure|protocol|plan|instructie|stappen|regels * voor|bij|als|tijdens * storing~|uitval|stroomuitval|onderbreking|§; hoe|wat * ik|we|wij|je * als|bij|zonder|wanneer * § * niet|eruit|plat|down|ligt|is|uitvalt; hoe|wat * we|wij|ik|je * zonder|als §; hoe * registreren|noteren|werken|plannen we|wij|ik * als|zonder|na; wat doen we|wij; wat moeten|moet we|wij|ik doen; hoe moeten|moet we|wij|ik;
        wat|hoe doe|doen|moet|moeten|werk|werken|handel|handelen ik|we|wij|je * als|wanneer|bij|zonder|indien|op; wat * te doen * bij|als; wat|hoe moet|moeten we|wij|ik * doen|werken|handelen; hoe * informeren|informeer|laten weten|vertellen|melden * ouders|personeel|medewerkers|collegas|klanten; procedure~|protocol~|noodplan~|noodprocedure~|draaiboek~|stappenplan~|calamiteitenplan~|werkinstructie~|checklist~|handleiding|instructie|routine|rampenplan; welke|wat * stappen; stappen * volgen|doorlopen|nemen|zetten;
        hoe|waar|kan * print|printen|vind|vinden|haal|halen|bewaar|bewaren|afdrukken * rooster|roosters|planning|lijst|lijsten|overzicht|presentielijst~; wat * registreren|noteren|vastleggen|invoeren|bijwerken * achteraf|daarna|later|na|erna; op papier; papieren lijst~; stap voor stap`,
      strong: `procedure; protocol; noodplan; achteraf; wat doen we|wij; wat moeten we|wij; stappen; regeling bij`,
    },
    directory: {
      decisive: `wie is mijn|onze|haar|zijn * baas|manager|leidinggevende; mailadres|telefoonnummer|nummer * van; ik zoek het|een * adres|nummer|mailadres|collega;
        op zoek naar; ^ telefoonnummer; ^ nummer; ^ ik zoek;
        geef|heb|mag|vind * mij|me|ik|je * nummer|telefoonnummer|mailadres van; wie * leidt|stuurt; wie is mijn|de|onze;
        zoek|zoeken|vind|vinden|opzoeken|zoekt * persoon|medewerker|medewerkers|collega|naam|toestel~|nummer~|telefoonnummer~|mailadres~|emailadres~|adres~|manager; ^ zoek|zoeken; ^ ik zoek; wie is|zijn|heet * manager~|leidinggevende~|directeur~|unitmanager~|teamleider~|locatiemanager~|hoofd|clustermanager~|pedagogisch~|contactpersoon~|unithoofd~|chef; wie werkt|werken|zit|zitten|neemt|staat * op|bij|in|er;
        telefoonlijst~|telefoongids~|telefoonboek~|adresboek~|smoelenboek~|personeelslijst~; wat|welk|welke is|heeft|zijn|hebben * toestelnummer~|mailadres~|emailadres~|doorkiesnummer~|telefoonnummer~|mobielnummer~|nummer; welk toestelnummer|nummer|telefoonnummer; nummer|telefoonnummer|toestelnummer|doorkiesnummer|mailadres|emailadres|adres|mobiele van|voor|bij`,
      strong: `mailadres|emailadres~; telefoonnummer~; toestelnummer~; doorkiesnummer~; adres van; emailadres`,
      fair: `wie is; nummer; vinden; zoek`,
    },
    help: {
      decisive: `begrijp|snap * het? dit? niet; ik snap|begrijp; hoe begin ik; wat moet|kan ik * typen|zeggen|invullen;
        wat doe|kan|kun je|jij; kan ik * vragen;
        welke|wat * commandos|functies|opties; vertel|laat * wat|hoe * je|kunt|kan; kan|kun|kunnen je|jij|jullie me|mij|ons helpen;
        wat|hoe kan|kun|doe|kunnen je|jij|u|jullie|deze|bot|driftvakt; wat kan|doet deze|de bot|chatbot|driftvakt; wat|hoe * gebruik|gebruiken|gebruikt * dit|deze|het|jou|bot|chat|driftvakt|je; hoe werkt|werk|werken je|dit|deze|het|bot|dat|de bot?|chat?; wat is dit|deze|driftvakt|dat; wie ben je|jij; waar * bot|dit * voor; waarvoor * bot|dit|chat; ^ help|hulp|menu|start|info|uitleg|commandos * !;
        snap|begrijp * niet * hoe|bot|dit|je|wat; ik snap * niet; heb|wil * hulp|uitleg * nodig|met|bij * bot|dit|gebruik|deze; kan|kun je|jij * helpen`,
      strong: `help; hulp; menu; uitleg; helpen`,
      hint: `hoe doe`,
    },
  },
  scope: {
    onlyOne: `alleen|enkel ik|mij|bij|mijn|een|hij|zij|haar; werkt|werken|doet * bij|voor * anderen|iedereen|collega|collegas|rest; niemand anders; anderen|collegas~|rest * geen|niet|nergens last; alleen bij mij|hem|haar; bij * anderen|collegas * wel`,
    many: `kan|krijgt|komt niemand; voor niemand; bij iedereen; bij|door niemand; hele ~kantoor|~afdeling|~locatie|~groep|~gebouw|~school|~huis|~team; op de hele; meerdere|veel mensen; bij ons; met zn allen; we|wij|ons; onze; niemand die|op|hier|kan|komt|krijgt|van|bij|in|anders|meer; iedereen; alle|allemaal|allen * collegas|medewerkers|computers|telefoons|werkplekken|gebruikers|groepen|locaties|pcs|laptops|hier|hebben; allemaal; meerdere|veel|verschillende|enkele|diverse|andere * collegas|mensen|medewerkers|gebruikers|personen|locaties|groepen|van;
      hele|heel * kantoor|afdeling|locatie|team|groep|bso|gebouw|organisatie|kinderdagverblijf|vestiging|school|personeel|huis; collegas~; overal; anderen * ook; ik en * collega|anderen|twee|drie; op kantoor * niemand`,
    one: `ik; mij; mijn; mn; me; collega; een persoon; haar; hem; hij; een medewerker; een gebruiker; invaller`,
  },
  besideCancel: 'ik we wij wil willen dit dat deze het hier alles graag liever gewoon toch',
  cancel: `stop er maar mee; stop er mee; kap ermee; kap maar; laat het zitten; toch maar niet; ik heb me bedacht; bedacht me;
    nee toch niet; hou er maar mee op; hou ermee op; laat maar; laat dat maar; laat dit maar; laat maar zitten;
    laat maar gaan; laat zitten; laat het maar; laat het maar zitten; annuleer; annuleren; annuleer maar; annuleer dit;
    annuleer het; annuleer alles; annuleer de melding; annuleer het gesprek; ik wil annuleren; wil annuleren;
    graag annuleren; breek af; breek maar af; ik wil afbreken; stop; stop maar; stop hiermee; stop ermee; stop dit;
    stop het gesprek; stoppen; ik wil stoppen; wil stoppen; ik stop; ik stop ermee; we stoppen; we stoppen ermee;
    ik wil hiermee stoppen; hou op; hou maar op; houd op; ophouden; beëindig; beëindigen; beëindig gesprek;
    beëindig het gesprek; sluit af; afsluiten; ik wil afsluiten; vergeet het; vergeet het maar; vergeet dit; vergeet dat;
    vergeet wat ik zei; vergeet maar; hoeft niet meer; het hoeft niet meer; hoeft al niet meer; hoeft niet meer hoor;
    is niet meer nodig; niet meer nodig; het is niet meer nodig; het was niets; het was niks; doe maar niet;
    laten we stoppen; ik wil niet meer; wil niet meer; ik bedenk me`,
};
