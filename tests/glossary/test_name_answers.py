"""Which words answer a name though they are no form of it, and which do not."""

import pytest

from glossary.name_answers import by_abbreviation, by_compound, by_derived_word, by_initials, by_longer_abbreviation, by_written_out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Литва", "литовские холмы"),
        ("Рим", "победа над римлянами"),
        ("Рим", "внутриримские ссоры"),
        ("Рим", "римдік легион"),
        ("Мали", "малийцы у реки"),
        ("Украина", "Украинша"),
        ("Сербия", "Серб (латын)"),
        ("Біріккен Араб Әмірліктері", "Біріккен Араб Әмірліктер дирхамы"),
        ("Китай", "китайцы на ярмарке"),
        ("Европейский союз", "законы Европейского Союза"),
        ("Соломоновы острова", "берега Соломоновых островов"),
        ("Новая Зеландия", "новозеландцы"),
        ("Россия", "южнорусские степи"),
        ("Швеция", "договор со шведами"),
        ("Польша", "великопольский говор"),
        ("Узбекистан", "узбекский хлопок"),
        ("Ұлыбритания", "британдық кеме"),
        ("мусульманин", "мусульмане города"),
        ("Rome", "a Roman road"),
        ("Argentina", "an Argentine farm"),
        ("Philippines", "Philippine Time"),
        ("Seychelles", "Seychellois songs"),
        ("Армения", "армянский сыр"),
        ("Босния и Герцеговина", "горы Боснии и Герцеговины"),
        ("Greece", "old Greek songs"),
        ("Poland", "Polish trains"),
        ("Новая Зеландия", "новозеландская шерсть"),
        ("Ақмола облысы", "Ақмола"),
        ("Антигуа және Барбуда", "Антигуа мен Барбуда"),
        ("Французская Гвиана", "Гвиана Французская"),
        ("Виргинские острова (Великобритания)", "Британские Виргинские острова"),
        ("Бермудские острова", "берега Бермуд"),
        ("Новая Гвинея", "города Новой Гвинеи"),
        ("Греция", "древнегреческий театр"),
        ("Үндістан", "үнді жазуы"),
    ],
)
def test_a_word_made_from_a_name_answers_it(name, said):
    assert by_derived_word([name], said)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Рим", "примерный римейк"),
        ("Россия", "росистые луга"),
        ("Польша", "пользователи и поля"),
        ("Rome", "the home of romance"),
        ("Швеция", "швейная машина"),
        ("Франция", "Франця"),
        ("Уругвай", "Уругвй"),
        ("Иордания", "Иордан"),
        ("Болгария", "Болгаря"),
        ("Словакия", "Словацкия"),
        ("Коморы", "Коморос"),
        ("Босния және Герцеговина", "Герцеговина"),
        ("Босния и Герцеговина", "Босня и Герцеговина"),
        ("Ұлыбритания", "Британия"),
    ],
)
def test_a_word_that_only_begins_alike_does_not(name, said):
    assert not by_derived_word([name], said)


def test_initials_stand_for_a_name_of_several_words():
    assert by_initials(["Біріккен Корольдік"], "БК үкіметі")
    assert not by_initials(["Канада"], "К и М")


def test_words_in_a_row_write_an_abbreviation_out():
    assert by_written_out(["КНДР"], "Вся Корейская Народная Демократическая Республика")
    assert not by_written_out(["КНДР"], "Корейская Демократическая Народная Республика")
    assert not by_written_out(["ЕС"], "есть село")


def test_a_word_with_a_full_stop_is_cut_from_a_name():
    assert by_abbreviation(["Великобритания"], "острова (Брит.)")
    assert by_abbreviation(["Великобритания"], "острова (Великобр.)")
    assert not by_abbreviation(["Великобритания"], "острова (Аргент.)")
    assert not by_abbreviation(["Рим"], "Остался Рим.")


def test_a_common_noun_stands_in_a_compound_and_a_name_does_not():
    assert by_compound(["server"], "the metaserver")
    assert by_compound(["сервер"], "вебсерверов нет")
    assert not by_compound(["Sahara"], "the Trans-Saharan road")
    assert not by_compound(["part"], "a party")


def test_a_word_made_from_an_abbreviation():
    assert by_longer_abbreviation(["ООН"], "Ооновцы ушли")
    assert not by_longer_abbreviation(["ЕС"], "есть")
