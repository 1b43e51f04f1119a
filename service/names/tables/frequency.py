"""How common a word is: among listed names, and in ordinary English.

Counts of our own over public lists and ordinary documents, as powers of two per 100,000 entries; facts, not text.
"""

from __future__ import annotations

LISTED: dict[int, str] = {
    13: """
company limited
""",
    12: """
al and co joint liability ltd stock
""",
    11: """
abu ali ao de group jsc llc obshchestvo of ooo trading
""",
    10: """
abdul ahmad ahmed aktsionernoe bank corporation el for institute international mohamed mohammad mohammed muhammad
ogranichennoi otvetstvennostyu plant research shipping state technology the vladimirovich
""",
    9: """
abd abdallah abdullah aleksandr aleksandrovich alexander andrey association aviation ben bureau center china design
development electronics engineering enterprise federal general hasan hassan holding ibrahim igor in inc industrial
industries industry investment islamic jose kim korea la management national nauchno nikolaevich oao ojsc open
organization production public rt russian scientific sergei sergey services sirketi sociedad technologies trade
viktorovich vladimir yu zavod
""",
    8: """
abou academy after aleksandrovitj aleksey alexandr alexandrovich alexey anatolyevich andrei andrej anonima antonio
army aziz beijing bin borisovich building central centre chol cjsc closed commercial complex construction corp da
defense del der des din dmitrij dmitry do du east electronic energy ep equipment es establishment exchange export
factory foundation fu fze gazprom global gmbh gonzalez haji hamid hong hossein huawei hussein il import institut
institution iran ivan ivanovich khan kompaniya logistics luis machine mahmoud manufacturing marine mikhail
mikhailovich military ministry mohamad named new nikolajevitj nikolay nikolayevich npo oil oleg omar otkrytoe pao
petrochemical petrovich pjsc private proizvodstvennoe pte ra rahman republic reszvenytarsasag reza rodriguez sa said
saleh sanayi science security sergeevich sergej service ship societatea societe systems tal tech th ticaret tikriti
unitary united van ve viktor vladimirovitj vtb yuan yurievich yuryevich za zao
""",
    7: """
abbas abdel acoes actions actiuni aerospace ag agency agha air aircraft airlines akciova akhund alberto aleksandrovna
alekseevich aleksei aleksej alexei aliaksandr all allah allami amin amir an anatolevich anatolievich anatoljevitj
andreevich anonim ansar anton asia aung az bashir bendrove bhd boris branch business byuro capital carlos centro chang
chemical choe chong chun committee communication communications concern corps credit david della den denis department
di directorate dis dmcc dmitriy dr drustvo druzba economic elena empresa en et federation felelossegu finance flores
force forces foreign fund fur garcia gas grupo grupp guard habib haj hajji haqqani hernandez hk ho holdings husayn
igorevich im imeni information instrument insurance invest investments ir iranian iraq irgc irina islami islamique
ismail ivanovitj jamal jan jesus jevgenij jihad jin jong joseph jr juan jurij jurjevitj karim kft khaled khalid khalil
kong konstantin konstantinovich konstruktorskoe korlatolt le leonidovich li liberation limitada lines lopez los ltda
machinery mahdi mahmud majid maksim manuel maria maritime materials mechanical media mehdi michail michajlovitj miguel
mikhaylovich mining missile mohsen money moscow movement muhammed mullah musa mustafa myong na nam nasser natalya
nikolai nikolaj no north npp nuclear obschestvo ocean office ogranichennoy olegovich oleksandr olga organisation
otvetstvennostiu pak par pars pavel pavlovich pe pentru peoples perez petroleum po por pour power predpriyatie pro
publichnoe pvt radio rahim rashid repair revolutionary ri roman russia saeed sal salah salam salem salih salim san
sanchez sarl sayed sayyed sberbank sciences sdn sea sergejevitj sergeyevich seyed seyyed shahid shanghai shaykh sheikh
shenzhen shipbuilding si sociedade society solutions song south special spolecnost spolocnost star steel su svetlana
ta tarsasag technical tekhnologii transgaz transport trust tsentr ul uladzimiravich umar union ur vadim valentinovich
valerievich valery valeryevich vallalat vasilyevich victor viktorovitj viktorovna vladimirovna vladislav vyacheslav
vyacheslavovich yahya yong yurevich yuri yuriy yury yusuf yv zakrytoe
""",
    6: """
abdi abdurrahman abed abubakar ad adam adel administration adnan advanced aero affairs affiliated africa agricultural
akbar akcine aktiengesellschaft aktsionernoye ala aleh alejandro aleksejevitj alekseyevich alex alexandrovna alexej
alexeyevich aliaksandravich alireza aljaksandr alvarez amer anatolij anatoliy anatoly anatolyevna andrejevitj
andreyevich angel anna anwar applied aqsa arab arif armed artem artyom as asad ashraf assad atomic automation
autonomous avia awad ayman bakr banco barzan base battalion belarus belarusian bent bilal black blue borisovitj
borisovna brigade budgetary cargo castillo castro cement centrul cercetare cesar cetc chan charitable chen cheng chin
cho chon cia city cloud club comercializadora comhstoic commission compania companies computer computing consulting
control cooperation crimea csic csoport cssc cu cuideachta daniel darya das daw defence delle delniska detat devices
diaz digital dionicko division dmitri dmitrievich dmitrii dobycha don doo dos drug dzmitry eastern eduard eduardo
education ekaterina electric electro electromechanical elevator elnevezett engine enrique enterprises entity
entreprise eood estatal estate europe evgenevich evgenievich evgeniy evgeny evgenyevich experimental fabrica faisal
fathi fawaz federalnoe fedorovich felix fernandez fernando fi financial first fond forradalmi francisco free freight
front fsue fuel fzc fzco gabriel galina gang garda garde gardiens gazpromneft gennadievich gennady gennadyevich george
georgievich german ghadir ghassan gold golden gomez gosudarstvennoe gpb green groupe gruppa gul gulf gutierrez
gvardijos hadi hafiz hajj hakim hamad hamda hamed hamza harakat haramain hassen hawala hector het high hosein hosseini
house hussain hyok ibn ic ihar ihor ihracat ii ilya imad imam incorporated industrias inmobiliaria innovation
instituto instruments intelligence internacional intreprinderea inversiones investigacao inzhiniring iqbal irani iraqi
isil isis islam islama islamica islamischen islamiska islamitische islamiya islamo islamske islamskych ismael issa
issledovatelski issledovatelskii iszlam it ithalat ivanavich ivanov ivanovna ja jaber jafari jamaat james jamil jang
javad javier jelena jevgenjevitj ji jo john jorge julio kamal kamel kang kapital kazan kb kg khalaf khalifa khamis
kholding kirill kish ko kommercheski kontsern korean korporatsiya korps kwang kyong lab land latif leasing lee leon
leonid levant limitata line lojistik long ma madani mahmood main malek malik man mansour mansur marina mario marketing
martin martinez masri material maung maxim medical metal metallurgical michael middle mikalaevich mikalajevitj min mir
mohammadi mohd morales moreno morteza mostafa moussa muhamad muhsin mujahideen mukodo mun myanmar myint nacional naser
nasir nasr natalia natalja network nii nikita nikolaevna nikolajevna nikolayevna non noor noorzai novatek npf npk
nyilvanosan nyrt obedinenie obyedinenie offshore okb one oo ood optical organizacao organizacija oscar ou ould oy
pakistan panstwowe para park partners partnership parts party paul per peter petr petro petrov petrovitj physics pola
police popular port pre precision predpriyatiye prison productie products project properties province przedsiebiorstwo
pty publica qadhafi qaida qari qasim rafael ramirez ramon ras raspundere raul rawi rd real red refinery region
regional rehman republica republican republique resistance resources responsabilidad revoliucijos revolution reyes rf
ricardo rivera rn robert rossii royal ruse rusijos ruske ruslan russa russische russischen saad sabawi sad saddam
sahib saif salazar salman sam samir sanat sanaye sayyid se second seif semiconductor sergeevna serhiy servicios servis
shah sham shami sharif sherkat shipyard siarhei siarhej sily sistemy sky smart so son sp space spolka srl st stanislav
stat sti stichting subordinate subsidiary sulaiman sulayman suleiman sultan sun supply support supporters syria syrian
system szovetsegi tactical taha taher tahir tai tar tariq tatiana tatyana tavarystva td technological tejarat tic to
tong torres trabelsi trafficking trans transneft transportation tudomanyos turki tv uchrezhdenie uk uladzimiravitj
ullah un und unit university upravlyayushchaya ural usama usine uthman uzem uzina va valerij valeriy valerjevitj
vasilevich vasilievich vasiljevitj vasily veb venajan vitalij vitaliy vitaly vjatjeslav volodymyr volodymyrovych voor
wa wali walid wang wei welfare win won world wuhan xing yahia yasin yasir yasser yelena yemen yevgeniy yevgeny
yevgenyevich yi young yousef youssef yun zhang zone zvezda
""",
    5: """
aandelen aandelenvennootschap aat ab abdal abdalla abdellah abdelrahman abderrahmane abdollah abdu abdulkarim abdulla
abdullahi abdulrahman abdurahman aberta abid abidine abierta abmezhavanay aboud abubaker academician acciones adan
adib adil adkaznastsyu adrian aeronaves afghan african agat agricola agro aguilar agus ahmadi ai aid aiman ak akademii
akademika akcyjna akhras akhtar akram aktsiaselts aktsionerny alabuga alapitvany ale aleksander alekseevna alekseyevna
alena alexandre alexandrovic alfa alfonso alfredo aliakseevich aliaksei aljaksandravitj aljaksej alla alliance almaz
alonso alpha aluminum aman amar ameen aminullah ammar ammunition amor amr anas anastasia anatoli anatolievna
anatoliyovych anatoljevna andre andres andrii andriy anis ano ansari antey anthony any arctic arellano aria arkady
armament armando armee armored arms arnoldo arredondo arsenal art artiom artur arturo arzamas asa asian asim asociatia
assa asset associacao associates at atef atlas atviroji au auto automated automobile avangard avatud aviakompaniya
avic avila avoin ayad ayyub azam azhar azzam ba baasyir bagheri baikal bakar banking barakat baseer bashar basir
bassam battery baza beltran beograd best bicentenario biroul biuro bm bom bong bonyad bridge brigades broadcasting
brothers byudzhetnoe carbon caspian centar centras centrum chae cham charity charles chaudhry che chechen chelyabinsk
chemicals chemistry chengdu cherif chi chip chosun chu chul chung cientifica civil coal colonel combatant comercial
command commerce commodities compagnie components composite congo constructora consultancy contracting contreras
cooperative corpo corporativo corpului council crimean cuerpo cultural culture currency dalian dandong danismanlik
daoud data daud day decisions defensa defesa dei delgado democratic denominada denumita depository desarrollo deschisa
det diamond dib die difesa direzione distribuidora distribution djamel dmitrijevitj dmytro doctor dom donetsk dong
dongguan douglas drilling drzavno ds duarte dupa duri dzmitryj ebrahim eddin eddine edgar eduardovich educational
edward einheitsunternehmen ejercito ek elashi electrical electricity elektronik element elga elias em emad energo
enerji engineers enota era eric ernesto eslami esmail est estado estrada evgeni evgenii exercito expert express
factories factoring fadil fahd fajr falah far faraj farhad faris fatah fateh fatih fawwaz faysal fazal fazel
federaation federacao federace federacie federacije federacijos federacion federacji federala federale federalny
federatie federatiei federationens federazione feng fgbu figueroa finans firas firm firma fjodorovitj fkp flot
foderacio foderation foderations foderatsiooni fondation food forcas fortele forze frank fuad fuerzas fundacao
fundacion fundacja fundatia future fz gabinete gaddafi gamybos gamykla gao gard gardienilor gastelum gaz gazprombank
gems generale generation gennadij gennadiy gennadjevitj georgijevitj georgy gepgyar gerardo ghafur ghani gharib ghazi
gholam gholamreza gida gil gilberto gleb glory god gongsi gorno gostar gosudarstvenoye government grand great gregorio
grigorevich grigorievich grigorjevitj grigory grigoryevich grup grupa grupul guadalupe guangdong guangzhou guardianes
guardie guards guerrero guillermo gun gusev gustavo guzman gvardu gwardjani gynybos hadith hafez hai hak halim hamcho
hamdan hamdi hammam hammud hamsho han hanafi hangzhou hani hanna haq haramayn hashem hashim havacilik hayat haydar he
headquarters heavy hebei helicopter helicopters help henry higher hijazi hilal hlaing holy hongkong honra horizont
hotel housing houthi hs hua humanitarian hun husain hussayn hyon ibarra ignacio igorevitj igorevna ihsan iii ilja iman
imone impresa indonesia infrastructure innovative insaat institutas institutul instrumentation instytut integral
integrated internal intezet investigacion iosifovich ipari iraniene irano irans irg irgcs irisl irkut iryna is isa
islamia islamiche islamico islamilaisen islamiske islamiyah islamiyya islamskiej ismailovich issam issledovatelskiy
istat ivanavitj ivanovic iyad izlamika jabir jafar jahan jaime jaish jamaah jamia jamiat jasim jassem jassim javno
jawad jaysh jean jednotka jekaterina jemaah jiangsu jibril jimenez joel jon joukot ju jund jv kaardivae kaartin
kadyrova kai kareem karimi kateryna katonai kaveh kazemi khair khairullah khaleel khaliq khatib khattab khayr
khayriyya khin kholdinga kil king kombinat kompaniia kompleks konstantinovitj konstruktorskoye kony korp korpusa
korpusu koryo kovalchuk kozlov kozpont kozponti koztarsasag krdv krym kuk kum kurdistan kutato kutatointezet kuznetsov
kyaw kyu laboratory laden lady larisa las laser law lebanese lebanon lebedev leo leonidovitj leonidovna les liaudies
libi libyan light lil lin link liu lizing llp lng logistic luhansk luka luna luqman lvovich lyudmila machines maghribi
magomedovich mahad maher maintenance makhlouf makina making makki managing manan mansoor mar marija mark market
marquez martyrs maruf marwan maryam mashinostroeniya mashinostroitelny master maulawi max maxamed mechanics medicine
medina medvedev mehr mejia melli mendoza menedzhment merchant metallurgy metals meza mg michajlovna michel micro
microelectronics mihail mikalai mike mikhailavich mikhailovna milad militar mine mineral ming ministere ministerie
ministerio minsk mit mobile mobin modern moe mohamud mojtaba moksliniu motor mounir mousa mousavi mouvement movimento
msn mu muammar mubarak mujahidin mukhtar multi munoz murad murat murillo musab muslim muthana muthanna myanma
mykolayovych nabi nabil naim naing naji najib najm nalezace nanjing narodna narodni natalija nationala nationale
natural nauk navigation nazar nazir nd neft nejad nekommercheskaya nemzeti nestor net news nicolas nikitin nizhny
noble noori nord northern nouri nova novgorod novikov novin novosibirsk ns ntts nur nuri nusrat nv obeida obshestvo
obyedineniye och odgovornoscu odk odprta off offene oficina og ogranicenom oksana olegovitj oleh oleksandrovych
oleksiy oman omid omran on op openbare openlab operadora operation optics or order organichennoi organizace
organizacion organizacja organizatia organizatsiya oriental orion oro orosz oroszorszagi ortega osakeyhtio osama
oscailte osman osoo ostec ostek othman otkrytogo otkrytoye oumar ouverte overseas owned ozean pa pacific paek pajegos
pajegu palestine palestinian pan panama pang parsa part patricia pavlovitj pazarlama pedro pension pensionny people
perm persian petersburg petrovna piatrovich pipelines planta plc plus pmc podjetje podnik poduzece polyus popov
populaire pouya predpriiatie press priborov prime processing procurement producao produccion profit progress
proizvodnju proizvodstvennaya proizvodstvenno proizvodstvennoye projects protection provincial provincii prowincji
publique pyong pyotr qader qadir qassim qeshm qingdao qods quantum quds quintero raad rada ramadan rami ran rauf rayan
razavi razrez razvitiya recherche reconnaissance reconstruction reda refining regionala regionale regionalis
regionalni registrator relief rendszerek repubblica republicii republiek republik republikas republike republiki
republiky resort responsabilidade respubliki respublikos revolucion revolucionarne revolucionaro revolucnich
revolucnych revolutiei revolutionaire revolutionsgarde revolutionsgardes revolutionsgardets revolutsioonilise
rewolucji rhouma richard ricky rida rim rincon rios rivoluzionarie rivoluzzjoni riyad roberto rocket romanovich romero
ronald rosario rosneft rossiskoi rosyjskiej rotenberg ruben ruelas ruiz rus rusa rusia ruskej russe russie russiske
rustam ryazan ryong ryska saab sadegh sadeq sadiq safavi sahab sahel saint salameh salas samad saman samara samer sami
sanabil sang sankt santos saqr sara sarafi sattar saudi saw sayf sazi sb sberbanka sc scf scientifique seaport sepah
sepahan sepehr sergejevic sergejevna sergeyevna sergio serhij servicio severo shaanxi shafiq shaikh shams shandong
shargh sharia sheik shen sher sherkate shig shipmanagement shishani shore shpg siberian sichuan sierra sik sil siman
simon sin sina singapore sistema sk skb skupina social societa societate soe soft sok soldiers solution sons sop
southern soyuz spa spc specialized staatliches staff stait stanislavovich statale statni statny stato statului stc
stepanovich steven stiintifica stowarzyszenie strategic straznikow strela stroytransgaz studies studio styrkor sub
successor sudan sue suliman sung sunna supplies supreme suzhou swe swedish syed sz szervezet taa tadbir talha talib
taliban tan tanker tanzim tarek tasavallan tawfiq technologiai technologii tecnologia tehran tehrik tekhniki telecom
telecommunications television terminal tervezoiroda test testing textile than thereof thomas ti tian tianjin tilfah
timur tipa tmk tool tools tosee tourism tovarystvo training transfer travel treid tsnii tula tun tunisi tyrimu ubaydah
ud uec uksus uladzimir um unitaire unitara unitaria unitarine unitarno unitarnoe universal unmanned upravlenie urad
usa usamah ustad uznemums vadimovich vahid valencia valentin valentina valentinovitj valerevich valeryevna vallalata
vallankumous valle valsts valstybes valtion vargas vasilevna vasili vasilievna vasilij vasiliy vasiljevna vasilyev
vasilyevna vasquez vedelmi vehicle vektor velasquez venemaa vennootschap venture ventures verejna victoria victory
viktar viktaravich viktorovic virksomhed vision vitalyevich vjatjeslavovitj vladimirovic vo volga volodymyrovytj von
vostok vympel wafa wai wal waleed wave way wazir weapons well west western white wilayat william wine wing wings with
works wu wuxi xi xian xiang xinjiang ya yakovlevich yan yang yard yassin yazid ye yekaterina yevgenevich yevhen yon
youcef younes youth youxian yulia yuliya yunis yunus yurievna yuriyovych yuryevna yusef yusif zadeh zakharov zakir
zaklady zaw zboru zhejiang zhou zine zrt zuhair
""",
}
"""Band -> words that stand in about 2**band of 100,000 entries; a word that is not here is rarer than band 5."""
