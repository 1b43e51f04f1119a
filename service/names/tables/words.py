"""Words inside a name that are not the name: legal forms, titles, particles, lines of business, places."""

from __future__ import annotations

_LEGAL_TEXT = """
jv jvc cc ab ad ag aktsionernoe aktsionernoye obshchestvo obschestvo ao as asa bhd bv bvba co company companies comp
coltd corp corporation corporations dd doo dmcc eood ood fze fzc fzco fz fzllc gmbh gmbhco inc incorporated jsc ojsc
cjsc pjsc oao ooo zao pao npao kft kg kk kft lda ltda limited liability llc llp lp ltd ltdco nv oy oyj pc plc plt pjs
psc pte pt pty pvt private public closed open joint stock company s sa sae sal saoc sapi sarl sas sasu sal sdn spa sp
spol srl sro zoo tov pat prat uab xk ogranichennoi ogranichennoy otvetstvennostyu tovarystvo obmezhenoyu
vidpovidalnistyu sicav as sti tic ve san anonim sirketi cv rl
"""
LEGAL = frozenset(_LEGAL_TEXT.split())

_EXPAND_TEXT = """
agency: agencia agentstvo; airlines: air airline airways aviakompania aviakompaniya avialinii havayollari;
association: asociacion assn associacao assotsiatsiya obedinenie obyedinenie obyedineniye; bank: eunhaeng banca banco
bancorp banka bankas bankasi banken banki banking banque unhaeng; academy: akademia kwahakwon gwahagwon; brigade:
brigada; brothers: bros; bureau: biuro buro byuro; cartel: kartel; center: centr centre centro centrum merkez tsentr
zentrum; chemical: hwahak chemicals; commercial: sangop sangeop comercial kommercheski kommercheskiy kommerchesky;
committee: wiwonhoe comite komitet; company: co compagnie companhia compania companies hoesa kompania kompanija
kompaniya hwesa hoisa hisa sherkat sirketi; construction: konsol geonseol construcciones insaat stroitelnaya
stroitelstvo; consulting: consultadoria consultancy consultants consultoria konsalting; corporation: chonghoesa
chonghwesa chonghoisa corp corporations; defense: kukpang gukbang defence; department: dept; development: kaebal
gaebal desarrollo dev developpement razvitie; division: divizia liwa; electronic: chonja jeonja electronics; energy:
energetika energia energie enerji; engineering: ingenieria ingenierie inzhiniring; enterprise: empresa enterprises
entreprise predpriyatie predpriyatiye; export: exportacion ihracat; factory: fabrica fabrik fabrika kombinat plant
usine works zavod; foreign: external taeoe daeoe exterieur exterieure exterior extranjero extranjera; foundation:
bonyad fond fondation fondo fonds fundacao fundacia fundacion fundatia stichting stiftung vakfi; general: gen;
generation: generacion generatsiya; government: govt; group: groupe grup grupo grupp gruppa gruppe; holding: holdings
kholding; import: importacion ithalat; incorporated: inc; industry: kongop sanop saneop ind inds industria industrial
industrias industrie industries industriya promyshlennost sanaye sanayi; institute: inst institut instituto instituut
nii; insurance: poham boheom assurance seguros sigorta strakhovanie strakhovaya; international: kukje gukje
internacional internationale internazionale intl mezhdunarodnaya mezhdunarodny mezhdunarodnyi uluslararasi;
investment: inversiones invest investissement investitsii investments yatirim; iran: irani iranian; korea: choson
chosun dprk dprkn joson korean; labor: labour; liberation: liberacion; limited: limitada limitee ltd; machinery: kigye
gigye machine machines mashinostroenie; management: mgmt; manufacturing: mfg; mining: kwangop gwangeop; united: yonhap
yeonhap; metal: metals; mineral: minerals; ministry: ministere ministerio ministerstvo; national: milli nacional
nationale natl natsionalnaya natsionalny natsionalnyi nazionale; new: nouvelle nova novaya novy nueva nuevo; oil: neft
petroleo; organization: organisation; production: proizvodstvennaya proizvodstvennoe proizvodstvennyi proizvodstvo;
project: projects; russia: rossii rossiya rossiyskaya russian; scientific: nauchno nauchny nauchnyi; security:
bezopasnost seguridad; service: services; shipping: haeun naviera navigation navigazione shpg sudokhodnaya; syria:
souriya syrian; system: systems; technology: kisul gisul tech technologie technologies technologiya tecnologia
tekhnologii tekhnologiya teknoloji; trading: muyok muyeok mooyok muyeog comercializadora comercio commerce ticaret
tijarat torgovaya torgovij torgovy torgovyi trade trdg; transport: transportation transporte transportes; university:
taehak daehak univ universidad universite universitesi universitet
"""
EXPAND = {
    word: meant.strip()
    for meant, _, spelt in (group.partition(":") for group in _EXPAND_TEXT.replace("\n", " ").split(";"))
    for word in spelt.split()
}
"""Short and other spellings of ordinary name words in several languages, and what they stand for."""

_TITLES_TEXT = """
mr mrs ms miss mister sir lord lady dame dr doctor prof professor president premier minister chairman chairwoman
director governor senator general gen lieutenant lt colonel col major maj captain capt admiral adm marshal commander
brigadier sergeant sgt brig sheikh shaykh sheik shaikh mullah mawlawi maulavi maulawi moulavi mawlavi mullawi maulvi
hajji haji hajj hadji hojjatoleslam ayatollah imam qari hafiz alhaj alhajj sayyid sayed syed seyyed engineer eng
comrade ambassador judge king queen prince princess emir amir deputy vice
"""
TITLES = frozenset(_TITLES_TEXT.split())
NAMES_TOO = frozenset(
    "amir emir imam hafiz sayed sayyid seyed syed seyyed prince king qari haji hajji lord judge".split()  # noqa: SIM905
)
"""Titles that are given names as well: where a name would have one word without them, they are."""

_PARTICLES_TEXT = """
al el ul ur as ad an az ash at the of and for in de del della di da do dos das du des la le les los las van von der
den ter ten y e et und bin ibn ben bint bint umm ould walad wuld uld wa i na al ad ed or on to with by
"""
PARTICLES = frozenset(_PARTICLES_TEXT.split())

_BUSINESS_TEXT = """
banco banque nacional nationale centrale comercial liberation educational education enforcement allied resources
trading trade shipping ship general international import export importexport bank banking commercial credit group
holding holdings corporation company industrial industries industry enterprise enterprises factory plant works
institute research center bureau ministry department office committee agency association foundation organization
university academy school college institute technology technologies technical technologiya science sciences scientific
services service marine maritime management construction engineering building development investment investments
insurance finance financial exchange money transport transportation logistics airlines airline aviation aerospace air
oil gas petroleum petrochemical petrochemicals energy power mining mineral minerals metal metals steel electronics
electronic electric chemical chemicals machinery equipment machine systems security defense military army force forces
state national federal central republic republican democratic people peoples party movement front global world
universal new first united east west north south eastern western northern southern joint venture overseas foreign
economic cooperation communications telecommunication telecommunications media production products manufacturing
design agro agricultural food foods textile pharmaceutical medical health fund capital consulting solutions supply
procurement project projects society union federation studio
"""
BUSINESS = frozenset(_BUSINESS_TEXT.split())
"""Lines of business and kinds of body: they tell sisters of one group apart, they do not name the group."""

_PLACES_TEXT = """
afghanistan algeria armenia azerbaijan bahrain belarus burma china chinese cuba cuban cyprus congo damascus dubai
egypt egyptian emirates uae georgia germany hongkong hong kong india indonesia iran iranian iraq iraqi israel istanbul
japan jordan kazakhstan korea korean dprk kuwait lebanon lebanese liberia libya libyan malaysia marshall islands
moscow moskva myanmar namibia nicaragua nigeria oman pakistan palestine panama pyongyang qatar russia russian rossii
rossiiskaya rossiyskaya petersburg sankt saudi senegal shanghai beijing dalian dandong singapore somalia sudan
switzerland syria syrian taiwan tehran tunisia turkey turkish ukraine ukrainian usa america american vietnam venezuela
yemen zimbabwe africa african asia asian europe european arab arabian islamic
"""
PLACES = frozenset(_PLACES_TEXT.split())

ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}
NUMBER_WORDS = {"second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8"}

PATRONYMIC_ENDINGS = (
    "ovich", "evich", "ovych", "evych", "ovitch", "evitch", "ovitj", "evitj", "ovic", "evic", "ivich", "yich", "ilich",
    "ovna", "evna", "ivna", "ichna", "avich", "awna",
)  # fmt: skip
"""Endings of East Slavic patronymics: `Nikolaevich`, `Sergeevna`; they may be left out."""

NUMBER_SIGNS = frozenset(("no", "nr", "number", "num", "#"))
"""Words that only announce a number: `Office No. 39` is `Office 39`."""

PHRASES = (
    ("democratic peoples republic of korea", "korea"),
    ("democratic people s republic of korea", "korea"),
    ("democratic people republic of korea", "korea"),
    ("joint venture", "jv"),
    ("joint operation", "jv"),
    ("j v", "jv"),
    ("hapyong", "jv"),
    ("machine tool", "machinery"),
    ("machine tools", "machinery"),
    ("military supplies", "munitions"),
    ("crude oil", "oil"),
    ("people s", "peoples"),
    ("north korean", "korea"),
    ("north korea", "korea"),
    ("export and import", "trading"),
    ("import and export", "trading"),
    ("export import", "trading"),
    ("import export", "trading"),
    ("information technology", "it"),
    ("islamic republic of iran", "iran"),
)
"""Several words that are one, in plain letters."""
