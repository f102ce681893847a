"""Records what pandas reads of predictions.csv, as predictions.json.

Run: python3 predictions.py (pandas). Numbers are the bits of their doubles in hexadecimal, read with
pandas.read_csv as it comes.
"""

import json
import struct

import pandas

table = pandas.read_csv("predictions.csv")


def bits(value):
    return None if value != value else struct.pack(">d", float(value)).hex()


texts, numbers = {}, {}
for name in table.columns:
    column = table[name]
    if pandas.api.types.is_numeric_dtype(column):
        numbers[name] = [bits(value) for value in column]
    else:
        texts[name] = [None if value != value else str(value) for value in column]
with open("predictions.json", "w") as file:
    json.dump({"pandas": pandas.__version__, "names": list(table.columns), "texts": texts,
               "bits": numbers}, file, indent=1)
    file.write("\n")
