"""Three hundred pairs for slips of the pen: python benchmarks/slips.py writes slips.tsv anew, the same each time.

150 pairs are one name with a slip made by rule (two neighbours swapped, a letter doubled, a letter lost, a letter for one beside it on the
keyboard; never the first letter), a third of them across scripts or systems. 150 are two names that look alike: for each name one of the
names most like it by rapidfuzz, and a few written down by hand. Names are those of names/*.txt and of SURNAMES, no one's data.
"""

from __future__ import annotations

import random
from pathlib import Path

from rapidfuzz import fuzz, process

from translit.keyboards import neighbours
from translit.romanizing import romanize

HERE = Path(__file__).parent
PATH = HERE / "slips.tsv"
BLIND = HERE / "slips_blind.tsv"
"""A hundred more, written by hand before any of them was judged; not made by this script."""
SEED = 2011
EACH = 150
SHORTEST = 5
SURNAMES = (
    "Абрамов Алексеев Андреев Антонов Баранов Белоусов Богданов Борисов Васильев Виноградов Воробьёв Гаврилов Герасимов Голубев Горбачёв "
    "Григорьев Давыдов Данилов Денисов Дмитриев Егоров Ельцин Ермаков Жуков Зайцев Захаров Иванов Ильин Калинин Карпов Киселёв Ковалёв Козлов "
    "Комаров Королёв Краснов Крылов Кудрявцев Кузнецов Лебедев Леонов Макаров Максимов Мартынов Матвеев Медведев Мельников Миронов Михайлов "
    "Морозов Назаров Никитин Николаев Новиков Орлов Осипов Павлов Петров Полянский Пономарёв Попов Романов Рябов Савельев Семёнов Сергеев "
    "Смирнов Соболев Соколов Соловьёв Сорокин Степанов Суворов Тарасов Тимофеев Титов Тихонов Трофимов Фёдоров Филиппов Фролов Чернов Шестаков "
    "Яковлев Арсеньев Вознесенский Добролюбов Каменский Лихачёв Преображенский Рождественский Троицкий Успенский"
)
BY_HAND = (
    ("Sokolova", "Yeltsin"),
    ("Zhanartu", "Zhanaozen"),
    ("Zhanaarka", "Zhanaozen"),
    ("Zhanatas", "Zhanaozen"),
    ("Karaganda", "Karatau"),
    ("Aktau", "Aktobe"),
    ("Kokshetau", "Kokpekty"),
    ("Gorbachev", "Gorbunov"),
    ("Nazarbayev", "Nazarov"),
    ("Семей", "Сергей"),
    ("Orlov", "Ozerov"),
    ("Taldykorgan", "Taldybulak"),
    # Places and persons one to three letters apart, which plain edit distance takes for slips.
    ("Aktau", "Aktas"),
    ("Актау", "Актас"),
    ("Aktas", "Aktogay"),
    ("Aksu", "Aksay"),
    ("Karatau", "Karatal"),
    ("Каратау", "Каратал"),
    ("Karabalyk", "Karabulak"),
    ("Kokshe", "Kokshetau"),
    ("Семей", "Семейка"),
    ("Уральск", "Урал"),
    ("Минск", "Мценск"),
    ("Томск", "Омск"),
    ("Бийск", "Буйск"),
    ("Сарань", "Саранск"),
    ("Рязань", "Казань"),
    ("Тула", "Тура"),
    ("Алматы", "Алмалы"),
    ("Балхаш", "Балашов"),
    ("Лисаковск", "Лисичанск"),
    ("Kostanay", "Kostroma"),
    ("Нарын", "Нарва"),
    ("Орёл", "Орлов"),
    ("Ivanov", "Ivanovo"),
    ("Petrov", "Petrovsk"),
    ("Сидоров", "Сидорин"),
    ("Воронин", "Воронов"),
    ("Борисов", "Борисоглебск"),
    ("Павлов", "Павлодар"),
    ("Taras", "Taraz"),
    ("Taraz", "Tarzan"),
    ("Ivanov", "Ivanova"),
    ("Ростов", "Ростова"),
    ("Шымкент", "Чимган"),
    ("Ташкент", "Пенджикент"),
)
ENGLISH = {"kk": "bgnpcgn-kaz-Cyrl-Latn-1979", "ru": "bgnpcgn-rus-Cyrl-Latn-1947"}
GERMAN = {"kk": "iso-kaz-Cyrl-Latn-9-1995", "ru": "iso-rus-Cyrl-Latn-9-1995"}


def slipped(name: str, rule: str, chance: random.Random) -> str | None:
    """The name with one slip; None where the rule finds no place."""
    inside = [place for place in range(1, len(name)) if name[place].isalpha()]
    match rule:
        case "swapped":
            places = [p for p in inside[:-1] if name[p + 1].isalpha() and name[p] != name[p + 1]]
            if not places:
                return None
            p = chance.choice(places)
            return name[:p] + name[p + 1] + name[p] + name[p + 2 :]
        case "doubled":
            p = chance.choice(inside)
            return name[:p] + name[p] + name[p:]
        case "lost":
            p = chance.choice(inside)
            return name[:p] + name[p + 1 :]
        case _:
            near = sorted(neighbours())
            places = [(p, other) for p in inside for one, other in near if one == name[p]]
            if not places:
                return None
            p, other = chance.choice(places)
            return name[:p] + other + name[p + 1 :]


def names() -> list[tuple[str, str]]:
    """Language and name, one word each."""
    lines = (HERE / "names" / "kk.txt").read_text(encoding="utf-8").splitlines()
    kazakh = {word for line in lines if not line.startswith("#") for word in line.split() if len(word) >= SHORTEST and word[0].isupper()}
    return [("kk", name) for name in sorted(kazakh)] + [("ru", name) for name in SURNAMES.split()]


def main() -> None:
    chance = random.Random(SEED)
    known = names()
    chance.shuffle(known)
    rows: list[tuple[str, str, int, str]] = []
    rules = ("swapped", "doubled", "lost", "near key")
    for number, (language, native) in enumerate(known):
        if len(rows) == EACH:
            break
        latin = romanize(native, ENGLISH[language])
        one, other = ((native, native), (latin, latin), (native, latin), (latin, romanize(native, GERMAN[language])))[number % 6 % 4]
        wrong = slipped(other, rules[number % 4], chance)
        if wrong is not None and wrong != other:
            rows.append((one, wrong, 1, rules[number % 4]))
    rows += ((one, other, 0, "by hand") for one, other in BY_HAND)
    chance.shuffle(known)
    latin = {native: romanize(native, ENGLISH[language]) for language, native in known}
    pool = list(latin)
    for number, native in enumerate(pool):
        if len(rows) == 2 * EACH:
            break
        near = process.extract(latin[native], [latin[n] for n in pool], scorer=fuzz.ratio, limit=4)
        _, _, place = near[1 + number % 3]
        other = pool[place]
        pair = ((native, other), (latin[native], latin[other]), (native, latin[other]))[number % 3]
        rows.append((*pair, 0, "another name"))
    lines = ["# name, name, 1 = one name, how the pair was made; by benchmarks/slips.py", *("\t".join(map(str, row)) for row in rows), ""]
    PATH.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
