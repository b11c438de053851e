import type { Lexicon } from './lexicon.ts';

/** English. */
export const en: Lexicon = {
  telling: `i you he she we they it this that these those the a an is am are was were be been have has had not no and or but as on of from
    with without for about when where here how what whats who whos which why nobody noone someone anyone something anything everyone everybody
    everything all always never me my mine your our us them their shall should can cant could will wont would must do does dont doesnt
    did didnt go goes get gets got come comes thanks thank hello please today yesterday tomorrow now again only also very after works
    working down up help since at to in by im ive ill there any just isnt arent anymore`,
  courtesy: `hi hello hey good morning afternoon evening dear please thanks thank thx you cheers regards sorry excuse pardon yes yeah no nope ok okay
    oh uh um hmm well then so but now just bot driftvakt again actually kindly best it team`,
  topics: {
    report: {
      certain: `we|nobody|noone|everyone|everybody cant|cannot|can|unable * not? * work; nobody can work; at a standstill`,
      decisive: `how|where do|can|should i|we report|log|submit; want|need|like to report`,
      strong: `cant|cannot|not|dont * hear|see|find|reach|send|save|open; nothing happens; out of order|toner|ink|paper; stuck in; keeps * me; wrong password; says * wrong|error|denied|failed;
        report|log|register|raise|submit * fault|problem|issue|error|incident|outage|bug|ticket; ticket please;
        offline|unavailable|unreachable|unresponsive|unstable|intermittent~|missing|disconnected; spinning|loops|looping; timed|times|timing out; messed|screwed up; playing|acting up; doesnt|dont|wont|isnt|arent|cant|cannot|didnt|wouldnt|couldnt|not * work|working|start|open|opening|load|loading|respond|answer|print|printing|charge|connect|connecting|save|saving|send|sending|turn|call|log|login|sign|ring|receive|sync|show|update|access|reach|get|see|use|hear|boot; does|do|will|is|are|can|did not|nothing|no * work|start|open|load|respond|answer|print|connect|save|saving|log|get|working|send|sending|access|online|in|into;
        cant|cannot|unable|impossible; nobody|noone|none|no one? * can|gets|get|is|able|has; is|are|went|been|go|goes * down|offline|dead|gone|broken|frozen|stuck|jammed|out|unavailable|unreachable; down at|in|for|on|since|again; broken|broke|dead|frozen|stuck|jammed|cracked|smashed|busted|faulty|kaput; crash~; freez~; froze; hang|hangs|hanging|hung; glitch~; acting up; malfunction~; keeps * crashing|freezing|forgetting|disconnecting|logging|restarting|failing;
        stopped|stops|stop|quit|quits * working|responding|ringing|printing|charging|loading; stopped; quits; error; errors; fails|failed|failing|failure; locked out; locked * account|me|us; logs|logged|kicks|kicked|throws * out; refuses; come|came|comes|ground to a stop|halt|standstill; at a standstill; standstill; halt; dropped|drops|dropping|disconnects|disconnected|disconnecting|cuts|interrupted; aborted|aborts|gets * cancelled|canceled; is cancelled|canceled;
        no|without|lost|losing * internet|network|signal|sound|connection|power|picture|wifi|mail|email|dial|tone|coverage|access|reception; something|somethings * wrong|weird|strange|off|broken; wrong with; issue|issues|problem|problems|trouble|difficulties with|in|on; really|very|so|extremely|super|too slow|laggy|sluggish; slow|laggy|sluggish; bouncing|bounces|bounced; forgot|forgotten|forgets|forgetting * password~; password * wrong|expired|forgot|rejected; blank|empty|black|white|blue page|screen; paper jam; blinking|beeping|flickering|smoke|smoking; does nothing; gives * blank|error|wrong; gone; having * problem|problems|trouble|issues`,
      fair: `fault; problem; issue; outage; § * not|doesnt|wont|cant|isnt; not|no|cant|cannot * §; incident; help * with §; need * help * with; down; cant; wont`,
      hint: `not; doesnt; without; missing; password; dropped; § gone|missing`,
    },
    who: {
      certain: `who|whom should|do|can|must|to i|we|one call|contact|ring|phone|reach|notify|inform|tell; who to call|contact|ring|notify`,
      decisive: `who|whom do|can|should i|we * about|to;
        can|could someone|somebody|anyone * from|at it|support|helpdesk * call|help|come|phone; how can|could|do|should i|we * contact|reach|call|get; is there a|any? number|phone|contact for|to; who is|s|are * responsible|charge|available|duty * for|from|in|it|support|now; who is available; want|need|trying to call|reach it|support|helpdesk; number * emergency|emergencies|urgent; when does|do|is * support|helpdesk|it * open|close;
        who * takes|receives|handles|deals|looks * reports|faults|it|computers|problems|care|after; to call * night|evening|weekend|now|hours; where * call * after|at|on; number * dial|call|ring|use;
        who|whom * inform|notify|alert|warn|speak|talk|tell|involve * to|about?; who can|could|should|must|do i|we|one|help|fix; need|want|like|have * speak|talk|call|reach|get * to|hold|with * someone|somebody|anyone|it|support|technician|human; give|get|have * number|phone for|of|to * it|support|helpdesk; who * help * when|now|after;
        who|whom|which number? do|should|can|must|shall|could|would|may i|we|one|you * call|contact|ring|phone|ask|talk|speak|email|reach|turn|report|tell; who|whom to * call|contact|ring|phone|ask|talk|speak|tell; where|whom * do|should|can|to * call|turn|report; what|which * number * call|ring|phone|dial; who * is|s|has * on * call|duty|standby; whos * on * call|duty; is|are * anyone|anybody|someone|somebody * on|at|there|available|reachable * call|duty|it|support|now|tonight|helpdesk; on call; on duty; number|phone|contact * for|of|to * it|support|helpdesk|servicedesk|desk; support|helpdesk|it * number|phone|hotline;
        how * reach|contact|call|get * hold|support|it|helpdesk|someone|somebody|you|service; how do|can i|we * reach|contact|call; is|are * support|it|helpdesk|switchboard|desk * open|available|reachable|manned|staffed; when * open|opens|close|closes * support|helpdesk|it|switchboard|desk; when * support|helpdesk|switchboard * open|opens|close|closes; who * handles|handle|responsible|fixes|supports|helps|looks|deals * §; who * can * help; who can|should * fix`,
      strong: `who * call|contact|ring; support hotline|number; hotline; opening hours; contact it|support|helpdesk; call it|support|helpdesk; emergency number`,
      fair: `number; call now; contact`,
    },
    status: {
      decisive: `^ is|are there anything|something planned|scheduled; is there something * with §; last|take * much longer;
        ^ is|are * anything|something|everything|systems|stuff * down|up|wrong|working|broken; ^ which|what systems|services|outages|problems|issues * down|known|are|now; ^ anyone|anybody|someone|others else; ^ are|is you|they|it|someone|anyone|guys * working|looking|fixing|investigating; ^ whats|what is|s happening|wrong|broken|down; ^ what happened|happens to|with §; ^ what|whats is|s? up? with|about the|our? §; is the|this issue|problem|fault|outage known|reported|fixed; being|getting fixed|repaired|worked;
        when is|are|will|does|can * §; others|anyone|anybody|somebody|someone else * §|having|problem~|issue~; planned|scheduled * downtime|outage;
        ^ is|has|are|was * it|that|problem|issue|outage|fault|everything|system * fixed|resolved|solved|sorted|repaired|over|working|done|back; ^ have|did you|they|it * fixed|resolved|found|solved; ^ does|do § work|works; will there be * maintenance|update|downtime;
        ^ is|are|has|does the|our|your? § * down|up|back|broken|working|out|offline|having|still|again|not|for|crashed|work; ^ is|are § * down|up|back; is|are there * issue|issues|problem|problems|outage|outages|disturbance|maintenance|disruption|fault; any|known|current|ongoing|planned * outage|outages|disturbance|disturbances|disruption|issues|problems|downtime|maintenance|faults|incidents; are|is you|it|support|they * aware|working|fixing; do|did you know * about|that|§;
        when will|is|are|does|do|can * back|up|fixed|resolved|restored|running|online|available|over|solved|repaired|work; how long * outage|last|take|down|downtime|disruption|until|this; when * maintenance|service|update|window|downtime|upgrade; maintenance * window|planned|scheduled|tonight|today; service * window|status; system|operating|operational * status|information; outages; scheduled maintenance; latest|news|update|updates * on|about outage|§|disruption|downtime; status * of|for|on the? §; anyone|others|everybody|anybody * else * problem~|issue~|trouble|having|down; what * status * §; working on * it|problem|issue|fix`,
      strong: `status; downtime; maintenance; fixed yet; resolved; outages; disruption; eta`,
      fair: `aware; outage today`,
    },
    'my-reports': {
      decisive: `ticket|case|reference number; what|which * have|did i * reported|report|submitted; reply|answer|response * to|on * my|report|ticket|case; became of; where is|s my * ticket|report|case;
        i|we|ive * sent|submitted|made|filed|opened|raised|created * report|ticket|case|request * yesterday|last|earlier|before|week|monday|tuesday|wednesday|thursday|friday;
        did|have|has|was|is * you|anyone|someone|anybody|it * get|got|seen|look|looked|read|received|handled * my|report|ticket|case; previous|earlier|past|old * reports|tickets|cases; follow|following up * report|ticket|case; status * my|ticket|case|report;
        my|our * report|reports|ticket|tickets|case|cases|request|requests|incident|incidents|submission; report|ticket|case|fault|problem|issue|request|error that? i|we * reported|sent|made|filed|submitted|raised|logged|opened; i|we|ive|have * reported|submitted|logged|filed|raised * yesterday|last|earlier|before|week|monday|tuesday|wednesday|thursday|friday|morning; what * happened|happening|happens|going * with|to|on * report|ticket|case|reported; news|update|progress|status * on|about|of * my|reported|ticket|case|report; withdraw|retract|update|edit|change|amend * report|ticket|case; add * to * report|ticket|case; open|existing|previous * reports|tickets|cases; show|list|see * reports|tickets|cases`,
      strong: `ticket; case; cases; tickets; ticket number; reported * yesterday|last|earlier|monday|tuesday|wednesday|thursday|friday; reports`,
    },
    'lost-phone': {
      decisive: `dont|do know|remember * where * phone|mobile|cell; somebody|someone * took|has|stole|grabbed * phone|mobile|cell; phone|mobile|cell|cellphone * nowhere|vanished|left behind; left behind * phone|mobile; cant|cannot locate * phone|mobile|cell;
        phone|mobile|cell|cellphone * missing|vanished|disappeared;
        lost|lose|misplaced|left|forgot|forgotten|missing|dropped * phone|mobile|cell|cellphone|smartphone|iphone|sim; phone|mobile|cell|cellphone|smartphone|iphone|sim * lost|stolen|missing|gone|disappeared|nicked|pinched|misplaced|taken|snatched|robbed|vanished; mobile|phone|cell|cellphone|smartphone * in|on * taxi|bus|train|cab|plane|tram|tube; stole|stolen|robbed|nicked|snatched|took|pinched|mugged * phone|mobile|cell|cellphone|smartphone; cant|cannot|not|couldnt|unable * find * phone|mobile|cell|cellphone|smartphone; block|lock|disable|suspend|bar * sim|phone|mobile|subscription|cellphone|card; phone|mobile * find * anywhere|nowhere`,
      strong: `lost|stolen * phone|mobile; block * sim`,
      fair: `stolen; theft; block; lost`,
    },
    absence: {
      certain: `am|im|off|in|out sick|ill; sick leave; on vacation|holiday|leave; out of office`,
      decisive: `leaving|leave|finishing|going * early|home; running late; late today; work|working * home; dentist|doctor|appointment|hospital; take|taking|have|having|got|need * off; away * from|until; busy until; not in * today|office|tomorrow; wfh;
        wont|cant|not|cannot|unable * be|come|coming|work|working * in|today|tomorrow|work; fever|flu|migraine|covid; set|mark|put|register * away|absent|out|absence; back on|at|in * monday|tuesday|wednesday|thursday|friday|work|office; home with * sick|ill|kid|child|kids|children|flu; in a meeting|course|training; at a course|conference|training;
        am|im|is|are|being|feel|feeling|calling|call|called|off|home * sick|ill|unwell|poorly; sick leave|today|tomorrow|note|child|kid; child|kid|son|daughter * sick|ill; on|have|go|going|take|taking|from|for * vacation|holiday|holidays|leave|parental|maternity|paternity|annual|lunch; vacation|holiday * until|till|from|next|to|week|tomorrow; leave * from|until|till|cancelled|next; parental|maternity|paternity|annual leave; day off; out of office; out of the office; ooo; ill|im|am|be|will|is|are * away|absent|out|off|unavailable|busy * until|till|today|tomorrow|next|all|this|from|for|monday|tuesday|wednesday|thursday|friday;
        forward|divert|redirect|transfer * my * calls|phone|extension|number; call forwarding|diversion; absence; absent; in|have|at * meeting|meetings|training|conference|course * until|till|all|today|tomorrow|now|cant|and|from; im|am back * early|earlier|monday|tuesday|wednesday|thursday|friday|from|at|now|today; back * early|earlier * from; unmanned|unstaffed; covers|cover|covering|stands|standing|fill|takes * for|in * me; not|cant * reachable|available|reached|reach * until|today|tomorrow|me; office * closed|empty; working from home`,
      strong: `holiday; vacation; sick; leave; unavailable until; lunch until; business trip; not available; day off`,
    },
    routine: {
      certain: `routine|procedure|checklist|plan|steps|instructions for|during|when|if|in; steps to * follow|take; what do|should|must we|i|one do when|if|while|during; what to do when|if|during|in; how do|should|can we|i * when|if|while|without * §`,
      decisive: `plan b; manually|manual; paper * when|if|while; how do we cope|manage; what applies|happens when|if; where * procedure|routine|checklist|plan;
        routine|procedure|plan|steps|instructions|checklist|guide * for|during|when|if|in * outage|downtime|disruption|failure|§; how|what * i|we|one|you * when|if|without|while * § * not|down|offline|unavailable|is|are|fails; how|what * we|i|one * without|when|if §; how * register|record|document|work|plan|write * when|if|without|while|after; what do|should|must we|i do; how do|should we; what now;
        what|how do|should|must|can|shall|would we|i|one|you * do|work|handle|act|proceed|cope|manage * if|when|while|during|without|in; what to do * if|when|in|during; what|how * do|work * when|if|while|without * §; routine|routines|procedure|procedures|contingency|fallback|checklist|runbook|playbook|protocol|workaround|continuity; emergency plan|procedure|routine; backup plan|routine|procedure; how|where|can * print|find|get|save|fetch|store|export|download * schedule|schedules|roster|rota|overview|lists|list|plan; client schedule; what|which * registered|register|recorded|record|documented|document|entered|enter|noted * after|afterwards|later|once; steps * follow|take|for|when; which|what steps; step by step; on paper; paper routine|lists|forms`,
      strong: `routine; procedure; checklist; afterwards; fallback; what do we|i do; instructions; steps`,
    },
    directory: {
      decisive: `who is my|our|his|her * boss|manager|supervisor|leader; contact details|information * of|for; works at|in|on * office|department;
        looking|searching for * someone|somebody|person|colleague|employee|manager; ^ extension; ^ phone number;
        give|get|have|find|need * number|extension|email|address; whats|what|need|give|find|get * ~s number|extension|email|address; who runs|leads|heads|manages;
        look|looking|search|searching|find|lookup * up|for? * person|employee|colleague|coworker|staff|name|extension|number|phone|email|address|manager; ^ look up; ^ lookup; ^ search; ^ find * in? directory|colleague|person; who is|s|are * head|manager|principal|boss|director|chief|leader|in charge|responsible|supervisor|secretary; whos * head|manager|principal|boss|director|chief|leader|charge; who works|sits|answers|has * at|on|in|with|for; directory; phone book; phonebook; what|whats|which is|s|has|are? * extension|direct number|email address|mobile number|phone number; extension|number|email|address|phone * of|for|to;
        phone|telephone|mobile|direct|extension number * of|for; email address * of|for; extension; whats * extension|address`,
      strong: `phone|telephone number; email address; extension; contact details; contact information`,
      fair: `who is; number; find; looking for`,
    },
    help: {
      decisive: `dont|do not|didnt understand|follow|get; how do i start|begin; what should|can|do i * type|write|say|ask;
        what do you do; can i ask;
        which|what * commands|functions|options; tell|show * what|how * you|can|works; can|could|will you help me; help me;
        what|how can|do|does you|this|bot|driftvakt * do|help|answer|work; what can|do you; what|how * use|using * this|it|you|bot|chat|driftvakt; how * this|it|you|bot|chat * work|works; what is|s this|driftvakt|it; whats this|driftvakt; what * this|bot * for; who are you; what are you; ^ help|menu|start|info|commands|instructions * !; dont|do|not understand|know|get * how * bot|this|you|use|works; dont understand; need|want|get * help|assistance * with? * bot|this|using|getting|started; can|could you help; get started; getting started`,
      strong: `help; menu; assist|assistance`,
      hint: `how do`,
    },
  },
  scope: {
    onlyOne: `only|just me|my|i|one|him|her|for|mine; works|working|fine|ok|okay * for|with * everyone|everybody|others|colleagues|rest|else; everyone|everybody|others|nobody|noone|colleagues~ else * fine|works|has|ok|problem|can|is|affected; everyone|everybody|others|colleagues~ * fine|ok|okay|works; only * me|mine|my`,
    many: `can|does|do nobody|noone|anyone; none of; for nobody|anyone|everyone; whole|entire ~office|~department|~unit|~team|~school|~building|~centre|~center|~home|~ward|~floor; at our; many|several who; all of; nobodys; we|us|weve|were; our|ours; nobody|noone|none * gets|can|get|is|at|here|in|of|on|able|has|else; no one; everyone|everybody; all * computers|phones|users|staff|employees|colleagues|us|here|teachers|printers|of|screens; several|many|multiple|few|lots|some|other|others|both * of|people|colleagues|users|staff|employees|us|here|computers|have|are|persons;
      whole|entire * office|team|unit|department|school|floor|building|ward|workplace|staff|municipality|group|company|centre|center; colleagues~; everywhere; any of us; me and * colleague|colleagues|others|two|three; no one|staff * can; unit|office|department|school * down|stopped|standstill; at our; teachers`,
    one: `i; im; ive; me; my; mine; colleague; one person; she; he; her; his; one user; one employee; myself; temp`,
  },
  besideCancel: 'i we want to would like id lets it this that all everything here right rather nah',
  cancel: `let it go; let it be; leave it be; no longer necessary; dont need this; i dont need this anymore; dont need it anymore;
    cancel; cancel it; cancel this; cancel that; cancel everything; cancel all; cancel conversation; cancel the conversation;
    cancel this conversation; cancel chat; cancel report; cancel the report; cancel this report; i want to cancel;
    want to cancel; id like to cancel; i would like to cancel; lets cancel; can we cancel; never mind; nevermind;
    never mind that; nevermind that; nvm; dont bother; forget it; forget that; forget this; forget about it;
    forget about that; forget everything; just forget it; forget what i said; forget i asked; stop; stop it; stop this;
    stop that; stop now; stop the conversation; stop talking; stop chat; i want to stop; want to stop; lets stop;
    lets stop here; quit; i quit; i want to quit; want to quit; exit; abort; abort this; end conversation;
    end the conversation; end chat; end this; end this conversation; leave it; drop it; scrap it; scrap that; scratch that;
    disregard; disregard that; disregard this; ignore that; ignore me; ignore this; no longer needed; not needed anymore;
    its not needed anymore; no need anymore; i changed my mind; changed my mind; ive changed my mind; i dont want this;
    i dont want to continue; i give up; it was nothing; lets leave it`,
};
