"""Writes tables.json beside this file: what pandas and scikit-learn make of small tables.

Each text is read by pandas with the options that are said here; the values are those that a data set
must hold, row after row, with null where a value is missing. Made with pandas 3.1.1 and scikit-learn 1.9.1.
"""

import io
import json
import pathlib

import numpy
import pandas
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, StandardScaler

TEXTS = [
    ("commas", "a,b,y\n1,2.5,0.5\n-3,4e-1,1.5\n.5,6.,2.25\n", {}),
    ("digits", "date,t,y\n20240101,3,0.5\n20240102,4,1.5\n20240110,7,2.5\n", {}),
    ("coordinates", "x,y,z\n4500012.10,5400003.25,0.1\n4500012.35,5400003.40,0.7\n", {}),
    ("seventeen digits", "a,y\n0.30000000000000004,1.5\n123456789.12345679,2.5\n", {}),
    ("semicolons", "a;b;y\n1;2;0.5\n3;4;1.5\n", {"sep": ";"}),
    ("tabs", "a\tb\ty\n1\t2.25\t0.5\n3\t4\t1.5\n", {"sep": "\t"}),
    ("pipes", "a|b|y\n1|2|0.5\n3|4|1.5\n", {"sep": "|"}),
    ("blanks", "  0.00632  18.00 24.00\n  0.02731   0.00   21.60\n", {"sep": r"\s+", "header": None}),
    ("decimal commas", "a;b;y\n1,5;2;0,5\n3,25;4;1,5\n", {"sep": ";", "decimal": ","}),
    ("points in groups", "a;b;y\n1.234,5;2;0,5\n12.345.678,25;4;1,5\n",
     {"sep": ";", "decimal": ",", "thousands": "."}),
    ("commas in groups", 'a,b,y\n"1,234.5",2,0.5\n"12,345,678.25",4,1.5\n', {"thousands": ","}),
    ("no header", "1,2,0.5\n3,4,1.5\n2,9,3.5\n", {"header": None}),
    ("a byte-order mark", "\ufeffa,b,y\n1,2,0.5\n3,4,1.5\n", {"encoding_errors": "strict"}),
    ("quotes", '"a, b","say ""c""",y\n"1.5",2,0.5\n2,"3",1.5\n', {}),
    ("commas in a head of semicolons", "Area (m2, net);Rooms;Price (EUR, total)\n55;2;180000.5\n"
     "80;3;260000.5\n", {"sep": ";"}),
    ("gaps", "a,b,y\n1,,0.5\nNA,4,1.5\n5,6,2.5\n", {}),
    ("years over numbers", "k,2023,2024,2025\n1,10,20,30.5\n2,5,6,7.5\n3,11,19,31.5\n", {}),
]


def table(name, text, options):
    data = text.encode("utf-8")
    if text.startswith("\ufeff"):
        options = {"encoding": "utf-8-sig"}
    frame = pandas.read_csv(
        io.BytesIO(data), skipinitialspace=True, **options)
    values = frame.to_numpy(dtype=float)
    rows = [[None if numpy.isnan(value) else value for value in row] for row in values.tolist()]
    return {"name": name, "text": text, "rows": rows}


MIXED = """age,work,hours,size,income
39,state,40,S,low
50,private,13,M,low
,private,40,L,high
53,,60,S,high
28,private,,M,low
37,self,45,L,high
61,state,38,,high
"""


def prepared(strategy, training):
    """Filled in, then scaled, both fitted to the training rows alone."""
    frame = pandas.read_csv(io.StringIO(MIXED))
    numbers = frame[["age", "hours"]].to_numpy(dtype=float)
    texts = frame[["work"]].astype(object).where(frame[["work"]].notna(), numpy.nan).to_numpy()
    learned = SimpleImputer(strategy=strategy).fit(numbers[training])
    words = SimpleImputer(strategy="most_frequent").fit(texts[training])
    categories = [sorted(frame["work"].dropna().unique())]
    hot = OneHotEncoder(categories=categories, sparse_output=False).fit_transform(
        words.transform(texts))
    filled = numpy.hstack([learned.transform(numbers)[:, :1], hot, learned.transform(numbers)[:, 1:]])
    standard = StandardScaler().fit(filled[training])
    least = MinMaxScaler().fit(filled[training])
    return {
        "strategy": {"most_frequent": "mode"}.get(strategy, strategy),
        "training": training,
        "filled": filled.tolist(),
        "standard": standard.transform(filled).tolist(),
        "minmax": least.transform(filled).tolist(),
    }


def offset():
    """A column far from zero, standardized in double precision."""
    x = numpy.array([[1e8 + k, k % 3] for k in range(8)])
    return StandardScaler().fit(x[:6]).transform(x).tolist()


content = {
    "tables": [table(*entry) for entry in TEXTS],
    "mixed": MIXED,
    "prepared": [
        prepared(strategy, training)
        for strategy in ["mean", "median", "most_frequent"]
        for training in [list(range(7)), [0, 1, 3, 4, 5]]
    ],
    "offset": offset(),
}
pathlib.Path(__file__).with_name("tables.json").write_text(json.dumps(content, indent=1) + "\n")
