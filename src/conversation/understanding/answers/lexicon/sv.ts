import type { AnswerLexicon } from './lexicon.ts';

const WHO = `han|hon|hen|någon|nån|brukaren|brukare|patienten|patient|boende|boenden|barnet|barn|eleven|elev|kollegan|kollega|kvinnan|mannen|personen|person|kund|kunden|gäst|gästen|vårdtagaren|tanten|farbrorn|pappa|mamma|folk`;

/** Swedish. */
export const sv: AnswerLexicon = {
  replies: {
    yes: `ja; jaa; japp; jepp; jupp; jajamän; jajamen; jadå; ja då; jo; jodå; joo; jovisst; jajjamän; ja visst; visst; javisst; ja absolut;
      absolut; självklart; såklart; så klart; naturligtvis; givetvis; gärna; ja klart; klart det; stämmer; det? stämmer bra|precis|fint?;
      precis; exakt; korrekt; just det; så är det; helt? rätt; det är rätt|riktigt|korrekt; det gjorde|har|kan|fick jag|vi|hon|han|dom|de; det är|gör|gjorde|har|kan det;
      jag|vi? fick|har tag|fått|kontakt i|på|med|tag …; jag|vi? har? pratat|pratade|talat|talade|talar|pratar nu? med …;
      hon|han|de|dom|någon|nån svarade|svarar; hon|han|de|dom lyfte luren?; jag|vi? kom fram till? …; jag|vi? nådde …; till slut|sist;
      jag|vi? fick prata|tala|snacka|pratat|talat med …; hon|han|de|dom|någon svarade direkt|snabbt|nu|till_slut`,
    no: `nej; nejj; nä; nää; näh; näe; nej då; nejdå; nix; nepp; neej; icke; nej inte; absolut inte; verkligen inte; inte alls; tyvärr inte; tyvärr;
      inte|ej än|ännu; inte hittills; stämmer inte|ej; det stämmer inte|ej; inte|ej rätt; fel; det är fel|inte rätt; inte riktigt;
      ingen|inget|inga svarade|svarar|svar|lyfter|lyfte|lyfte_luren|tar_telefonen|hemma|där|kontakt; det? är? ingen som svarar|svarade|lyfter; fick|får inget|ingen svar|kontakt;
      jag|vi? fick|får|fått inte|ej tag i|på någon|nån|dem|dom|henne|honom|er?; jag|vi? fick|får inte|ej tag; jag|vi? har inte fått tag i|på någon|nån|dem|dom|henne|honom;
      jag|vi? fick|får|når|nådde ingen; fick tag i|på ingen; jag|vi? kommer|kom|kommit inte|ej fram till? någon|nån?; jag|vi? når|nådde inte|ej någon|nån|dem|dom|fram?; går inte fram; det går inte fram; går inte att nå;
      det gjorde|har|är|gör|kan|fick jag|vi|det|hon|han inte|ej; jag? har inte pratat med någon|nån?; det? svarar inte|ej; hon|han|de|dom svarade|svarar inte|ej;
      kom|kommer|kopplas? till telefonsvararen|telefonsvarare|röstbrevlådan|svararen|röstbrevlåda; bara? telefonsvararen|telefonsvarare|röstbrevlådan|röstbrevlåda|svararen; det? är? upptaget; upptaget hela tiden; upptagen|upptagna; tutar upptaget; ringer ut; det ringer bara?; bara signaler; köar|kö fortfarande;
      det? fungerar|funkar|hjälper|hjälpte|gick|går inte|ej; inte värre; det är|blev inte värre;
      fortfarande inte|ingen|inget svar?; ingen|inga som? svarar|svarade i|på|hos|där …; hon|han|de|dom|kontoret|alla är|har gått_hem|slutat|stängt|upptagen|upptagna|borta|ledig|lediga|sjuk|åkt; stängt; det? är? stängt; jag|vi? försökte men ingen svarade|svarar; det? ringer men ingen svarar; ingen|inget där|hemma|tillgänglig|på_plats|ledig; inte ännu; nej men ingen svarar; inga svar; jag|vi? fick|får aldrig tag|svar;
      nej hon|han|de|dom är|har|var|hade …; nej jag|vi? har|hade|fick|kan|kunde|hann|vågar|ville inte|ej …; nej jag|vi? måste|ska|får …`,
    skip: `hoppa över; hoppar över; hoppa; hoppa förbi; skippa; skippar; skip; skippa det; nästa; nästa fråga; nästa steg; gå vidare; går vidare; vidare; pass; vi? hoppar över denna?;
      jag|vi? hoppar över; den? här? frågan hoppar vi över; hoppa över den? här|denna frågan|fråga|steget?; hoppa över bilden; jag? har? ingen bild|foto; utan bild; inget foto; vill inte svara; jag? vill? inte svara på? det|frågan?; vill inte säga|uppge; utelämna;
      strunta i den|frågan|bilden; hoppa denna; nästa tack; ingen bild; inget foto; jag? har inget|ingen foto|bild|skärmbild;
      jag|vi? skippar|hoppar över? den|denna|det|här här? frågan?`,
    done: `klar; klart; färdig; färdigt; färdigt nu; jag är klar|färdig; vi är klara; klara; klart nu; det? var|är allt; var det allt; inget mer|annat; ingenting mer|annat; inga fler; inget att tillägga; inget mer att tillägga|säga; inte mer; inget ytterligare; redan gjort; gjort; det är gjort; nu är jag klar; allt klart; det är det hela;
      det räcker så?; räcker så?; allt är sagt; det var det hela?; mer har jag inte; nej det var allt|det; så var det klart; vi är färdiga; nu är vi? jag? klar|klara|färdig;
      det var nog|väl|allt|bara allt|det`,
    back: `tillbaka; gå tillbaka; backa; bakåt; tillbaks; ett steg tillbaka|bakåt|tillbaks; gå bakåt|tillbaks; backa ett steg; föregående fråga|steg?; gå? till? förra frågan|steget; kan jag|vi|man gå tillbaka|tillbaks|bakåt; ta mig tillbaka;
      backa ett_steg|lite|tack; tillbaka ett_steg|till_förra|tack; gå ett? steg? tillbaka|bakåt; steg tillbaka|bakåt;
      gå? tillbaka ett steg`,
    restart: `börja om; börja om från början|noll|start|scratch; börja från början|noll; från början; börjar om; kan jag|vi|man börja om; starta om; starta om från början; starta om samtalet|konversationen|anmälan; ta det från början; ta om det? från? början?; ny start; börja på nytt;
      ta|tar|börja|börjar om * från början|noll|start; om från början; från start igen?; nollställ`,
    later: `senare; inte nu; kan inte nu|just?; kan inte just nu; inte just nu; vänta; vänta lite|litet|nu|en_stund|lite_till; väntar; ett ögonblick; ögonblick; ett tag; en sekund; en minut; sekund; strax; snart; alldeles strax; återkommer; jag? återkommer senare|strax|sen?; kommer tillbaka senare|sen; tar det sen|senare; sen; sedan; om en liten? stund|minut|kvart|timme; hinner inte nu|just nu?; har inte tid nu|just nu?; ringer senare|sen; jag ringer senare|sen; gör det senare|sen; påminn mig senare?; vi tar det senare|sen; håll ut; dröj;
      kommer|återkommer tillbaka? * sen|senare|strax; tar|gör|fyller det|den|i sen|senare|strax; måste gå|sticka|rusa|springa nu?; upptagen nu|just_nu; återkommer; ge mig en|fem|tio|ett|två minut|minuter|stund|ögonblick; en stund; lite senare; hör av mig sen|senare`,
    thanks: `tack; tackar; tack tack; tackar tackar; tack så mycket|jättemycket|hemskt_mycket; tack snälla; stort tack; tusen tack; många tack; tack för hjälpen|svaret|det|infon|allt|snabb_hjälp|snabbt_svar; tackar så mycket; tackar för hjälpen; tack ska du|ni ha; tackar och bockar; tackochhej; tack och hej; bra jobbat; vad bra tack; det var snällt;
      tack för att ni|du hjälper|hjälpte; tack till er|dig; tack jättemycket; tackar tackar; tusen tack för hjälpen; stort tack för hjälpen; tack för all hjälp`,
    greeting: `hej; hejsan; hallå; hallo; tja; tjena; tjenare; tjabba; hejhej; morsning; mors; god|gott morgon|dag|kväll|middag|eftermiddag|förmiddag; godmorgon; goddag; godkväll; morrn; hej på dig|er; hello; hej där; hejsan hoppsan; goder morgon`,
    worse: `värre; värre nu; det? har? blivit|blev|blir|är bara|ännu|mycket|snabbt|nu|allt? värre|sämre nu|här|igen?; blivit värre; sämre; det? sprider sig; det? har? spridit sig;
      nu är|gäller det hela avdelningen|enheten|huset|kontoret|skolan|kommunen|boendet|gruppen|förvaltningen|arbetsplatsen|byggnaden|våningen; nu är|gäller det alla|flera|många|fler; nu? är|gäller det alla nu; nu? är? alla|flera|fler är? drabbade|berörda|drabbas nu?; fler|flera|allt fler är|har? drabbade|drabbats|problem nu?; hela avdelningen|enheten|huset|kontoret|skolan|gruppen|boendet nu; nu är hela avdelningen|enheten|huset|kontoret|skolan|boendet|kommunen nere|drabbad|drabbat|ute|utan_nät; nu funkar|fungerar ingenting|inget; ingenting|inget funkar|fungerar nu|längre; nu är allt nere|ute|dött; allt är nere nu; nu har alla|flera|fler|många problem|samma|det|fel problem?; det har förvärrats; förvärrats; förvärras; eskalerat; eskalerar;
      nu är|ligger|står alla|allt|hela * utan|nere|drabbade|still|stilla|dött|drabbat|drabbad; nu är|har * utan nät|telefon|allt; nu är alla utan; det? sprids|sprider till? fler|andra|flera?; det? sprider sig till …; fler och fler …; nu är det fler|flera|många …; nu är det ännu|mycket fler|värre; nu är det värre …; mycket|ännu|betydligt värre …; har blivit mycket? värre;
      nu? har|är det spridit sig till? …; har spridit sig …`,
    'do-not-know': `vet ej|inte; vetej; vetinte; ingen aning|anelse|koll|susning; inte en aning|susning; har ingen aning|anelse|koll|susning; jag? vet inte|ej riktigt|säkert|faktiskt|heller|än?; jag? vet faktiskt|ärligt_talat|verkligen inte|ej; osäker|osäkert; jag är osäker; inte säker|säkert; jag är inte helt? säker; inte helt säker; kanske; kanske det; svårt att säga|veta; oklart; okänt; minns inte|ej; kommer inte ihåg; tveksam|tveksamt; vem vet; möjligen; ingen vet; har ingen uppfattning; vet fan inte; vet int;
      inte den blekaste aning?; den blekaste; jag? kan inte säga|svara på? det?; jag? kommer inte ihåg riktigt|exakt?; minns inte riktigt|exakt; ingen som vet; ingen direkt aning; vet inte riktigt|exakt|säkert; svårt att avgöra; har ingen susning; ja nej vet inte|ej; går inte att säga; det vet jag inte|ej; inte vad jag vet;
      det vet jag|vi faktiskt? inte|ej`,
  },
  agree: `ok; okej; okey; okay; oki; okidoki; k; okej då; ok då; det är okej|ok|bra; låter bra; det går bra; kör; kör på; kör hårt; gör det; gör så; varsågod; fint; uppfattat; förstått; mm; mmm; aa; aha ok`,
  noReply: 'precis|exakt|just|absolut nu|här|då|idag|samma',
  beside: `jag vi vill det detta här den där nu bara faktiskt ju väl då nog gärna helst tror kan göra igen snälla alltså oj gud visst direkt lite helt verkligen egentligen redan äntligen hittills precis riktigt ganska iallafall ändå er dig mig oss allihop samtliga bot från med till på`,
  but: 'men fast dock',
  spoils: `telefonsvararen telefonsvarare röstbrevlådan röstbrevlåda svararen svararn fel nästan snart senare kö kön ingen inget inga inte ej aldrig utan försöker försökte om`,
  quantities: 'några alla bara flera många hela',
  numbers: {
    cardinals: `ett|en|ettan två|tvåan|tvaan tre|trean fyra|fyran fem|femman sex|sexan sju|sjuan åtta|åttan nio|nian tio|tian`,
    ordinals: `första|förste|1a andra|andre|2a tredje|3e fjärde femte sjätte sjunde åttonde nionde tionde`,
    last: 'sista siste',
    beside: `nummer nr no alternativ alternativet val valet knapp knappen rad raden punkt den det jag vi tar väljer vill ha an på menar blir är vara som står fråga skulle säga tror`,
  },
  not: 'inte ej icke int',
  none: 'ingen inget inga ingenting aldrig varken nej nä',
  danger: {
    says: `fara|risk för|for någons|ett|vårt|patientens|patienternas|brukarens|brukarnas|boendes|folks|allas|människors|patienter|hans|hennes? liv|livet|hälsa|hälsan|liv; livsfara|livsfaran|livsfarlig|livsfarligt; livshotande; livshotad; liv|livet|hälsa|hälsan|patient~|brukar~|boende~|person~|barn~|elev~|folk är|svävar? i fara; liv|hälsa står på spel; liv|livet hänger på; på liv och? död;
      akut sjuk|hjärtproblem; ${WHO} andas inte|ej|knappt|dåligt|ytligt; ^ andas inte|ej|knappt; kan|får inte|ej andas|luft; slutat|slutade|svårt att? andas; andas inte längre|alls|hen|han|hon; andnöd; svimmade|svimmat|svimmar|avsvimmad|svimma; medvetslös|medvetslösa|medvetslöst; ${WHO} har? kollapsat|kollapsade|kollapsar; tappat|förlorat medvetandet; inte kontaktbar|vaken|okontaktbar; okontaktbar; går inte att väcka;
      ${WHO} har|fått|fick fått? hjärtinfarkt|stroke|hjärtstopp|hjärtattack|slaganfall|epilepsi; hjärtinfarkt|hjärtstopp|hjärtstillestånd|hjärtattack|stroke|slaganfall; blöder kraftigt|mycket|ymnigt|rejält|massor; stor|kraftig blödning; ${WHO} blöder; krampar|krampanfall|epileptiskt; sätter|satt|satte i halsen; kvävs|kvävas|kväver;
      ambulans|ambulansen nu|hit|behövs|omgående|snabbt|direkt; behöver|ring|ringa|skicka|kalla|tillkalla|kräver * ambulans; ring|ringer|ringa|ringt 112; ${WHO} håller på att dö|förblöda|svimma; ${WHO} är? döende; ${WHO} dör|dog|avled|avlidit nu|här?; ${WHO} har? dött|avlidit; ${WHO} kan|kommer|riskerar att? dö; kan dö någon|folk|hon|han; ligger för döden;
      det brinner; brinner i|på|hos; brand|eldsvåda i|på|hos; ${WHO} har? är? skadad|skadats|skadade|allvarligt skadad; allvarligt|svårt|illa skadad|skadade|skadat; överdos|överdoserat|självmord|självmordsförsök|suicid; tagit livet; ta livet av sig; hotar|hotad|attackerar|attackerad * kniv|vapen; gasläcka|gasläckage|explosion; allergisk chock; anafylaktisk~; slutat andas; livlös|livlöst;
      ${WHO} får|fick|kan ingen|inte|knappt luft|andas; får|fick ingen luft; ${WHO} reagerar inte|ej; blå om|i läpparna|ansiktet; segnat|segnade|föll|fallit|ramlade ihop; föll|fallit om`,
    lookalikes: `livsfarlig|livsfarligt tråkig|tråkigt|rolig|roligt|god|gott|seg|segt|långsam|långsamt|slö|slött|kul|kaffe|kaffet|dålig|dåligt|ful|fult|snygg|bra|jobbig|jobbigt|irriterande|tröttsam|varmt; dör|dö|dog|dött av|utav tristess|skratt|leda|tråk|nyfikenhet|hunger|längtan|värme|stress|skam; dör hela tiden|om igen|mitt i; brinner för|för att|efter; brinner i knutarna|inkorgen; andas inte ens; =ambulansens|ambulansverksamheten|ambulansjournal; brand på brandvägg; brandvägg~`,
  },
  critical: {
    says: `kritisk|kritiskt; =akut|=akuta; bråttom|brådska|jättebråttom|superbråttom|svinbråttom; brådskande; hastar|haster|hasteärende; måste|behöver|behövs|hjälp|hjälpa|krävs|lös|fixa|åtgärda * omedelbart|omgående|snarast|genast|ögonblickligen; omedelbar|omedelbart|omgående hjälp|åtgärd|insats; snarast möjligt; asap; så fort|snabbt|snart|fort som möjligt; så fort ni|du kan; fort som möjligt; högsta|hög prioritet|prio; prio 1|ett|hög; högprio|prio1; nödläge|nödsituation|krisläge; skynda er|dig|på; skyndsamt; kan inte vänta; tål inte vänta|att; måste lösas|fixas|åtgärdas * nu|direkt|idag|genast|snabbt; akutläge|akutärende|urgent; livsviktigt; kris`,
    lookalikes: `=akut|=akuta mottagning|mottagningen|avdelningen|vården|vård|sjukvård; =akuten|akutmottagning~|akutvård~|akutavdelning~; kritisk~ granskning|tänkande; verksamhetskritisk~; nästan|mindre kritisk|kritiskt|bråttom; kritik|kritiken`,
  },
  between: `någon|något någons nån några direkt akut omedelbar omedelbart så särskilt jätte super längre i på det är är var den detta längre alls egentligen heller speciellt som en ett blir vara att vi har hade fått risk för allvarlig verklig sån sådan mycket extremt direkta behöver måste verkar känns blev lyckligtvis turligt dessbättre absolut definitivt verkligen inget troligen förmodligen säkert väl nog ju då faktiskt självklart`,
  tail: 'än ännu längre nu just alls heller direkt precis så faktiskt i alla fall tack hon han den det vi',
  supposed:
    'vid om ifall utifall vad när hur vilket betyder betydde räknas ordet begreppet menas definieras undrar vilka övning utan',
  asked: `vad betyder|menas|räknas|innebär|menar|avses|definieras; vad är * för något; definition|betydelse av|på; räknas * som; vad * räknas; hur * definieras|definierar|avgör|vet`,
  asking: 'är hur vad när vilken blir räknas',
  correction: {
    meant: `jag|vi? menade|menar|mende|tänkte; jag|vi? menade|menar|tänkte på; jag|vi? skulle skriva|skrivit|säga; jag|vi? ville säga|skriva; jag? avsåg|avser; jag? syftade|syftar på; ska|skulle vara|stå`,
    oops: `oj; ops; oops; hoppsan; förlåt; ursäkta; sorry; fel; fel av mig; det? blev fel; jag skrev|sa fel; skrev|sa fel; rättelse; korrigering; vänta; men; alltså; eller; snarare; egentligen; jo; ja; hej`,
    no: 'nej nä nää näe näh neej nejdå',
    itIs: `det är|var|gäller|gällde|handlar; det handlar om; det ska|skulle vara; det ska stå`,
    but: 'utan',
    determiners: 'den det de dom min mitt mina vår vårt våra',
    where: 'i på hos vid bredvid som',
    other: 'andra andre annan annat',
    that: 'att ju',
    states: `bra okej ok lugnt klart sant samma lika nere död dött trasig trasigt borta ute fortfarande fel rätt rörigt upptaget stängt sent för kaos jag vi han hon ingen alla bara hela mycket lite inget det allvar allvarligt så funkar fungerar går kan har är gick svarade svarar fick helt alltid aldrig igen nu här där sen kritiskt akut bråttom jobbigt illa skit värre bättre konstigt omöjligt frustrerande`,
  },
  wish: {
    names: {
      sv: 'svenska svensk',
      nb: 'norska norsk bokmål',
      nl: 'nederländska holländska',
      en: 'engelska engelsk',
    },
    beside: `på prata pratar tala talar svara svarar skriva skriv skriver snacka ta tar använd använda byt byta bytt ändra ändrar växla språk språket kan kunna får du vi jag ni man vill ha skulle helst bara det den detta här med mig oss fortsätt fortsätta köra kör gå över går snälla tack istället nu gärna ska läsa förstår talande i menyn boten`,
    from: 'från',
    into: 'till',
  },
};
