"""Reads StratML documents back, by docs/stratml.md; checks that they keep to the standard's structure."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from lxml import etree

from format_facts import Node, Row, Tables, goals_of, own_text, row
from format_tables import LINE_BREAK, WHOLE_NUMBERS, Unreadable

NAMESPACE = "{urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport}"
SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "stratml-part2.rng"


def text(element: Any, path: str) -> str | None:
    """The text of an element below; None where there is none or it is empty."""
    found = element.find("/".join(NAMESPACE + name for name in path.split("/")))
    return None if found is None else found.text or None


def notes(element: Any) -> tuple[Row, str | None]:
    """The facts of an OtherInformation, and what follows them."""
    first, _, rest = (text(element, "OtherInformation") or "").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in first.split("\n") if line)
    return {name: int(fact) if name in WHOLE_NUMBERS else fact for name, fact in facts.items()}, rest or None


def measures(element: Any, goal_id: str, tables: Tables) -> None:
    for item in element.iterfind(NAMESPACE + "PerformanceIndicator"):
        facts, _ = notes(item)
        name = text(item, "MeasurementDimension")
        where = {"goal_id": goal_id, "page": facts["page"], "line": facts["line"]}
        match item.get("ValueChainStage"):
            case "Outcome":
                ordinal = int(text(item, "SequenceIndicator") or 0)
                tables["results"].append(row(ordinal=ordinal, text=name, marker=facts.get("marker"), **where))
            case "Input_Processing":
                result = "MeasurementInstance/TargetResult/"
                dates = {
                    column: text(item, result + date) or facts.get(column)
                    for column, date in [("start", "StartDate"), ("end", "EndDate")]}
                tables["activities"].append(row(text=name, **dates, **where))
            case None:
                tables["indicators"].append(row(
                    name=name, unit=text(item, "UnitOfMeasurement"), period=facts.get("period"),
                    council_target_year=facts.get("council_target_year"), **targets(item), **where))
            case other:
                raise Unreadable(f"an indicator is of the stage {other}")


def targets(item: Any) -> Row:
    values: Row = {f"{name}_{fact}": None for name in ("target", "council_target")
                   for fact in ("raw", "value", "comparator")}
    for result in item.iterfind(f"{NAMESPACE}MeasurementInstance/{NAMESPACE}TargetResult"):
        name = text(result, "Descriptor/DescriptorName")
        number = text(result, "NumberOfUnits")
        values |= {
            f"{name}_raw": text(result, "Description"), f"{name}_value": float(number) if number else None,
            f"{name}_comparator": text(result, "Descriptor/DescriptorValue")}
    return values


def read_document(path: Path) -> Tables:
    root = etree.parse(str(path)).getroot()
    tables: Tables = {name: [] for name in ("plans", "goals", "results", "indicators", "activities", "texts")}
    facts, chapters = notes(root)
    organization = f"StrategicPlanCore/{NAMESPACE}Organization".replace("Strategic", NAMESPACE + "Strategic")
    stakeholders = [text(item, "Name") for item in root.iterfind(f"{organization}/{NAMESPACE}Stakeholder")]
    names = ("file", "sha256", "page_count", "year", "date", "diary_number")
    tables["plans"].append(row(
        name=text(root, "Name"), document_type=text(root, "Description"),
        unit=text(root, "StrategicPlanCore/Organization/Name"), above=stakeholders,
        **{name: facts.get(name) for name in names}))
    tables["texts"].append(row(goal_id=None, description=None, others=chapters))
    for element in root.iter(NAMESPACE + "Goal", NAMESPACE + "Objective"):
        if text(element, "OtherInformation") is None:
            # The indicators of the goal at the top, which is the element around.
            measures(element, notes(element.getparent())[0]["goal_id"], tables)
            continue
        facts, others = notes(element)
        tables["goals"].append(row(
            title=text(element, "Name"), number=text(element, "SequenceIndicator"), scope=facts.get("scope"),
            **{name: facts.get(name) for name in ("goal_id", "level", "label", "page", "line")}))
        tables["texts"].append(
            row(goal_id=facts["goal_id"], description=text(element, "Description"), others=others))
        measures(element, facts["goal_id"], tables)
    return tables


def structure_errors(folder: Path) -> list[str]:
    """What breaks the structure of the standard, or gives two elements one identity."""
    schema = etree.RelaxNG(etree.parse(str(SCHEMA)))
    errors = []
    for path in sorted((folder / "stratml").rglob("*.xml")):
        document = etree.parse(str(path))
        if not schema.validate(document):
            errors.append(f"{path.relative_to(folder)}: {schema.error_log.last_error}")
        identities = [element.text for element in document.iter(NAMESPACE + "Identifier")]
        if len(set(identities)) != len(identities):
            errors.append(f"{path.relative_to(folder)}: two elements have one identifier")
    return errors


def read_stratml(folder: Path) -> dict[str, Tables]:
    root = folder / "stratml"
    return {
        str(path.relative_to(root))[: -len(".xml")]: read_document(path) for path in sorted(root.rglob("*.xml"))
    }


def paragraphs(sections: list[Node]) -> list[str]:
    result = []
    for section in sections:
        result += ["\n".join(filter(None, [section["heading"], own_text(section)]))]
        result += paragraphs(section["sections"])
    return [paragraph for paragraph in result if paragraph]


def expected_tables(plan: Node, tables: Tables) -> Tables | None:
    """What a plan's document must have, from the plan's JSON and its rows; None for no document."""
    if not plan["goals"]:
        return None
    facts = tables["plans"][0]
    own = only(facts, [
        "file", "sha256", "page_count", "year", "date", "diary_number", "document_type", "unit"])
    above = [name for name in (facts["committee"], facts["municipality"]) if name]
    chapters = "\n\n".join(paragraphs(plan["introduction"] + plan["closing"])) or None
    texts = [row(goal_id=None, description=None, others=chapters)]
    for goal in goals_of(plan["goals"]):
        kinds = {"description", "text"}
        described = [section | {"heading": None} for section in goal["sections"] if section["kind"] in kinds]
        others = [item for item in goal["sections"] if item["kind"] not in kinds | {"expectedResults"}]
        texts.append(row(
            goal_id=goal["id"], description="\n\n".join(paragraphs(described)),
            others="\n\n".join(paragraphs(others))))
    rows = {name: [only(item, own) for item in tables[name]] for name, own in OWN.items()}
    for item, whole in zip(rows["indicators"], tables["indicators"]):
        item["unit"] = whole["target_unit"] or whole["council_target_unit"]
    rows |= {"plans": [row(name=facts["title"] or facts["file"], above=above, **own)], "texts": texts}
    return {
        table: [{name: in_xml(value) for name, value in item.items()} for item in items]
        for table, items in rows.items()}


def in_xml(value: Any) -> Any:
    """A value with U+FFFD for each character that XML has not."""
    return re.sub("[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]", "\ufffd", value) if isinstance(value, str) else value


PLACE = ["goal_id", "page", "line"]
OWN = {
    "goals": [*PLACE, "level", "scope", "number", "title", "label"],
    "results": [*PLACE, "ordinal", "marker", "text"],
    "indicators": [
        *PLACE, "name", "period", "council_target_year",
        *(f"{name}_{fact}" for name in ("target", "council_target") for fact in ("raw", "value", "comparator"))],
    "activities": [*PLACE, "text", "start", "end"],
}
"""What a document has of the rows; the goals above are told by where an element stands."""


FACTS = {"file", "diary_number", "label", "marker", "period"}
"""Texts that are facts of an OtherInformation, a line each."""


def only(item: Row, names: list[str]) -> Row:
    """Some values of a row, as a document has them."""
    return {
        name: LINE_BREAK.sub(" ", item[name]) if name in FACTS and item[name] else item[name] for name in names}
