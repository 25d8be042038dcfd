"""Welsh words that the classes go by: verb-nouns that bind and those that do not, impersonal forms, things; decides nothing."""

import re

from corpus.mutation import beginnings


def _mutated(listed: str) -> frozenset[str]:
    return frozenset(form for word in listed.split() for form in beginnings(word))


BINDING = _mutated(
    """cyhoeddi sefydlu cyflwyno lansio adolygu diweddaru penodi darparu ariannu cynnal creu rhoi talu gwneud ehangu
    diddymu ymgynghori gwerthuso cwblhau comisiynu dyrannu neilltuo buddsoddi treialu dosbarthu anfon disodli
    cryfhau cynyddu estyn ymestyn deddfu gosod dod hyfforddi recriwtio datblygu llunio paratoi ysgrifennu adrodd
    ymateb hysbysu cyfarfod cwrdd gofyn gwahodd dechrau parhau cau agor lleihau gostwng codi symleiddio diwygio
    newid trosglwyddo uno gweithredu cyflenwi cyflawni sicrhau mabwysiadu derbyn cymeradwyo cytuno arolygu monitro
    mesur casglu rhannu trefnu arwain cydlynu rheoli rhedeg profi dileu tynnu adfer addo gwarantu diogelu cadw
    cynnig sefyll cynhyrchu dylunio cyd-lunio gweithio cefnogi ystyried archwilio ceisio edrych annog trafod
    ymgysylltu gwrando helpu hyrwyddo blaenoriaethu canolbwyntio cydweithio galluogi gwella hwyluso prynu adeiladu
    caffael cynnwys cydnabod dathlu cyfieithu gohirio oedi caniatáu gwahardd gofalu adnewyddu ailgyflwyno ail-lansio
    cyllido amlinellu nodi ymweld bwrw egluro cyfrannu nodi penderfynu pennu asesu craffu llenwi rhewi"""
)
WEAK = _mutated(
    """gweithio cefnogi ystyried archwilio ceisio edrych annog trafod ymgysylltu gwrando helpu hyrwyddo blaenoriaethu
    canolbwyntio cydweithio hwyluso ymdrechu myfyrio anelu monitro"""
)
TALK = re.compile(
    r"(?:gwybod|cofio|clywed|gweld|deall|gwerthfawrogi|dweud|ychwanegu|troi at|dod yn ôl|ateb|cyfaddef|anghofio|ymwybodol|"
    r"cytuno â|falch|hapus|barod|gallu|medru|angen|rhaid|eisiau|meddwl|credu|teimlo|mwynhau|wynebu|gorffen|cloi|oedi|llwyddo|"
    r"dibynnu)\b",
    re.IGNORECASE,
)
_STEMS = """cyhoedd sefydl cyflwyn lans adolyg diweddar penod darper arienn cynhel rhodd tel gwne ehang diddym ymgynghor
gwerthus cwblhe comisiyn dyrenn neilltu buddsodd treial dosberth anfon disodl cryfhe cynydd estynn ymestynn
parhe deddf hyffordd recriwt datblyg llun paratoi ysgrifenn adrodd hysbys agor caei lleihe symleiddi diwygi
newid trosglwydd gweithred cyflen cyflawn sicrhe mabwysied cymeradwy monitr casgl rhenn trefn adfer cynigi
defnyddi crë cre gosod gofynn gwahodd dechreu dilë codi tynn rhyddhe cadarnhe penderfyn cytun cymer gohir addas"""
IMPERSONAL = re.compile(
    rf"(?<![\w'-])(?P<verb>(?:{'|'.join(sorted(_mutated(_STEMS), key=len, reverse=True))})(?:ir|er|r))(?![\w'-])", re.IGNORECASE
)
"""`Cyhoeddir …`: will be published, by whom is not said."""
PRESENT = _mutated(
    """croesawaf diolchaf credaf gobeithiaf gwn hoffwn dymunaf byddaf byddwn gallaf gallwn ofnaf cofiaf cytunaf
    derbyniaf sylweddolaf cydnabyddaf nodaf deallaf gwelaf teimlaf disgwyliaf anogaf cefnogaf gwerthfawrogaf dywedaf
    gwyddom credwn gobeithiwn croesawn diolchwn hwn hynny roeddwn gwerthfawrogwn carwn gallasem dylwn dylem rwyf wyf
    edrychaf edrychwn medraf medrwn bwriadaf bwriadwn ymddiheuraf llongyfarchaf sicrhaf"""
)
"""Forms of the first person that are said of now, and promise nothing."""
THINGS = re.compile(
    r"\b(?:c|g|ch|ngh)?(?:anllaw\w*|ynllun\w*|yllid\w*|ynhadledd|ronfa|ymhwyster|ymwysterau|wricwlwm|od|yfarfod\w*|efnogaeth|"
    r"ymorth|orff|yrff|ofrestr|wrs|yrsiau|yfraith|laddau|yhoeddiad\w*)\b|\b(?:strategaeth\w*|fframwaith|adroddiad\w*|"
    r"datganiad\w*|ddatganiad\w*|ymateb\w*|papur\w*|bapur\w*|pecyn\w*|becyn\w*|adnodd\w*|dogfen\w*|ddogfen\w*|diweddariad\w*|"
    r"ddiweddariad\w*|safonau|egwyddorion|rhestr\w*|restr|llythyr\w*|lythyr\w*|crynodeb|canfyddiadau|data|ystadegau|amserlen|"
    r"ymgynghoriad\w*|cynigion|gwefan|wefan|adolygiad\w*|werthusiad|gwerthusiad\w*|ymchwil\w*|rheoliadau|reoliadau|bil|mesur|"
    r"deddf\w*|ddeddf\w*|grant\w*|gronfa|cronfa|arian|buddsoddiad|fuddsoddiad|grŵp|grwpiau|panel\w*|banel|bwrdd|fwrdd|"
    r"rhwydwaith|tîm|dîm|swydd\w*|swyddog\w*|rhaglen\w*|raglen|peilot\w*|prosiect\w*|brosiect\w*|ymgyrch\w*|hawl\w*|cynnig|"
    r"gynnig|hyfforddiant|gwasanaeth\w*|wasanaeth\w*|trefniadau|threfniadau|system|lleoedd|leoedd|gwobr\w*|llyfr\w*|lyfr\w*|"
    r"trafnidiaeth|cludiant|prydau|gwaith|cam\w*|manylion|gwybodaeth|polisi\w*|bolisi|dyletswydd\w*|pwerau|newidiadau|camau|"
    r"comisiwn|asiantaeth|hyb\w*|canolfan|ganolfan|uned|pwyllgor|prawf|profion|asesiadau|gwersi|ffilm|cytundeb|siarter)\b",
    re.IGNORECASE,
)
THIRD = re.compile(
    r"^(?:pob |bob |yr holl |y |yr |'r |ein |holl |rhai |awdurdod(?=au))*(?:ysgol\w*|awdurdod\w*|pennaeth|penaethiaid|"
    r"athraw\w*|dysgwyr|disgybl\w*|plant|rhieni|llywodraethwyr|cyrff|corff|consortia|consortiwm|Estyn|undeb\w*|partner\w*|"
    r"colegau|prifysgol\w*|arweinwyr|ymarferwyr|darparwyr|cyflogwyr|pwyllgor|panel|bwrdd|grŵp|Grŵp|Bwrdd|Panel|Pwyllgor|"
    r"rhwydwaith|cadeirydd|Cadeirydd|aelodau|Aelodau|comisiynydd|teuluoedd|pobl|pawb|gweithlu|proffesiwn|sector|staff|"
    r"cynghorau|cyngor|Cymwysterau Cymru|Medr|Adnodd|yr Academi|Academi|Yr Athro|Athro|Dr|Syr|Llywodraeth y DU|"
    r"swyddogion yr awdurdod|arolygwyr|hwy|nhw|ef|hi)\b"
)
GOVERNMENT = re.compile(
    r"^(?:y |yr |fy |ein )*(?:Llywodraeth(?: Cymru)?(?! y DU)|Gweinidogion Cymru|"
    r"Ysgrifennydd y Cabinet(?: dros [\w ]{1,40})?|(?:Gw|W|Ngw)einidog(?: [\w ]{1,40})?|swyddogion(?: Llywodraeth Cymru)?|"
    r"adran|Tîm Gwella Addysg)(?=$|[ ,])"
)
