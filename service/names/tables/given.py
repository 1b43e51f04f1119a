"""Given names that are one name in several languages or short forms; each line is one group."""

from __future__ import annotations

_GROUPS = """
alexander aleksandr alexandr oleksandr aliaksandr alexandre alejandro alessandro iskander sasha alex sashko aleksander
alexey aleksey alexei aleksei oleksiy aliaksei alexis lyosha alyosha
andrey andrei andriy andrew andre andres andreas andrzej andrej
anatoly anatoliy anatoli anatol anatolii
boris barys borys
vladimir volodymyr uladzimir wladimir vova volodya vlad
vyacheslav viacheslav vjacheslav viachaslau slava
gennady gennadiy hennadiy henadz gena
grigory grigoriy hryhoriy ryhor gregory greg grigori
dmitry dmitriy dmitri dmytro dzmitry dmitrij dima
evgeny yevgeny evgeniy yevgeniy yevhen yauhen eugene evgeni zhenya
elena yelena olena alena alyona helena helen
ekaterina yekaterina kateryna katsiaryna catherine katherine katya
igor ihor ihar
ivan john johann jan joao juan giovanni jean ioan johannes vanya
konstantin kostyantyn kanstantsin constantine kostya
mikhail mikhailo mykhailo mikhal michael michel miguel mihail misha mike
maxim maksim maksym maxime max
natalia nataliya natalya nataly natallia natasha
nikolay nikolai mykola mikalai nicholas nicolas nikolaos kolya nick nikos nikola
oleg oleh aleh
olga olha volha
pavel pavlo paul pablo pawel pasha
peter pyotr petr petro piotr pedro pierre petya
roman raman
sergey sergei serhiy siarhei sergej serge sergio sergii serhii seryozha
stepan stephen steven stefan stephane esteban steve
tatyana tatiana tetiana tatsiana tanya
fyodor fedor theodore fedir
yuri yury iurii yuriy yuri juri yura george georgy georgiy heorhiy jorge georges
yakov jacob james jacques jaime jim jimmy
joseph josef yusuf yousef youssef yusef yousuf yosef jose giuseppe iosif osip joe pepe
mohammed mhmd muhammad mohamed mohammad muhammed mohamad muhamad mohamud mohamoud mehmet mahomed mohd md muhamed
ahmed ahmad ahmd ahmet achmad ahmadi
mahmoud mhmud mhmod mahmud mahmood mehmood
hussein hsin husayn hossein hussain husein hussayn hosein hocine hussien
hassan hsn hasan hassen
abdullah abdallh abdulallh abdallah abdulla abdella abdellah abdalla abdollah abdoulaye
ibrahim ebrahim abraham ibraheem brahim
ismail esmail ismael ismaeil esmaeil
mustafa mstfa mostafa moustafa mustapha mostapha moustapha
osama usamh asama usama oussama ousama
omar amr umar omer oumar
uthman othman osman usman ousmane
khalid khald khaled halid
said saeed saed sayed sayyid syed seyed sayyed saiid
sulayman suleiman sulaiman soleiman suleyman solomon soleyman
salih salh saleh salah
qasim qasm qassim kassem qasem ghasem kasim gasim qassem
jamal gamal djamal cemal
jafar jaafar djafar gafar
faysal faisal feisal faycal
nasir nasser naser nasr
yahya yehia yahia
zayd zaid zeid zayed
tariq tarq tarek tareq tarik
rashid rashd rachid rasheed rashed
isa issa eissa essa
musa moussa mousa moses
yaqub yaqoub yacoub yaghoub jakub
haydar haidar heydar haider
qadir kader qader ghader
aziz azeez
daoud dawood daud david dawud dave
idris idriss idrissa
ishaq ishak eshagh isaac
hamza hamzah hamzeh
jibril jibreel gibril gabriel
victor viktor viktar vitya
vadim vadzim vadym
valery valeriy valeri valerij valeryi valerii
vasily vasiliy vasil vasyl vasili vasilij vasilii
vladislav uladzislau vladyslav wladyslaw
denis dzianis denys dennis
leonid leanid
artem artyom artsiom artiom
vitaly vitaliy vital vitali vitalij vitalii
kirill kiryl kyrylo cyril
ilya illia illya ilia ilja
nikita mikita mykyta
arkady arkadi arkadiy arkadzi arkadij
svetlana sviatlana svitlana
irina iryna irena
marina maryna
yulia julia yuliya julija yuliia
anna hanna ganna ann anne ana
galina halina halyna
lyudmila liudmila ludmila ljudmila
valentina valiantsina valjantsina
victoria viktoria viktoriya viktoriia
daria darya darja dariya
maria mary marie mariya mariia marija
anastasia anastasiya nastassia
oksana aksana
tikhon cikhan
khalil halil khaleel
karim kareem kerim
rahim raheem
kamal kemal kamel
jalal jelal celal
jawad javad djawad
majid majeed
hamid hameed hamed
habib habeeb
sharif sherif cherif shareef
latif lateef
wahid waheed
bashir basheer bachir
amin ameen
nadir nader
bakr bakir bekir baker baqir bagher
zakariya zakaria zekeriya
ayman aymen aimn
abu abou
umm oum
william bill will guillaume wilhelm guillermo
robert bob roberto
richard rick dick ricardo
edward ed ted eduardo edouard
thomas tom tomas
anthony tony antonio anton antoine
charles carlos karl carl
francis francisco francesco franz paco pancho
ignacio ygnacio nacho
daniel dan danilo
christopher chris christophe cristobal
elizabeth liz isabel
samuel sam
matthew matt mateo mathieu
albert alberto beto
hector ektor
louis luis ludwig luigi
henry henri enrique heinrich
martin marten
mark marc marco marcos marko
philip philippe felipe phillip filip
"""
VARIANTS: dict[str, int] = {name: number for number, line in enumerate(_GROUPS.split("\n")) for name in line.split()}
"""Name -> number of its group."""
