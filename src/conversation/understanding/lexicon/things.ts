/** Words of the four languages for the same thing: whoever names one means a service that the playbook knows by another. */
export const THINGS = [
  `printer skrivare skrivaren skriver skriveren printern printeren printer copier kopiator kopiatorn kopimaskin kopimaskinen
  kopieermachine utskrift utskriften utskrifter printe printa printen printing print printjob afdrukken afdruk multifunctional
  multifunksjonsskriver toner`,
  `dator datorn datorer datorerna datamaskin datamaskinen datamaskiner pc pcn pcen pcer pcene laptop laptopen laptoppen computer
  computers computere notebook skärm skärmen skärmar skjerm skjermen skjermer scherm schermen monitor screen tangentbord
  tangentbordet tastatur tastaturet toetsenbord keyboard desktop`,
  `lösenord lösenordet passord passordet wachtwoord wachtwoorden password passwords användarnamn användarnamnet brukernavn
  brukernavnet gebruikersnaam username`,
  `mobil mobilen mobiler mobilerna mobilene mobiltelefon mobiltelefonen mobiltelefoner mobiltelefon mobiel mobieltje mobile mobiles
  cellphone smartphone smarttelefon smarttelefonen smartphonen gsm iphone lur luren cell jobbmobil jobbmobilen tjänstemobil
  tjänstemobilen tjänstetelefon tjänstetelefonen arbetsmobil arbetsmobilen arbetstelefon arbetstelefonen jobbtelefon jobbtelefonen
  jobbtelefonene werktelefoon werkmobiel simkort simkortet simkaart sim abonnemang abonnement`,
  `telefon telefonen telefoner telefonerna telefonene telefoni telefonin telefonien telefoon telefoons telefonie phone phones telephone
  telephones telephony växel växeln växlar sentralbord sentralbordet telefooncentrale switchboard landline anknytning anknytningen
  toestel toestellen headset`,
  `internet internett internettet nät nätet nätverk nätverket nett nettet nettverk nettverket netwerk network internetverbinding
  internetuppkoppling uppkoppling uppkopplingen wifi wifin wifit wlan trådlöst trådløst bredband bredbåndet bredbånd fiber router
  routern ruter ruteren online`,
  `mail mailen mailar mejl mejlen mejlet mejlar epost eposten epostene outlook mailbox mailboxen postvak inbox inkorg inkorgen innboks
  innboksen email emails mails mailtje mailtjes postlåda emailen`,
  `server servern serveren servers servrar servrarna servere`,
  `app appen appar apparna apper appene apps`,
  `journal journalen journalsystem journalsystemet pasientjournal pasientjournalen patientjournal patientjournalen patiëntendossier
  dossier records`,
  `lön lönen lönesystem lönesystemet lønn lønnen lønnssystem lønnssystemet salaris salarissysteem payroll salary personalsystem hr`,
  `planering planeringen planeringssystem planeringssystemet planlegging planning planningssysteem tidsplanering`,
] as const;

/** The thing that is lost when a phone is lost: a mobile one, else any. */
export const LOST_THINGS = [THINGS[3], THINGS[4]] as const;

/** Heads of compounds that are no longer the thing itself: a phone number is no phone. */
export const NOT_THE_THING = `nummer nummeret numret numrets number numbers adress adressen adresse adressene adres tid tider tiden lista listan liste listen lijst
  katalog katalogen gids bok boka boek tjes kort kortet`;
