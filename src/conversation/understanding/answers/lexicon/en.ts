import type { AnswerLexicon } from './lexicon.ts';

const WHO = `he|she|someone|somebody|resident|patient|client|child|baby|kid|pupil|student|colleague|woman|man|person|guest|people|user|they`;

/** English. */
export const en: AnswerLexicon = {
  replies: {
    yes: `yes; yess; yep; yeah; yea; yup; ya; ye; aye; yes yes; sure; sure thing; of course; certainly; definitely; absolutely; naturally; indeed; exactly; precisely; correct; right; thats right|correct|true; that is right|correct|true|it; its right|correct|true; true; affirmative; yes please; please do; i|we did|do|have|am|are|can; she|he|they|it did|does|has; yes it is|does|did; it is;
      i|we? ive? weve? have? got|gotten hold of …; ive|weve|i|we? have? got|gotten through to …; i|we? reached|spoke|talked to|with? …; ive|weve? spoken|talked to|with …; i|we have spoken|talked|been to|with|in …; i|we? am|are speaking|talking to|with …; she|he|they|someone|somebody answered|picked|responded|replied up?; they|he|she picked up; eventually; finally; y; j;
      yes|yeah? they|she|he|someone picked up; i did yes; got through; i|we? got through to …; i|we? managed to reach|speak|get|talk …; i|we? just|finally spoke|talked|reached to|with? …`,
    no: `no; noo; nope; nah; naw; nay; no no; n; not yet; not at all; not really; unfortunately not; sadly not; im afraid not; certainly|definitely|absolutely not; no way; negative; wrong; incorrect; not right|correct|true; thats wrong|not right|not correct|incorrect; that is wrong|not right|incorrect;
      no answer|reply|response|luck|one|contact; theres no answer|reply|response; nobody|noone answers|answered|answering|picked|picks|picking|responds|responded|there|replied up?; nobody is? answering|there|home|available; no one answers|answered|answering|picked|picks|is|responds|responded|there|replied up|answering|there?; got no answer|reply|response; getting no answer|reply|response; got nobody|noone; i|we? reached nobody|noone|no_one; i|we? couldnt|cant|cannot|didnt|havent reach|contact|find anyone|anybody|someone|them|her|him; i|we? couldnt|cant|cannot|didnt get|got hold of anyone|anybody|someone|them|her|him; i|we? couldnt|cant|cannot|didnt get|speak|talk|got through? to|with? anyone|anybody|someone|them|her|him?; i|we? could|can|did not reach|contact anyone|anybody|someone|them|her|him; i|we? could|can|did not get|speak|talk hold|through|to of|to? anyone|anybody|someone|them|her|him?; i|we? havent reached|spoken|gotten|got anyone|anybody|to|hold|through anyone|anybody|of anyone|anybody?; i|we didnt|havent|cant|couldnt|dont; i|we did|have|do|can|could not; it|she|he|they didnt|doesnt|isnt|hasnt; they|she|he did|do|does not|dont answer|pick up?; they|she|he didnt|dont|doesnt|arent|isnt answer|answering|pick|picking|respond up?; doesnt|didnt answer;
      voicemail; voice mail; just|only|got|getting|get the|a? voicemail; i|it|we? got|get|went|goes|reached straight? to? the|a|their|her|his? voicemail|machine; answering machine|service; line|its|it|phone is? busy|engaged; the line|phone is busy|engaged; busy; engaged; still? on hold; on hold; it just|only? rings; just|keeps ringing; it|that|this? doesnt|didnt|does|did not? work|help; not worse; its not worse; it is not worse; isnt worse;
      nobody|noone|no_one is picking|answering|responding|available|there|in up|the_phone?; i? tried but no answer|luck|reply|response; i? tried but nobody|no_one|noone answered|answers|picked_up; still not|nothing|no_answer|waiting|no_luck; they|she|he|it|everyone is|are|has|have|had|s closed|left|gone|busy|out|away|gone_home|left_already; theyre|hes|shes closed|gone|busy|out|away; closed; no luck yet; it keeps ringing; straight to voicemail; keeps going to voicemail; no response yet; nobody there;
      no he|she|they|hes|shes|theyre is|are|has|have|was|were|on|at|off|in|away …; no i|we? havent|didnt|couldnt|cant|wasnt …; no i|we have|did|could|can not …; no i|we? need|have|must|should to …; it? just? rang|rings|ringing out; cant|couldnt get through`,
    skip: `skip; skip it|this|that|ahead; skip this|that|the one|question|step|part; pass; next; next question|step|one|please; move on; go on; lets skip; lets skip it|this|that; i|we? want|would|id|ill|lets|will|rather to|like? to? skip this|it|that|the? one|question|step?; can i|we skip this|it|that? one|question?; no|without photo|picture|image|pic|photos|screenshot; a? photo not available; i? dont have a? photo|picture|screenshot; i? have no photo|picture|screenshot; rather not say|answer; prefer not to? say|answer?; i prefer not to say|answer;
      just skip|skip_that|skip_it; lets move on; next please; dont have one|a_photo|a_picture; no screenshot; skip to the? next one?; leave blank|it_blank`,
    done: `done; all done; im done|finished|ready; i am done|finished; we are done; were done; finished; that is|was all|it|everything; thats all|it|everything; thatll be all; that will be all; nothing more|else|further; nothing more|else|further to add|say|report; no more; completed; complete; all set; im all set; end of story; already done;
      thats|that_is all|everything|it for_now|from_me|i_have; thats all|everything i have|got; nothing else thanks; i have nothing more|else|further to_add?;
      nothing to? add|report|say`,
    back: `back; go back; back up; previous; previous question|step|one; go to? previous question|step?; one step back; a step back; step back; go one step back; go back one? step|question?; can i|we go back; back to previous|last|the question|step|one?; take me back; return;
      take me back to …; one|a? step back; go one|a step back`,
    restart: `start over; restart; start again; begin again; start afresh; start anew; lets start over|again; can i|we start over|again; i want to start over|again; from the beginning|start|top; from scratch; start from the? scratch|beginning|start|top; begin from the beginning|start; start fresh; restart conversation|chat|this; restart the conversation|chat; reset; do over; redo everything; all over again; over again;
      let|lets me|us? start|begin over|again|afresh; can you start over; start all over; i|we? want|need to start|begin again|over; start over from …`,
    later: `later; not now; not right now; maybe later; later please; in a minute|moment|bit|while|sec|second; hold on; wait; wait a? minute|moment|sec|bit|second|please; one|a|just a? moment|minute|sec|second; just one moment|minute|sec|second; moment; hang on; give me a minute|moment|sec|second|while; brb; be right back; soon; shortly; i will get back to you|this later?; ill get back to you|this later?; ill do|call it|this|them? later; call later; will do|call later; remind me later?; no time now|right now?; i? have no time now|right now?; i? dont have time now|right now?; i? cant right? now; cant do that? now|it right? now?; do it|this|that later;
      give me a|one|two|five|ten|a_few minutes|minute|mins|min|second|seconds|sec|moment; come back later|to_it_later; i? have|need|got to run|go|leave now?; gotta go|run; bit later; busy now|right_now; in five|ten|a_few minutes|mins; later today; get back to you|it|this later?`,
    thanks: `thanks; thank; thank you|u; thx; tx; tnx; ty; tysm; cheers; ta; thanks a lot|bunch|million|ton; many thanks; thanks so|very much; thank you so|very much; thank you very very much; much appreciated; appreciated; i? appreciate it|that|your help; thanks|thx for your|the|all help|helping|info|reply|that|everything|answer|quick_reply|quick_help; thank you for your|the|all help|helping|info|reply|that|everything|answer|quick_reply|quick_help; great thanks; perfect thanks; awesome thanks; thanks mate|again|everyone|all|bye; bye thanks; great help;
      thanks|thank_you|thx for the|your|all? quick? help|assistance|support|response; thanks very much indeed?; thanks again for …; thank you again|all|everyone|kindly`,
    greeting: `hello; hi; hey; hiya; howdy; yo; hello hello; hi hi; hello there; hi there; hey there; good morning|afternoon|evening|day; hi bot|all|everyone|team; hello bot|all|everyone|team; greetings; heya; helloo`,
    worse: `worse; worse now; its worse; its|it|things|this|everything? is|has|have|just|only|keeps? got|gets|gotten|getting|become|becoming|became|been? much|even|way|far? worse now?; much|even|way worse now?; it|its|is? spreading now?; it is spreading; it has|is? spread|spreading; now its|it_is everyone|everybody|everywhere|all_of_us; now its|it_is the whole|entire department|office|unit|school|building|team|floor|ward|place; now the whole|entire department|office|unit|school|building|team|floor|ward|place is? down|out|affected|offline?; the whole|entire department|office|unit|school|building|team|floor|ward is down|out|affected|offline now; the? whole|entire department|office|unit|school|building|team|floor|ward now; now everyone|everybody is|has affected|down|it|problems|trouble|hit|the_same_problem; everyone|everybody|all_of_us is|are|has? affected|down|hit now; more people|users|colleagues are|have affected|it|problems|hit now?; now nothing|everything works|is|working down|broken|out|dead?; nothing works now|anymore; everything is down now; escalating; it has deteriorated; deteriorating; now all of us;
      it|its|problem|the_problem? has? spread|spreads|spreading to …; more and more …; now its|it_is|all|everyone|everybody|the_whole|the_entire * down|out|affected|offline|without|dead; much|even|way|far worse …; now also …; now more people|users|colleagues …;
      now * wards|departments|floors|schools|offices|units are|is down|out|affected|offline`,
    'do-not-know': `i? really|honestly? dont really|honestly|even? know really|exactly|yet|sure|either?; i? dont know for sure; i? do not know; dunno; i dunno; idk; no idea|clue; i? have|ive got? no idea|clue; i? havent a clue; not sure; im|i am|am? not sure|certain really|yet|about that?; im not really|entirely|quite|100 sure|certain; not really|entirely|quite|100 sure|certain; unsure; im|i am unsure; uncertain; maybe; perhaps; possibly; hard|difficult to say|tell|know; i? cant|cannot tell|say|remember; unknown; who knows; dont remember; i dont remember; beats me; not a clue; unclear; no opinion; might be; could be; havent got a clue|idea;
      i? really|honestly? couldnt|cant really? say|tell|remember; i? really|honestly? could|can not really? say|tell|remember; havent a clue|idea|the_faintest; i? have|havent no|the|a? faintest? idea|clue; not that i know of?; i? really|honestly? have no idea|clue; i? dont have a|any clue|idea; cant recall|remember; no clue sorry; couldnt tell you|say`,
  },
  agree: `ok; okay; okey; okej; oke; k; kk; okie; okey dokey; okie dokie; alright; all right; fine; thats fine|ok|okay|good|great; that is fine|ok|good; sounds good|great|fine|ok; go ahead; go for it; do it; do that; good; great; perfect; got it; understood; roger; will do; very well; fair enough; mm; mhm; uh huh; cool`,
  noReply: 'right|exactly|just|precisely now|here|away|there|then; sure enough',
  beside: `i we want to would like id lets it this that here right now just really actually please think can do the a is my so well then one again directly bit quite truly already very all folks everyone you me let us with for on at my`,
  but: 'but although however though',
  spoils: `voicemail machine answering wrong almost nearly soon later queue nobody noone none not never without trying tried if but no didnt couldnt dont`,
  quantities: 'some few all several many only just whole everyone',
  numbers: {
    cardinals: `one|won two three four five six seven eight nine ten`,
    ordinals: `first|1st second|2nd third|3rd fourth|4th fifth|5th sixth|6th seventh|7th eighth|8th ninth|9th tenth|10th`,
    last: 'last',
    beside: `number no nr option choice alternative button line item the that this i we ill take choose pick want go with for please its is it mean be to would like say think guess`,
  },
  not: 'not isnt arent wasnt dont doesnt didnt non cannot cant hasnt havent wont aint nt never',
  none: 'no nobody noone none nothing nope without neither nor',
  danger: {
    says: `danger|risk|threat to someones|peoples|their|his|her|a|the? life|lives|health|life; lives|life|health|patient~|resident~|client~|child~|people|someone|person|somebody|kid~|baby is|are|s|was|in? at|in danger|risk; life threatening; lifethreatening; lives at stake|risk; matter of life; life is? on the line; 
      ${WHO} is|are|was not|isnt|arent|barely|hardly breathing; ${WHO} is|are|was? struggling to breathe; isnt|arent|not|barely|hardly|stopped|wasnt breathing; cant|cannot|unable|struggling|struggles to? breathe; stopped breathing; trouble|difficulty breathing; fainted|fainting|faints; ${WHO} faint; passed out; unconscious|unresponsive; ${WHO} has|have? just? collapsed|collapsing|collapses; lost consciousness;
      heart attack; cardiac arrest; ${WHO} * stroke; having a stroke; had a stroke; bleeding heavily|badly|a|lot|profusely|out|severely; ${WHO} is? bleeding; seizure|seizures|convulsing; ${WHO} is|are? choking|choked|suffocating;
      need|needs|call|send|get|require|calling * ambulance|paramedics; ambulance now|please|needed|immediately|asap; call|calling|dial|called 911|999|112; ${WHO} is|are|will|may|might|could|can|would? going|about? to? die|dying; ${WHO} dying|died; ${WHO} could|might|will|may|would|can die; i am|m dying; im dying; ${WHO} is|has? dead|died; 
      there is|s a? fire; theres|there a? fire; on fire; fire in|at the|our|a? building|kitchen|room|house|office|ward|corridor|basement; a building is burning; seriously|badly|severely injured|hurt|wounded; ${WHO} is? has|been? injured|hurt|wounded; overdose|overdosed|suicide|suicidal; kill himself|herself|themselves; threatening|attacking|attacked|threatens * knife|gun|weapon; gas leak; explosion; anaphylactic|anaphylaxis; allergic shock;
      ${WHO} isnt|arent responding; ${WHO} is not responding; ${WHO} is|has turned|turning|gone? blue; ${WHO} fell unconscious; no pulse`,
    lookalikes: `dying|die|died|dead|dies of|to|from|for|laughing boredom|laughter|know|see|get|curiosity|embarrassment|shame|hunger|hear|coffee|find; dying to; dying for; dying of boredom|laughter|curiosity|embarrassment|shame; die of boredom|laughter; firewall; fire wall; feel faint praise; on fire with; ${WHO} keeps dying; life threatening boredom|boring; inbox is on fire; deadline is on fire`,
  },
  critical: {
    says: `critical|critically; urgent|urgently|urgency; asap; emergency; as soon|fast|quickly as possible; as soon as you|we can; need|needs|must|fix|fixed|help|solve|solved|have * immediately; at once; need|needs|must|fix|help|solve|have * right|straight away; immediate|immediately help|assistance|attention|action; top|highest|high priority|prio; priority one|1; p1|prio1; hurry; rush; cannot|cant wait; need|must|needs * fixed|solved * now; crisis; pressing; time sensitive|critical; without delay; acute`,
    lookalikes: `urgent|critical|emergency|acute care|ward|room|unit|department|clinic|exit|phone|mission; emergency exit|room|ward|department|services; critical of; business|mission|less|almost critical|urgent; no rush; rush hour`,
  },
  between: `a an any immediate immediately imminent direct really very so that too terribly super particularly is are was it its be in at of to the real actual actually any this exactly overly necessarily us we have has been being did does do case event matter kind currently need seems feels looks thankfully luckily fortunately definitely certainly probably absolutely obviously just there`,
  tail: 'yet now anymore though really at all right currently thanks actually either it',
  supposed:
    'if when what how case whether define means mean meaning word term event should drill exercise unless',
  asked: `what counts|qualifies|constitutes|means; definition|meaning of; what * mean|means|count; how * define|know|determine`,
  asking: 'is are was how what when does should which',
  correction: {
    meant: `i|we? meant|mean|ment; i|we was|were talking|thinking|writing about|of; i|we? meant|wanted to say|write|type; should be|say; i|we? should have said|written`,
    oops: `oops; ops; whoops; sorry; apologies; pardon; excuse me; my bad|mistake; wrong; wrong one; thats wrong; that was wrong; mistake; a? typo; correction; wait; hold on; but; or; rather; actually; well; oh; yes; hi; hello; my apologies`,
    no: 'no nope nah noo',
    itIs: `its|thats; it|that|this is|was|concerns; it|that should be; its|it about; it is about; this one`,
    but: 'but',
    determiners: 'the my our that this those these',
    where: 'in on at by one next',
    other: 'other others another',
    that: 'that to',
    states: `fine ok okay good right great ready true same down dead broken gone out still wrong correct busy engaged closed late too chaos i we he she they nobody everyone everybody only whole all much bit nothing it well serious works working doesnt does can has have is went answered answers got completely always never again now here there critical urgent bad worse better weird strange impossible not done just been getting very so really`,
  },
  wish: {
    names: {
      sv: 'swedish',
      nb: 'norwegian',
      nl: 'dutch',
      en: 'english',
    },
    beside: `in to speak speaking talk write reply answer switch change use set language the a can could may you we i would like want prefer only just please pls plz do it this that here with me us my go going continue carry on over now instead lets let have understand know read be is possible bot thanks also id rather translate chat`,
    from: 'from',
    into: 'to into',
  },
};
