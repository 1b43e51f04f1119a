"""The hand-written part of the gazetteer: what no source gives in the form that news uses."""

from __future__ import annotations

WIDE = 900_000
"""Cities from this size on get their names in other scripts."""
LOWER_BOUND = {"CN": 800_000, "IN": 1_000_000, "US": 250_000, "RU": 90_000, "KP": 15_000, "KR": 150_000, "JP": 350_000,
               "AE": 50_000, "QA": 30_000, "KW": 60_000, "OM": 100_000, "BH": 50_000, "LA": 50_000, "KH": 60_000, "MN": 30_000,
               "MM": 150_000, "MY": 150_000, "SN": 100_000, "GQ": 20_000, "NA": 40_000, "AO": 200_000, "PL": 150_000, "LY": 60_000,
               "UA": 100_000, "IR": 250_000, "SY": 100_000, "YE": 100_000, "SO": 80_000, "SD": 150_000, "SS": 60_000, "CF": 60_000,
               "HT": 80_000, "BY": 150_000, "GE": 100_000, "AM": 100_000, "KZ": 150_000, "KG": 80_000, "UZ": 150_000, "TJ": 80_000,
               "TW": 150_000, "MT": 15_000, "CY": 40_000, "VN": 200_000, "TH": 150_000, "SG": 15_000, "HK": 100_000, "MO": 15_000}  # fmt: skip
"""Smallest city kept, by country; 300,000 elsewhere."""
BORDER = {"CN": ("19", "05"), "RU": ("59", "30", "64", "05", "63")}
"""Provinces next to the DPRK or with many of its workers: Liaoning, Jilin; Primorye, Khabarovsk, Sakhalin, Amur, Sakha."""
KEEP_CITIES = {
    "Dandong", "Hunchun", "Tumen", "Yanji", "Shenyang", "Dalian", "Donggang", "Vladivostok", "Nakhodka", "Ussuriysk",
    "Khabarovsk", "Artyom", "Vanino", "Vientiane", "Phnom Penh", "Siem Reap", "Dakar", "Doha", "Lusail", "Kuwait City",
    "Dubai", "Abu Dhabi", "Fujairah", "Windhoek", "Malabo", "Valletta", "Luxembourg", "Ulan Bator", "Ulaanbaatar",
    "Zhoushan", "Ningbo", "Keelung", "Kaohsiung", "Busan", "Gdansk", "Szczecin", "Tartus", "Latakia", "Benghazi", "Tobruk",
    "Misrata", "Hodeidah", "Al Hudaydah", "Kismayo", "Bosaso", "Goma", "Bukavu", "Bangui", "Juba", "Cap-Haitien",
    "Novorossiysk", "Ust-Luga", "Primorsk", "Murmansk", "Kursk", "Belgorod", "Yelabuga", "Moscow", "Saint Petersburg",
}  # fmt: skip
COMMON_WORDS = {
    "Vladimir", "Nice", "Reading", "Bath", "Mobile", "Man", "Most", "Split", "Same", "Male", "Ali", "Van", "Batman", "Of", "Price",
    "Orange", "Enterprise", "Independence", "Liberty", "Normal", "Commerce", "Corona", "Paradise", "Hope", "Victoria",
    "Santiago", "Leon", "Anaheim", "Lincoln", "Jackson", "Madison", "Houston", "Aurora", "Eugene", "Henderson", "Plano",
    "Columbus", "Kim", "Lin", "Ha", "Song", "Hai", "Yan", "Long", "Union", "Central", "Young", "Police", "March", "Salem",
    "Cary", "Warren", "Sterling", "Glendale", "Irving", "Chandler", "Garland", "Laredo", "Durham", "Kent", "Clinton",
    "Marianna", "San Jose", "Fort", "University", "Hamilton", "Worth", "Bond", "Bay", "Surprise", "Roses", "Carolina",
    "Concord", "Providence", "Newcastle", "Sale", "Deal", "Ware", "Rugby", "Derby", "Mary", "Sochi Park", "Miranda", "Hit",
    "Barry", "Boa", "Wa", "Ho", "Mercedes", "Guadalupe", "Nazareth", "North Korea", "Republic", "Bender", "Sur", "Sari",
    "Kobe Steel", "Anna", "Angel", "Bor", "Ivan", "Petra", "Luis", "Trinidad", "Federal", "Delta", "Toledo", "Diana",
    "구성", "고원", "화성", "중화", "시중", "개천", "강령", "선봉", "은덕", "은천", "고산", "경성", "정주", "안주", "의주", "중강", "당산", "고풍",
    "삼천", "홍원", "화대", "라진", "명천", "옹진", "부녕", "송화", "회령", "장연", "송원", "라남", "웅기", "리원", "남양", "회양", "안악", "온성",
    "신막", "해주", "강계", "신포", "백학", "어랑", "은률", "태탄", "만포", "덕천",
}  # fmt: skip
"""City names that are ordinary words, first names or surnames more often than places."""
COUNTRY_LEAVE = {
    "EU",
    "EZ",
    "UN",
    "QO",
    "XA",
    "XB",
    "ZZ",
    "AC",
    "CP",
    "DG",
    "EA",
    "IC",
    "TA",
    "AQ",
    "BV",
    "HM",
    "UM",
    "XK",
}
COUNTRY_EXTRA = {
    "AE": {"en": ["UAE", "U.A.E.", "Emirates"], "ru": ["ОАЭ", "Эмираты", "Эмиратах"], "ko": ["아랍에미리트", "UAE"], "zh": ["阿联酋", "阿聯酋"], "ja": ["アラブ首長国連邦", "UAE"], "ar": ["الإمارات"], "fr": ["Émirats"]},
    "US": {"en": ["U.S.", "US", "USA", "U.S.A.", "America", "United States"], "ru": ["США", "Америка", "Америке"], "ko": ["미국"], "zh": ["美国", "美國"], "ja": ["米国", "アメリカ"], "es": ["EE.UU.", "Estados Unidos"], "fr": ["États-Unis"], "ar": ["الولايات المتحدة", "أمريكا"]},
    "GB": {"en": ["UK", "U.K.", "Britain", "England", "Scotland", "Wales", "Great Britain"], "ru": ["Британия", "Британии", "Великобритании", "Англия", "Англии"], "zh": ["英国", "英國"], "ja": ["英国", "イギリス"], "ko": ["영국"]},
    "RU": {"en": ["Russian Federation"], "ru": ["России", "Россию", "Россией", "РФ", "Российской Федерации"], "zh": ["俄罗斯", "俄羅斯", "俄国"], "ja": ["ロシア", "露"], "ko": ["러시아"], "ar": ["روسيا", "لروسيا", "بروسيا", "وروسيا"]},
    "CN": {"en": ["mainland China", "PRC"], "ru": ["Китая", "Китае", "Китаю", "Китаем", "КНР"], "zh": ["中国", "中國"], "ja": ["中国"], "ko": ["중국"], "ar": ["الصين", "للصين"]},
    "KP": {"en": ["N. Korea", "DPRK", "N.Korea"], "ru": ["КНДР", "Северной Кореи", "Северную Корею", "Северной Корее"], "zh": ["朝鲜", "朝鮮", "北韩", "北韓"], "ja": ["北朝鮮"], "ko": ["북한"], "ar": ["كوريا الشمالية"], "es": ["Corea del Norte"], "fr": ["Corée du Nord"]},
    "KR": {"en": ["S. Korea", "Republic of Korea", "ROK", "S.Korea"], "ru": ["Южной Кореи", "Южной Корее", "Южную Корею", "Республики Корея"], "zh": ["韩国", "韓國", "南韩", "南韓"], "ja": ["韓国"], "ko": ["한국", "남한", "대한민국"], "ar": ["كوريا الجنوبية"]},
    "CI": {"en": ["Ivory Coast", "Cote d'Ivoire"]}, "CD": {"en": ["Congo", "Democratic Republic of the Congo", "Democratic Republic of Congo", "DR Congo", "DRC"], "fr": ["RDC"]},
    "CG": {"en": ["Republic of Congo", "Congo-Brazzaville"]}, "TR": {"en": ["Turkiye", "Türkiye", "Turkey"], "ru": ["Турции", "Турцию"]},
    "MM": {"en": ["Burma", "Myanmar"]}, "CZ": {"en": ["Czech Republic"]}, "LA": {"en": ["Laos", "Lao"], "zh": ["老挝", "寮國"]}, "SY": {"en": ["Syria"], "ru": ["Сирии", "Сирию"]},
    "KH": {"zh": ["柬埔寨"], "ko": ["캄보디아"]}, "TW": {"en": ["Taiwan"], "zh": ["台湾", "臺灣", "台灣"]}, "HK": {"en": ["Hong Kong"], "zh": ["香港"], "ko": ["홍콩"]}, "MO": {"en": ["Macau", "Macao"]},
    "GQ": {"en": ["Equatorial Guinea"], "zh": ["赤道几内亚"], "ko": ["적도기니"]}, "PS": {"en": ["Gaza", "West Bank", "Palestine"]}, "XZ": {"en": ["international waters", "high seas"], "zh": ["公海"], "ko": ["공해상"], "ja": ["公海"], "ru": ["международных водах", "нейтральных водах"]},
    "UA": {"ru": ["Украины", "Украине", "Украину"], "zh": ["乌克兰", "烏克蘭"]}, "MN": {"ru": ["Монголии", "Монголию"], "zh": ["蒙古国", "蒙古國"]}, "PL": {"ru": ["Польши", "Польше"]}, "KZ": {"ru": ["Казахстана", "Казахстане"]},
    "QA": {"ru": ["Катара", "Катаре"], "zh": ["卡塔尔", "卡達"]}, "KW": {"ru": ["Кувейта", "Кувейте"], "zh": ["科威特"]}, "VN": {"ru": ["Вьетнама", "Вьетнаме"], "en": ["Vietnam"]}, "IR": {"ru": ["Ирана", "Иране"]}, "BY": {"ru": ["Белоруссии", "Беларуси"]},
    "SN": {"ru": ["Сенегала", "Сенегале"]}, "JP": {"ru": ["Японии", "Японию"]}, "DE": {"ru": ["Германии", "Германию"]}, "TZ": {"ru": ["Танзании"]}, "NG": {"ru": ["Нигерии"]}, "IN": {"ru": ["Индии", "Индию"]}, "GE": {"ru": ["Грузии", "Грузию"]}, "KG": {"ru": ["Киргизии", "Кыргызстана", "Кыргызстане"]},
}  # fmt: skip
_EN = """AE Emirati Emiratis|AF Afghan Afghans|AL Albanian|AM Armenian|AO Angolan Angolans|AR Argentine|AT Austrian|AU Australian Australians|AZ Azerbaijani|BA Bosnian|BD Bangladeshi Bangladeshis|BE Belgian|BF Burkinabe|BG Bulgarian
BH Bahraini|BI Burundian|BJ Beninese|BO Bolivian|BR Brazilian|BY Belarusian Belarusians|CA Canadian Canadians|CD Congolese|CF Central-African|CH Swiss|CI Ivorian|CL Chilean|CM Cameroonian|CN Chinese|CO Colombian|CU Cuban Cubans|CY Cypriot|CZ Czech
DE German Germans|DJ Djiboutian|DK Danish|DZ Algerian|EC Ecuadorian|EE Estonian|EG Egyptian Egyptians|ER Eritrean|ES Spanish|ET Ethiopian Ethiopians|FI Finnish|FR French|GA Gabonese|GB British Briton Britons|GE Georgian|GH Ghanaian|GM Gambian|GN Guinean|GQ Equatoguinean|GR Greek|GT Guatemalan|HN Honduran
HR Croatian|HT Haitian Haitians|HU Hungarian|ID Indonesian Indonesians|IE Irish|IL Israeli|IN Indian Indians|IQ Iraqi|IR Iranian Iranians|IS Icelandic|IT Italian|JM Jamaican|JO Jordanian|JP Japanese|KE Kenyan|KG Kyrgyz|KH Cambodian Cambodians|KW Kuwaiti|KZ Kazakh Kazakhstani|LA Laotian|LB Lebanese
LK Lankan|LR Liberian|LT Lithuanian|LV Latvian|LY Libyan Libyans|MA Moroccan|MD Moldovan|MG Malagasy|ML Malian|MM Burmese|MN Mongolian|MR Mauritanian|MT Maltese|MW Malawian|MX Mexican Mexicans|MY Malaysian Malaysians|MZ Mozambican|NA Namibian|NE Nigerien|NG Nigerian Nigerians|NI Nicaraguan|NL Dutch|NO Norwegian|NP Nepali Nepalese|NZ Zealander
OM Omani|PA Panamanian|PE Peruvian|PH Filipino Filipinos Philippine|PK Pakistani Pakistanis|PL Polish|PS Palestinian|PT Portuguese|PY Paraguayan|QA Qatari|RO Romanian|RS Serbian|RU Russian Russians Moscow's|RW Rwandan|SA Saudi|SD Sudanese|SE Swedish|SG Singaporean|SI Slovenian|SK Slovak|SL Leonean|SN Senegalese|SO Somali
SY Syrian Syrians|TD Chadian|TG Togolese|TH Thai|TJ Tajik|TM Turkmen|TN Tunisian|TR Turkish Turks|TT Trinidadian|TW Taiwanese|TZ Tanzanian|UA Ukrainian Ukrainians|UG Ugandan|US American Americans|UY Uruguayan|UZ Uzbek|VE Venezuelan|VN Vietnamese|YE Yemeni|ZA South-African|ZM Zambian|ZW Zimbabwean"""
DEMONYMS: dict[str, dict[str, list[str]]] = {
    entry.split()[0]: {"en": [word.replace("-", " ") for word in entry.split()[1:]]}
    for entry in _EN.replace("\n", "|").split("|")
}
DEMONYMS["KP"] = {"en": ["North Korean", "North Koreans", "N. Korean", "N. Koreans"], "ru": ["северокорейский", "северокорейская", "северокорейские", "северокорейских", "северокорейскими", "северокорейским"], "es": ["norcoreano", "norcoreanos", "norcoreana", "norcoreanas"], "fr": ["nord-coréen", "nord-coréens", "nord-coréenne", "nord-coréennes"]}  # fmt: skip
DEMONYMS["KR"] = {"en": ["South Korean", "South Koreans", "S. Korean"], "ru": ["южнокорейский", "южнокорейская", "южнокорейские", "южнокорейских"], "es": ["surcoreano", "surcoreanos", "surcoreana"], "fr": ["sud-coréen", "sud-coréens", "sud-coréenne"]}  # fmt: skip
for _code, _ru, _es, _fr in (
    (
        "RU",
        "российский российская российские российских российской российском российского",
        "ruso rusa rusos rusas",
        "russe russes",
    ),
    (
        "CN",
        "китайский китайская китайские китайских китайской китайском китайского",
        "chino china chinos chinas",
        "chinois chinoise",
    ),
    (
        "US",
        "американский американская американские американских американской",
        "estadounidense estadounidenses",
        "américain américaine américains",
    ),
    ("IR", "иранский иранская иранские иранских", "iraní iraníes", "iranien iraniens iranienne"),
    ("UA", "украинский украинская украинские украинских", "ucraniano ucranianos", "ukrainien ukrainiens"),
    ("JP", "японский японская японские японских", "japonés japonesa", "japonais japonaise"),
):
    DEMONYMS[_code].update({"ru": _ru.split(), "es": _es.split(), "fr": _fr.split()})
_REGIONS = {
    "RU": {"en": ["Primorsky Krai", "Primorsky", "Primorye", "Primorskiy", "Russian Far East", "Russia's Far East", "Far East", "Khabarovsk Krai", "Siberia", "Siberian", "Sakhalin", "Amur", "Amur region", "Buryatia", "Tatarstan", "Alabuga", "Yakutia", "Sakha", "Kamchatka", "Kuril Islands", "Chechnya", "Dagestan", "Crimea", "Kursk region", "Kursk Oblast", "Kursk oblast", "Leningrad region", "Krasnoyarsk", "Khasan", "Tumangang", "Chegdomyn", "Vostochny", "Slavyanka", "Dunai"],
           "ko": ["연해주", "극동", "시베리아", "사할린", "하바롭스크", "타타르스탄", "알라부가", "크림반도", "쿠르스크", "하산", "블라디"],
           "ru": ["Приморье", "Приморья", "Приморью", "Приморский край", "Приморского края", "Приморском крае", "Дальний Восток", "Дальнего Востока", "Дальнем Востоке", "Сибирь", "Сибири", "Сахалин", "Сахалине", "Сахалина", "Татарстан", "Татарстане", "Амурская область", "Амурской области", "Бурятия", "Бурятии", "Якутия", "Якутии", "Хабаровский край", "Хабаровского края", "Хабаровском крае", "Курская область", "Курской области", "Крым", "Крыму", "Забайкалье", "Алабуга", "Алабуге", "Владивостоке", "Владивостока", "Москве", "Москвы", "Хабаровске", "Хабаровска", "Находке", "Находки", "Уссурийске", "Чите", "Читы", "Подмосковье", "Подмосковья", "Санкт-Петербурге", "Петербурге", "Петербурга", "Хасан",
                   "Новосибирска", "Новосибирске", "Новосибирском", "Новосибирску", "Екатеринбурга",
                   "Екатеринбурге", "Екатеринбургом", "Екатеринбургу", "Челябинска", "Челябинске",
                   "Челябинском", "Челябинску", "Омска", "Омске", "Омском", "Омску", "Красноярска",
                   "Красноярске", "Красноярском", "Красноярску", "Воронежа", "Воронеже", "Воронежом",
                   "Воронежу", "Волгограда", "Волгограде", "Волгоградом", "Волгограду", "Краснодара",
                   "Краснодаре", "Краснодаром", "Краснодару", "Саратова", "Саратове", "Саратовом", "Ижевска",
                   "Ижевске", "Ижевском", "Ижевску", "Барнаула", "Барнауле", "Барнаулом", "Барнаулу",
                   "Ульяновска", "Ульяновске", "Ульяновском", "Ульяновску", "Иркутска", "Иркутске", "Иркутском",
                   "Иркутску", "Томска", "Томске", "Томском", "Томску", "Оренбурга", "Оренбурге", "Оренбургом",
                   "Оренбургу", "Новокузнецка", "Новокузнецке", "Новокузнецком", "Новокузнецку", "Липецка",
                   "Липецке", "Липецком", "Липецку", "Калининграда", "Калининграде", "Калининградом",
                   "Калининграду", "Курска", "Курске", "Курском", "Курску", "Брянска", "Брянске", "Брянском",
                   "Брянску", "Магнитогорска", "Магнитогорске", "Магнитогорском", "Магнитогорску",
                   "Архангельска", "Архангельске", "Архангельском", "Архангельску", "Белгорода", "Белгороде",
                   "Белгородом", "Белгороду", "Смоленска", "Смоленске", "Смоленском", "Смоленску", "Череповце",
                   "Череповца", "Кургана", "Кургане", "Кургану", "Владикавказа", "Владикавказе",
                   "Владикавказом", "Владикавказу", "Сургута", "Сургуте", "Сургутом", "Сургуту", "Мурманска",
                   "Мурманске", "Мурманском", "Мурманску", "Петрозаводска", "Петрозаводске", "Петрозаводском",
                   "Петрозаводску", "Таганрога", "Таганроге", "Таганрогом", "Таганрогу",
                   "Комсомольске-на-Амуре", "Комсомольска-на-Амуре", "Сыктывкара", "Сыктывкаре", "Сыктывкаром",
                   "Сыктывкару", "Ангарска", "Ангарске", "Ангарском", "Ангарску", "Новороссийска",
                   "Новороссийске", "Новороссийском", "Новороссийску", "Якутска", "Якутске", "Якутском",
                   "Якутску", "Благовещенска", "Благовещенске", "Благовещенском", "Благовещенску",
                   "Южно-Сахалинска", "Южно-Сахалинске", "Южно-Сахалинском", "Южно-Сахалинску", "Северодвинска",
                   "Северодвинске", "Северодвинском", "Северодвинску", "Абакана", "Абакане", "Абаканом",
                   "Абакану", "Норильска", "Норильске", "Норильском", "Норильску", "Магадана", "Магадане",
                   "Магаданом", "Магадану", "Арсеньеве", "Арсеньевом", "Амурска", "Амурске", "Амурском",
                   "Амурску", "Биробиджана", "Биробиджане", "Биробиджаном", "Биробиджану", "Хабаровском",
                   "Хабаровску", "Уссурийска", "Уссурийском", "Уссурийску", "Лесозаводска", "Лесозаводске",
                   "Лесозаводском", "Лесозаводску", "Спасске-Дальнем", "Партизанска", "Партизанске",
                   "Партизанском", "Партизанску",
                   "Владивостоком", "Владивостоку", "Санкт-Петербурга",
                   "Санкт-Петербургом", "Санкт-Петербургу", "Петербургом", "Петербургу", "Зеленограда",
                   "Зеленограде", "Зеленоградом", "Зеленограду", "Пскова", "Пскове", "Пскову", "Перми",
                   "Пермью", "Твери", "Тверью", "Казани", "Казанью", "Рязани", "Рязанью", "Сызрани", "Сызранью",
                   "Астрахани", "Астраханью", "Тюмени", "Тюменью", "Керчи", "Керчью", "Ярославля", "Ярославле",
                   "Ярославлю", "Ярославлем", "Ставрополя", "Ставрополе", "Ставрополю", "Ставрополем",
                  
                  
                   "Москву", "Москвой", "Читу",
                   "Читой", "Самары", "Самаре", "Самару", "Самарой", "Пензы", "Пензе", "Пензу", "Пензой",
                   "Калуги", "Калуге", "Калугу", "Вологды", "Вологде", "Вологду", "Вологдой", "Костромы",
                   "Костроме", "Кострому", "Костромой", "Елабуги", "Елабуге", "Елабугу", "Елабугой", "Находку",
                   "Находкой", "Алабуги", "Алабугу", "Алабугой", "Нижнем Новгороде", "Нижнего Новгорода",
                   "Набережных Челнах", "Великом Новгороде", "Ростове-на-Дону", "Ростова-на-Дону",
                   "Петропавловске-Камчатском", "Большом Камне", "Иркутской области", "Амурской областью",
                   "Сахалинской области", "Свердловской области", "Новосибирской области",
                   "Челябинской области", "Ленинградской области", "Московской области", "Тюменской области",
                   "Магаданской области", "Камчатском крае", "Камчатке", "Камчатки", "Забайкальском крае",
                   "Красноярском крае", "Пермском крае", "Башкирии", "Ингушетии", "Калмыкии", "Якутии",
                   "Бурятии"],
           "zh": ["远东", "遠東", "滨海边疆区", "濱海邊疆區", "西伯利亚", "萨哈林", "库尔斯克", "鞑靼斯坦", "海参崴"], "ja": ["極東", "沿海地方", "シベリア", "サハリン", "クルスク", "タタルスタン", "ウラジオストク"], "ar": ["سيبيريا", "كورسك", "فلاديفوستوك"]},
    "CN": {"en": ["Liaoning", "Jilin", "Heilongjiang", "Yanbian", "Shandong", "Zhejiang", "Guangdong", "Fujian", "Hebei", "Inner Mongolia", "Xinjiang", "northeast China", "northeastern China", "northeastern provinces", "Changbai", "Ji'an", "Quanhe", "Longkou"],
           "ko": ["랴오닝", "요녕", "료녕", "지린", "길림", "헤이룽장", "연변", "옌볜", "산둥", "단둥", "훈춘", "투먼", "도문", "옌지", "선양", "심양", "다롄", "대련", "둥강", "동강", "창바이", "지안", "허룽", "동북 3성"],
           "ru": ["Ляонин", "Цзилинь", "Хэйлунцзян", "Даньдун", "Даньдуне", "Хуньчунь", "Хуньчуне", "Яньцзи", "Шэньян", "Шэньяне", "Далянь", "Даляне"],
           "zh": ["辽宁", "遼寧", "吉林", "黑龙江", "延边", "延邊", "山东", "浙江", "东北三省", "丹东", "丹東", "珲春", "琿春", "图们", "圖們", "延吉", "和龙", "长白", "东港"], "ja": ["遼寧省", "吉林省", "黒竜江省", "延辺", "丹東", "琿春", "図們", "延吉", "瀋陽", "大連", "中国東北"]},
    "UA": {"en": ["Donbas", "Donetsk", "Luhansk", "Zaporizhzhia", "Kherson"], "ko": ["돈바스", "도네츠크", "루한스크"], "ru": ["Донбасс", "Донбассе", "Донбасса", "ДНР", "ЛНР", "Донецке", "Луганске", "Донецка", "Донецку", "Донецком", "Луганска", "Луганску", "Мариуполь", "Мариуполя", "Мариуполе", "Мариуполю", "Мелитополь", "Мелитополя", "Мелитополе", "Севастополя", "Севастополе", "Симферополя", "Симферополе"], "zh": ["顿巴斯", "頓巴斯"], "ja": ["ドンバス"]},
    "KP": {"en": ["Wonsan-Kalma", "Kaesong Industrial Complex", "Kaesong", "Kumgang", "Mount Kumgang", "Sinuiju", "Rason", "Yongbyon", "Hyesan", "Musan", "North Hamgyong", "South Hamgyong", "North Pyongan", "South Pyongan", "Ryanggang", "Hwanghae", "Kusong", "Punggye-ri", "Sohae", "Samjiyon", "Hwasong", "Tongchang-ri"],
           "ko": ["원산", "개성", "신의주", "라선", "나선", "함경북도", "함경남도", "평안북도", "평안남도", "량강도", "양강도", "황해도", "혜산", "무산군", "영변", "풍계리", "삼지연", "남포", "청진"], "zh": ["新义州", "新義州", "罗先", "元山", "开城", "惠山", "南浦", "清津"], "ru": ["Синыйджу", "Кэсон", "Вонсан", "Вонсане", "Расон"], "ja": ["新義州", "羅先", "元山", "開城", "恵山"]},
    "IQ": {"en": ["Kurdistan"]}, "NG": {"en": ["Yobe", "Borno", "Kano State"]}, "SO": {"en": ["Puntland", "Somaliland", "Jubaland"]}, "SD": {"en": ["Darfur", "El Fasher"]}, "CD": {"en": ["North Kivu", "South Kivu", "Ituri", "Kivu"]},
    "US": {"en": ["Arizona", "California", "Texas", "Florida", "New York", "New Jersey", "Virginia", "Washington", "Tennessee", "Georgia state", "Minnesota", "Massachusetts", "Maryland"]},
}  # fmt: skip
_PORTS = {
    "KP": {"en": ["Nampo", "Chongjin", "Hungnam", "Rajin", "Najin", "Songnim", "Haeju"], "ko": ["남포항", "청진항", "나진항", "라진항", "흥남항", "송림항"], "ru": ["Раджин", "Раджина", "Раджине"], "zh": ["南浦港", "清津港", "罗津", "羅津"], "ja": ["南浦港", "羅津港"]},
    "RU": {"en": ["Nakhodka", "Vostochny port", "Vanino", "Kozmino", "Ust-Luga", "Primorsk", "Novorossiysk", "Zarubino", "Posyet"], "ko": ["나홋카", "보스토치니항", "바니노"], "ru": ["Находка", "порт Восточный", "порту Восточный", "Ванино", "Усть-Луга", "Козьмино"], "zh": ["纳霍德卡", "东方港"], "ja": ["ナホトカ", "ボストチヌイ"]},
    "CN": {"en": ["Longkou", "Lianyungang", "Zhoushan", "Ningbo-Zhoushan", "Qinhuangdao", "Yantai", "Bayuquan"], "ko": ["룽커우", "롄윈강", "저우산"], "zh": ["舟山", "龙口", "连云港", "宁波"], "ja": ["舟山", "寧波"]},
}  # fmt: skip
_WATERS = {
    "XZ": {"en": ["East China Sea", "Yellow Sea", "West Sea", "East Sea", "Sea of Japan", "South China Sea", "Gulf of Tonkin", "Taiwan Strait", "Korea Bay", "Bohai Sea", "Red Sea", "Gulf of Aden", "Gulf of Oman", "Arabian Sea", "Persian Gulf", "Baltic Sea", "Black Sea", "Mediterranean", "Laconian Gulf", "Strait of Hormuz", "Strait of Malacca", "Indian Ocean", "Pacific Ocean"],
           "ko": ["동중국해", "서해", "동해", "남중국해", "황해", "대만해협", "통킹만", "공해"], "ru": ["Восточно-Китайском море", "Восточно-Китайского моря", "Жёлтом море", "Желтом море", "Японском море", "Балтийском море"], "zh": ["东海", "東海", "黄海", "黃海", "南海", "台湾海峡", "北部湾", "渤海"], "ja": ["東シナ海", "黄海", "日本海", "南シナ海"], "ar": ["البحر الأصفر", "بحر الصين الشرقي", "البحر الأحمر"]},
}  # fmt: skip
KINDS = {"region": _REGIONS, "port": _PORTS, "waters": _WATERS}
"""Regions, ports and waters that sanctions news names, by country (XZ: waters of nobody)."""
