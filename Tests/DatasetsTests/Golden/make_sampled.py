"""Reads the tables in sampled.json with pandas, by the options that Overfit says it took, and writes
the cells back into the file. Made with pandas 3.1.1.

RECORD=tables swift test --filter TableSampleTests writes the tables, and then: python3 make_sampled.py
"""

import base64
import io
import json
import pathlib

import pandas

SEPARATORS = {"commas": ",", "semicolons": ";", "tabs": "\t", "pipes": "|", "spaces": r"\s+"}

path = pathlib.Path(__file__).with_name("sampled.json")
tables = json.loads(path.read_text())
for table in tables:
    data = base64.b64decode(table["bytes"])
    how = table["format"]
    separator = SEPARATORS[how.split("separated by ")[1].split(",")[0]]
    decimal = "," if "decimal commas" in how else "."
    frame = pandas.read_csv(
        io.BytesIO(data), sep=separator, decimal=decimal, thousands="." if decimal == "," else ",",
        header=None if how.startswith("no header") else 0, encoding="utf-8-sig", index_col=False,
        skipinitialspace=True, skiprows=1 if data.lstrip(b"\xef\xbb\xbf").startswith(b"sep=") else 0)
    frame = frame.dropna(axis="columns", how="all")
    table["rows"] = [
        [cell if isinstance(cell, str) else float(cell) for cell in row]
        for row in frame.itertuples(index=False, name=None)]
path.write_text(json.dumps(tables, ensure_ascii=False, sort_keys=True) + "\n")
