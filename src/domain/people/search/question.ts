import { foldedWords } from './fold.ts';

/** Words of questions for somebody, in the four languages, which are not what is looked for. */
const ASKING = new Set(
  foldedWords(
    `
    vad vem vilka vilken vilket var hur har är i på till för med om av och eller den det de som jag man vi du mig oss min vår kan vill ska få finns
    nummer numret telefonnummer telefonnumret telefon anknytning anknytningen mobilnummer mobilnumret mejl mejladress mejladressen mail mailadress mailadressen
    adress kontaktuppgifter sök söker söka leta letar letade efter hitta hittar slå upp visa ge ring ringa når nå ansvarar ansvarig ansvariga hand sköter jobbar arbetar sitter heter
    hej tack snälla person personen någon nån kontakt kontakta telefonkatalog telefonkatalogen katalogen
    hva hvem hvilken hvilket hvor hvordan har er i på til for med om av og eller jeg vi meg oss kan vil skal få finnes finn finne
    nummeret telefonnummeret internnummer internnummeret epost epostadresse søk søker lete leter etter vis gi ringe ansvarlig jobber arbeider sitter heter
    hei takk noen personen telefonliste telefonlisten katalogen
    wat wie welke waar hoe heeft is zijn in op naar voor met over van en of de het een die dat ik we wij mij ons kan wil mag
    nummer telefoonnummer doorkiesnummer toestel toestelnummer mailadres emailadres zoek zoeken zoekt vind vinden toon geef bel bellen bereik verantwoordelijk
    werkt werken zit heet hallo dank iemand persoon contact telefoonlijst telefoongids bij doet
    what who whom which where how has have is are the a an in at on to for with about of and or i we me us my our can want get find
    number phone telephone extension mobile email mail address contact search look looking up show give call reach responsible works work does handles charge
    hello hi thanks please somebody someone person directory phonebook`.replaceAll(/\s+/g, ' '),
  ),
);

/** What of a question for somebody is looked for: its words without those that only ask. */
export function searchWords(text: string): { readonly words: string; readonly phrase: string } {
  const all = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}'’-]+/gu) ?? [];
  const isSought = (word: string): boolean => foldedWords(word).some((part) => !ASKING.has(part));
  const [first, last] = [all.findIndex(isSought), all.findLastIndex(isSought)];
  return {
    words: all.filter(isSought).join(' '),
    // As it was written, "health and care".
    phrase: first === -1 ? '' : all.slice(first, last + 1).join(' '),
  };
}
