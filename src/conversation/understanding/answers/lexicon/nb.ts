import type { AnswerLexicon } from './lexicon.ts';

const WHO = `han|hun|hen|ho|noen|nokon|brukeren|bruker|pasienten|pasient|beboeren|beboer|barnet|barn|eleven|elev|kollegaen|kollega|kvinnen|mannen|personen|person|gjest|gjesten|pappa|mamma|folk|dama`;

/** Norwegian bokmål, with the commonest words of the dialects and of nynorsk. */
export const nb: AnswerLexicon = {
  replies: {
    yes: `ja; jaa; japp; jepp; jada; ja da; joda; jo; jo da; javisst; ja visst; visst; absolutt; selvfølgelig; selvsagt; naturligvis; gjerne; klart det; så klart; såklart; ja klart;
      stemmer; det? stemmer bra|godt|det?; riktig; det er riktig|rett|korrekt; korrekt; nettopp; akkurat; presis; helt riktig; sånn er det; det gjorde|har|kan|fikk jeg|vi|hun|han|eg|æ|de; det er|gjør|gjorde|har|kan det;
      jeg|eg|æ|vi? fikk|har tak|fått|kontakt i|på|med|tak …; jeg|eg|æ|vi? har? snakket|snakka|pratet|prata|snakker nå? med …; hun|han|de|noen|ho svarte|svarer|tok_telefonen; jeg|vi? kom gjennom til? …; jeg|vi? nådde …; til slutt;
      gjorde det; fikk det; jeg|eg|vi? fikk snakket|snakka|pratet|prata med …; hun|han|de|noen tok den|den_med_en_gang|telefonen; det gikk bra`,
    no: `nei; neii; neida; nei da; næ; nehei; nepp; niks; ikke i det hele tatt; absolutt ikke; slett ikke; dessverre ikke|ikkje?; ikke|ikkje|itj ennå|enda|ennu; nei ikke; stemmer ikke|ikkje; det stemmer ikke|ikkje; ikke|ikkje riktig|rett; feil; det er feil|ikke riktig;
      ingen svarer|svarte|svar|tar_telefonen|tok_telefonen|tar_den|hjemme|der|kontakt|som_svarer|svara|svarar; ikke|ikkje noe? svar; det? er ingen som svarer|svarte|tar_telefonen; får|fikk ikke|ikkje|ingen svar|kontakt; får|fikk ingen;
      jeg|eg|æ|vi? fikk|får|fått ikke|ikkje|itj tak|tak i|på noen|nokon|dem|henne|han|ho?; jeg|eg|vi? har ikke|ikkje fått tak i|på noen|nokon|dem|henne|han|ho; jeg|vi? kommer|kom ikke|ikkje gjennom|fram|frem; jeg|vi? når|nådde ikke|ikkje noen|fram|frem?; det gjorde|har|er|gjør|kan|fikk jeg|vi|det|hun|han|eg|æ ikke|ikkje|itj; svarer|svarte ikke|ikkje; hun|han|de|ho svarer|svarte ikke|ikkje;
      kom|kommer til telefonsvareren|telefonsvarer|svareren|mobilsvar; bare? telefonsvarer|telefonsvareren|mobilsvar|svareren; det? er? opptatt; bare? opptattsignal; det ringer bare|ut; ringer ut; står i kø; fortsatt kø; det? virker|fungerer|funker|hjelper|hjalp|gikk|går ikke|ikkje|itj; ikke verre; det er|ble ikke verre;
      fortsatt|fremdeles ikke|ikkje|ingen svar?; det? ringer men ingen svarer|svarar; jeg? prøvde men ingen svarte|svarer; hun|han|de|alle har|er gått_hjem|stengt|opptatt|borte|syk|reist|fri; stengt; det? er? stengt; ingen på_plats|tilgjengelig|ledig|der; ingen svarer|svarte|svarar på|i|hos|der …;
      nei hun|han|ho|de|dei er|har|var|hadde …; nei jeg|eg|æ|vi? har|hadde|fikk|kan|kunne|rakk|tør|ville ikke|ikkje|itj …; nei jeg|vi? må|skal|får …`,
    skip: `hopp over; hoppe over; hopper over; hopp; hopp forbi; skip; skipp; skippe; neste; neste spørsmål|steg?; gå videre; videre; pass; vi|jeg? hopper over; hopp over det|denne|dette|den; hopp over dette|denne|det spørsmålet|steget; hopp over bildet; har ikke|ikkje bilde|foto; har ingen bilde|bilder; uten bilde; ikke noe? bilde; jeg? vil ikke svare på det?;
      dropp det|dette|den|denne spørsmålet|bildet; neste takk; ikke bilde; ingen bilde|bilder`,
    done: `ferdig; ferdig nå; jeg er ferdig; vi er ferdige; ferdige; det var|er alt|det; var alt; ikke|ikkje noe|noko mer|meir|annet; ikke mer; ingenting mer|annet; intet mer; ikke mer å tilføye|si; klar; klart; er klar; det er gjort; gjort; alt er gjort;
      det var det; alt er sagt; det holder; nå er vi|jeg ferdig|ferdige; mer har jeg ikke`,
    back: `tilbake; gå tilbake; tilbake igjen; et|ett steg|skritt tilbake; bakover; forrige spørsmål|steg?; gå til? forrige; kan jeg|vi|man gå tilbake; rygg;
      et|ett hakk|steg|skritt tilbake|bakover; tilbake et|ett hakk|steg|skritt; tilbake takk; gå et|ett steg|skritt|hakk tilbake`,
    restart: `begynn på nytt|ny; start på nytt|ny; begynne på nytt|ny; starte på nytt|ny; starter på nytt; begynn om igjen; start forfra; begynn forfra; fra begynnelsen|start|starten|scratch; ta det fra begynnelsen; begynn fra begynnelsen; på nytt; kan jeg|vi begynne|starte på nytt; omstart; start om igjen; start samtalen på nytt;
      ta|begynn|start * fra start|starten|begynnelsen|scratch; om igjen fra start|starten|begynnelsen; nullstill; kan vi|jeg begynne på nytt`,
    later: `senere; seinere; ikke|ikkje|itj nå|no|akkurat_nå; kan ikke|ikkje nå|no|akkurat_nå; vent; vent litt|nå|et_øyeblikk; venter; et|ett øyeblikk; øyeblikk; et minutt; et sekund; straks; snart; kommer tilbake senere|seinere|til det?; jeg? kommer tilbake til? det? senere|seinere|snart; tar det senere|seinere|etterpå; etterpå; siden; om litt; om en stund; har ikke|ikkje tid nå|no|akkurat_nå; rekker ikke nå?; ringer senere|seinere|etterpå; jeg ringer senere|seinere|etterpå; gjør det senere; minn meg på det? senere;
      kommer tilbake til deg|dere|det senere|seinere?; tar|gjør|fyller det|den|ut senere|seinere|siden|etterpå; må gå|løpe|stikke nå?; gi meg et|fem|ti|to|ett minutt|minutter|øyeblikk; litt senere|seinere; opptatt nå`,
    thanks: `takk; takker; takk takk; tusen takk; tusen hjertelig takk; mange takk; hjertelig takk; takk for hjelpen|hjelpa|svaret|det|infoen|alt|rask_hjelp|raskt_svar; takk skal du|dere ha; takk så mye|mykje; mange tusen takk; takk og farvel; så bra takk;
      tusen|mange hjertelig? takk for hjelpen|hjelpa|svaret|det|alt; takk for all hjelp; hjertelig takk for hjelpen|hjelpa;
      tusen|mange takk skal du|dere ha`,
    greeting: `hei; heisann; hallo; halla; heia; hei hei; heihei; god morgen|dag|kveld|formiddag|ettermiddag; godmorgen; goddag; morn; mårn; morn morn; hei på deg|dere; hei der; hallo i luken; hello; heisann hoppsann`,
    worse: `verre; verre nå|no; det? har? blitt|ble|blir|er|vart bare|enda|mye|raskt|nå|stadig? verre|dårligere nå|her|igjen?; blitt verre; dårligere; det? sprer seg; det? har spredd|spredt seg;
      nå|no er|gjelder det hele|heile avdelingen|avdelinga|enheten|huset|kontoret|skolen|skola|kommunen|bygget|gruppen|gruppa|sykehjemmet|helsesenteret|legekontoret|etasjen; nå|no er|gjelder det alle|flere|mange; nå? er? alle|flere er? rammet|berørt|berørte nå?; flere er|har? rammet|rammes|problemer nå?; hele|heile avdelingen|avdelinga|enheten|huset|kontoret|skolen|bygget nå|no; nå er hele avdelingen|avdelinga|enheten|huset|kontoret|skolen|bygget|kommunen nede|rammet|ute; nå|no virker|fungerer|funker ingenting; ingenting virker|fungerer|funker nå|lenger; alt er nede nå; nå er alt nede|ute|dødt; nå har alle|flere|mange problemer|problemet|det|samme problem?; det har forverret seg; forverret; eskalerer|eskalert;
      det? brer|brer_om seg; det? sprer seg til …; nå|no er|ligger|står alle|alt|hele|heile * uten|nede|rammet|stille|dødt; nå er alle uten; stadig|flere og flere …; mye|enda|betydelig verre …; nå er det flere|mange|verre …`,
    'do-not-know': `vet ikke|ikkje|itj|ei; veit ikke|ikkje|itj; vetikke; aner ikke|ikkje|itj; ingen anelse|peiling; har ingen|ikke anelse|peiling; har ikke peiling|anelse; peiling; jeg|eg|æ? vet|veit|aner faktisk|ærlig_talt? ikke|ikkje|itj helt|sikkert|heller|ennå|riktig?; usikker|usikkert; jeg er usikker; ikke|ikkje sikker|sikkert; jeg er ikke|ikkje helt? sikker; ikke helt sikker; kanskje; kanskje det; vanskelig å si|vite; uklart; ukjent; husker ikke|ikkje; i tvil; hvem vet; muligens; ingen vet; ikke godt å si;
      ha ikke|ikkje peiling|anelse; husker ikke|ikkje helt|nøyaktig; kan ikke|ikkje si|svare på? det?; det vet jeg ikke|ikkje; vet ikke helt|sikkert|riktig; ikke som jeg vet; ja nei vet ikke; har ikke|ikkje peiling|snøring; ingen formening;
      det vet|veit jeg|eg|æ|vi ikke|ikkje|itj`,
  },
  agree: `ok; okei; okey; okay; oki; greit; den er grei; det er greit|ok|okei|bra|fint; greit nok; fint; høres bra|fint|greit ut; det går bra|fint; kjør; kjør på; gjør det; gjør så; oppfattet; forstått; skjønner; mm; mhm`,
  noReply: 'akkurat|nettopp|presis|absolutt nå|no|her|da|samme',
  beside: `jeg vi vil det dette her den der nå no bare faktisk jo vel da nok gjerne helst tror kan gjøre igjen vennligst altså oi eg æ ja kan på direkte litt helt virkelig egentlig allerede endelig riktig ganske uansett deg dere meg oss fra med til på han ho`,
  but: 'men',
  spoils: `telefonsvareren telefonsvarer svareren mobilsvar feil nesten snart senere seinere kø køen ingen ikke ikkje itj aldri uten prøver prøvde om`,
  quantities: 'noen alle bare flere mange hele',
  numbers: {
    cardinals: `en|ett|én|eneren|enern to|toeren|toern|toen tre|treeren|treern|treen fire|fireren|firern fem|femmeren seks|sekseren sju|syv|sjueren åtte|åtteren ni|nieren ti|tieren`,
    ordinals: `første|fyrste andre|annet tredje fjerde femte sjette sjuende|syvende åttende niende tiende`,
    last: 'siste',
    beside: `nummer nr alternativ alternativet valg valget knapp knappen linje punkt den det jeg vi tar velger vil ha på mener blir er som skulle si tror`,
  },
  not: 'ikke ikkje itj ei',
  none: 'ingen intet ingenting aldri verken nei',
  danger: {
    says: `fare|risiko for noens|pasientens|pasientenes|brukerens|beboerens|folks|alles|menneskers|hans|hennes|pasienters? liv|livet|helse|helsen|helsa; livsfare|livsfaren|livsfarlig; livstruende; livstrua; liv|livet|helse|helsen|pasient~|bruker~|beboer~|person~|barn~|folk er|svever? i fare; liv|helse|helsa står på spill; står om livet|liv; liv eller død; på liv;
      ${WHO} puster ikke|ikkje|itj|knapt|dårlig; ^ puster ikke|ikkje|knapt; får|kan ikke|ikkje|itj puste|luft; sluttet|slutta|vanskelig å? puste; pustevansker|pustebesvær; besvimt|besvimte|besvimer|besvima|besvime|svimte; bevisstløs|bevisstløst|medvitslaus|bevistløs; ${WHO} har? kollapset|kollapsa|kollapser|falt om; ${WHO} falt|falle om; mistet|mista bevisstheten; ikke kontaktbar; livløs|livløst;
      ${WHO} har|fått? hjerteinfarkt|hjerneslag|hjertestans|slag|epilepsi|hjerteattakk; hjerteinfarkt|hjertestans|hjerneslag|hjertestopp|drypp; blør kraftig|mye|voldsomt; stor|kraftig blødning; ${WHO} blør; kramper|krampeanfall|epileptisk; satt|setter i halsen; kveles|kvelt;
      trenger|trengs|ring|ringe|send|sende|tilkall|må * ambulanse|ambulansen; ambulanse|ambulansen nå|hit|straks|trengs|fort; ring|ringer|ringe|ringt 113|112|110; ${WHO} er? i? ferd? med? holder? på? å? dø; ${WHO} er i ferd med å dø; ${WHO} holder på å dø|blø|kveles|besvime; ${WHO} er? døende; ${WHO} dør|døde|omkom nå|her?; ${WHO} kan|kommer til å? dø; ${WHO} kan dø; ${WHO} er død|dødd; ligger for døden;
      det brenner; brenner i|på|hos; brann i|på|hos; ${WHO} er|ble|har? blitt? skadet|skada|alvorlig; alvorlig|hardt|stygt skadet|skada|syk; overdose|selvmord|selvmordsforsøk|sjølmord; tatt livet; ta livet av seg; truer|truet|angriper * kniv|våpen; gasslekkasje|eksplosjon; allergisk sjokk; anafylaktisk~;
      får|fikk|kan ingen luft; ${WHO} reagerer ikke|ikkje; blå på|i|om leppene|ansiktet; falt|falle|segnet sammen|om; livløs~`,
    lookalikes: `livsfarlig kjedelig|morsom|morsomt|god|godt|treg|tregt|gøy|kaffe|kaffen|dårlig|irriterende|varmt|slitsomt; dør|dø|døde av latter|kjedsomhet|nysgjerrighet|sult|lengsel|varme|stress; dør hele tiden|midt i; brenner for|etter; brannmur~; puster ikke engang; et slag`,
  },
  critical: {
    says: `kritisk; =akutt|=akutte; haster|hast|hastar; hastesak|hastverk|hasteoppdrag; må|trenger|trengs|hjelp|fiks|løs|ordne * umiddelbart|omgående|snarest|øyeblikkelig|straks; umiddelbar|umiddelbart|øyeblikkelig hjelp|tiltak; asap; så fort|snart|raskt som mulig|råd; så fort dere|du kan; fort som mulig; snarest mulig; høyeste|høy|topp prioritet; prio 1|en|høy; nødsituasjon|krisesituasjon|krise|nødstilfelle; skynd dere|deg; med en gang; kan ikke vente; må løses|fikses|ordnes * nå|straks|i dag; presserende; prekært`,
    lookalikes: `=akutt|=akutte mottak|mottaket|hjelp|avdeling; akuttmottak~|akuttavdeling~|=akutten; virksomhetskritisk~; nesten|mindre kritisk; kritikk|kritikken`,
  },
  between: `noe noen noens nokon direkte akutt umiddelbar så særlig spesielt lenger i på det er var den dette egentlig heller som en et ei blir være at vi har hadde fått risiko for alvorlig reell slik sånn veldig ekstremt noe trenger må virker føles ble behøver heldigvis absolutt definitivt virkelig sannsynligvis sikkert vel nok jo da faktisk selvfølgelig`,
  tail: 'ennå enda lenger nå akkurat heller direkte så faktisk takk hun han den det vi altså',
  supposed:
    'ved om hvis dersom hva ka når hvor hvordan betyr betydde regnes ordet begrepet menes defineres lurer hvilke øvelse uten',
  asked: `hva|ka betyr|menes|regnes|innebærer|mener|defineres; hva er * for noe; definisjon|betydning av|på; regnes * som; hvordan|korsn * defineres|definerer|avgjør|vet`,
  asking: 'er hva hvor hvordan når blir hvilken',
  correction: {
    meant: `jeg|eg|æ|vi? mente|mener|meinte|meiner|tenkte; jeg|eg|vi? mente|mener|tenkte på; jeg|eg|vi? skulle skrive|si|skrevet|sagt; jeg ville si|skrive; skal|skulle være|stå`,
    oops: `oi; ops; oops; beklager; unnskyld; sorry; feil; min feil; det? ble|blei feil; jeg skrev|sa feil; skrev|sa feil; rettelse; korreksjon; vent; men; altså; eller; rettere sagt; egentlig; jo; ja; hei`,
    no: 'nei næ neida neei',
    itIs: `det er|var|gjelder|gjaldt|handler; det handler om; det skal|skulle være; det skal stå`,
    but: 'men',
    determiners: 'den det de dei min mitt mine vår vårt våre',
    where: 'i på hos ved som',
    other: 'andre annen anna annet',
    that: 'at jo',
    states: `bra greit ok okei fint klart sant samme like nede død dødt ødelagt borte ute fortsatt feil riktig rett rot opptatt stengt sent for kaos jeg vi han hun ingen alle bare hele mye litt ingenting det alvor alvorlig så funker fungerer virker går kan har er gikk svarte svarer fikk helt alltid aldri igjen nå her der siden kritisk akutt ille verre bedre rart umulig`,
  },
  wish: {
    names: {
      sv: 'svensk',
      nb: 'norsk bokmål nynorsk',
      nl: 'nederlandsk hollandsk',
      en: 'engelsk',
    },
    beside: `på snakke snakker snakk prate prater svare svarer svar skrive skriv skriver ta tar bruk bruke bytt bytte endre skift skifte språk språket kan kunne får du vi jeg dere man vil ha helst bare det den dette her med meg oss fortsett fortsette kjøre gå over går vennligst takk isteden i stedet nå gjerne skal lese forstår være så snill boten`,
    from: 'fra',
    into: 'til',
  },
};
