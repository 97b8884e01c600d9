"""The machine behind the grammar: tokens, and rules that reduce several tokens to one.

A token has *kinds*: "may" is a month, "on" an English preposition and the Turkish ten. Each set of kinds is one
character, so a text of tokens is a string (its shape), a rule is a regular expression over that string, and
finding all matches costs what a regular expression costs. Rules are grouped in levels; each level reads the
shape that the level before left. Values are worked out only for what was chosen, when the context is known.

A pattern is written with the names of kinds: ``"<day> of? <month> (comma? <year>)?"``. ``<kind>`` is captured,
``<name=kind>`` under another name (which several alternatives may share), ``kind`` alone only has to be there;
``?``, ``|``, ``^``, ``$``, brackets and looking around are those of regular expressions.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import Any, NamedTuple

from bot.parsing.dates.context import DateContext
from bot.parsing.dates.numeric import NumericDate, NumericDay

Kinds = Mapping[str, Any]
Capture = tuple[str, str, str]  # the group of the regular expression, the name, the kind
_ITEM = re.compile(r"<(?:(?P<name>\w+)=)?(?P<captured>\w+)>|(?P<bare>[a-z]\w*)|(?P<space>\s+)")
_GROUP = re.compile(r"\((?P<around>\?)?(?P<inside>[^()]*)\)(?P<optional>\?)?")
_KIND = r"\w+"
_OPTIONAL = re.compile(r"[\w+]+\?")
_FIRST = 0x40  # regular expressions are compiled faster for characters below 0x100


@dataclass(slots=True, eq=False)
class Token:
    """[start, end) in the original text, and for each kind it has what it means as that kind."""

    start: int
    end: int
    kinds: Kinds
    letter: str


@dataclass(slots=True, eq=False)  # not frozen, as a frozen one takes three times as long to make
class Found:
    """What a rule matched: of each captured name the token and the kind it was captured as; values on demand."""

    captured: Mapping[str, tuple[Token, str]]
    context: DateContext

    def __contains__(self, name: str) -> bool:
        return name in self.captured

    def __getitem__(self, name: str) -> Any:
        """The value of the captured token; raises ``KeyError`` where the optional part is absent."""
        token, kind = self.captured[name]
        return value_of(token.kinds[kind], self.context)

    def kind(self, name: str) -> str:
        """As what it was captured; raises ``KeyError`` where the optional part is absent."""
        return self.captured[name][1]

    def get(self, name: str, absent: Any = None) -> Any:
        """The value, or ``absent`` where the optional part is absent."""
        return self[name] if name in self.captured else absent

    def all(self, *names: str) -> list[Any]:
        """The values of those that are there, in this order."""
        return [self[name] for name in names if name in self.captured]


Build = Callable[[Found], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """``build`` makes the value of a ``produces`` token out of what ``pattern`` matched."""

    produces: str
    pattern: str
    build: Build


@dataclass(slots=True, eq=False)
class Node:
    """A value still to be worked out."""

    rule: Rule
    captured: Mapping[str, tuple[Token, str]]

    def value(self, context: DateContext) -> Any:
        """What the rule builds; its errors are the caller's."""
        return self.rule.build(Found(self.captured, context))


def value_of(value: Any, context: DateContext) -> Any:
    """``value`` itself, or what it is in this context."""
    return value.value(context) if isinstance(value, Node | NumericDay | NumericDate) else value


def needed_kinds(pattern: str) -> list[set[str]]:
    """For each part of a match that cannot be absent, the kinds of which it has one.

    >>> needed_kinds("<day> of? (<month>|<m=month_name>)")
    [{"day"}, {"month", "month_name"}]
    """

    def flat(group: re.Match[str]) -> str:
        choices = [_OPTIONAL.sub("", choice).strip() for choice in group["inside"].split("|")]
        if group["around"] or group["optional"] or not all(choices):
            return ""
        return f" {'+'.join(re.findall(_KIND, group['inside']))} "

    plain = re.sub(r"<(?:\w+=)?(\w+)>", r" \1 ", pattern)
    while (flatter := _GROUP.sub(flat, plain)) != plain:
        plain = flatter
    parts = re.sub(r"[\^$]", " ", _OPTIONAL.sub(" ", plain))
    if "|" in parts:
        parts = "+".join(re.findall(_KIND, plain))
    return [set(part.split("+")) for part in parts.split()]


class Alphabet:
    """One character for each set of kinds that a token can have; ``absent`` kinds may be in none of them."""

    def __init__(self, kind_sets: Iterable[frozenset[str]], absent: Iterable[str] = ()) -> None:
        self._classes: dict[str, str] = dict.fromkeys(absent, "")
        self._letters = {kinds: chr(_FIRST + n) for n, kinds in enumerate(sorted(set(kind_sets), key=sorted))}

    def letter(self, kinds: Iterable[str]) -> str:
        """The character of exactly this set."""
        return self._letters[frozenset(kinds)]

    def bits(self, kind: str) -> int:
        """One bit for each set with this kind."""
        return self.bits_of(self._of(kind))

    def bits_of(self, shape: str) -> int:
        """One bit for each character that is in ``shape``."""
        return sum([1 << ord(letter) - _FIRST for letter in set(shape)])

    def letters(self, kind: str) -> str:
        """A regular expression for every set with this kind. Raises ``KeyError`` for a kind that is not known."""
        return f"[{re.escape(found)}]" if (found := self._of(kind)) else "[^\\x00-\\uffff]"

    def _of(self, kind: str) -> str:
        if not self._classes.get(kind):
            found = "".join(letter for kinds, letter in self._letters.items() if kind in kinds)
            if not found and kind not in self._classes:
                raise KeyError(kind)
            self._classes[kind] = found
        return self._classes[kind]


class Pattern:
    """A rule's pattern over an alphabet. It is compiled when it is first tried: most are not in most processes."""

    def __init__(self, rule: Rule, alphabet: Alphabet) -> None:
        self.rule = rule
        self._alphabet = alphabet
        sets = [reduce(or_, map(alphabet.bits, kinds)) for kinds in needed_kinds(rule.pattern)]
        # Two sets of letters, as bits, the rarest: of each a match has at least one.
        self.one, self.other = (*sorted(sets, key=int.bit_count), -1, -1)[:2]
        self._compiled: tuple[re.Pattern[str], list[Capture]] | None = None

    @property
    def compiled(self) -> tuple[re.Pattern[str], list[Capture]]:
        """The regular expression and what its groups capture. Raises ``KeyError`` for a kind that no token has."""
        if self._compiled is None:
            self._compiled = self._compile()
        return self._compiled

    def _compile(self) -> tuple[re.Pattern[str], list[Capture]]:
        captures: list[Capture] = []

        def letters(item: re.Match[str]) -> str:
            if item["space"]:
                return ""
            kind = item["captured"] or item["bare"]
            if not item["captured"]:
                return self._alphabet.letters(kind)
            group = f"_{len(captures)}"  # a name may be in several alternatives
            captures.append((group, item["name"] or kind, kind))
            return f"(?P<{group}>{self._alphabet.letters(kind)})"

        return re.compile(_ITEM.sub(letters, self.rule.pattern)), captures


class Step(NamedTuple):
    """A match that is taken: tokens from ``start`` to ``end`` become one with ``letter``; ``captured`` has places."""

    start: int
    end: int
    rule: Rule
    captured: tuple[tuple[str, int, str], ...]
    letter: str


class Level:
    """Rules that are tried together; of the matches at the leftmost place, the longest is taken, then the first."""

    def __init__(self, rules: Sequence[Rule], alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self.patterns = [Pattern(rule, alphabet) for rule in rules]
        self._needs = [(pattern.one, pattern.other, pattern) for pattern in self.patterns]
        # Texts differ, their shapes recur: "a word, then a numeric date" is looked at once.
        self._steps = lru_cache(maxsize=4096)(self._find_steps)

    def reduce(self, tokens: list[Token]) -> list[Token]:
        """The tokens with every match replaced by the token that its rule produces."""
        steps = self._steps("".join([token.letter for token in tokens]))
        if not steps:
            return tokens
        reduced: list[Token] = []
        at = 0
        for start, end, rule, captured, letter in steps:
            node = Node(rule, {name: (tokens[place], kind) for name, place, kind in captured})
            reduced += tokens[at:start]
            reduced.append(Token(tokens[start].start, tokens[end - 1].end, {rule.produces: node}, letter))
            at = end
        return reduced + tokens[at:]

    def _find_steps(self, shape: str) -> tuple[Step, ...]:
        best: dict[int, tuple[int, re.Match[str], Pattern]] = {}
        present = self._alphabet.bits_of(shape)
        for pattern in [pattern for one, other, pattern in self._needs if present & one and present & other]:
            for match in pattern.compiled[0].finditer(shape):
                start, end = match.span()
                if start not in best or best[start][0] < end:
                    best[start] = end, match, pattern
        steps: list[Step] = []
        for start in sorted(best):
            if steps and start < steps[-1].end:
                continue
            end, match, pattern = best[start]
            captured = tuple(
                (name, match.start(group), kind) for group, name, kind in pattern.compiled[1] if match.start(group) >= 0
            )
            letter = self._alphabet.letter([pattern.rule.produces])
            steps.append(Step(start, end, pattern.rule, captured, letter))
        return tuple(steps)
