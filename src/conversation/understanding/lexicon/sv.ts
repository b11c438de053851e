import type { Lexicon } from './lexicon.ts';

/** Swedish. */
export const sv: Lexicon = {
  telling: `jag du han hon vi ni de dem dom det den detta är var blev har hade inte ej och eller men att som på av till från med utan
    för om när där här hur vad vem vilken vilket vart ingen inget inga någon nån något nåt några alla alltid aldrig mig mej dig oss er
    min mitt mina din ditt vår våra ska skall kan kunde vill måste gör göra går gick får fick kommer kom tack hej hallå snälla idag
    igår imorgon just nu igen bara också mycket väldigt helt efter funkar fungerar ligger nere hjälp ett en sedan sen hos finns`,
  courtesy: `hej hejsan hallå tja tjena tjenare hejhej god morgon godmorgon goddag dag kväll middag eftermiddag snälla tack snart vänligen
    ursäkta förlåt mvh du ni ja jo nej nä nää ok okej okay oj äh eh hmm men så nu bara då bot boten driftvakt igen alltså ju väl`,
  topics: {
    report: {
      certain: `vi|ingen|alla|avdelningen kan|går inte|ej|knappt * jobba|arbeta; ingen|inga kan * jobba|arbeta; står stilla`,
      decisive: `hur|var|vart anmäler|rapporterar|felanmäler jag|vi|man; hur gör * felanmälan|anmälan`,
      strong: `hör|ser|hittar|når|skickar|tar|sparar|känner * inte|ej|inget|ingenting|inga; ingenting|inget * händer|fungerar|funkar|visas; vill inte; tom för|på * toner|bläck|papper;
        anmäla|rapportera|felanmäla * fel|problem|störning|driftstopp|felanmälan; felanmäl~; ~problem|~problemen|~störning|~strul; saknar|saknas|tappade|nåbar|onåbar|offline|oläslig; tog|tar * inte; krånglar; gör * anmälan;
        funkar|fungerar|går|svarar|startar|laddar|öppnar|öppnas|syns|sparar|sparas|skickas|visas|ringer|kopplar * inte|ej|int|inget|ingenting|inga|knappt;
        kan|får|kommer|kunde|fick|lyckas inte|ej|int|inga|inget|ingen; kan|får|kommer * inte|ej * in|åt|ut|fram|logga|öppna|ringa|skriva|spara;
        inte|ej * funkar|fungerar|svarar|startar|laddar|åt|inloggad; in|åt * inte|ej; ingen|inga|inget * kommer|kan|får|går|fungerar|funkar|svarar;
        ligger|är|låg|gick|gått * nere|ner; helt|är|blev * trasig|trasigt|trasiga|sönder|död|dött|döda|stendöd|stendött|paj|kass|svart|svarta|kaputt|blank|tom;
        trasig; krasch~; hänger|hängt|hängde sig?; strul~; krångl~; bråkar; fryser|frusit|fryst; laggar; buggar|buggigt; haverera~;
        slutat|slutade|slutar|sluta * fungera|funka|svara|ladda|ringa; slutat|slutade; felmeddelande; felkod|felkoden; får * felet|fel;
        låst ute; utlåst|utelåst|utloggad; låst mig; vägra~; stopp i|på|hos; helt|totalt stopp; avbrott på|i|hos; står still|stilla; har stannat; dött|dog;
        utan|inget|ingen|inga|ingenting * internet|nät|täckning|ljud|signal|ton|kontakt|ström|bild|uppkoppling|mail|mejl;
        något|nåt|någonting|nånting * fel|galet|knas|knasigt|konstigt|skumt|lurt; loggar|loggas|slängs|kastas * ut; väldigt|jätte|så|super seg|segt|långsam|långsamt|trögt|slö;
        jättesegt|jätteseg|supersegt|segt|långsamt|långsamma; instabil~|ostabil~; fastnat|fastnar|låser|låst; rasat|kraschat; borta * §; error; kopplas|kopplar ner|ned|bort; tappar * kontakten|uppkopplingen|anslutningen;
        glömt|glömmer * lösenord~; lösenord~ * fel|fungerar|glömt; sprucken|spruckit|sprack|spräckt; papperstopp|pappersstopp|papperstrassel; blinkar|piper|tutar|snurrar|blippar;
        visar|ger * fel|vit|tom|blank|konstigt; blir * fel`,
      fair: `avbryts|bryts|avbruten|avbrutet|avbröts|avbryter; fel; problem; störning; driftstopp; § * inte|ej|int|ingen; inte|ej * §; anmälan; avbrott; hjälp * med §; jag|vi * hjälp|hjälpa * med; stopp; nere; sönder; svart`,
      hint: `inte; ej; utan; borta; lösenord; § borta|försvunnit|försvann`,
    },
    who: {
      certain: `vem|vart ska|bör|kan|måste jag|vi|man ringa|kontakta|vända; vem ringer|kontaktar jag|vi|man`,
      decisive: `vem pratar|talar|mejlar jag|vi|man; vem|vart * prata|tala|pratar * med|om;
        kan|går någon|nån * it|support~ * ringa|hjälpa|komma; hur kontaktar|ringer|når|nås jag|vi|man; finns det * nummer|telefonnummer|telefon|mejl till|för; vem|vilka ansvarar|ansvarig|ansvariga|har * för|hand * fel|it|system~|data~|§; ska|vill|måste ringa it|support~|helpdesk; vem är|har tillgänglig|jour~|i tjänst; nummer * vid|om akut~|fel|driftstopp~; när öppnar|stänger;
        vem|vilka * tar|sköter|hanterar|sköter * emot|hand|fel|felanmälningar|it|data; att ringa|kontakta * kväll~|natt~|helg~|nu; vad|vilket har * it|ite|enheten|support~ * nummer|telefonnummer; har it * nummer;
        vem|vilka|vart ska|bör|kan|måste|skall * meddela|informera|larma|underrätta|tala|prata|kontakta|nå; vem|vilka * meddelar|larmar|informerar|nås; behöver|måste|vill * prata|tala|få * med|tag * någon|nån|it|support~|tekniker~; ge|få|har * nummer|numret|telefonnummer till|på|för it|support~|helpdesk|jour~; vem|vilka * hjälper|hjälpa * när|nu|efter;
        vem|vilka|vilken ska|bör|kan|måste|skall|får jag|vi|man|en * ringa|kontakta|prata|mejla|höra|fråga; vilket|vad * nummer|telefonnummer * ringer|ringa; vem|vilka * ringer|kontaktar|mejlar|frågar jag|vi|man;
        vart|var * ringa|ringer|vänder|vända|höra|anmäler; vem|vart|var vänder|vända jag|vi|man; vem * har|är jour~; jour~|beredskap * nu|helg|helgen|natten|ikväll|kväll;
        finns|är * jour|jouren|beredskap; nummer|numret|telefonnummer|telefonnumret|telnr|kontaktuppgifter * it|support|supporten|helpdesk|helpdesken|itavdelningen|servicedesk|jouren;
        hur * får tag|kontakt|nå|når * it|support|supporten|helpdesk|någon|er; hur|när * når|nå|ringer * it|support|supporten; är * support|supporten|it|helpdesk|växeln * öppen|öppet|bemannad|igång;
        när * öppnar|stänger|öppet * support|supporten|it|växeln; vem * hjälpa|hjälper * nu|mig|oss; vem * ansvarar|ansvarig|hjälper * §; nån|någon på it`,
      strong: `vem|vart * ringa|ringer|kontakta|kontaktar; supporttelefon~; supportnummer~; telefonnummer * support~|it; öppettider|öppet; kontakta it|support~; ringa it|support~`,
      fair: `nummer|numret; jour~; ringa nu; kontakta`,
    },
    status: {
      certain: `^ vad|hur är|går|står * med|för §`,
      decisive: `^ är|finns det planerat|inplanerat|bokat; är det något|nåt * med §; varar|dröjer * störning~|avbrott~|stopp~ * länge|kvar;
        ^ är|finns * störning|störningar|fel|problem|strul|känt|känd|bekant; ^ vilka|vilken störningar|störning|driftstörningar|avbrott|problem|fel|system; ^ nån|någon|några|fler|flera mer|fler|andra|annan * som; ^ är * allt|något|nåt|systemen * nere|igång|uppe; felsöker|åtgärdar|lagar|undersöker ni|de|it; ^ vad är det för fel|problem; ^ vad har|är hänt|trasigt|nere|fel; ^ vad händer med §; driftinformation~; arbetar|jobbar någon|nån|ni|man; är felet|problemet|störningen känt|känd|rapporterat|anmält;
        när är|blir|kommer|kan|får|går §; fler|andra|flera * har|som * problem|strul|fel * §; planerad|planerade nedtid; § tillgängligt|tillgänglig;
        ^ är|har|blir * felet|problemet|det|systemet|störningen * löst|fixat|klart|klar|åtgärdat|lagat|avhjälpt|över|igång; ^ är|har|blir * ni|de|it * klara|fixat|löst|hittat; ska|planeras|blir * uppdatering~|underhåll~|avbrott~|driftstopp~; ^ funkar|fungerar|går §; känner|vet * till att §;
        ^ är|ligger|funkar|fungerar|går § * nere|ner|igång|uppe|trasig|dött|igen|för|inte|just|nu; ^ ligger|är * § nere|ner|igång|uppe; ^ har § * problem|fel|stannat|kraschat|gått;
        är|finns|pågår * känt|kända|känd * fel|störning|problem|driftstopp|avbrott; är|finns|pågår|har det|ni|vi|någon|något|några|nån|nåt * driftstörning~|störning|störningar|driftstopp|avbrott|underhåll|fel|servicefönster|problem|strul;
        när kommer|är|blir|beräknas|kan|ska|går|funkar|fungerar * igång|uppe|klart|klar|fixat|löst|åter|lagad|lagat|tillbaka|fungera|funka|över|slut; hur länge * avbrott~|stopp~|driftstopp~|störning~|nere|hålla|håller|varar|vara|dröjer|pågår|kvar;
        hur lång tid; när * servicefönster|underhåll|uppdatering~|driftstopp|driftavbrott; servicefönster; driftinformation|driftinfo|driftstatus|driftläge|driftläget; aktuella * störningar|driftstörningar|avbrott;
        jobbar|arbetar|håller ni|it * med|på; känner|vet ni * till|om|att; planerat|planerade|kommande * avbrott|driftstopp|underhåll; senaste|nytt|nyheter * om|kring störning~|avbrott~|driftstopp~|§; läget|status * med|på|för §; fler * § * problem`,
      strong: `driftstörning~ nu|idag|just; status; läget; åtgärdat|löst; planerat underhåll`,
      fair: `driftstörning~; underhåll`,
    },
    'my-reports': {
      decisive: `mitt ärendenummer|ärende; ärendenummer|ärendenumret; vad|vilka * har jag * anmält|rapporterat; har * svar|svarat * på * min|mitt|anmälan|ärende; blev * av * min|mitt|anmälan|ärende|ärendet;
        jag|vi * skickade|gjorde|lämnade|lade|skickat|gjort|lämnat * felanmälan|anmälan|ärende|rapport;
        har|är|fick|kom * ni|någon|nån * fått|sett|tittat|kollat|läst|gjort * min|mitt|på * anmälan|felanmälan|ärende|ärendet; tidigare|gamla|gjorda * anmälningar|felanmälningar|ärenden; status * anmälan|felanmälan|ärende|ärendet;
        mitt|mina|min|våra|vårt * ärende|ärenden|ärendet|felanmälan|felanmälningar|anmälan|anmälningar|rapport|rapporter|ticket|biljett; ärende|ärendet|felanmälan|anmälan|anmälningen * jag|vi * gjorde|skickade|la|lade|skapade|rapporterade;
        hur går * ärende|ärendet|anmälan|felanmälan|det; vad * hänt|hände|händer * med * anmälan|felanmälan|ärende|ärendet|anmälde|rapporterade;
        det|felet|problemet som? jag|vi anmälde|rapporterade|skickade|felanmälde; jag|vi|har anmält|rapporterat|felanmält * igår|förra|tidigare|hänt|svar|status;
        dra|ta tillbaka|bort * anmälan|felanmälan|ärende|ärendet; återkalla|komplettera|uppdatera|ändra * anmälan|felanmälan|ärende|ärendet; lägga|lägg till * anmälan|felanmälan|ärende|ärendet; öppna ärenden; visa|lista * ärenden|anmälningar|felanmälningar`,
      strong: `ärende|ärendet|ärenden; ärendenummer~; anmälde|rapporterade * igår|förra|tidigare|måndags|tisdags|onsdags|torsdags|fredags|morse`,
    },
    'lost-phone': {
      certain: `tappat|förlorat|slarvat bort? * min|mitt? mobil~|telefon~|jobbmobil~|tjänstemobil~`,
      decisive: `mobil~|telefonen|telefon|luren|jobbmobil~|jobbtelefon~|arbetstelefon~ * väck|spårlöst|kvarglömd|kvarglömt; vet inte|ej var * mobil~|telefonen|jobbmobil~; hitta * mobil~|telefonen|jobbmobil~ * inte|någonstans; någon|nån har|har tagit * mobil~|telefon~;
        av med * mobil~|telefonen|luren|jobbmobil~|jobbtelefon~|tjänstemobil~|arbetstelefon~;
        mobil~|telefon|telefonen|jobbmobil~|jobbtelefon~|tjänstemobil~|tjänstetelefon~|arbetstelefon~|arbetsmobil~ * på|i * tåget|tåg|bussen|buss|taxin|taxi|flyget|tunnelbanan|krogen|restaurangen|butiken; tog|tagit * min|mitt|mina|vår * mobil~|telefon~|jobbmobil~|jobbtelefon~|tjänstemobil~;
        tappat|förlorat|slarvat|glömt|glömde|tappade|borttappat * bort? * mobil~|telefon~|lur|luren|jobbmobil~|jobbtelefon~|tjänstemobil~|tjänstetelefon~|arbetstelefon~|arbetsmobil~|abonnemang|simkort;
        mobil~|telefon~|lur|luren|jobbmobil~|jobbtelefon~|tjänstemobil~|tjänstetelefon~|arbetstelefon~|arbetsmobil~|simkort * borta|stulen|stulna|stulet|stals|snodd|snodda|snott|försvunnen|försvunnit|försvann|borttappad|borttappade|bortslarvad|tappad|förlorad|förkommen|kvarglömd;
        bestulen|rånad|stulit|stal|snott|snodde|sno|rånad|rånat|knyckt|norpat * mobil~|telefon~|lur|luren|jobbmobil~|jobbtelefon~|tjänstemobil~|tjänstetelefon~|arbetstelefon~|arbetsmobil~;
        hittar|finner inte|ej|int * mobil~|telefon|telefonen|lur|luren|jobbmobil~|jobbtelefon~|tjänstemobil~|tjänstetelefon~|arbetstelefon~|arbetsmobil~; spärra * mobil~|telefon~|abonnemang|abonnemanget|simkort|simkortet|kort|kortet|sim|jobbmobil~|jobbtelefon~;
        blivit * av med * mobil~|telefon~|jobbmobil~|jobbtelefon~|tjänstemobil~`,
      strong: `spärra|spärrning; borttappad; bort * mobil~|telefonen`,
      fair: `stulen|stulna; stöld`,
    },
    absence: {
      certain: `är sjuk|sjukskriven|föräldraledig|tjänstledig; sjukanmäl~; vabbar; på semester`,
      decisive: `slutar|går * klockan|kl|tidigare|tidigt|hem; kommer * senare|sent|sen; jobbar|arbetar * hemifrån|hemma; på|har * hembesök|läkarbesök|tandläkaren|läkaren|tandläkare; tar * ledigt; ledigt|kompar; borta * från * kontoret|jobbet|till|mellan; upptagen; ej|inte på plats|kontoret|jobbet|inne;
        kommer|kan|jobbar|arbetar inte|ej * idag|imorgon|jobbet|jobb|arbete; feber|influensa|magsjuka|migrän|covid|corona; på kurs|utbildning|konferens|resa|tjänsteresa|möte|rast|lunch|semester * hela|till|fram|veckan|dagen|idag|imorgon|nu; åter|tillbaka * jobbet|kontoret|arbetet|måndag|tisdag|onsdag|torsdag|fredag; sätt|ställ|ändra|lägg * frånvaro|borta|status|frånvarande|mig;
        är|blivit|blir|känner|ligger|hemma|mig * sjuk|sjuka|sjukskriven|hemma|magsjuk|förkyld; sjukanmäl~; sjukskriv~; sjuk idag|imorgon; vab~; vård av * barn; sjukt barn; barn * sjuk|sjuka|sjukt;
        semester * till|från|idag|imorgon|nästa|vecka|hela|i|och|mellan; är|går|har|på|tar * semester|föräldraledig|tjänstledig|ledig|föräldraledighet|tjänstledighet|lunch|kompledig|studieledig; föräldraledig~|tjänstledig~; kompledig;
        hänvisa|hänvisning|vidarekoppla|vidarekoppling|koppla * telefon~|samtal|samtalen|anknytning|anknytningen|min|mina|mig|mobil~|till; hänvisning; är|blir frånvarande|borta|upptagen|ute * till|idag|imorgon|hela|fram|nästa|på; frånvaro; frånvarande;
        sitter|är|har * möte|sammanträde|utbildning|konferens * till|hela|fram|idag|imorgon|nu|går|kan|och|klockan; tillbaka|åter * tidigare|måndag|tisdag|onsdag|torsdag|fredag|klockan|kl|imorgon|sa; obemannat|obemannad;
        tar * mina samtal|ärenden|telefon; anträffbar; inte|ej * nåbar|anträffbar; ledig * till|idag|imorgon|på|nästa|hela; kontoret|expeditionen|receptionen * stängt|stängd|tomt; öppna * min * anknytning|telefon`,
      strong: `semester; sjuk; ledig; inte * att? nå; på möte; lunch * till; tjänsteresa|resa * till; går hem`,
    },
    routine: {
      certain: `rutin|rutinen|rutiner|reservrutin~|handlingsplan|checklista|instruktioner för|vid|om|när; vad gör vi|man när|om; vad ska vi|man göra när|om; reservrutin~; hur gör vi|man när|om`,
      decisive: `utan * system~|§ * hur; hur|vad * utan §; plan b; manuellt|manuell; papper * när|om|medan; hur klarar|löser vi|man; vad gäller när|vid|om;
        rutin|rutinen|rutiner|rutinerna|instruktioner|instruktion|plan * för|vid|om|när * driftstopp~|avbrott~|stopp~|bortfall|strömavbrott~|§; hur|vad * jag|vi|man * när|om|utan * § * inte|ner|nere|funkar|fungerar|krånglar|ligger|är; hur|vad * jag|vi|man * utan §; hur * registrerar|dokumenterar|planerar|skriver vi|man|jag * när|om|utan|efter; ~minne|~minnet|usb * schema|schemat|scheman; vad gör vi|jag|man; vad ska vi|jag göra; hur gör vi|man; hur ska vi|man;
        vad|hur gör|göra|jobbar|arbetar|agerar|gäller jag|vi|man * när|om|vid|utan; vad|hur ska|skall|bör|måste vi|jag|man * göra|jobba|arbeta * när|om|vid; hur * gör|göra|jobbar|hanterar|klarar * när|om|vid|utan * §;
        rutin|rutinen|rutiner|rutinerna|reservrutin~|handlingsplan|nödrutin~|avbrottsrutin~|driftstoppsrutin~|beredskapsplan~|kontinuitetsplan~|reservplan~|checklista|checklistan|instruktion|manual * för? vid?; reservrutin~; avbrottsrutin~;
        hur|var|kan|måste * skriver|skriva|printar|hämtar|hämta|hittar|sparar|spara|får * ut? * schema|schemat|scheman|brukarschema|brukarscheman|översiktsschema~|besöks~|listor|listan|listorna; brukarschema|brukarschemat; översiktsschema~;
        vad * registrera~|dokumentera~|föra|föras|skriva * efteråt|sen|sedan|efter|in; vilka steg; steg för steg; på papper; papperslist~|pappersrutin~`,
      strong: `rutin; rutinen; checklista; registreras|dokumenteras * efteråt|efter; vad gör jag|vi|man; efteråt; instruktion`,
    },
    directory: {
      decisive: `vem är min|vår|hennes|hans * chef|ledare; vilka jobbar|arbetar|sitter; kontaktuppgifter|mejladress|mailadress * till|på;
        letar|söker|leta|söka efter; ^ telefonnummer; har * nummer|numret till;
        ge|få|har|hitta * mig|jag|du * nummer|numret|telefonnummer|telefonnumret|anknytningen|mejladressen till; vem * leder|basar|styr; vilka * jobbar|arbetar|sitter;
        sök|söker|söka|leta|letar|hitta|slå * upp? * person|anställd|anställda|medarbetare|kollega|namn|anknytning~|nummer~|telefonnummer~|telefonlist~|mejladress~|mailadress~|adress~|chef~; ^ sök|söker;
        vem|vilka är|heter * chef~|rektor~|enhetschef~|ansvarig|handläggare~|sekreterare~|förvaltningschef~|samordnare~|föreståndare~; vem|vilka sitter|jobbar|arbetar|svarar|har|finns * på|med|i|för|nummer|anknytning;
        telefonkatalog~|telefonlist~|katalogen|adressbok~|telefonbok~; vad|vilken|vilket har|är * anknytning~|mejladress~|mailadress~|mejl|mail|epost|epostadress~|direktnummer~|mobilnummer~|telefonnummer~;
        nummer|numret|telefonnummer|telefonnumret|anknytning|anknytningen|mobilnummer|mobilnumret|mejladress|mejladressen|mailadress|mailadressen|adress|adressen|epostadress|epostadressen|direktnummer|direktnumret till|för|på|hos|har; vilket|vad har|är nummer|numret`,
      strong: `mejladress~|mailadress~|epostadress~; telefonnummer~; kontaktuppgifter; anknytningen|anknytning`,
      fair: `vem är; nummer; söker`,
    },
    help: {
      decisive: `förstår|fattar|begriper inte|ej|int; jag förstår|fattar inte; hur börjar|kommer jag|man igång?; vad ska jag skriva|göra|säga; instruktioner|bruksanvisning * boten;
        vad gör|kan du; kan man göra|fråga;
        vilka|vad * kommandon|funktioner; berätta|visa * vad|hur; kan|vill du|ni hjälpa mig;
        vad|vilket|hur kan|gör|klarar du|ni|boten|driftvakt * göra|hjälpa|svara|till; vad|hur * använder|använda * detta|det|den|dig|boten|chatten|här|driftvakt; hur funkar|fungerar du|detta|det|den|boten|chatten|driftvakt;
        vad kan|får jag|man * fråga|göra|skriva|använda; vad är detta|du|driftvakt|boten|det; vem är du; ^ hjälp|help|meny|menyn|start|kommandon|info * !; vad * för * frågor; förstår|fattar|begriper inte * hur|boten|detta|du; behöver|vill ha? hjälp * med? * boten|detta|det|komma|använda; kan du hjälpa`,
      strong: `hjälp; hjälpa; meny`,
      hint: `hur gör`,
    },
  },
  scope: {
    onlyOne: `bara|endast|enbart jag|mig|mej|min|hos|för|en|han|hon; för|andra|alla|kollegan|kollegorna|resten|övriga * funkar|fungerar|går * bra|andra|alla|resten|kollegan|kollegorna|övriga; ingen annan; kollegan|kollegorna|andra * inga|inte problem;
      bara * mig|mej|jag|min|mitt; funkar|fungerar * för|hos * alla andra|kollegan|kollegorna`,
    many: `kan|får|kommer ingen|inga; ingen logga|komma; för|hos ingen; hela ~centralen|~gården|~hemmet|~enheten|~avdelningen|~kontoret|~skolan|~huset|~förvaltningen|~bolaget|~kommunen|~gruppen|~teamet|~byggnaden|~växeln; § * hos oss; många|flera som; är|vi flera som; ingen|alla hos; vi|oss; =vår|=våra|=vårt; ingen|inga som|av|här|på|kommer|kan|får|når|hos|i|vi|lärare|personal|anställda|användare|datorer|mobiler|telefoner|kollegor|annan; alla|samtliga|allihop|allihopa|allesammans * på|här|i|hos|datorer|mobiler|telefoner|användare|kollegor|har|får|anställda|lärare;
      allihop|allihopa|allesammans|samtliga; flera|många|fler|massa|några|andra * här|på|i|av|har|får|kollegor|användare|personer|anställda|medarbetare|oss; hela * kontoret|avdelningen|enheten|gruppen|arbetsplatsen|skolan|boendet|huset|kommunen|tierpsbyggen|hemtjänsten|byggnaden|personalen|teamet|förvaltningen;
      kollegor~; för alla; kollegor * också; överallt; jag och * kollega|kollegor|andra|två|tre|fler`,
    one: `jag; mig; mej; min; mitt; mina; kollegan; kollega; en person; hon; han; en användare; vikarien`,
  },
  besideCancel: 'jag vi vill det detta här den där allt alltihop nog hellre gärna helst bara',
  cancel: `låt bli; låt det vara; låt det bero; ändrade mig; jag har ändrat mig; jag struntar i detta; avbryt; avbryta;
    avbryt det här; avbryt detta; avbryt allt; avbryt samtalet; avbryt konversationen; avbryt anmälan; avbryt felanmälan;
    jag vill avbryta; vill avbryta; kan vi avbryta; vi avbryter; jag avbryter; glöm det; glöm det här; glöm det där;
    glöm bort det; glöm alltihop; glöm allt; glöm; glöm vad jag skrev; stopp; stoppa; stop; sluta; sluta nu; jag vill sluta;
    vill sluta; avsluta; avsluta samtalet; avsluta konversationen; jag vill avsluta; vill avsluta; vi avslutar; lägg av;
    lägg ner; lägg ned; strunt i det; strunta i det; strunta i allt; skit i det; skiter i det; struntar i det; skita i det;
    det var inget; strunt samma; skit samma; jag ångrar mig; ångrar mig; jag har ångrat mig; behövs inte längre; det behövs inte längre;
    jag vill inte mer; vill inte mer; orkar inte mer; vi struntar i det; jag struntar i det`,
};
