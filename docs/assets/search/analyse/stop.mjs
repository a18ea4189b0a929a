/**
 * Words that ask or join but name nothing; dropped while something else remains.
 * Written folded, as they are compared.
 */

import { fold } from './text.mjs'

const LISTS = {
  kk: `не немене ким кимдер кимге кимнин кашан калай калайша кайда кайдан кайсы кандай канша каншадан неше нешеде нешинши неге нелер неси несин неликтен
    керек керекпе кажет кажетпе бола болады болама болмайды болмайма бол болу болып болса ма ме ба бе па пе ма деген дегенимиз дегендер деп дейди де да та те
    мен бен пен жане немесе яки арі ушин туралы жайлы жонинде бойынша бар жок бул осы сол мына мынадай анау ол олар оны онын оган онда одан биз сиз сен менин маган
    екен гой ше шыгар ауелі егер бирак сондай сонда сондыктан кейин дейин арали аркылы кезинде гана тек ен оте тиис тиисти мумкин мумкинбе алады аламын аламыз алмайды ала алам
    болмак болатын калады айтынызшы айтшы сурак жауап маган оз ози озим кандайда бири біреу барлык барма жокпа бересиз берес істеу истеу истеймин келген келетин келеди келсе келмейди истеймиз керегі кереги
    қай қайсысы қайсысын қайтемін қайтеміз қайтсем қайтеді істейміз істесем істесек істер болам боламыз болады болмаса болса аламын аламыз алсам алсақ дегені дегендері дегенде
    жайында хақында шамамен жалпы айтыңыз түсіндіріңіз көрсетіңіз барамын барамыз қайдан қайда қашаннан қашанға кімді кімнен кіммен немен неден неге нені неғұрлым ғой па қандайлар әлде мұнда мұны осында осыны тағы және`,
  ru: `и или а но в во на с со к ко от до за из по у о об обо для при без над под про через между как какой какая какие какое каком какую что кто кого кому чем чего
    где куда откуда когда сколько почему зачем ли же бы не ни это этот эта эти тот та те того если то так есть нет можно нужно надо нельзя ли мне я мы вы он она они его ее их
    мой моя мои свой быть будет был была были который которая которые которых какова таков должен должна должны ли только уже еще очень такое такой`,
  en: `a an the and or but of in on at to for from by with without about into over under between as is are was were be been being do does did can could may might must should would will shall
    i me my we our you your he she it its they them their this that these those what which who whom whose when where why how many much if then than so not no nor there here
    get have has had need`
}

const WORDS = Object.fromEntries(Object.entries(LISTS).map(([language, list]) => [language, new Set(fold(list).split(/\s+/))]))

/** Words that carry little: to give, to put, to hold, to take, the number of; by their roots. */
const LIGHT = new Set(fold('бер қой жаса жасал жүргіз жүргізіл өткіз өткізіл өтк ал бол кел бар түс қал ет етіл тап тиіс істе атқар қойы қойыл беріл алын қал тұр жүр отыр кет сан').split(' '))

/** @param {string} language @param {string} root */
export function isLight (language, root) {
  return language === 'kk' && LIGHT.has(root)
}

/** Question words that ask for a number or a time. */
const ASKS_FOR_NUMBER = set('қанша қаншадан неше нешеде нешінші қашан сколько когда many much long when')
/** Those after which the thing that is counted comes: неше кредит. */
const ASKS_HOW_MANY = set('қанша неше сколько many')
/** Words that ask what something is: деген не, что такое. */
const ASKS_MEANING = set('деген дегеніміз дегендер такое такой такая такие значит означает mean means meaning definition')

/* A verb after another in -ып, -а or -й lends it a shade alone: тапсыра аламын, келіспей қалсам.
   The dative and the locative end alike but are no verbs: оқуға барамын. */
const CONVERB = /(?:[аеыи]п|[аеы]й|[^гкндт][ае])$/
const AUXILIARY = /^(?:ал|бер|кал|кой|тур|жур|отыр|жат|кел|кет|бар|жибер|таста|бол|кор)(?:[аеый]?(?:мын|мин|мыз|миз|сын|син|сыз|сиз|ды|ди|ты|ти|дым|дим|са|се|сам|сем|сак|сек)|м|[ауе]|[ыи]п|[гк][ае]н\p{L}*|[ае]т[ыи]н\p{L}*|у[ыи]?[мн]?|уг[ае]|[мпб][ае](?:са|се|сам|сем|йды|йди|ймын|ймин)|[мпб][ае]й)$/u

/** @param {string} language @param {string} folded @param {string} [before] - The word before it. */
export function isStop (language, folded, before) {
  return WORDS[language].has(folded) || (language === 'kk' && before !== undefined && isAuxiliary(folded, before))
}

function isAuxiliary (folded, before) {
  return AUXILIARY.test(folded) && CONVERB.test(before)
}

/** @param {string[]} words - Folded. */
export function asksForNumber (words) {
  return words.some((word) => ASKS_FOR_NUMBER.has(word))
}

/** @param {string[]} words - Folded. */
export function asksForMeaning (words) {
  return words.some((word) => ASKS_MEANING.has(word))
}

/** The place of what is to be counted, or -1. @param {string[]} words - Folded. */
export function counted (words) {
  const at = words.findIndex((word) => ASKS_HOW_MANY.has(word))
  return at >= 0 && at + 1 < words.length ? at + 1 : -1
}

function set (list) {
  return new Set(fold(list).split(/\s+/))
}
