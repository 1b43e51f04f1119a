"""Ordinary English words, seen in lower case in running text: weak evidence for a name."""

from __future__ import annotations

_ORDINARY_TEXT = """
abide ability able about above absolute accelerate acceleration accept acceptable acceptance accepted accepting access
accessories accident accomplish accordance according account accountable accounting accounts accrue accrued accruing
accurate accurately achieve achieved achievement acknowledge acquiescence acquire acquired acquisition across act
acting action actions active actively activists activities actors acts actual actually adamant add added adding
addition additional additions address addressed addresses adequate adjacent adjust administration administrative
adopted adoption ads advance advanced advances advancing advantages adverse adversely advertise advertising advisor
affairs affect affected affiliated affiliates after again against age agency agent agents aggregate ago agree agreed
agreement agreements agrees ahead aid aided aim aimed ain air aircraft airstrikes album albums all alleged allies
allow allowed almost alone along already also alternative although always amateur amend amended amendment amendments
among amongst amortization amount amounts amp analogue ancestry ancient and angle animal animals anniversary announced
announcement annual annuity annum another answer answered anthem anti antiquities any anyone anything anyway appeals
appear appearances appeared appears applicable application applications applied apply applying appoint appointed
appoints appreciate approach approaching appropriate approvals approve approved approximately arbitration are area
areas aren argument arising army around arrangement arrangements arrived article articles artillery artist artists ask
asked asking ass assault assemble asserted assessment assessments assets assign assigned assignment assigns assist
assistance assisted assisting assists associated association assume assumed atrocities attached attachment attachments
attack attacked attacks attempt attempted attempts attended attendees attorney attorneys attraction attracts audience
audio audit auspices australia authentic author authorities authority authorizations authorized authorizes authorship
automatically available avalanche avalanches average avoid award awards away awesome baby back backers background bad
badminton bag baggage bailee balance balances ball band bands bank banking bankruptcy bar barbaric barrel barrels base
based basic basis basketball battle bear bearing bears beat beautiful became because become becomes becoming bed been
before began begin beginning begins begun behalf behind being believe believed believes bell belongs below belt bend
beneficial benefit benefits besieged best better between bicycles big bilateral bill billion binding binds biology bit
black blame block blog board boards bodies body bodyboarding boiler bomb bomber bombers bombing bombs bond bonds bonus
book books border borders born borrowed both bought bound boundary boxer boy boyfriend brain brains branch brand brave
breach break breaking breaks bridges briefly bring bringing brings broad broadcast broadcasting broadcasts broke
broken brother brought brutal budget build building buildings built bus buses bush business businesses but button
buttons buy cabinet cable caches calculated calendar call called calling calls came camp campaign campus can canada
canceling cancer candidate candy cannot cap capabilities capable capacity capital captain capture captured car card
cards care career careful carried carrier carriers carry cars case cash catch cause caused causing cave ceasefire
celebrate celebrated center central centre century certain certainly certificate certificates certified cessation
chain challenge challenges challenging champion champions championship chance change changed changes channel channels
character characters charge charged charges chat chattel check chemical chief child children choice choose chose
church circuit circumstances cited cities citizens city civil civilian civilians claim claimed claims clarify class
classic classical classified clause clean clear cleared clearing clearly climate climbing close closed closely closing
closure clouds club coach coaches coal coalition coast code collateral collected collection collectively college
colliers collision com combat combination combined come comes coming command commander commanding commands commenced
commencing comment commentary commented comments commercial commercially commissioners commit commitment committed
commodity common commune communication communications communities community companies company compensation compete
competition compilation compile complete completed completely completion complex complexity compliance complied
complies comply composed composer composition compound compounds comprehensive compromise computer concern concerned
concert condemns condition conditions condolences conduct conducted conference confidential confidentiality confined
confirm confirmation confirmed conflict conflicts confused congratulate conjunction connected connection consecutive
consensus consent consents consequences consideration considered considers consist consistent consistently consisting
consists consolidate consolidated constant constitute constitutes constitution constitutional constructed construction
construed consummate contact contained containing contains contemplated contemporary content contest contested context
contingent continuance continuations continue continued continues continuing contract contracts contribute contributed
contribution contributions control controlled controls controversial controversy convention conversion convert
converted convey conveyor convoy cool cooperation coordinate coordinated coordination copies copy copyright core
corner coroner corporate corporation corporations correct cost costs could councillor counsel counted counter
counterparts countries country county couple courier course court courts covenant covenants cover covered covering
crash create created creation credit creditor creditors credits crew crime criminal crises crisis critical cross
crossing cultural cumulative cure cured currency current currently custody custom customers cut cutting daily damage
damaged damages dance data date dated dates daughter day days dead deal death debits debt debts debut debuted decided
decision decisions decisive declared dedicated deed deemed deems deep deepest deeply defamation default defeat
defeated defeating defects defence defend defending defense defensive deferred deficiency defined definitely
definition defunct degrade degree degrees delay deleted deliberate deliver delivered delivering delivery demand
demands demo democratic democrats demonstrate department departure depending deployed deployment deposit depository
deposits der derivative derive derived descendants described describes design designate designated designed designee
despite destroy destroyed destroying destruction detailed details detect deterioration determination determine
determined develop developed development device did didn die died differ difference differences different differential
difficult digital dire direct directed directly director directors dirty disabled disagree disappeared discharge
disclosed disclosure discounted discovered discretion discuss discussed discussion dismissed displaced display dispose
disposition dispute disputes disregard distance distribution district dividends division divisions divorce dock doctor
doctors document documented documents does doesn dog doing dollars domain don donated done donor door doubt down
dozens dpuxy drawn dream dressed drinks drive driving drop dropped drugs drummer dual due duly dumper during duties
duty dying each earlier earliest early earned ears earth easily east eastern easy economic ecosystem edition education
effect effective effectively effectiveness effector effort efforts eight either elected election elections electric
electrical electricity electro electronic element elements elevation eleven eleventh eliminate elite else email
embarked emergency emphasis employed employee employees empty enable encourage encryption encumbrance end ended ending
endorsement endorsements ends enemy energy enforce enforceability enforceable engaged engages engaging engine engineer
enginehouse enhance enough ensure enter entered entertainment entire entirely entitled entity entrance environment
episode equal equally equals equipment equity equivalent era error escape esh especially establish established
establishing establishment etc even event events eventually ever every everyone everything evidence evidenced evil
evolutionary exact exactly example exceed exceeds except excess exchange exchanged excitons exclusion exclusive
exclusively excursion execute executed execution executive exercise exercises exercising exist existence existing
expanded expected expense expenses experience experimentation explain explained explanation exports exposed express
expressed expressly extend extended extending extension extensions extent external extra extreme extremely extremism
extremist eyes face faces facilities facility facing facsimile fact facts faculty fail failed fails failure fair
fairly faith fake fall falls families family famous fans far fare fares farming fast father favor favour fax featured
features federal fee feeders feel feeling fees feet fell fellow festival fetus few fictional fiduciary field fifth
fight fighter fighters fighting fights figure file filed filing filings fills film filmed films final finally finance
financed financial financing find findings finds finger finish finished fire fired firm firmly first fiscal fitness
five fixtures flag flank fled flew float floor flow fly focus focused follow followed followers following follows food
foot football footballer for force forced forces foregoing foreign forget form format formation formed former forms
forth forward fought found foundation founded founder founding four fourth frame framework franchise free freedom
freight friend friends from front fuck fucking fuel fulfill full fully fund funding funds funny further future game
gamemode gameplay games gas gather gathering gauge gave general generally generated genetics geographic get gets
getting gift girl girls give given gives giving global goal goals god goes going gold gonna good goods goodwill google
got governed government governmental graduate grain granite grant granted granting grants great greater greatest
grenade grew gross ground grounds group groups grow growing growth guarantee guaranteed guaranties guess guitar
guitarist guitarists guitars gun gunfire guy guys had hair half hamlet hand handed handle handling hands happen
happened happens happy hard harder harm harmless has hate have haven having head headed headline headquarters heads
health hear heard hearing heart heavy heavyweight held help helped helping helps her here hereafter hereby herein
hereinafter hereof hereto hereunder herself high higher highest highly him himself his historic history hit hockey
hold holding holds hole holiday holy home homework hope hopper horrific hospital hospitals host hosted hostilities
hosting hot hour hours house houses housing how however http https huge human humanitarian hundred husband ice idea
ideal identification identified identify ideology iii illegal images imgur immediate immediately immigrants impact
impair importance important imposed impossible improve improved improvements inchoate incident include included
includes including inclusion inclusive income incorporated increase increased incur incurred indebtedness indeed
indemnify indemnity independence independent index indicated indigenous indirectly individual individually individuals
industrial industry influenced information informed infrastructure infringement ing initial initially initiative
injunction injured injuries injury inning innocent inside insolvency inspired installation instead instituted
institution institutions instructions instrument instruments insurance insured insurgency insurgents integral
intellectual intended intends intent interaction intercreditor interest interests internal international internet
interview into intra introduced inure invalid invasion invention inventions investigation investment investors invoice
involved involving ireland iron irreducible irrevocable irrevocably irrigation island isolate isolation issuance issue
issued issues item its itself jackpot jacks jazz job jobs join joined joining joint jointly joke jpg judge judgment
jurisdiction jurisdictions just justice keep keeping key kids kill killed kind kinetic knocked know knowingly
knowledge known lab label laboratory land language languages large larger largest last lasting late later latest
latter launch launched law lawful laws lawsuit lead leader leaders leadership leading leads league learn learning
lease leases least leave leaving led left legal legally legislation legitimate lend lender length less let letter
letters level levied levy liabilities liability liable liberate liberated liberation license licensed licenses
licensing lie lien lies life light like likely limit limitation limitations limited limits line lines link linked
links list listed listings lists literally literary litigation little live lived lives living loaded loader loading
loan loans local localized located location locations locomotive logo lol lone long longer look looking looks losing
loss losses lost lot love loved lover loves low lower lowest luck lyrics machine made magazine magic magnetic mail
main mainly maintain maintained maintaining maintains maintenance major majority make makes making male mall man
managed management managers mandatory maneuver manner many march marchar marching margin maritime mark market
marketable marketing markets marks married masonry mass master match matches material materiality mathematician
mathjax matter matters mature maturity maximum may maybe mean meaning meaningful meanings means meant measure media
medical medicine medium meet meeting meetings melody member members memory men mention mentioned merge merged merger
mess message messaging met meta metal method mid might migration miles militant militants military militias million
millions minimum minister ministers minor minus minute minutes misconduct misleading miss mission missions mix mobile
moderate modern modifications modified molecular moment momentum money moneys monitor month monthly months moral more
morning mortar mortgage most mountains mounted mouth move moved movement moves movie movies moving much multiple
multiplied municipality munition munitions murder music musical musician musicians must mutual myself naked name named
names nation national nations nationwide native natural nature naval near nearby nearest nearly necessary need needed
needs negligence negotiate negotiated negotiating negotiations neighbouring net network networking never new news
newzealand next nigga night nightclub nightlife nine nominated nominees non none nonpayment noon nor normal north
northbound northeast northern northwest not notable note noted notes nothing notice notices notification notify novel
now nuclear number numbers numerous nur obligated obligation obligations obtain obtained obviously occasions
occupation occur occurred occurrence occurs off offence offensive offer offered offering offers office officer
officers offices official officials often oil old older oldies omission once one ones ongoing online only open opened
opening operate operated operating operation operations operator opinion opportunities opportunity opposed opposition
option order ordered orders ordinances ordinary org organisation organisations organization organizational
organizations organized organs original originally other others otherwise our out outbound outcome output outside
outstanding over overall overcome overdue overnight overseas owed owes owing own owned owner owners ownership owns
page paid pair panel paper paragraph parallel parents parish park parliament part partement partial participate
participated participation particular particularly parties partner partners partnership parts party pass passenger
passengers passing passion passionate password past patent patents patron pay payable payment payments payroll peace
pencil pencils pending pension people per percent percentage perfect perfected perfection perform performance
performances performed period periods permalink permanent permit permits permitted person personal personally persons
phase phone photo photons photos phrase physical physician physics pianist piano pick picked picture piece pier
piloted pissed pitched pitcher place places plan planet planning plans plant play played player players playing plays
please pledge pledged plot plus poem poems poet point pointed points poker polariser police policies policy political
politician politicians politics pool pop popular population porn port portion pose posed position positions possession
possible possibly post postage posted posting posts potential power powerful powers practice practices preamble
precedent preceding precision pregnant premises premium prepaid preparation prepared preparing prepay prepayment
presence present presented presently president press pressure pretend pretty prevent prevented preventing previous
previously price prices primarily primary prime principal principles printer prior priorities priority prison private
prize pro probably problem problems procedure proceeding proceedings proceeds process processes processing proclaimed
produce produced produces producing product production products professional professionally professionals professor
profit profits program programming programs progress prohibited project projections projects promote promotion
promptly proof propelled proper properties property proposed proprietary prospective protect protected protection
protections prove proved provide provided provides providing province provincial provision provisions public publicly
published pump punch purchase purchased purchasers purpose purposes pursuant pursue put putting qualified qualify
quality quarter question questions quick quickly quote quoted quotes race races racing radio rail railroad rails
railway rain raise raised ran random range ranked rata ratable rate rated rates rather rating rdenas reach reached
reaction read reading ready real realist realize really reason reasonable reasonably reasons rebellion rebuilt receipt
receivable receive received receiver receives receiving recent recently recipient reclaim reclaimer reclaimers
recognition recognized reconciliation record recorded recording records recourse recover recruiting reddit redditor
redemption reduced reference referenced referred referring refrain refugee refund refused regard regarded regarding
regardless regime regiment region regional register registered registration registrations regular regularly regulation
regulations rehabilitation reimbursement reiterates relate related relating relations relationship relationships
relatively release released releases relevant relief relieve religion religious relocation rely remain remained
remaining remains remarks remedies remedy remember reminder remit remotely removed renamed rendered renewal
reorganization reorganized repaid repair repay repayment replace replaced replacement reply report reported reporting
reports representation representations representative representatives represented representing represents republican
repurchase request requested requests require required requirements requires requiring research reservoir resident
residents resistance resolution resolutions resolve respect respective respects respond responded response
responsibility responsible rest restaurant restrictions result resulting results retired retirement return returned
returning returns revenue revenues review revolution rid ride riders right rights ring rink rise risk risks river road
rock rocket role roles rolling room rooms roster roughly round route routes rule rules ruling run running safe
safekeeping safely said salable sale sales same sampling sanctions satellite satisfaction satisfactory satisfied save
saving saw say saying says scale scene schedule scheduled school schools science scientific scientists scope score
scored screen script search searches season seasons seat seats second secret secretary section secure secured securing
securities security see seeing seeking seem seems seen seized seizure selected self sell selling sending senior sense
sent separate series seriously serve served server servers serves service services serving set sets settle settled
settlement seven several severally sex sexy shall shallow share shared shareholder shareholders shares sharing she
shelter ship shiploader ships shit shop shopping short shortly shot should shoulder show showing shown shows shut side
sides siding siege sign signal signed significance significant signing signs silence silo silos similar simply
simulation since singer single sister site sites situated situation six size sized skin slightly slowly small
smuggling snow soccer social society soft software sold soldiers sole solely solution solve some someone something
sometimes son song songs songwriter soon sound soundtrack source sources south southafrica southbound southern space
speak speakers speaking special species specific specifically specified speech speed spend spent spoken spokesman
sport sports spot spread spring spur spurs square stability stabilization stacker stackexchange staff stage stall
stand standard standards standing stands star start started starter starters starting starts state stated statement
statements states station stations status statute statutory stay stayed steadfast steel step steps still stock stolen
stone stop storage store stored stories storing story strategy street strengthen stress strict strictly strike strikes
string strong strongest strongly struck structure struggle student students studied studio study stupid style styles
subdivision subject subleases submission submitted subordinated subordination subsection subsequently subsidiary
substance substantially suburb succeed succeeding successful successors such suffering sufficient suicide suit sum
summary summer summit sums superior supplement supplemented suppliers supplies supply support supported supporters
supporting supports suppressed sure surety surface surfaces surfer surfing surge surgery surrounded surrounding
survival survive survived sustain sustainable sustained swear swift sydney symmetry system systems szl table tactical
take taken takes taking talk talkback talking talks tall tank tanks target targeted targeting targets tax taxes
teaching team teammates teams technical technologies technology teen telephone television tell tells temple ten term
terminal terminate terminated termination terms terrain territories territory terror terrorism terrorist terrorists
test text than thank thanks that the theater theatre their them theme themselves then theory there thereafter thereby
therefor therein thereof thereon thereto these they thick thin thing things think third thirty this those though
thought thoughts thousand thousands thread threads threat threatened threats three threw through throughout thus
tickets till time timely times title titled titles today together told ton tonight tons too took top topic topics tort
torture total totally touch tour toured tourist tournament toward towards tower town towns track tracks trade traded
trademarks trading train trained training trains transaction transactions transfer transferee transferred transferring
transfers transit transition translation transmission transport transported transporting trapped travel treating
treatment tremendous trestle trials tribe tried tries trip troops trophy trucks true trump trust trustee try trying
tunnel turn turned turntable twelve twenty two type types ultimate ultimately unable unacceptable unconditionally
under underground underscores understand understanding understood undertakes undrawn unenforceable union unique unit
unite unitedkingdom units unity universities university unkn unknown unless unloading unpaid unpatented unpublished
unsuccessful until untrue update upon urge use used useful user users uses using usually utm valid validity validly
value various varying vehicle vehicles venture venue verify version versions vertical very veteran via vicinity
victims victory video videos view village villagers villages violate violated violation violations violence violent
virtue visit visited visiting vital voice von vote voted votes voting vulnerable waiting waive waiver waives walk wall
want wanted wants war warranties warrants warranty was wasn water wave waves way ways weapon weapons wear wearing
weather web website websites week weekend weeks welcome welcomed welcomes well went were west western what whatever
when where wherever whether which while white who whole wholly whom whose why wider wife wifi wiki wikipedia will
willful win wing winner winners winning wins winter witchers with withdraw within without woman women won wood word
words work worked workers working works world worldnews worth would wounded writers writing written wrong wrote www
xxx yard year years yes yesterday yet you young younger your yourself youth yrs
"""
ORDINARY = frozenset(_ORDINARY_TEXT.split())
