const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Keep their full stop and stand before a name, so that none of them ends a sentence. */
export const TITLES: ReadonlySet<string> = list(
  'mr mrs ms mx messrs mme mlle dr prof rev hon gen lt col maj capt cpt cmdr cdr adm brig sgt cpl pvt gov ' +
    'sen rep reps sens amb sec pres supt insp st ft mt vs no nos art fig figs vol pp al-',
);

/** Keep their full stop; a sentence may end with one. */
export const ABBREVIATIONS: ReadonlySet<string> = list(
  'jr sr inc corp ltd co cos bros plc dept dist est assn etc approx jan feb mar apr jun jul aug sept sep oct ' +
    'nov dec mon tue tues wed thu thur thurs fri ave blvd rd ph esp ca cf viz al ed eds tel ext',
);

/** Abbreviations that are words too: only with a capital letter and a number, or a name, after them. */
export const ONLY_BEFORE_NUMBER: ReadonlySet<string> = list(
  'no nos art fig figs vol mar apr jun jul mon tue wed thu fri sat sun pp sec',
);

/** Words that begin sentences far more often than names: after "U.S." or "Inc." they tell a new sentence. */
export const STARTERS: ReadonlySet<string> = list(
  'the a an this that these those he she it they we i you his her its their our my but and or so yet if when ' +
    'while as after before since although though because however meanwhile moreover in on at for from with by ' +
    'under during despite both some many most all any no not there here what who how why where other others ' +
    'another such also then now one two earlier later last next',
);
