"""Countries, peoples and capitals by the words that name them in articles, folded; one country a line."""

from __future__ import annotations

_LINES = """
AD: andorra
AE: uae, dubai, abu dhabi, emirati
AF: afghanistan, afghan, afghani, afghans, kabul, kandahar, 阿富汗, アフガニスタン, افغانستان, أفغانستان
AI: anguilla
AL: albania, albanian
AM: armenia, armenian, yerevan
AN: netherlands antilles
AO: angola
AR: argentina, argentinian, argentine
AS: american samoa
AT: austria, austrian, vienna
AU: australia, australian, sydney
AW: aruba
AZ: azerbaijan, azerbaijani, azeri, baku
BA: bosnia herzegovina, bosnia, bosnian, bosnian herzegovinian, sarajevo
BB: barbados
BD: bangladesh, bangladeshi, dhaka
BE: belgium, belgian
BF: burkina faso
BG: bulgaria, bulgarian
BH: bahrain, bahraini
BI: burundi, burundian
BJ: benin
BM: bermuda
BN: brunei, brunei darussalam
BO: bolivia
BR: brazil, brazilian
BS: bahamas
BT: bhutan
BW: botswana
BY: belarus, belorussia, belarusian, belarussian, minsk, 白俄罗斯, 白俄羅斯, ベラルーシ
BZ: belize
CA: canada, canadian, toronto, ottawa
CD: zaire, dr congo, drc, eastern congo, congolese, kinshasa, goma, bukavu, kivu, ituri
CF: central african, bangui
CG: congo, congo brazzaville
CH: switzerland, swiss, geneva, zurich
CI: ivory coast
CK: cook islands
CL: chile, chilean
CM: cameroon, cameroonian
CN: china, mainland china, region xinjiang, chinese, beijing, dandong, shanghai, dalian, 中国, 中國, китай
CO: colombia, colombian, bogota
CR: costa rica
CU: cuba, cuban, havana, 古巴, キューバ
CV: cape verde, cabo verde
CW: curacao
CY: cyprus, cypriot, limassol
CZ: czech republic, czechia, czech
DE: germany, german, germans, berlin
DJ: djibouti
DK: denmark, danish, copenhagen
DM: dominica
DO: dominican republic
DZ: algeria, algerian, algiers
EC: ecuador, ecuadorian, ecuadorean
EE: estonia, estonian
EG: egypt, egyptian, cairo
EH: western sahara
ER: eritrea, eritrean
ES: spain, spanish, madrid
ET: ethiopia, ethiopian, addis ababa
FI: finland, finnish, helsinki
FJ: fiji
FK: falkland islands
FM: micronesia
FO: faroe islands
FR: france, french, paris
GA: gabon
GB: united kingdom, uk, great britain, england, scotland, northern ireland, britain, british, london
GB: english, scottish
GD: grenada
GE: georgia, georgian, tbilisi
GF: french guiana
GG: guernsey
GH: ghana, ghanaian
GI: gibraltar
GL: greenland
GM: gambia
GN: guinea, guinea republic, guinean
GP: guadeloupe
GQ: equatorial guinea
GR: greece, greek, athens
GT: guatemala, guatemalan
GU: guam
GW: guinea bissau, bissau guinean
GY: guyana
HK: hong kong, 香港
HN: honduras, honduran
HR: croatia, croatian
HT: haiti, haitian, haitians
HU: hungary, hungarian
ID: indonesia, indonesian, jakarta
IE: ireland, irish
IL: israel, israeli, israelis, jerusalem
IN: india, indian, mumbai, delhi
IQ: iraq, iraqi, iraqis, baghdad, mosul, 伊拉克, イラク, العراق
IR: iran, iranian, iranians, tehran, ايران, إيران, тегеран, 伊朗, イラン
IS: iceland
IT: italy, italian, rome
JE: jersey
JM: jamaica
JO: jordan, jordanian
JP: japan, japanese, tokyo, 日本
KE: kenya, kenyan, nairobi
KG: kyrgyzstan, kyrgyz republic, kyrgyz, kyrgyzstani
KH: cambodia, cambodian, phnom penh
KI: kiribati
KM: comoros
KP: north korea, dprk, korea dpr, north korean, north koreans, pyongyang, n korea, kcna, 북한, 평양, 朝鲜, 朝鮮
KP: 北韩, كوريا الشمالية
KP: 北韓, кндр, пхеньян, северокорейские, северной
KR: south korea, south korean, south koreans, seoul, 韩国, 韓國, 韓国
KW: kuwait, kuwaiti
KY: cayman islands
KZ: kazakhstan, kazakh, kazakhstani
LA: laos, lao pdr, lao, vientiane
LB: lebanon, lebanese, beirut, hezbollah, 黎巴嫩, لبنان
LC: saint lucia, st lucia
LI: liechtenstein
LK: sri lanka, sri lankan
LR: liberia, liberian
LS: lesotho
LT: lithuania, lithuanian
LU: luxembourg
LV: latvia, latvian
LY: libya, libyan, libyans, tripoli, benghazi, 利比亚, 利比亞, リビア, ليبيا
MA: morocco, moroccan, rabat
MC: monaco
MD: moldova, moldovan
ME: montenegro, montenegrin
MG: madagascar
MH: marshall islands
MK: north macedonia, macedonia, macedonian
ML: mali, malian, bamako
MM: myanmar, burma, myanmar burma, burmese, naypyidaw, 缅甸, 緬甸, ミャンマー
MN: mongolia, mongolian
MO: macau, macao
MQ: martinique
MR: mauritania, mauritanian
MS: montserrat
MT: malta, maltese
MU: mauritius
MV: maldives
MW: malawi
MX: mexico, mexican, sinaloa, culiacan
MY: malaysia, malaysian, kuala lumpur
MZ: mozambique, mozambican
NA: namibia, namibian, windhoek
NC: new caledonia
NE: niger, nigerien
NG: nigeria, nigerian, lagos
NI: nicaragua, nicaraguan, managua
NL: netherlands, dutch, amsterdam
NO: norway, norwegian, oslo
NP: nepal
NR: nauru
NU: niue
NZ: new zealand, new zealander
OM: oman, omani
PA: panama, panamanian
PE: peru, peruvian
PF: french polynesia
PH: philippines, filipino, philippine, manila
PK: pakistan, pakistani, karachi, islamabad
PL: poland, polish, warsaw
PR: puerto rico
PS: palestine, palestinian, region gaza, gaza, west bank, palestinian territories, palestinian territory
PS: غزة, فلسطين
PS: gaza strip, hamas
PT: portugal, portuguese
PW: palau
PY: paraguay, paraguayan
QA: qatar, qatari, doha
RE: reunion
RO: romania, romanian
RS: serbia, serbian, belgrade
RU: russia, russian federation, russian, russians, moscow, kremlin, vladivostok, россии, россия, москва
RU: 俄罗斯, 俄羅斯, ロシア, روسيا
RU: москве, российский
RW: rwanda, rwandan, kigali
SA: saudi arabia, saudi, saudi arabian, riyadh
SB: solomon islands
SC: seychelles
SD: sudan, the sudan, sudanese, khartoum, 苏丹, 蘇丹, السودان
SE: sweden, swedish, stockholm
SG: singapore, singaporean
SI: slovenia, slovenian
SK: slovakia, slovak
SL: sierra leone
SM: san marino
SN: senegal, senegalese, dakar
SO: somalia, somali, somalian, somalis, mogadishu, 索马里, 索馬里, ソマリア, الصومال
SR: suriname
SS: south sudan, south sudanese, juba
SU: soviet union, ussr
SV: el salvador
SX: sint maarten
SY: syria, syrian, syrians, damascus, aleppo, 叙利亚, 敘利亞, シリア, سوريا, سورية
SZ: eswatini, swaziland
TC: turks caicos
TD: chad, chadian
TG: togo
TH: thailand, thai, bangkok
TJ: tajikistan, tajik
TK: tokelau
TL: timor leste, east timor
TM: turkmenistan, turkmen
TN: tunisia, tunisian, tunis
TO: tonga
TR: turkey, turkiye, turkish, turks, istanbul, ankara
TT: trinidad tobago, trinidadian
TV: tuvalu
TW: taiwan, taiwanese, taipei, 台湾, 台灣, 臺灣
TZ: tanzania, tanzanian
UA: ukraine, region crimea, crimea, ukrainian, ukrainians, kyiv, kiev, donetsk, luhansk
UG: uganda, ugandan, kampala
US: united states, usa, america, american, americans, washington, los angeles, new york, california
US: texas, chicago, florida
UY: uruguay
UZ: uzbekistan, uzbek, uzbekistani
VA: holy see, vatican
VC: st vincent
VE: venezuela, venezuelan, caracas, 委内瑞拉, 委內瑞拉, ベネズエラ
VN: vietnam, viet nam, vietnamese, hanoi
VU: vanuatu
WS: samoa, western samoa
XK: kosovo, kosovan, kosovar
YE: yemen, yemeni, yemenis, sanaa, hodeidah, houthi, اليمن, صنعاء, 也门, 也門, イエメン
YT: mayotte
ZA: south africa, south african, johannesburg
ZM: zambia, zambian
ZW: zimbabwe, zimbabwean, harare
"""
COUNTRY_WORDS: dict[str, str] = {
    word.strip(): line[:2] for line in _LINES.strip().split("\n") for word in line[4:].split(",") if word.strip()
}
"""Word or two words -> ISO 3166 alpha-2 code."""
