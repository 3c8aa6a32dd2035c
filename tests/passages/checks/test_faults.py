"""Every check finds what it is for: sentences with one fault each, put there on purpose, and the same sentences without it."""

import pytest

from glossary.glossary import Glossary
from glossary.model import Concept, Status, Term, TermType
from passages.checks import CHECKS, CheckContext, check_pair
from passages.pair import CodeKind, InlineCode, Pair, PairState
from tests.passages.checks.glossary_sample import GLOSSARY, A, P, en, ru

SHORT = TermType.ABBREVIATION

CONTEXT = CheckContext(
    "en", "ru", GLOSSARY.lexicon("en"), GLOSSARY.lexicon("ru"), forbidden=("юзер*",), enabled=frozenset(("acronym-lost",))
)


def codes(source, target, context=CONTEXT, **more):
    return {finding.code for finding in check_pair(Pair("key", source, target, **more), context)}


# code, source, faulty target, sound target
FAULTS = [
    ("untranslated", "A quiet street.", "", "Тихая улица."),
    ("untranslated", "A quiet street.", " \n", "Тихая улица."),
    ("unchanged", "A quiet street in autumn", "A quiet street in autumn", "Тихая улица осенью"),
    ("partly-untranslated", "The ship left before the storm came.", "Корабль ушёл before the storm came.", "Корабль ушёл до бури."),
    ("missing-segment", "First part.\n\nSecond part.", "Первая часть.", "Первая часть.\n\nВторая часть."),
    ("extra-segment", "First part.", "Первая часть.\n\nВторая часть.", "Первая часть."),
    ("extra-segment", "", "Лишнее.", ""),
    ("length", "The committee met on the last day of the month and spoke about water.", "Комитет.", "Комитет собрался в последний день месяца и говорил о воде."),
    ("length", "The committee met and spoke about the water of the town.", "Комитет собрался и говорил о воде города. " * 5, "Комитет собрался и говорил о воде города."),
    ("misspelling", "Snow fell in Zhanaozen.", "В Жаназоене выпал снег.", "В Жанаозене выпал снег."),
    ("deprecated", "Snow fell in Zhanaozen.", "В Жанаузене выпал снег.", "В Жанаозене выпал снег."),
    ("deprecated", "From Zhanaozen to Aktau", "Из Жанаузени в Актау", "Из Жанаозена в Актау"),
    ("former-name", "Trains to Aktau run daily.", "Поезда в Шевченко ходят ежедневно.", "Поезда в Актау ходят ежедневно."),
    ("missing-name", "Trains to Aktau run daily.", "Поезда ходят ежедневно.", "Поезда в Актау ходят ежедневно."),
    ("missing-name", "Between Aktau and Zhanaozen", "Между Актау и степью", "Между Актау и Жанаозеном"),
    ("untranslated-name", "Trains to Zhanaozen run daily.", "Поезда в Zhanaozen ходят ежедневно.", "Поезда в Жанаозен ходят ежедневно."),
    ("latin-slip", "Supports Single Sign-On and more.", "Поддерживает Single Sing-On и другое.", "Поддерживает Single Sign-On и другое."),
    ("doubled-name", "Trains to Zhanaozen", "Поезда в Жанаозен Жанаозен", "Поезда в Жанаозен"),
    ("likely-variant", "Trains to Zhanaozen", "Поезда в Жанаазен", "Поезда в Жанаозен"),
    ("likely-variant", "The Mangistau steppe", "Степь Мангыстау", "Степь Мангистау"),
    ("number", "The bridge is 40 metres long.", "Длина моста 45 метров.", "Длина моста 40 метров."),
    ("number", "It cost 1,250.50 dollars.", "Это стоило 1 250,05 доллара.", "Это стоило 1 250,50 доллара."),
    ("number", "Room 7 is closed, room 9 is open.", "Комната 7 закрыта, другая открыта.", "Комната 7 закрыта, комната 9 открыта."),
    ("number", "Bring three loaves.", "Принесите пять хлебов.", "Принесите три хлеба."),
    ("number", "Bring three loaves.", "Принесите 5 хлебов.", "Принесите 3 хлеба."),
    ("number", "Open from 8 to 17", "Открыто с 8", "Открыто с 8 до 17"),
    ("number", "Twelve ships and 30 boats", "Двенадцать кораблей и 13 лодок", "Двенадцать кораблей и тридцать лодок"),
    ("number", "Growth was 3.5 million tonnes.", "Рост составил 5,3 млн тонн.", "Рост составил 3 500 000 тонн."),
    ("number", "In the 20th century", "В XIX веке", "В XX веке"),
    ("number-style", "About 12,500 people came.", "Пришло около 12,500 человек.", "Пришло около 12 500 человек."),
    ("number-style", "Prices grew by 2.5%.", "Цены выросли на 2.5 %.", "Цены выросли на 2,5 %."),
    ("date", "The strike began on May 26, 2011.", "Забастовка началась 24 мая 2011 года.", "Забастовка началась 26 мая 2011 года."),
    ("date", "The meeting of 3 June 1998", "Собрание 3 июля 1998 года", "Собрание 3 июня 1998 года"),
    ("date", "Signed on 2004-11-09.", "Подписано 09.12.2004.", "Подписано 09.11.2004."),
    ("acronym-lost", "The IAEA sent its people.", "Прислали своих людей.", "МАГАТЭ прислало своих людей."),
    ("forbidden-word", "The user is online.", "Юзер в сети.", "Пользователь в сети."),
    ("forbidden-word", "The users are online.", "Юзеры в сети.", "Пользователи в сети."),
    ("placeholder", "Copy %s to %s", "Копировать %s", "Копировать %s в %s"),
    ("placeholder", "%d pages", "%s страниц", "%d страниц"),
    ("placeholder", "%s has %d pages", "%d страниц у %s", "%1$s: страниц %2$d"),
    ("placeholder", "Hello, {name}!", "Привет, {имя}!", "Привет, {name}!"),
    ("placeholder", "Hello, {name}!", "Привет!", "Привет, {name}!"),
    ("placeholder", "Dear %(user)s", "Уважаемый %(usr)s", "Уважаемый %(user)s"),
    ("placeholder", "The folder is empty", "Папка %s пуста", "Папка пуста"),
    ("placeholder", "Your $HOME is full", "Ваш $ДОМ полон", "Ваш $HOME полон"),
    ("tag", "Press <b>Enter</b> now", "Нажмите <b>Enter сейчас", "Нажмите <b>Enter</b> сейчас"),
    ("tag", "Press <b>Enter</b> now", "Нажмите Enter сейчас", "Нажмите <b>Enter</b> сейчас"),
    ("tag", "<b><i>Both</i></b> of them", "<b><i>Оба</b></i> вместе", "<b><i>Оба</i></b> вместе"),
    ("tag", "One line<br/>and another", "Одна строка и другая", "Одна строка<br/>и другая"),
    ("url", "See https://example.org/help for more.", "См. https://example.org/hlep.", "См. https://example.org/help."),
    ("url", "See https://example.org/help for more.", "См. справку.", "См. https://example.org/help."),
    ("email", "Write to desk@example.org today.", "Пишите на desk@example.com сегодня.", "Пишите на desk@example.org сегодня."),
    ("unpaired-quote", "He said “no” and left.", "Он сказал «нет и ушёл.", "Он сказал «нет» и ушёл."),
    ("unpaired-quote", "He said “no” and left.", "Он сказал нет» и ушёл.", "Он сказал «нет» и ушёл."),
    ("unpaired-quote", 'He said "no" and left.', 'Он сказал "нет и ушёл.', 'Он сказал "нет" и ушёл.'),
    ("mangled-quote", "He said “no” and left.", "Он сказал «нет” и ушёл.", "Он сказал «нет» и ушёл."),
    ("mangled-quote", "The works “Lada” stood still.", "Завод “Лада“ стоял.", "Завод „Лада“ стоял."),
    ("unpaired-bracket", "The well (the old one) is dry.", "Колодец (старый высох.", "Колодец (старый) высох."),
    ("unpaired-bracket", "The well (the old one) is dry.", "Колодец старый) высох.", "Колодец (старый) высох."),
    ("unpaired-bracket", "Choose [yes] or [no]", "Выберите [да] или [нет", "Выберите [да] или [нет]"),
    ("unpaired-bracket", "The firm “Salt (north)” grew", "Фирма «Соль (север» росла)", "Фирма «Соль (север)» росла"),
    ("double-word", "The road to the river", "Дорога к к реке", "Дорога к реке"),
    ("double-word", "They have not come back", "Они они не вернулись", "Они не вернулись"),
    ("mixed-script", "A letter came", "Пришлo письмо", "Пришло письмо"),
    ("mixed-script", "He spoke with joy", "Он говорил c радостью", "Он говорил с радостью"),
    ("mixed-script", "The station", "Cтанция", "Станция"),
    ("note-left", "The old mill", "Старая мельница (?)", "Старая мельница"),
    ("note-left", "The old mill", "Старая мельница TODO", "Старая мельница"),
    ("note-left", "The old mill", "Старая мельница (прим. перев.)", "Старая мельница"),
    ("space-at-end", "Name: ", "Имя:", "Имя: "),
    ("space-at-end", "Name", " Имя", "Имя"),
    ("space-at-end", "Done.\n", "Готово.", "Готово.\n"),
    ("double-space", "A long winter night", "Долгая  зимняя ночь", "Долгая зимняя ночь"),
    ("end-mark", "Where do the birds go?", "Куда улетают птицы.", "Куда улетают птицы?"),
    ("end-mark", "Choose a colour:", "Выберите цвет", "Выберите цвет:"),
    ("end-mark", "The birds have gone south.", "Птицы улетели на юг", "Птицы улетели на юг."),
    ("end-mark", "The birds have gone south.", "Птицы улетели на юг..", "Птицы улетели на юг."),
    ("end-mark", "Saving the picture…", "Сохранение картинки", "Сохранение картинки..."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "source", "faulty", "sound"), FAULTS)
def test_a_fault_is_found_and_its_absence_is_not(code, source, faulty, sound):
    assert code in codes(source, faulty)
    assert code not in codes(source, sound)


@pytest.mark.parametrize(("source", "sound"), sorted({(row[1], row[3]) for row in FAULTS}))
def test_nothing_at_all_is_said_of_a_sound_pair(source, sound):
    assert codes(source, sound) == set()


def test_faults_of_what_only_a_file_says():
    assert codes("Good morning to you", "Доброе утро", limit=5) == {"too-long"}
    assert codes("Good morning to you", "", state=PairState.APPROVED) == {"untranslated"}
    code = InlineCode(6, 9, CodeKind.ALONE, "1", '<x id="1"/>')
    assert codes("Press {1} now", "Нажмите сейчас", source_codes=(code,)) == {"tag"}
    assert codes("Press {1} now", "Жмите {1} сейчас", source_codes=(code,), target_codes=(code,)) == set()


@pytest.mark.parametrize(
    ("number", "target", "found"),
    [
        (0, "%d файл", set()),
        (0, "Один файл", set()),
        (1, "%d файла", set()),
        (1, "Файла", set()),
        (0, "%s файл", {"placeholder"}),
        (1, "%s из %d файлов", {"placeholder"}),
    ],
)
def test_a_string_of_a_plural_is_held_against_both_originals(number, target, found):
    originals = ("One file", "%d files")
    assert codes(originals[number], target, plural=number, other_source=originals[1 - number]) == found


def test_a_given_name_is_no_place():
    assert "missing-name" not in codes("They met Aktau Serikov there", "Там встретили Ақтау Серикова")
    assert "missing-name" in codes("They met Aktau Serikov there", "Там встретили Серикова")


UNITED = Glossary.of((
    Concept("us", "place", (en("United States", P), en("U.S.", A, type=SHORT), ru("Соединённые Штаты", P), ru("Соединённые Штаты Америки", A))),
    Concept("senate", "organisation", (en("upper chamber", A), ru("Сенат США", P))),
    Concept("guinea", "place", (en("Guinea", P), ru("Гвинея", P))),
    Concept("union", "place", (en("Soviet", P), ru("советский", P))),
    Concept("georgia", "place", (en("Georgia", P), ru("Грузия", P))),
    Concept("firm", "organisation", (en("Northern Salt", P), ru("Северная соль", P), Term("NSX", "ru", "Latn", A, SHORT))),
))  # fmt: skip


@pytest.mark.parametrize(
    ("source", "there", "missing"),
    [
        ("The U.S. Senate met.", "Собрался Сенат США.", "Собрался Сенат."),  # inside of a longer name
        ("The U.S. agreed.", "США согласились.", "ООН согласилась."),  # the initials of an admitted name
        ("The United States agreed.", "С.Ш.А. согласились.", "Там согласились."),
        ("Northern Salt grew.", "Компания NSX росла.", "Компания росла."),  # an abbreviation in the original's script
        ("Languages of Guinea", "Трансгвинейские языки", "Все языки"),
    ],
)
def test_a_name_is_there_by_any_name_of_its_concept(source, there, missing):
    context = CheckContext("en", "ru", UNITED.lexicon("en"), UNITED.lexicon("ru"))
    assert "missing-name" not in codes(source, there, context)
    assert "missing-name" in codes(source, missing, context)


LIKE = Glossary.of((
    Concept("us", "place", (en("United States", P), ru("Соединённые Штаты", P))),
    Concept("austria", "place", (en("Austria", P), ru("Австрия", P))),
    Concept("georgia", "place", (en("Georgia", P), ru("Грузия", P))),
    Concept("court", "organisation", (en("ICJ", P, type=SHORT), ru("МСС", P, type=SHORT))),
    Concept("server", "other", (en("server", P), ru("сервер", P))),
    Concept("firm", "organisation", (en("Bread & Salt", P), ru("Хлеб и Соль", P))),
    Concept("azerbaijan", "place", (ru("Азербайджан", P), en("Azerbaijan", P))),
))  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("In Austria it rained.", "В Австирии шёл дождь.", {"Австирии"}),
        ("In Austria it rained.", "В Аустрии шёл дождь.", {"Аустрии"}),  # by the original's sound
        ("The United States agreed.", "Соеденённые Штаты согласились.", {"Соеденённые Штаты"}),
        ("The hall of Bread & Salt", "Зал «Хлебб и Соль»", {"Хлебб и Соль"}),  # a small word within
        ("Attach the unit", "Присоединить Соединение", set()),  # like half of a name that does not stand there
        ("The hills of Asturias", "Холмы Астурии", set()),  # another name of the original
        ("Cards of Austra", "Карты Аустры", set()),
        ("The servers stood still.", "Серверная стояла.", set()),  # a common noun in another word
        ("The ICJ met.", "Собрались Мссовцы.", set()),  # a word made from an abbreviation
    ],
)
def test_what_looks_like_a_name(source, target, found):
    context = CheckContext("en", "ru", LIKE.lexicon("en"), LIKE.lexicon("ru"))
    assert {one.text for one in check_pair(Pair("key", source, target), context) if one.code == "likely-variant"} == found


TERMS = Glossary.of((
    Concept("view", "other", (en("view", P), ru("представление", P))),
    Concept("tag", "other", (en("tag", P), ru("тег", P))),
))  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Made by a view. Every view says so.", "Создано представлением. Каждое View говорит это.", {("untranslated-name", "View")}),
        ("Made by a view. Every view says so.", "Создано с помощью view. View говорит это.", {("untranslated-name", "view"), ("untranslated-name", "View")}),
        ("Read view.met", "Прочитать view.met", set()),
        ("Open the app View now", "Откройте приложение View теперь", set()),  # a program of this name
        ("Set the key “view”.", "Задайте ключ «view».", set()),
        ("The page of a tag", "Страница тегов", set()),  # a plural, of which the glossary has the singular
        ("The page of a tag", "Страница тегеранская", {("missing-term", "tag")}),
        ("The page of a view", "Страница видов", {("missing-term", "view")}),
    ],
)  # fmt: skip
def test_common_nouns_of_a_glossary(source, target, found):
    context = CheckContext("en", "ru", TERMS.lexicon("en"), TERMS.lexicon("ru"))
    assert {(one.code, one.text) for one in check_pair(Pair("key", source, target), context)} == found


def test_what_is_said_twice_on_purpose_is_not_doubled():
    context = CheckContext("en", "ru", TERMS.lexicon("en"), TERMS.lexicon("ru"))
    assert "doubled-name" not in codes("No such tag. It was not changed.", "Неверный тег, тег не изменён.", context)
    assert "doubled-name" in codes("No such tag", "Нет такого тег тег", context)
    assert "doubled-name" not in codes("Zhanaozen (Жанаозен)", "Жанаозен (Жанаозен)")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Chips Hawaii, Zhanaozen, Tonga", "Чипы Hawaii, Zhanaozen, Tonga"),  # a list of Latin names
        ("Version Zhanaozen 7 of it", "Его версия Zhanaozen 7"),
        ("The film “Zhanaozen”", "Фильм «Zhanaozen»"),
    ],
)
def test_latin_names_that_are_called_so(source, target):
    assert "untranslated-name" not in codes(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("A town, e.g. Oakham, Zhanaozen or Aktau", "Город, например, Тверь"),
        ("Write to 59 Temple Place, Boston, MA 02111-1307, Zhanaozen", "Смотрите на странице лицензии"),
        ("The hills of Northern Zhanaozen", "Холмы Ютландии"),  # a part of it, which has a name of its own
        ("The Zhanaozen tenge", "тенге"),  # a currency that says whose it is
        ("town of Zhanaozen;Zhanaozen;towns;town", "город"),
    ],
)
def test_names_that_a_translation_need_not_have(source, target):
    assert "missing-name" not in codes(source, target)


BOOKMARKS = Glossary.of((
    Concept("bookmarklet", "other", (en("bookmarklet", P), ru("букмарклет", P), ru("закладка", Status.DEPRECATED))),
))  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "fixes"),
    [
        ("Bookmarklets", "Закладки", ["Букмарклеты", "Букмарклета"]),
        ("Put among bookmarklets", "Положить в закладки", ["букмарклеты", "букмарклета"]),
        ("Name of the bookmarklet", "Имя закладки", ["букмарклета", "букмарклеты"]),
        ("Name the bookmarklet", "Назвать закладку", ["букмарклет"]),
    ],
)
def test_a_form_that_may_be_the_plural_has_two_fixes(source, target, fixes):
    context = CheckContext("en", "ru", BOOKMARKS.lexicon("en"), BOOKMARKS.lexicon("ru"))
    (found,) = check_pair(Pair("key", source, target), context)
    assert [fix.label for fix in found.fixes] == fixes


def test_a_latin_word_that_is_no_slip():
    assert "latin-slip" not in codes("A server of it", "Onyng serveri", CheckContext("en", "kk"))  # Kazakh in Latin letters
    assert "latin-slip" not in codes("Louis XVIII of it", "Его Людовик XVII")
    assert "latin-slip" not in codes("The email of a user", "E-mail пользователя")
    assert "latin-slip" not in codes("True when invoked by it", "Истина при invoke")
    assert "latin-slip" in codes("Is gnuplot there?", "Ggnuplot есть?")
    assert "latin-slip" not in codes("The colors of the layers", "The colours слоёв")
    assert "latin-slip" not in codes("Print a layer", "Печать layers")
    assert "latin-slip" not in codes("Sort the songs with Kord", "Сортировать в Lord и Kord")


def test_an_address_in_single_quotation_marks_ends_with_them():
    assert "url" not in codes("It begins with 'http://' or so", "Бұл 'http://'-мен басталады")
    assert "url" in codes("See 'http://example.org' for more", "Смотри 'http://example.com' далее")


@pytest.mark.parametrize("end", ["сек.", "мин.", "руб.", "и т. д.", "в 2011 г."])
def test_the_full_stop_of_an_abbreviation_is_no_end_mark(end):
    assert "end-mark" not in codes("So many of them per test", f"На тест отводится столько {end}")


def test_how_far_a_line_is_set_in_is_layout():
    assert codes("\n    A quiet street", "\nТихая улица") == set()
    assert codes("\n    A quiet street", "Тихая улица") == {"space-at-end"}


def test_a_name_by_its_sound_in_another_script():
    context = CheckContext("ru", "en", LIKE.lexicon("ru"), LIKE.lexicon("en"))
    assert "likely-variant" in codes("Восточный Азербайджан", "East Azarbaijan", context)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The key $key was renamed; $key is gone.", "Ключ $key переименован, его нет."),
        ("Set the environment variable $TMPDIR", "Задайте переменную окружения TMPDIR"),
        ("Usage: pack [--all] {file}...", "Использование: pack [--all] {файл}..."),
        ("Wide (%1x%2)", "Широкий (%1×%2)"),
        ("%1m", "%1 м"),
        ("{None}", "{Нет}"),
        ("{Tab}\t9\t{Space}\t32", "{Таб}\t9\t{Бос аралық}\t32"),
        ("%-e %b %l:%M %p", "%-e %b, %H:%M"),
    ],
)
def test_placeholders_that_are_none_or_are_there(source, target):
    assert "placeholder" not in codes(source, target)


def test_a_place_of_qt_is_missed():
    assert "placeholder" in codes("Wide (%1x%2)", "Широкий (%1)")


@pytest.mark.parametrize("text", ["attachment.dat", "card (.vcf, .gcrd)", "about:blank", "Notes of the Society for Birds and Fish"])
def test_names_of_files_are_no_words_that_are_left(text):
    assert "unchanged" not in codes(text, text)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It cost 5 United States dollars.", "Это стоило $5."),
        ("It cost 5 United States dollars.", "Это стоило 5 долларов."),
        ("The State of Georgia voted.", "Штат Джорджия голосовал."),
        ("Birds of New Guinea", "Птицы острова"),
        ("A Soviet film", "Фильм тех лет"),  # its name is an adjective
    ],
)
def test_a_name_that_is_a_part_of_something_else_is_not_asked_for(source, target):
    context = CheckContext("en", "ru", UNITED.lexicon("en"), UNITED.lexicon("ru"))
    assert not codes(source, target, context) & {"missing-name", "likely-variant"}


def test_what_may_not_be_changed_is_left_alone():
    assert codes("A quiet street.", "", locked=True) == set()


def test_every_check_has_a_fault_here_or_in_the_tests_of_documents():
    documents = {"missing-term", "mixed", "first-mention", "same-source", "same-target"}
    assert {check.code for check in CHECKS} == {row[0] for row in FAULTS} | documents | {"too-long"}
