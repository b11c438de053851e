import type { Lexicon } from './lexicon.ts';

/** Norwegian bokmål, with the commonest words of the dialects and of nynorsk. */
export const nb: Lexicon = {
  telling: `jeg du han hun vi dere de dem det den dette er var ble blir har hadde ikke ikkje itj og eller men at som på av til fra med uten
    for om når der her hvor hva hvem hvilken hvilket hvordan ingen intet noen noe alle alltid aldri meg deg oss min mitt mine mi din ditt
    vår våre skal kan kunne vil må gjør gjøre går gikk får fikk kommer kom takk hei hallo vær så snill i dag går morgen nå igjen bare
    også mye veldig helt etter funker fungerer virker ligger nede hjelp et en siden hos finnes kem ka koffer æ æg eg ikkje mæ dæ ho`,
  courtesy: `hei heisann hallo halla heia god morgen morn godmorgen goddag dag kveld takk vennligst unnskyld beklager mvh hilsen du dere ja jo nei
    ok okei okay oi eh hmm men så nå bare da bot boten driftvakt igjen altså jo vel vær snill`,
  topics: {
    report: {
      certain: `vi|ingen|alle|avdelingen kan|får ikke|ikkje|ei|knapt * jobbe|arbeide; ingen kan|får * jobbe|arbeide; står stille`,
      decisive: `hvordan|hvor|korsn melder|rapporterer|sender jeg|vi|man * feil|sak|problem|avvik|melding`,
      strong: `hører|ser|finner|når|sender|tar|lagrer|kjenner * ikke|ikkje|ingenting|ingen; ingenting * skjer|virker|fungerer|funker; vil ikke|ikkje; tom for|på * toner|blekk|papir; ute av drift;
        ~problem|~problemer|~feil|~trøbbel; mangler|mista|mistet * nett~|tilkobling~|tilgang|kontakt|lyd|dekning|bilde; mangler; offline|ustabil~; utilgjengelig; fast|satt|låst * seg|fast; error; melde|meld|rapportere|registrere * feil|problem|avvik|sak|driftsstans; feilmeld~; meld * inn;
        funker|fungerer|virker|går|svarer|starter|lader|åpner|åpne|vises|lagrer|lagres|sendes|ringer|skriver|kobler * ikke|ikkje|itj|ei|ingen|ingenting|knapt|bare;
        kan|får|kommer|kunne|fikk|kjem|klarer|greier ikke|ikkje|itj|ingen|ei; får|kommer|kjem|kjæm|kan * ikke|ikkje|itj * inn|ut|opp|logga|logget|åpnet|ringt|ringe|sendt|skrevet|lagret;
        ikke|ikkje|itj * funker|fungerer|virker|svarer|starter|lader|åpner|inn|nett; ingen|alle|alt * kommer|kan|får|virker|funker|fungerer|svarer; ligger|er|gikk|gått|har * nede|ned;
        helt|er|ble * ødelagt|knust|død|dødt|døde|svart|svarte|kaputt|blank|tom|tomt|gåen|defekt|borte; ødelagt; krasj~; henger|hengt|hang seg?; fryser|frosset|frøs; bråker|krøll|krøller|tuller|kødder|streiker|streika; hakker; lagger;
        sluttet|slutta|slutter * å? virke|fungere|svare|lade; sluttet|slutta; feilmelding~; feilkode; får * feil; låst|sperra|sperret ute|bruker|konto|brukernavn~; brukernavn~|konto|kontoen * sperra|sperret|låst; utestengt|utlogget; nekter; stopp i|på|hos; full|helt stopp|stans; stoppa|stoppet * opp?; avbrudd|avbrot på|i|hos; står stille|still;
        uten|ikke|ingen|ikkje|null * internett|internet|nett|dekning|lyd|signal|kontakt|strøm|bilde|tilkobling|epost|mail; noe * feil|galt|rart|krøll|tull; logger|logges|kastes|kaster * ut; veldig|så|super|kjempe treg|tregt|trege|sakte|seint; treg|tregt|trege|dødssakte|kjempetregt|kjempetreg; avbryter|avbrytes|avbrutt|brytes; kobles|kobler * ned|av|fra; faller|falt|dett|datt|detter ut|bort; mister * kontakt~|forbindelse~|nett~;
        glemt|glemmer * passord~; passord~ * feil|virker|glemt|utløpt; knust|sprukket|sprakk; papirstopp; blinker|piper|tuter|snurrer; viser|gir * feil|blank|tom; glemmer; slår * seg av; avslutter * plutselig|seg|av; krasja`,
      fair: `feil; problem; problemer; driftsstans; § * ikke|ikkje|itj|ingen; ikke|ikkje * §; avbrudd; hjelp * med §; trenger|treng * hjelp * med; stopp; nede; galt; svart; blanke|blankt`,
      hint: `ikke; ikkje; uten; borte; passord~; § borte|forsvunnet`,
    },
    who: {
      certain: `hvem skal|bør|kan|må jeg|vi|man ringe|kontakte|varsle; hvem ringer|kontakter jeg|vi|man`,
      decisive: `hvem snakker|prater|mailer jeg|vi|man; hvem|hvor * snakke|snakker * med|om;
        kan|går noen * it|support~ * ringe|hjelpe|komme; hvordan kontakter|ringer|når jeg|vi|man; finnes|er det * nummer|telefonnummer|telefon til|for; hvem er|har ansvar~ * for * feil|it|system~|data~|§; skal|vil|må ringe it|support~|brukerstøtte; hvem er|har tilgjengelig|vakt~|på jobb; nummer * ved|om akutt|feil|driftsstans; når åpner|stenger;
        hvem|kem * tar|håndterer|ordner * imot|av|feil|it|data~; å ringe|kontakte * kveld~|natt~|helg~|nå; hva|hvilket har * it|enheten|support~ * nummer|telefonnummer; trenger|treng * nummer|nummeret til|på it|support~;
        hvem|hvor|kem|kven skal|bør|kan|må * varsle|informere|si|snakke|kontakte|nå|prate; hvem|kem|kven * varsler|informerer|hjelper * når|nå|etter; trenger|må|vil * snakke|prate|få * med|tak * noen|it|support~; gi|få|har * nummer|nummeret|telefonnummer til|på|for it|support~|helpdesk|brukerstøtte|vakt~;
        hvem|kem|kven|hvilken|hvilket skal|bør|kan|må jeg|vi|man|æ|eg|en * ringe|kontakte|snakke|spørre|maile; hvilket|hva * nummer|telefonnummer * ringer|ringe; hvem|kem|kven * fikser|fikse|reparerer|ordner|ordne * §; hvem|kem|kven * ringer|kontakter|snakker|spør jeg|vi|man|æ|eg; hvor|hvem|kor * ringe|ringer|henvender|henvende|melder; hvem|kem|kven * tar|ta * kontakt;
        hvem|kem|kven * har|er vakt~; vakt~|beredskap * nå|helg|helga|natt|natta|kveld; har|er * vakt|vakta|vakttelefon~|beredskapsvakt * helg|helga|natt|natta|kveld|nå; finnes|er * vakt|vakttelefon~|beredskap; vakttelefon~; nummer|nummeret|telefonnummer|telefonnummeret|tlf|kontaktinfo * it|support|supporten|helpdesk|brukerstøtte|itavdelingen|servicedesk|vakta;
        hvordan|korsn|korleis * får|nå|når|tak|kontakt * it|support|supporten|helpdesk|noen|dere|brukerstøtte; er * support|supporten|it|helpdesk|sentralbordet|brukerstøtte * åpen|åpent|bemannet|tilgjengelig; når * åpner|stenger|åpent * support|supporten|it|sentralbordet; hvem|kem * hjelpe|hjelper * nå|meg|oss; hvem * ansvarlig|ansvar|hjelper * §; noen på it; noen * it * nå`,
      strong: `hvem|kem|kven * ringe|ringer|kontakte|kontakter; supporttelefon~; supportnummer~; telefonnummer * support~|it; åpningstid~; kontakte it|support~; ringe it|support~; få tak i`,
      fair: `nummer|nummeret; vakt~; ringe nå; kontakte`,
    },
    status: {
      certain: `^ hva|hvordan er|går|står * med §`,
      decisive: `^ er det planlagt; er det noe * med §; varer|drøyer * avbrudd~|stans~|feil~ * lenge|igjen;
        ^ er|finnes * forstyrrelse~|feil|problem|problemer|trøbbel|kjent; ^ hvilke|hvilken feil|problemer|avbrudd|systemer|driftsmeldinger; ^ noen|flere andre|flere * som|har; ^ er * alt|noe|systemene * nede|oppe|galt; feilsøker|retter|undersøker|fikser dere|de|it; ^ hva er det for? feil|galt|problem; ^ hva har|er skjedd|nede|feil; ^ hva skjer med §; jobbes|jobber|arbeides det|noen|dere; er feilen|problemet kjent|meldt|rapportert; når kommer|er|blir * strøm~|nett~|system~ * tilbake|opp|igjen;
        når er|blir|kommer|kan|får|virker §; flere|andre * har|som * problem~|feil|trøbbel * §; planlagt|planlagte nedetid;
        ^ er|har|blir * feilen|problemet|det|systemet|avbruddet * rettet|retta|løst|fikset|fiksa|klart|ferdig|utbedret|over|oppe; ^ er|har * dere|de|it * ferdige|fikset|løst|funnet; skal|planlegges|blir * oppdatering~|vedlikehold~|nedetid~; ^ funker|fungerer|virker|går §;
        ^ er|ligger|funker|fungerer|virker|går § * nede|ned|oppe|ødelagt|igjen|for|ikke|nå; ^ ligger|er * § nede|ned|oppe; ^ har § * problem|problemer|feil|stoppet|krasjet|gått;
        er|finnes|pågår * kjent|kjente * feil|problem|problemer|driftsstans|avbrudd|driftsforstyrrelser; er|finnes|pågår|har det|dere|vi|noen|noe * driftsforstyrrelse~|forstyrrelse~|driftsstans|driftsproblem~|avbrudd|nedetid|vedlikehold|driftsmelding~|problem|problemer|trøbbel; er det * feil * på|med|i * §;
        når er|blir|kommer|kan|skal|virker|funker|fungerer * lufta|luften|oppe|igang|gang|klart|klar|fikset|fiksa|løst|tilbake|virke|fungere|virker|funker|ferdig|over|slutt; hvor lenge * avbrudd~|stans~|driftsstans~|nede|nedetid~|varer|vare|drøyer|pågår|igjen; hvor lang tid; når * servicevindu~|vedlikehold~|oppdatering~|driftsstans|nedetid;
        servicevindu~; driftsmelding~; driftsstatus|driftsinformasjon|driftsinfo; aktuelle|pågående * feil|avbrudd|driftsmeldinger|problemer; jobber|arbeider|driver|holder dere|it * med|på; kjenner|vet dere * til|om|at; planlagt|planlagte|kommende * vedlikehold|nedetid|driftsstans|avbrudd; siste|nytt|nyheter * om avbrudd~|feilen|driftsstans~|§; status * på|for|med §; flere * § * problem~`,
      strong: `driftsproblem~; nedetid~; status; vedlikehold~; løst|fikset`,
      fair: `driftsforstyrrelse~`,
    },
    'my-reports': {
      decisive: `saksnummer|saksnummeret|sakens; hva|hvilke * har jeg * meldt|rapportert; har * svar|svart * på * min|sak|melding|saken; ble * av * saken|meldingen|min|henvendelsen;
        jeg|vi|æ * sendte|gjorde|leverte|la|sendt|levert * melding|sak|henvendelse|feilmelding; hvor langt * sak|saken|saka;
        har|fikk|kom * dere|noen * fått|sett|kikket|lest|gjort * meldingen|meldinga|saken|saka|henvendelsen; tidligere|gamle|innsendte * meldinger|saker|henvendelser; meldingene|sakene mine; hva skjer * saken|saka|meldingen;
        min|mi|mine|mitt|våre|vår * sak|saker|melding|meldinger|meldinga|feilmelding|feilmeldinger|henvendelse|henvendelser|ticket|rapport|rapporter; sak|saka|saken|saker|melding|meldinga|meldingen|meldingene|henvendelse|henvendelsen|henvendelser min|mi|mine|vår; sak|saken|saka|meldingen|meldinga|henvendelsen|feilen * jeg|vi|æ|eg * sendte|meldte|laget|rapporterte|opprettet|la;
        hvordan|korsn|korleis går * sak|saken|saka|meldingen|henvendelsen|det; hva|ka * skjedd|skjedde|skjer * med * saken|saka|meldingen|meldte|feilen|henvendelsen; jeg|vi|æ|eg * meldte|meldt|rapporterte|rapportert * i|inn|igår|tidligere|forrige|går; har * gjort * feilen|saken|meldingen;
        trekke|trekk * tilbake? * saken|meldingen|melding|sak|henvendelse|feilmelding; legge|legg til * saken|saka|meldingen|meldinga|melding|sak|henvendelsen; oppdatere|endre * saken|meldingen|sak; åpne saker; vis|list * saker|meldinger|sakene; status på * sak|saken|melding`,
      strong: `sak; saken; saka; saker; saksnummer~; meldte * går|forrige|mandag|tirsdag|onsdag|torsdag|fredag|morges|inn`,
    },
    'lost-phone': {
      decisive: `mobil~|telefonen|telefon|jobbmobil~|jobbtelefon~ * vekk|sporløst|bortkommen|gjenglemt|ble borte; vet ikke|ikkje hvor * mobil~|telefonen|jobbmobil~; noen har tatt * mobil~|telefon~|jobbtelefon~; ble|blei borte;
        kvitt * mobil~|telefonen|jobbmobil~|jobbtelefon~;
        mobil~|telefon|telefonen|jobbmobil~|jobbtelefon~|tjenestetelefon~ * på|i * toget|tog|bussen|buss|taxien|taxi|drosjen|flyet|ferja|fergen|butikken|restauranten; tok|tatt * min|mi|vår|mobil~|telefonen|jobbmobil~ * mobil~|telefon~|min;
        mistet|mista|mistede|tapt|rotet|glemt|glemte|tapte * bort? * mobil~|telefon~|jobbmobil~|jobbtelefon~|tjenestetelefon~|simkort~; mobil~|telefon~|jobbmobil~|jobbtelefon~|tjenestetelefon~|simkort~ * borte|vekk|stjålet|stjelt|stjålen|frastjålet|forsvunnet|forsvant|mistet|mista|bortkommet|gjenglemt|rotet|rappa;
        stjålet|stjal|stjelt|frastjålet|bestjålet|ranet|rappet|rappa|tok|nappa * mobil~|telefon~|jobbmobil~|jobbtelefon~|tjenestetelefon~; finner|finn ikke|ikkje|itj * mobil~|telefonen|telefon|jobbmobil~|jobbtelefon~|tjenestetelefon~; sperre|sperr * mobil~|telefon~|abonnement|abonnementet|simkort~|sim|kortet|jobbmobil~|jobbtelefon~; frastjålet * mobil~|telefon~`,
      strong: `sperre|sperring; mistet * mobil~; frastjålet`,
      fair: `stjålet; tyveri`,
    },
    absence: {
      certain: `er syk|sjuk|sykmeldt|sykemeldt; sykmeld~|sykemeld~; på ferie; har avspasering|permisjon`,
      decisive: `slutter|går * klokka|kl|tidlig|tidligere|hjem; kommer * senere|sent|seint; jobber|arbeider * hjemmefra|hjemme; hjemmekontor; på|har|til * hjemmebesøk|legetime|tannlegen|legen|tannlege|lege; tar * fri; har fri; borte * fra * kontoret|jobb|til|mellom; opptatt; ikke på plass|kontoret|jobb;
        kommer|kan|jobber|arbeider ikke|ikkje * dag|morgen|jobb|arbeid; feber|influensa|omgangssyke|migrene|covid|korona; sykemeld~|sjukemeld~; på kurs|konferanse|reise|tjenestereise|møte|pause|lunsj|ferie * hele|til|fram|uka|uken|dagen|dag|morgen|nå; tilbake * jobb|kontoret|mandag|tirsdag|onsdag|torsdag|fredag; sett|registrer * fravær|borte|fraværende;
        er|blitt|blir|føler|ligger|hjemme * syk|sjuk|syke|sykmeldt|sjukmeldt|hjemme|forkjølet|omgangssyk; sykmeld~; egenmelding~; syk|sjuk i? dag|morgen; sykt|sjukt|syke barn; barn * syk|syke|sykt; ferie * til|fra|dag|morgen|neste|uke|hele|i|og|mellom; er|går|har|på|tar * ferie|foreldrepermisjon|permisjon|fri|avspasering|avspaserer|pappaperm|mammaperm|lunsj; permisjon; avspaser~;
        viderekoble|viderekobling|viderekople|sett|koble|omdiriger * telefon~|samtale|samtaler|samtalene|mobil~|meg|over; viderekobl~; er|blir fraværende|borte|opptatt|ute * til|dag|morgen|hele|fram|neste|på|resten; fravær; fraværende; sitter|er|har * møte|kurs|konferanse * til|hele|fram|dag|morgen|nå|kan|og|klokka; tilbake * tidligere|mandag|tirsdag|onsdag|torsdag|fredag|klokka|kl|morgen|sa;
        ubemannet|ubetjent; tar * mine samtaler|telefoner|saker; ikke|ikkje * tilgjengelig|treffbar|tilgjengeleg; fri * til|dag|morgen|på|neste|hele; kontoret|ekspedisjonen * stengt|tomt; borte * uka|uken|dagen|til`,
      strong: `ferie; syk; sjuk; ikke * ta telefon~; på møte; lunsj * til; tjenestereise|reise * til; går hjem`,
    },
    routine: {
      certain: `rutine|rutinen|rutiner|nødrutine~|beredskapsplan~|sjekkliste|instruks for|ved|om|når; hva gjør vi|man når|om|hvis; hva skal vi|man gjøre når|om|hvis; nødrutine~; hvordan gjør vi|man når|om|hvis`,
      decisive: `plan b; manuelt|manuell; papir * når|om|mens; hvordan klarer|løser vi|man; hva gjelder når|ved|om; på papir;
        rutine|rutinen|rutiner|instruks|plan|sjekkliste * for|ved|om|når * driftsstans|avbrudd~|stans~|bortfall|strømbrudd~|datastans|§; hvordan|hva|korsn * jeg|vi|man * når|om|uten|hvis * § * ikke|ned|nede|ute|ligger|er; hvordan|hva|korsn * jeg|vi|man * uten §; hvordan * registrerer|dokumenterer|planlegger|skriver|fører vi|man|jeg * når|om|uten|etter; hva gjør vi|jeg|man; hva skal vi|jeg gjøre; hvordan gjør vi|man; hvordan skal vi|man;
        hva|ka|hvordan|korsn|korleis gjør|gjer|jobber|arbeider|gjelder jeg|vi|man|æ|eg * når|hvis|ved|om|på|uten; hva|ka|hvordan|korsn skal|bør|må vi|jeg|man|æ|eg * gjøre|jobbe|arbeide|gjere * når|hvis|ved|om; hvordan|hva * gjør|gjøre|jobber|håndterer|klarer * når|hvis|ved|uten * §;
        rutine|rutinen|rutiner|rutinene|nødrutine~|reserverutine~|beredskapsplan~|nødprosedyre~|prosedyre~|sjekkliste|sjekklista|instruks|beredskap * for? ved?; nødrutine~; reserverutine~; beredskapsplan~; hvordan|hvor|kan * skriver|skrive|henter|hente|finner|lagrer * plan|planen|lister|listene|vaktlist~|timeplan~|arbeidsplan~; hva|ka * registrer~|dokumenter~|føre|føres|skrives * etterpå|siden|etter|inn; hvilke steg|trinn; på papir; steg for steg; papirrutine~`,
      strong: `rutine; rutinen; sjekkliste; registreres|dokumenteres|føres * etterpå|etter; hva gjør jeg|vi|man; etterpå; prosedyre`,
    },
    directory: {
      decisive: `hvem er min|vår|hennes|hans * sjef|leder; hvilke jobber; kontaktinfo|epostadresse|mailadresse til|på;
        leter|søker|leite|lete etter; ^ telefonnummer; har * nummer|nummeret til;
        gi|få|har|finne|finn * meg|jeg|du * nummer|nummeret|telefonnummer|telefonnummeret til; hvem * leder|styrer; hvem er * sjefen|lederen|rektoren;
        søk|søker|leter|let|finn|slå * opp? * person|ansatt|ansatte|medarbeider|kollega|navn|internnummer~|nummer~|telefonnummer~|telefonlist~|epostadress~|mailadress~|adress~|leder~; ^ søk|søker; hvem|kem|kven er|heter * leder~|rektor~|avdelingsleder~|enhetsleder~|ansvarlig|saksbehandler~|sekretær~|kommunalsjef~|sjef~|virksomhetsleder~; hvem|kem|kven sitter|jobber|arbeider|svarer|har * på|med|i|for|nummer;
        telefonkatalog~|telefonlist~|katalogen|adressebok~|ansattliste~; hva|ka|hvilken|hvilket har|er * internnummer~|epostadress~|mailadress~|mobilnummer~|telefonnummer~|direktenummer~; nummer|nummeret|telefonnummer|telefonnummeret|tlf|internnummer|internnummeret|mobilnummer|mobilnummeret|direktenummer|epostadresse|epostadressen|mailadresse|mailadressen|adresse|adressen til|for|på|hos|har; hvilket|hva * nummer|nummeret har|på|til`,
      strong: `epostadress~|mailadress~; telefonnummer~; kontaktinfo~; internnummer~; adressen til`,
      fair: `hvem er; nummer; finne`,
    },
    help: {
      decisive: `forstår|skjønner|fatter ikke|ikkje|itj; hvordan begynner|starter jeg|man; hva skal jeg skrive|si;
        hva|ka gjør|kan|gjer du; kan man gjøre|spørre;
        hvilke|hva * kommandoer|funksjoner; fortell|vis * hva|hvordan; kan|vil du|dere hjelpe meg|mæ;
        hva|ka|hvordan|korsn kan|gjør|klarer du|dere|boten|driftvakt * gjøre|hjelpe|svare|til|gjere|med; hva|ka|hvordan|korsn * bruker|bruke|brukes * dette|det|den|deg|boten|chatten|her|driftvakt|denne; hvordan|korsn funker|fungerer|virker du|dette|det|den|boten|chatten|driftvakt|her; hva|ka * kan|får jeg|man|æ|eg * spørre|bruke|gjøre|skrive; hva|ka er dette|du|driftvakt|boten|det; hvem|kem er du; ^ hjelp|help|meny|menyen|start|kommandoer|info * !;
        forstår|skjønner|skjønne ikke|ikkje|itj * hvordan|boten|dette|du|noe|korsn; trenger|vil|ønsker ha? hjelp * med? * boten|dette|det|komme|bruke; kan du hjelpe`,
      strong: `hjelp; hjelpe; meny`,
      hint: `hvordan gjør`,
    },
  },
  scope: {
    onlyOne: `bare|kun meg|min|mitt|jeg|hos|en|han|hun|mæ; ingen andre; funker|fungerer|virker|går * for|hos|bra * andre|alle|kollegaen|kollegene|resten; andre|kollegaen|kollegene|resten * ingen|ikke problem~; bare * hos|for meg`,
    many: `kan|får|kommer ingen; for|hos ingen; hele|heile ~sentralen|~hjemmet|~enheten|~avdelingen|~avdelinga|~kontoret|~skolen|~skola|~huset|~etaten|~kommunen|~gruppen|~teamet|~bygget|~sykehuset; på|for hele; mange|flere som; alle i|på; hos oss; vi|oss|okker|dokker; =vår|=våre|=vårt; ingen som|av|her|på|kommer|kan|får|når|hos|i|vi|ansatte|lærere|skjermer|datamaskiner|telefoner; alle|samtlige|allesammen * på|her|i|hos|pcer|skjermer|telefoner|brukere|kolleger|har|får|ansatte|klasserom|datamaskiner|maskiner; allesammen|samtlige; flere|mange|masse|noen|andre * her|på|i|av|har|får|kolleger|brukere|personer|ansatte|oss;
      hele|heile * kontoret|avdelingen|avdelinga|enheten|enheta|gruppa|gruppen|arbeidsplassen|skolen|skola|helsesenteret|sykehjemmet|bygget|huset|kommunen|personalet|teamet|legekontoret|legevakta|hjemmetjenesten|barnehagen; kolleger~|kollegene~|kollegaer~; gjelder alle; for alle; overalt; resten|andre * ikke|ikkje; for resten; jeg|meg|mæ og * kollega|kolleger|andre|to|tre|flere`,
    one: `jeg; meg; =æ; mæ; eg; min; mitt; mi; mine; kollegaen; kollega; en person; hun; han; ho; en bruker; vikaren`,
  },
  besideCancel: 'jeg vi vil det dette her den der alt heller gjerne helst bare',
  cancel: `la det være; la vær; la vere; ombestemte meg; jeg ombestemte meg; ombestemt meg; la det ligge; nei la være; la være;
    avbryt; avbryte; avbryt det her; avbryt dette; avbryt alt; avbryt samtalen; avbryt meldingen; avbryt meldinga;
    jeg vil avbryte; vil avbryte; kan vi avbryte; vi avbryter; jeg avbryter; glem det; glem dette; glem det her; glem alt;
    glem; glem hele greia; gløym det; gløm det; glem det jeg skrev; stopp; stoppe; slutt nå; jeg vil slutte;
    vil slutte; avslutt; avslutte; avslutt samtalen; jeg vil avslutte; vil avslutte; vi avslutter; avslutter vi;
    jeg avslutter; legg ned; gi deg; gi opp; drit i det; driter i det; blås i det; dropp det; drop det;
    dropp; kutt ut; jeg angrer; jeg har ombestemt meg; det var ingenting; trengs ikke lenger; trenger det ikke lenger;
    jeg vil ikke mer; vil ikke mer; orker ikke mer`,
};
