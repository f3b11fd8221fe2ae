"""A mapping of a YAML file that knows where it stands, so that every complaint names the place."""

from __future__ import annotations

from typing import Any

_REQUIRED: Any = object()


class SourceError(Exception):
    """A source that cannot be set; the message names the place in the file and what to change."""


class YamlNode:
    """Typed access to one mapping; keys nobody asked for are an error, since they are misspelt."""

    def __init__(self, value: Any, place: str):
        if not isinstance(value, dict):
            raise SourceError(f"{place or 'the file'}: expected a mapping, found {_described(value)}")
        self._value = value
        self._asked: set[str] = set()
        self.place = place

    def text(self, key: str, default: Any = _REQUIRED, choices: tuple[str, ...] = ()) -> Any:
        """The string under `key`, its line breaks turned into spaces."""
        value = self._get(key, default)
        if value is default:
            return value
        if not isinstance(value, str):
            raise self.error(key, f"expected text, found {_described(value)}; put it in quotes")
        if choices and value not in choices:
            raise self.error(key, f"expected one of {', '.join(choices)}, found {value!r}")
        return " ".join(value.splitlines()) if "\n" in value else value

    def flag(self, key: str, default: bool) -> bool:
        """The boolean under `key`."""
        return bool(self._typed(key, default, bool, "true or false"))

    def integer(self, key: str, default: Any = _REQUIRED) -> int:
        """The whole number under `key`."""
        return int(self._typed(key, default, int, "a whole number"))

    def values(self, key: str) -> list[tuple[Any, str]]:
        """The elements of the list under `key`, each with its place; an absent list is empty."""
        found = self._get(key, None)
        if found is None:
            return []
        if not isinstance(found, list):
            raise self.error(key, f"expected a list, found {_described(found)}")
        return [(value, f"{self._path(key)}[{index}]") for index, value in enumerate(found)]

    def texts(self, key: str) -> list[str]:
        """The list of strings under `key`."""
        return [checked_text(value, place) for value, place in self.values(key)]

    def integers(self, key: str) -> list[int]:
        """The list of whole numbers under `key`."""
        for value, place in self.values(key):
            if not isinstance(value, int):
                raise SourceError(f"{place}: expected a whole number, found {_described(value)}")
        return [value for value, _ in self.values(key)]

    def nodes(self, key: str) -> list[YamlNode]:
        """The list of mappings under `key`."""
        return [YamlNode(value, place) for value, place in self.values(key)]

    def node(self, key: str) -> YamlNode:
        """The mapping under `key`; an absent one is empty."""
        return YamlNode(self._get(key, None) or {}, self._path(key))

    def has(self, key: str) -> bool:
        """Whether `key` is written at all, be it with null."""
        return key in self._value

    def finish(self) -> None:
        """Complains about keys that were never asked for."""
        unknown = sorted(str(key) for key in self._value.keys() - self._asked)
        if unknown:
            known = ", ".join(sorted(self._asked))
            raise SourceError(f"{self.place or 'the file'}: unknown key {unknown[0]!r}; known here: {known}")

    def error(self, key: str, message: str) -> SourceError:
        """A complaint about the value under `key`."""
        return SourceError(f"{self._path(key)}: {message}")

    def _path(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def _get(self, key: str, default: Any) -> Any:
        self._asked.add(key)
        value = self._value.get(key)
        if value is None and default is _REQUIRED:
            raise self.error(key, "is missing")
        return default if value is None else value

    def _typed(self, key: str, default: Any, kind: type, wanted: str) -> Any:
        value = self._get(key, default)
        if type(value) is not kind:
            raise self.error(key, f"expected {wanted}, found {_described(value)}")
        return value


def checked_text(value: Any, place: str) -> str:
    """`value` if it is a string, its line breaks turned into spaces."""
    if not isinstance(value, str):
        raise SourceError(f"{place}: expected text, found {_described(value)}; put it in quotes")
    return " ".join(value.splitlines()) if "\n" in value else value


def _described(value: Any) -> str:
    kind = {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(value))
    return kind or f"{type(value).__name__} {value!r}"
