"""A file of each format of pairs, with what its format can hold; a new format needs one row in SAMPLES to run through the contract."""

from __future__ import annotations

from dataclasses import dataclass

from passages.pair import PairState

ALL = frozenset(PairState)


@dataclass(frozen=True)
class Sample:
    """A file and what is true of it."""

    name: str
    """Its name: the suffix says the format."""
    text: str
    """What it holds; it has a pair whose target is exactly `Город у моря.`"""
    pairs: int
    """How many pairs it has."""
    states: frozenset[PairState] = ALL
    """The states that are read back as they were written."""
    notes: bool = True
    """Whether it has a place for a reviewer's comment."""
    structure: bool = False
    """Whether pairs may be taken out and put in."""
    xml: bool = False
    """Whether it is XML: no control characters, and any character in any encoding."""
    encodings: tuple[str, ...] = ("utf-8", "utf-8-sig")
    """What it may be encoded in; `@` in the text stands for the name that the file has to give."""
    languages: tuple[str | None, str | None] = ("en", "ru")
    """What it says it is in."""

    def encoded(self, encoding: str = "utf-8", ending: str = "\n") -> bytes:
        """Its bytes in an encoding and with other line ends."""
        named = {"utf-8-sig": "UTF-8", "cp1251": "windows-1251"}.get(encoding, encoding.upper())
        return self.text.replace("@", named).replace("\n", ending).encode(encoding)


PO = r"""# A catalog for the tests.
msgid ""
msgstr ""
"Language: ru\n"
"Content-Type: text/plain; charset=@\n"
"Plural-Forms: nplurals=3; plural=0;\n"

# By the sea.
#. Heading
#: town.c:12 town.c:40
msgid "A town by the sea."
msgstr "Город у моря."

#, fuzzy, c-format
#| msgid "%d road"
msgctxt "map"
msgid "%d roads"
msgstr "%d дорога"

#, c-format
msgid "%d boat"
msgid_plural "%d boats"
msgstr[0] "%d лодка"
msgstr[1] "%d лодки"
msgstr[2] ""

msgid "a \"quoted\" word and a long line that is broken in two because it is long"
msgstr ""
"слово \"в кавычках\" и длинная строка, которая разбита на две, потому что она "
"длинная"

msgid "two lines\nof text"
msgstr ""
"две строки\n"
"текста"

msgid "not yet"
msgstr ""

#~ msgid "gone"
#~ msgstr "прошло"
"""

TMX = """<?xml version="1.0" encoding="@"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<!-- <tu><tuv xml:lang="en"><seg>not a unit</seg></tuv></tu> -->
<tmx version="1.4">
  <header creationtool="tests" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="EN" datatype="plaintext"/>
  <body>
    <tu tuid="1">
      <tuv xml:lang="EN"><seg>A town by the sea.</seg></tuv>
      <tuv xml:lang="ru"><seg>Город у моря.</seg></tuv>
    </tu>
    <tu tuid='2' changedate="20240101T000000Z">
      <note>Seen in &lt;print&gt;</note>
      <tuv xml:lang="EN"><seg>Take the <bpt i="1">&lt;b></bpt>first<ept i="1">&lt;/b></ept> road &amp; turn<ph x="1">{0}</ph></seg></tuv>
      <tuv xml:lang="ru"><prop type="x-other">1</prop><seg><ph x="1">{0}</ph>По <bpt i="1">&lt;b></bpt>первой<ept i="1">&lt;/b></ept> дороге &#x2014; и&#32;<!-- ? -->направо</seg></tuv>
    </tu>
    <tu>
      <tuv xml:lang="en"><seg>Not yet</seg></tuv>
    </tu>
    <tu>
      <tuv xml:lang="EN">
        <seg><![CDATA[<b>Raw</b>]]></seg>
      </tuv>
      <tuv xml:lang="ru-RU">
        <seg><![CDATA[<b>Сырое</b> & ]]>ещё</seg>
      </tuv>
    </tu>
    <tu>
      <tuv xml:lang="EN"><seg>Empty</seg></tuv>
      <tuv xml:lang="ru"><seg/></tuv>
    </tu>
  </body>
</tmx>
"""

XLIFF_1 = """<?xml version='1.0' encoding='@'?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:x="urn:example">
  <file original="a.html" source-language="en" target-language="ru" datatype="html">
    <header><note>Not a note of a unit</note></header>
    <body>
      <trans-unit id="1" resname="title">
        <source>A town by the sea.</source>
        <target>Город у моря.</target>
      </trans-unit>
      <group id="g">
        <trans-unit id="2" approved='yes' maxwidth="40" size-unit="char">
          <source xml:space="preserve">Take the <g id="1" ctype="bold">first</g> road<x id="2"/> &amp; turn</source>
          <target state="final" xml:lang="ru">По <g id="1" ctype="bold">первой</g> дороге<x id="2"/> &lt;и&gt;<?pi x?> направо</target>
          <note from="dev">For &quot;maps&quot;</note>
          <alt-trans><source>A town</source><target>Не трогать</target></alt-trans>
          <context-group purpose="location"><context context-type="sourcefile">a.c</context><context context-type="linenumber">7</context></context-group>
        </trans-unit>
        <trans-unit id="3">
          <source>Not yet</source>
        </trans-unit>
        <trans-unit id="4">
          <source>One. Two.</source>
          <seg-source><g id="1"><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk></g></seg-source>
          <target><g id="1"><mrk mtype="seg" mid="0">Раз.</mrk> <mrk mtype="seg" mid="1">Два.</mrk></g></target>
        </trans-unit>
        <trans-unit id="5">
          <source>Three. Four.</source>
          <seg-source><mrk mtype="seg" mid="1">Three.</mrk> <mrk mtype="seg" mid="2">Four.</mrk></seg-source>
        </trans-unit>
        <trans-unit id="6" translate="no">
          <source>Closed</source>
          <target>Закрыто</target>
        </trans-unit>
        <trans-unit id="7">
          <source>Empty</source>
          <target/>
        </trans-unit>
      </group>
    </body>
  </file>
  <file original="b.html" source-language="en" target-language="ru" datatype="html"><body><trans-unit id="1"><source>Tight</source></trans-unit></body></file>
</xliff>
"""

XLIFF_2 = """<?xml version="1.0" encoding="@"?>
<xliff version="2.1" srcLang="en" trgLang="ru" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0">
 <file id="f1">
  <unit id="1" name="title">
   <segment>
    <source>A town by the sea.</source>
    <target>Город у моря.</target>
   </segment>
  </unit>
  <group id="g">
   <unit id="2" slr:sizeRestriction="0,40">
    <notes>
     <note category="dev">For maps</note>
    </notes>
    <originalData>
     <data id="d1">&lt;b&gt;</data>
    </originalData>
    <segment id="s1" state="final" subState="x:y">
     <source>Take the <pc id="1" dataRefStart="d1">first</pc> road<ph id="2"/> <sc id="3"/>now<ec startRef="3"/></source>
     <target>По <pc id="1" dataRefStart="d1">первой</pc> дороге<ph id="2"/> <sc id="3"/>сейчас<ec startRef="3"/></target>
    </segment>
    <ignorable>
     <source> </source>
    </ignorable>
    <segment id="s2" state="initial">
     <source>Not yet</source>
    </segment>
   </unit>
   <unit id="3" translate="no">
    <segment>
     <source>Closed</source>
     <target>Закрыто</target>
    </segment>
   </unit>
  </group>
 </file>
 <file id="f2"><unit id="1"><segment><source>Tight</source><target></target></segment></unit></file>
</xliff>
"""

CSV = '''Key,English,Русский,Comment,Status,Width
title,"A town by the sea.",Город у моря.,,,40
road,"Take the ""first"" road, then turn","По «первой» дороге, направо","for ""maps""",approved,
two,"two
lines","две
строки",,needs-work,

short,Not yet
empty,Empty,,,,
'''

TSV = """source\ttarget\tnotes\tstate
A town by the sea.\tГород у моря.\t\t
"Road" signs\t"Дорожные" знаки\tmaps\tapproved
Not yet
"""

BARE = """A town by the sea.;Город у моря.
The road, and the river;Дорога и река
"""

SAMPLES = (
    Sample("a.po", PO, 9, frozenset((PairState.UNREVIEWED, PairState.NEEDS_WORK)), encodings=("utf-8", "utf-8-sig", "koi8-r")),
    Sample("a.tmx", TMX, 5, xml=True, structure=True, encodings=("utf-8", "utf-8-sig", "utf-16", "cp1251"), languages=("EN", "ru")),
    Sample("a.xlf", XLIFF_1, 10, xml=True, encodings=("utf-8", "utf-8-sig", "utf-16", "cp1251")),
    Sample("a.xliff", XLIFF_2, 5, xml=True, encodings=("utf-8", "utf-8-sig", "utf-16", "cp1251")),
    Sample("a.csv", CSV, 5, structure=True, encodings=("utf-8", "utf-8-sig", "utf-16", "cp1251")),
    Sample("a.tsv", TSV, 3, structure=True, encodings=("utf-8", "utf-8-sig", "utf-16")),
    Sample("bare.csv", BARE, 2, frozenset((PairState.UNREVIEWED,)), notes=False, structure=True),
)
