/** English words that people use for one another, whatever the standard: a question need not have those of the text. */
import { stemmer } from 'stemmer';
import { termsOf } from './terms';

/** Forms of one word that have no stem in common. */
const forms = `
  complain complaint complainant, apologise apology sorry, pay paid payment, enquire enquiry inquiry, choose chosen choice
  advise advice, respond response, analyse analysis analytics, receive receipt, disabled disability
  satisfy satisfaction satisfactory dissatisfied, deliver delivery, decide decision, recruit recruitment, person people
  child children, know knowledge, fail failure, learn learnt, speak spoken, write written wrote, tell told, grow growth
  compare comparison comparative, refer referral, happy happiness unhappy, clean cleanliness unclean, polite politeness
  courteous courtesy impolite, private privacy, confidential confidentiality, priority prioritise, success succeed
  accurate accuracy inaccurate, prompt promptness, equal equality inequality unequal, fair fairness unfair, lead leader leadership
  help helpful unhelpful, friendly friendliness unfriendly, understand understood, send sent, keep kept, meet met
  hear heard, break broken, late lateness, busy busier, volunteer voluntary, strategy strategic, organise organisation
  benefit beneficial, responsible responsibility, accountable accountability, statistics stats, correct incorrect correction
  rewrite rewritten rewriting, percent percentage, year yearly, child childcare, see seen, reply replied, busy busier
  centre center, programme program, colour color, licence license, practice practise
  reception receptionist, nurse nursing, library librarian, advice adviser advisor, contract contractor, consult consultant
  thank-you thankyou, call-back callback, ring-back ringback
`;

/** Words for the same or nearly the same thing, where services are given to people. `+` joins two words of a phrase. */
const meanings = `
  phone telephone, call ring, email e-mail, letter correspondence post
  leaflet flyer brochure booklet pamphlet handout, poster notice noticeboard flyer sign signage
  website internet online web webpage, digital online technology computer
  facebook twitter instagram tiktok youtube linkedin whatsapp tweet blog social+media
  opening+times opening+hours, timetable schedule hours, leaflet guide, newsletter bulletin magazine
  staff employee colleague worker personnel workforce officer nurse doctor librarian teacher receptionist, rota roster shift staffing staffed
  manager management supervisor, director executive ceo board trustee governor councillor senior+management leader boss
  customer client user resident tenant citizen patient visitor public borrower member student passenger learner reader
  old older elderly pensioner age, young youth teenager child family parent age
  cost price charge fee tariff fare, fine penalty, refund reimbursement compensation redress money+back
  payment cash card invoice bill money, discount concession
  toilet lavatory washroom loo, building premises office venue facility room, lift elevator escalator, parking car+park
  furniture seating chair sofa, wheelchair pushchair buggy pram step-free
  training course workshop qualification nvq diploma apprentice apprenticeship, induction onboarding new+starter
  appraisal pdr supervision performance+review, award prize commendation recognition certificate, compliment praise thanks thank
  survey questionnaire poll, feedback comment opinion suggestion view, consult consultation engagement involvement participation
  meeting forum panel committee, idea suggestion
  partner partnership collaborate collaboration joint joined-up multi-agency together
  nhs health hospital doctor gp clinic, police fire+service multi-agency, charity fundraising donation sponsor sponsorship raising+money
  community neighbourhood village, volunteer voluntary+sector, school college pupil
  delay late wait queue backlog, quick fast prompt speed, mistake error wrong incorrect inaccurate misprint
  broken faulty repair maintenance
  disruption closure outage downtime failure crash emergency, flood snow weather storm emergency, strike disruption
  sickness absence shortage, target goal objective kpi indicator, statutory legal law legislation
  inspection inspector regulator ofsted cqc audit auditor, gdpr data+protection privacy, secure security safe locked
  abuse abusive aggressive violent angry difficult conflict, racism racist sexism prejudice discrimination harassment
  race ethnic ethnicity, voicemail answerphone answering+machine, app mobile smartphone, chat webchat chatbot
  interpreter translation translate language, contract supplier contractor outsource vendor procurement
  compare benchmark, right entitlement, plan strategy, vision mission, budget finance spending
  advertise publicise promote publish publicity announce, update progress, journey experience, waste efficiency bureaucracy red+tape paperwork
  welcome greet greeting, uniform dress+code badge, statistics figures data numbers, review evaluate audit
  apology goodwill, appeal dispute, record file database note, case casework, appointment booking, desk counter reception
  handle deal resolve, profile demographics, vulnerable disadvantaged, minority ethnic+minorities
  yearly annual, happy satisfied pleased delighted, unhappy dissatisfied, boss manager, opinion view, rewrite redesign improve
  carpet furniture decor decoration refurbishment paint, jobcentre dwp nhs partner agency, bouquet compliment praise thanks
  bouquets compliments, tripadvisor trustpilot google+reviews review+sites rating+sites, money budget, get-together away+day team+meeting
  listen monitor recording, promise commitment pledge guarantee, skill competency competence, timetable bus directions map
  borough district county authority authorities council, jargon acronym, photo picture image video, event activity open+day
  religion faith belief church mosque, gender sex women men, lgbt gay transgender, polish urdu arabic punjabi welsh language translation
  hygiene cleaning, cold heating temperature hot, noise noisy quiet, garden green environment, stranger visitor
  supplier provider, brief briefing, redesign improve, speed quick, deadline timescale, promise expect expectation
  badge identification id, anonymous confidential, password security secure, theft breach, mail post
  ward area postcode, statistics analysis, trend improvement, tweet post, hardship low+income poverty debt
  rebate refund, bus transport travel, sofa seating, phonecall call, texting text sms, bilingual language
  deaf hearing, blind sight visually+impaired braille, disabled wheelchair
`;

/** How much of what a word says these say in its place. */
const weightOf = { form: 0.8, meaning: 0.5 };

/** A word of a question in other words. */
export interface SameWord {
  readonly term: string;
  readonly weight: number;
}

const groupsIn = (words: string): readonly (readonly string[])[] =>
  words
    .trim()
    .split(/,|\n/)
    .map((group) => group.trim().split(/\s+/).map(termIn));

/** A phrase is what its last term is: a pair. */
const termIn = (word: string): string =>
  termsOf(word.replaceAll('+', ' ')).at(-1)?.term ?? stemmer(word.toLowerCase());

let known: ReadonlyMap<string, readonly SameWord[]> | undefined;

/** The terms that say the same as this one, or nearly; not itself. */
export function sameWords(term: string): readonly SameWord[] {
  known ??= knownWords();
  return known.get(term) ?? [];
}

function knownWords(): ReadonlyMap<string, readonly SameWord[]> {
  const all = new Map<string, Map<string, number>>();
  const add = (groups: readonly (readonly string[])[], weight: number): void => {
    for (const group of groups)
      for (const term of group)
        for (const other of group) {
          if (other === term) continue;
          const others = all.get(term) ?? new Map<string, number>();
          others.set(other, Math.max(others.get(other) ?? 0, weight));
          all.set(term, others);
        }
  };
  add(groupsIn(forms), weightOf.form);
  add(groupsIn(meanings), weightOf.meaning);
  return new Map([...all].map(([term, others]) => [term, [...others].map(([other, weight]) => ({ term: other, weight }))])); // prettier-ignore
}
