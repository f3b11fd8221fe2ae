"""What a plan's JSON says, as the rows that every other format must have: a row is a value by a name.

The names are those of the columns of the tables. Written from docs/json-format.md and the guides, not from
the program's sources, so that both would have to be wrong in the same way. An empty text and null are
the same here: a table has one empty cell for both.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Any

Node = dict[str, Any]
Row = dict[str, Any]
Tables = dict[str, list[Row]]


def row(**values: Any) -> Row:
    return {name: None if value == "" else value for name, value in values.items()}


def goals_of(goals: list[Node]) -> Iterator[Node]:
    """All goals, in document order."""
    for goal in goals:
        yield goal
        yield from goals_of(goal["goals"])


def sections_of(sections: list[Node]) -> Iterator[Node]:
    """All sections, in document order."""
    for section in sections:
        yield section
        yield from sections_of(section["sections"])


def block_lines(blocks: list[Node]) -> list[str]:
    """A line a block or a table's row."""
    lines = []
    for block in blocks:
        if block["type"] == "table":
            head = [block["columns"]] if block["columns"] else []
            lines += [" | ".join(cells) for cells in head + block["rows"]]
        elif block["type"] == "listItem":
            lines.append(" ".join(filter(None, [block["marker"], block["text"]])))
        else:
            lines.append(block["text"])
    return lines


def own_text(section: Node) -> str:
    return "\n".join(block_lines(section["blocks"]))


def results_of(goal: Node) -> Iterator[Row]:
    """A list item, a paragraph and a table's row are a result each."""
    blocks: list[tuple[Node, bool]] = []

    def visit(sections: list[Node], inside: bool) -> None:
        for section in sections:
            here = inside or section["kind"] == "expectedResults"
            if here:
                own = section["blocks"]
                blocks.extend((block, index == len(own) - 1) for index, block in enumerate(own))
            visit(section["sections"], here)

    visit(goal["sections"], False)
    ordinal, alone = 0, None
    for block, is_last in blocks:
        # A marker that stands alone belongs to the paragraph after it in the same section.
        if block["type"] == "listItem" and not block["text"]:
            alone = None if is_last else block
            continue
        texts = [" | ".join(cells) for cells in block["rows"]] if block["type"] == "table" else [block["text"]]
        first = alone if alone and block["type"] == "paragraph" else block
        for text in texts:
            ordinal += 1
            yield row(
                goal_id=goal["id"], ordinal=ordinal, marker=first.get("marker"), text=text,
                page=first["at"]["page"], line=first["at"]["line"])
        alone = None


def word_count(text: str) -> int:
    """Runs of letters, digits and combining marks, across soft hyphens."""
    kinds = {"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Mn", "Mc", "Me"}
    runs = groupby(text.replace("\u00ad", ""), lambda letter: unicodedata.category(letter) in kinds)
    return sum(is_word for is_word, _ in runs)


def target(prefix: str, cell: Node | None) -> Row:
    cell = cell or {}
    return {f"{prefix}_{name}": cell.get(name) or None if name != "value" else cell.get(name)
            for name in ("raw", "value", "unit", "comparator")}


def place(node: Node) -> Row:
    return {"page": node["at"]["page"], "line": node["at"]["line"]}


LEVELS = {"direction": "direction", "area": "area", "committee": "committee", "unit": "unit_goal"}
CHAIN = [f"{name}_{fact}" for name in LEVELS.values() for fact in ("number", "title")]


def chains_of(goals: list[Node], above: Row | None = None) -> Iterator[tuple[Node, Row]]:
    """All goals with what the rows under them repeat: the goals above, one a level, and the goal's own."""
    for goal in goals:
        name = LEVELS[goal["level"]]
        numbers = row(**{f"{name}_number": goal["number"], f"{name}_title": goal["title"]})
        chain = (above or dict.fromkeys(CHAIN)) | numbers
        yield goal, chain | {"goal_id": goal["id"], "level": goal["level"], "scope": goal.get("scope")}
        yield from chains_of(goal["goals"], chain)


NO_GOAL: Row = dict.fromkeys([*CHAIN, "goal_id", "level", "scope"])


def sections_with_paths(sections: list[Node], path: list[str]) -> Iterator[tuple[Node, str]]:
    for section in sections:
        own = path + [section["heading"]] if section["heading"] is not None else path
        yield section, " > ".join(own)
        yield from sections_with_paths(section["sections"], own)


def section_rows(part: str, chain: Row, sections: list[Node]) -> Iterator[Row]:
    for section, path in sections_with_paths(sections, []):
        text = own_text(section)
        yield chain | row(
            part=part, heading_path=path, kind=section["kind"], heading=section["heading"],
            depth=section.get("depth"), text=text, words=word_count(text), **place(section))


def plan_row(plan: Node, tables: Tables) -> Row:
    facts, source, account = plan["plan"], plan["source"], plan["accounting"]
    metadata, generator = source["metadata"], plan["generator"]
    levels = [goal["level"] for goal in goals_of(plan["goals"])]
    severities = [item["severity"] for item in plan["diagnostics"]]
    return row(
        sha256=source["sha256"], media_type=source["mediaType"], byte_count=source["byteCount"],
        page_count=source["pageCount"], source_title=metadata["title"], source_producer=metadata["producer"],
        source_creator=metadata["creator"], source_creation_date=metadata["creationDate"],
        schema_version=plan["schemaVersion"], generator_name=generator["name"],
        generator_version=generator["version"], document_type=facts["documentType"], title=facts["title"],
        committee=facts["committee"], municipality=facts["municipality"],
        diary_number=facts["diaryNumber"], date=facts["date"],
        direction_goals=levels.count("direction"), area_goals=levels.count("area"),
        committee_goals=levels.count("committee"), unit_goals=levels.count("unit"),
        sections=len(tables["sections"]), expected_results=len(tables["results"]),
        indicators=len(tables["indicators"]), activities=len(tables["activities"]),
        infos=severities.count("info"), warnings=severities.count("warning"),
        errors=severities.count("error"), source_words=account["sourceWords"],
        plan_words=account["planWords"], cover_words=account["coverWords"],
        contents_words=account["contentsWords"], furniture_words=account["furnitureWords"],
        unaccounted_words=account["unaccountedWords"])


def tables_of(plan: Node) -> Tables:
    """The rows of every table, with a value for each of its columns but plan_id."""
    chains = list(chains_of(plan["goals"]))
    tables: Tables = {
        "goals": [
            chain | row(
                number=goal["number"], title=goal["title"], label=goal["label"],
                goals_below=len(goal["goals"]), sections=len(list(sections_of(goal["sections"]))),
                expected_results=len(list(results_of(goal))), indicators=len(goal["indicators"]),
                activities=len(goal["activities"]), **place(goal))
            for goal, chain in chains],
        "sections": [
            *section_rows("introduction", NO_GOAL, plan["introduction"]),
            *(item for goal, chain in chains for item in section_rows("goal", chain, goal["sections"])),
            *section_rows("closing", NO_GOAL, plan["closing"])],
        "results": [chain | result for goal, chain in chains for result in results_of(goal)],
        "indicators": [
            chain | row(
                name=item["name"], **target("target", item["target"]),
                **target("council_target", item["councilTarget"]),
                council_target_year=item["councilTargetYear"], period=item["period"], **place(item))
            for goal, chain in chains for item in goal["indicators"]],
        "activities": [
            chain | row(text=item["text"], start=item["start"], end=item["end"], **place(item))
            for goal, chain in chains for item in goal["activities"]],
        "diagnostics": [
            row(code=item["code"], severity=item["severity"], page=item["page"], line=item["line"],
                message=item["message"])
            for item in plan["diagnostics"]],
    }
    tables["plans"] = [plan_row(plan, tables)]
    shared = row(file=plan["source"]["fileName"], year=plan["plan"]["year"], unit=plan["plan"]["unit"])
    return {name: [shared | one for one in rows] for name, rows in tables.items()}
