"""Places, peoples and times in one word: alone they name no listed party. City names: GeoNames, CC BY 4.0."""

from __future__ import annotations

_TEXT = """
aba abeokuta abidjan abobo abuja accra adachi adana adelaide aden afghan afghanistan afghans africa african agadir
agartala agege agra aguascalientes ahilyanagar ahmedabad ahvaz aihara ajegunle ajman ajmer akola aktobe akure alanya
albania albuquerque aleppo alexandria algeria algiers aligarh almaty amagasaki ambato ambattur america american
americans americas amman amravati amritsar amsterdam anaheim ananindeua andijon andorra angola anguilla ankang ankara
anqing anqiu anshan anshun antakya antalya antananarivo antipolo antofagasta antwerp anyang apr april aqsu arab arabic
arabs aracaju arak arctic ardabil arequipa argentina argentine arifwala arlington armenia armenian aruba arusha
asansol ashgabat asia asian asmara assiut astana astrakhan asuncion aswan atasehir athens atlanta atlantic auckland
aug august aurangabad aurora austin australia australian austria austrian avellaneda awasa azcapotzalco azerbaijan
azerbaijani bacoor bafoussam baghdad bahamas bahawalpur bahcelievler bahrain baise bakersfield baku balbala balikpapan
balkans ballari baltic baltimore bamako bamenda banan bandarban bandung bangkok bangladesh bangladeshi bangui
banjarmasin bannu banqiao baoan baoding baoji baoshan baotou barbados barcelona bareilly barinas barnaul barquisimeto
barranquilla basrah basuo batam batman battagram bauchi bauru bawshar bazhong beian beihai beijing beira beirut bekasi
belagavi belarus belarusian belem belgian belgium belgrade belize bello belorussia bengaluru bengbu benghazi bengkulu
benguela benin benoni benxi berlin bermuda betim beylikduzu bhagalpur bharatpur bhatpara bhavnagar bhawana bhayandar
bhilai bhilwara bhiwandi bhopal bhubaneswar bhutan bida bijie bikaner bilaspur bilimora binzhou birmingham bishkek
bissau blantyre bloemfontein blumenau bochum bogor bogota bokaro boksburg bolivia bolivian bologna borama borivli
bosnia boston botswana bouake bozhou bradford brahmapur brampton brasilia bratislava brazil brazilian brazzaville
bremen brisbane bristol britain british brno brooklyn brunei brussels bryansk bucaramanga bucharest buda budapest
buddhist budta buenaventura bujumbura bukavu bulawayo bulgaria bulgarian bunamwaya bunia buraydah burewala burma
burmese bursa burundi busan cabimas cabinda cairo calabar calamba calgary cali callao caloocan calumbo camama
camayenne cambodia cambodian cameroon campinas canada canadian canberra cancun cangzhou cankaya caracas carapicuiba
cardiff cariacica carrefour cartagena caruaru casablanca caspian catalonia catholic caucaia caucasus cazenga chad
chandigarh changchun changde changning changsha changshu changwon changzhi changzhou chaoyang chaozhou charlotte
chattogram cheboksary chechen chelyabinsk chengde chengdu chennai chenzhou cheonan chiba chicago chiclayo chihuahua
chile chilean chimoio china chinese chisinau chitungwiza chizhou chongming chongqing chongzuo christchurch christian
chunian chuxiong chuzhou cibinong cilegon cimahi cixi cleveland cochabamba coimbatore colombia colombian colombo
columbus comilla comoros conakry congo congolese constantine contagem copenhagen cordoba cotabato cotonou coyoacan
crimea croatia croatian cuauhtemoc cuba cuban cucuta cuenca cuiaba cuito culiacan cumana curacao curitiba cusco
cuttack cyprus czech czechia dachang daegu daejeon dakar dalian dallas daloa damascus dammam dandong danish daqing
dasmarinas datong davangere davao daxinganling dayrah dazhou dec december dehradun delhi delmas denmark denpasar
denver depok desna detroit deyang dezhou dhaka dhanbad dharavi dhule diadema diepsloot dingxi djibouti dnipro
dniprovskyi dodoma dombivali dominica donbas donetsk dongguan dongying dortmund douala dprk dresden dubai dublin
duisburg durban durgapur dushanbe dusseldorf dutch east ecuador edinburgh edmonton edogawe egypt egyptian eldoret
emalahleni emirati england english ensenada enugu erbil eritrea eritrean erode erzurum esenler esenyurt eskisehir
eslamshahr esna essen estonia estonian eswatini ethiopia ethiopian etobicoke europe european evaton ezhou faisalabad
faridabad fatih feb february fenghuang fengshan fengxiang fes fiji filipino finland finnish florence florianopolis
fortaleza foshan franca france freetown french fresno fri friday fujisawa fukuoka fukuyama fushun fuxin fuyang fuzhou
gabon gambia ganzhou gaomi gaya gaza gaziantep gazipur gboko gdansk geneva genoa georgia georgian german germany ghana
ghanaian ghaziabad gibraltar gifu giza glasgow goiania golfe goma gombe gonder gorakhpur gothenburg gqeberha grajau
greece greek greenland grenada guadalajara guadalupe guadeloupe guam guangan guangyuan guangzhou guankou guarulhos
guatemala guayaquil guernsey guigang guilin guinea guiyang gujangbagh gujranwala gujrat gulf guli gumi guntur gurugram
guwahati guyana guyuan gwalior gwangju gwangmyeong hachioji haikou hail haiphong haiti haitian halifax hamadan hamah
hamamatsu hamburg hamhung hamilton handan hangzhou hannover hanoi hanzhong harare harbin hargeysa hathazari havana
hebi hebrew hechuan hefei hegang helsinki hengshui hengyang herat hermosillo heshan heyuan heze hezhou higashiosaka
himeji hirakata hiroshima hlaingthaya hohhot homs homyel honcho honduras hongkou honolulu houston howrah hrodna
hsinchu huaian huaibei huaihua huainan huambo huancayo huanggang huangpu huangshan huangshi hubballi hue huizhou
huludao hungarian hungary huocheng huzhou hyderabad iasi ibadan ibague ibb iceland ichikawa ichinomiya ikare iloilo
ilorin imus incheon india indian indianapolis indonesia indonesian indore ipoh iquitos iran iranian iranians irapuato
iraq iraqi irbid ireland irish irkutsk iseyin isfahan islamabad islamic ismailia israel israeli istanbul itabashi
italian italy itaquaquecetuba ivanovo iwaki izhevsk izmir iztacalco iztapalapa jabalpur jacksonville jaipur jajmau
jakarta jalandhar jalgaon jamaica jammu jamnagar jamshedpur jan january japan japanese jayapura jeddah jeonju jepara
jersey jerusalem jewish jhansi jiading jiamusi jian jiangmen jiangyin jianshui jiaojiang jiaozhou jiaozuo jiaxing
jieyang jijiga jilin jinan jincheng jingan jingdezhen jingmen jingzhou jinhua jining jinjiang jinshan jinzhong jinzhou
jiujiang jiuquan jixi jizhou jodhpur johannesburg joinville jordan jos juba jul july jun jundiai june kabul kaduna
kagoshima kahama kahramanmaras kaifeng kakamega kakinada kalaburagi kaliningrad kalininskiy kallakurichi kalyan
kampala kananga kanayannur kanazawa kandahar kano kanpur kaohsiung karabaglar karachi karagandy karaj karbala kashgar
kashiwa kassala kasur kathmandu katsina katsushika kawagoe kawaguchi kawasaki kayseri kazakh kazakhstan kazan keelung
kemerovo kendari kenitra kennedy kenya kenyan kerman kermanshah khabarovsk kharkiv khartoum khulna kigali kikolo
kikwit kimhae kingston kinshasa kira kiribati kirkuk kirov kisangani kisumu kitakyushu kitwe kobe kochi kolhapur
kolkata kollam koln kolwezi konya korba korea korean koreans korhogo korla kosovo kota koto koumassi kowloon kozhikode
krakow krasnodar krasnoyarsk kremlin krugersdorp kuantan kuching kucukcekmece kumamoto kumasi kunming kunshan kupang
kurashiki kurdish kurdistan kurnool kursk kuwait kuwaiti kyiv kyoto kyrgyz kyrgyzstan kyzylorda lagos lahore laibin
laiwu langfang lanzhou laos larkana latakia latin latur latvia latvian laval lebanon leeds leicester leipzig lekki
leshan lesotho lhoka lianyungang liaocheng liaoyang liberia libreville libya libyan libyans liechtenstein likasi
lilongwe lima linfen linyi lipetsk lisbon lishui lithuania lithuanian liupanshui liuzhou liverpool lobito lodz lome
london londrina longshan longyan loni loudi louisville luan luancheng luanda lubango lubumbashi lucknow ludhiana
luhansk luliang luohe luoyang lusaka luxembourg luxor luzhou lviv lyon maanshan macao macapa macau macedonia maceio
machida madagascar madinah madrid madurai magnitogorsk maheshtala mahilyow maianga maiduguri maipu makassar
makhachkala makkah makurdi malabon malacca malaga malang malanje malatya malawi malaysia malaysian maldives malegaon
mali malian malingao malmo malta maltepe manado managua manaus manchester manchuria mandalay mandaluyong mangaluru
manhattan manila manizales mansilingan maoming maputo mar maracaibo maracay maradi march maringa marrakesh marseille
martinique masan maseru mashhad masina matadi mataram matola matsudo matsuyama maturin maua mauritania mauritius
mawlamyine may mayotte mazatlan mbandaka mbeya medan medellin mediterranean meerut meishan meizhou mekele meknes
melbourne memphis mengzi merida mersin mesa mexicali mexican mexico miami mianyang micronesia middle milan milwaukee
minato mingora minhang minna minneapolis minsk misratah mississauga mixco miyazaki mogadishu mohammadpur moldova
moldovan mombasa mon monaco monday mongolia mongolian monrovia montenegro monteria monterrey montevideo montreal
montserrat moradabad morelia morocco morogoro moscow mosul mozambique mudanjiang mukalla mulenvos multan mumbai munich
muntinlupa muratpasa murcia muscat muslim muzaffarabad muzaffarpur mwanza myanmar mykolayiv mysuru nagano nagasaki
nagoya nagpur nairobi najaf najafgarh najran nakuru namangan namibia nampo nampula nanchang nanchong nanded nanjing
nanning nanping nanqiao nansana nantong nanyang naples narela nashik nashville nasiriyah natal natore nauru nawabshah
nazret ndjamena ndola neijiang neiva nellore nepal nepalese netherlands newcastle niamey nicaragua niger nigeria
nigerian niigata nilufer ningbo ningde nishinomiya niteroi niue north norway norwegian nouakchott nov november
novokuznetsk novosibirsk nowrangapur nuremberg nyala oakland occupied oct october odesa ogbomoso oita okara okayama
okazaki okene olinda omaha oman omani omdurman omsk ondo onitsha oran ordos orenburg orumiyeh osaka osasco oslo osogbo
ota ottawa ouagadougou oujda owerri oyo pacific padang pakistan pakistani palau palembang palermo palestine
palestinian pallabi palma palu panama panihati panjin panshan panzhihua paraguay paris pasay pasto patiala patna
pekanbaru pelentong pengze penza pereira perm perth peru peruvian peshawar pest petare petionville petrolina
philadelphia philippine philippines phoenix pietermaritzburg pikine pimpri pingdingshan pingdu pingliang pingxiang
piracicaba piura pohang pokhara poland polish pontianak portland portugal portuguese poznan prague prayagraj pretoria
pristina puchong pudong puducherry puebla punasa pune puning putian putuo puxi puyang pyeongtaek pyongyang qatar
qatari qingdao qingpu qingyang qingyuan qinhuangdao qinzhou qionghai qiqihar qom quanzhou quebec queens quetta quito
qujing quzhou rabat raipur rajamahendravaram rajkot rajshahi raleigh ramgundam ranchi rangpur rasapudipalem rasht
rawalpindi recife reunion reynosa riga riyadh rizhao rohini rohtak romania romanian rome rosario rotterdam ruian ruiru
russia russian russians rustenburg rwanda rwandan ryazan sacramento sagamihara sahara saharanpur sahiwal saitama sakai
sale salem salta saltillo saltivka salvador samara samarinda samarkand samba samoa samsun sanaa sancaktepe sandakan
sangli sanhe sanmenxia sanming santiago santos sanya sapporo sarajevo saratov sargodha sat saturday saudi saurimo
scotland scottish seattle sector seeb sejong semarang sendai senegal seoul sep sept september serang serbia serbian
seremban serra setagaya setapak sevastopol sevilla seychelles shanghai shangluo shangqiu shangrao shangyu shantou
shanwei shaoguan shaoxing shaoyang sharjah sheffield shekhupura shenyang shenzhen shia shibganj shihezi shijiazhuang
shinagawa shiraz shiyan shizuishan shizuoka sholapur shouguang shuangyashan shuozhou shyamnagar shymkent sialkot
siberia siberian siliguri singapore singaporean sinjhoro siping situbondo skopje slovak slovakia slovenia slovenian
soacha sofia sokoto somali somalia somalis songjiang sorocaba soshanguve south soweto spain spanish srinagar stavropol
stockholm stuttgart sudan sudanese suez suginami suining suita suizhou sukabumi sukkur sulaymaniyah sultanah
sultanbeyli sultangazi sumgayit sun sunchon sunday sunni suqian surabaya surakarta surat suriname surrey suwon suzhou
swaziland sweden swedish swiss switzerland sydney syria syrian syrians szczecin tabriz tabuk taguig taian taicang
taichung taif tainan taipei taiwan taiyuan taiz taizhou tajik tajikistan takamatsu takasaki takatsuki takeo takoradi
talatona tallinn tamale tampa tanga tangerang tanggu tangier tangshan tanta tanzania tanzhou taoyuan tapachula taraz
tarsus tartus tashkent tasikmalaya tawau tbilisi tegucigalpa tehran teni teresina tete tetouan thai thailand thane
thembisa thiruvananthapuram thoothukudi thu thursday tianjin tianshui tijuana tirana tiruchirappalli tirunelveli
tiruppur tlalnepantla tlalpan tlaquepaque togo tokelau tokyo toluca tolyatti tomsk tonala tonga tongchuan tonghua
tongling toronto torreon touba toulouse toyama toyohashi toyonaka toyota tripoli trujillo tshikapa tucson tue tuesday
tula tulsa tunis tunisia turin turkey turkish turkiye turkmen turkmenistan turks tuvalu tuxtla tver tyumen uberlandia
udaipur ufa uganda ugandan ujjain ukraine ukrainian ukrainians ulanqab ulhasnagar ulsan ulyanovsk umraniye umuahia
ural urals uruguay urumqi usak uskudar ussr utrecht utsunomiya uvira uyo uzbek uzbekistan vadodara valencia valenzuela
valledupar van vancouver vanuatu varanasi vatican vellore venezuela venezuelan veracruz vereeniging viana victoria
vienna vientiane vietnam vietnamese vijayawada villahermosa vilnius vinh vinnytsya virar visakhapatnam vitebsk
vladimir vladivostok volga volgograd voronezh wafangdian wakayama wales wandsbek wanning wanxian wanzhou warangal
warder warri warsaw washington wed wednesday weifang weihai weinan welkom wellington welsh wenchang wenzhou west
wichita windhoek winnipeg wroclaw wuhan wuhu wuppertal wuwei wuxi wuzhong wuzhou xiamen xian xiangtan xiangyang
xianning xianyang xiaogan xichang xico xingtai xining xinxiang xinyang xinyu xinzhou xochimilco xuancheng xuanhua
xuchang xuhui xuzhou yaan yanan yancheng yangjiang yangon yangpu yangquan yangsan yangzhou yantai yaounde yaroslavl
yazd yekaterinburg yemen yemeni yenagoa yerevan yibin yichang yichun yinchuan yingkou yiwu yixing yogyakarta yokohama
yokosuka yola yongji yongzhou yueyang yulin yuncheng yunfu yunusobod zagazig zagreb zahedan zaire zambia zamboanga
zanjan zanzibar zaozhuang zapopan zaporizhzhya zaragoza zaria zarqa zhabei zhangjiagang zhangjiajie zhangjiakou
zhangye zhangzhou zhanjiang zhaoqing zhaotong zhengzhou zhenjiang zhongshan zhongwei zhoukou zhoushan zhucheng zhuhai
zhumadian zhuzhou zibo zigong zimbabwe ziyang zunyi zurich
arizona nevada ohio oregon utah colorado alaska hawaii michigan minnesota wisconsin illinois kansas nebraska oklahoma
louisiana alabama mississippi tennessee kentucky missouri arkansas massachusetts connecticut vermont maine delaware
maryland pennsylvania idaho montana wyoming iowa indiana dakota virginia california texas florida
"""
GEOGRAPHY = frozenset(_TEXT.split())
