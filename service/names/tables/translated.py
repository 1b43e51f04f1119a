"""Words of which the names of bodies are made, in Korean, Chinese, Russian and Arabic, with their English.

One row a word, `english: written ...`. Chinese is in simplified characters; Russian words stand as stems.
"""

from __future__ import annotations

_ROWS = """
bank: 은행 银行 банк بنك مصرف; foreign trade bank: внешторгбанк; trade: 무역 贸易 торгов تجارة
foreign trade: 대외무역 对外贸易 внешнеторгов; foreign: 대외 外国 对外 внешн иностранн خارجية
economic: 경제 经济 экономическ اقتصادية; company: 회사 公司 компани شركة
corporation: 총회사 总公司 корпораци مؤسسة; co ltd: 주식회사 유한회사 有限公司 株式会社
group: 그룹 集团 групп مجموعة; industrial: 工业 实业 공업 산업 промышленн صناعية
development: 개발 发展 开发 развити تنمية; joint venture: 합영 합작 合资; korea: 조선 朝鲜 кндр; korean: корейск
workers party: 로동당 노동당 劳动党; china: 中国 중국; russia: 로씨야 러시아 俄罗斯; russian: российск
russian federation: рф; iran: 이란 伊朗 иран إيران ایران; syria: 叙利亚 сири سوريا; syrian: السورية сирийск
iranian: иранск; islamic: إسلامية исламск 伊斯兰; federation: федераци; party: 당 партия партии حزب
central committee: 중앙위원회 中央委员会; central: 중앙 中央 центральн مركزي; committee: 위원회 委员会 комитет لجنة
military commission: 군사위원회 军事委员会; commission: комисси هيئة; ministry: 성 министерств وزارة
department: 부 部 департамент; armed forces: 무력 вооруженн; people: 인민 人民 народн الشعب; army: 군 军 арми جيش
general: 总 генеральн عامة; bureau: 국 局 бюро; general bureau: 총국 总局; reconnaissance: 정찰 侦察 разведывательн
main: главн; intelligence: 정보 情报 разведк مخابرات; defense: 국방 国防 оборон دفاع
security: 보위 보안 安全 безопасност أمن; state: 국가 国家 государственн; national: 国营 национальн وطنية
mining: 광업 矿业 矿产 горн; mineral: 광물 矿物; coal: 석탄 煤炭 угольн; metal: 금속 金属; oil: 原油 연유 нефт نفط
gas: 燃气 газ غاز; petroleum: 원유 石油 нефтян; petrochemical: 石油化工 нефтехимическ
energy: 能源 에네르기 энерг طاقة; electric: 电气 전기 электр; atomic energy: 원자력 原子能 атомн
nuclear: 核 핵 ядерн; power: 电力 전력; shipping: 해운 航运 海运 선박 судоходн ملاحة; ship: 船舶 судов
maritime: 해사 海事 морск بحرية; marine: 海洋 해양; air: 항공 航空 эйр; airlines: 航空公司 авиалини طيران
airport: аэропорт; aviation: авиаци; logistics: 物流 물류 логистик; transport: 수송 运输 транспорт نقل
construction: 건설 建设 建筑 строительн; engineering: 工程 инженерн هندسة; machinery: 기계 机械 машиностроени
equipment: 设备 설비 оборудовани; electronics: 전자 电子 электроник; technology: 기술 技术 科技 технологи
science: 과학 科学 наук; academy: 학원 科学院 академи; research institute: 연구소 研究所 研究院 научно
university: 대학 大学 университет جامعة; center: 중심 센터 中心 центр مركز; institute: 学院 институт معهد
factory: 공장 工厂 завод مصنع; enterprise: 기업소 企业 предприяти; import: 수입 进口 импорт
export: 수출 出口 экспорт; import and export: 进出口; international: 国际 국제 международн دولية
cooperation: 협력 合作 сотрудничеств; exchange: 교류 交流; financial: 금융 金融 финансов مالية; finance: 财务 финанс
insurance: 보험 保险 страхов; investment: 투자 投资 инвестици استثمار; fund: 基金 기금 фонд صندوق
foundation: 재단 基金会; credit: 신용 信用 кредитн; commercial: 商业 상업 коммерческ تجاري; stock: 股份
chemical: 화학 化学 化工 химическ; pharmaceutical: 제약 制药; medical: 의료 医疗; textile: 纺织 방직
food: 食品 식료; fishery: 수산 渔业; agricultural: 농업 农业; ferrous: черн; steel: 제강 钢铁 стал; plant: 电厂
ammunition: 군수; munitions industry: 군수공업; munitions: 军需; arms: 武器 оружи; space: 우주 航天 宇宙 космическ
missile: 미싸일 导弹 ракетн; -: 호; office: 호실 办公室 управлени مكتب; art: 미술 艺术; studio: 창작사 창작 创作社
general company: 总社; agency: 通讯社 агентств وكالة; association: 협회 协会 ассоциаци جمعية
organization: 기구 조직 组织 организаци منظمة; movement: 运动 движени حركة; union: 联盟 союз اتحاد
front: 전선 阵线 фронт جبهة; revolutionary guard: 革命卫队 혁명수비대; revolutionary: 혁명 革命 революционн الثوري
guard: 卫队 гварди الحرس; corps: 군단 军团 корпус; supporters: مؤيدون; youth: 청년 青年 молодежн
eastern: 东方 동방 восточн; northern: северн; southern: южн; restaurant: 식당 餐厅 饭店; hotel: 호텔 酒店
brothers: братья إخوان; publishing: 출판 出版; information: 信息 информационн; system: 系统 систем
design: 설계 设计; production: 생산 生产 производственн; products: 产品 продукци; service: 服务 봉사 служб
federal: федеральн; supply: 供应
"""
ENDINGS = frozenset("ыиаеяуюойхмвьг")
"""Letters that a Russian ending is made of, behind a stem."""
WORDS = {
    written: english.strip()
    for english, _, rest in (row.partition(":") for row in _ROWS.replace("\n", ";").split(";"))
    for written in rest.split()
}
"""A word as it is written in its own script -> English; `-` for what is not said in English."""
