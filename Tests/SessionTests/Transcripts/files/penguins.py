"""Makes penguins.csv and new-penguins.csv: tables like that of the Palmer penguins, made up.

Three kinds of unequal size with their own means, two columns of texts, and gaps here and there. The
new rows have other columns in another order, gaps, and no species.
Run: python3 penguins.py (Python 3, nothing else; same seed, same files).
"""

import random

KINDS = {
    # name: rows, islands, then mean and deviation of bill length, bill depth, flipper and mass
    "Adelie": (92, ["Biscoe", "Dream", "Torgersen"], (38.8, 2.6), (18.3, 1.2), (190, 6), (3700, 450)),
    "Gentoo": (74, ["Biscoe"], (47.5, 3.0), (15.0, 1.0), (217, 6), (5080, 500)),
    "Chinstrap": (34, ["Dream"], (48.8, 3.3), (18.4, 1.1), (196, 7), (3730, 380)),
}


def penguin(kind, draw):
    _, islands, *measures = KINDS[kind]
    row = {"species": kind, "island": draw.choice(islands), "sex": draw.choice(["male", "female"])}
    sign = 0.4 if row["sex"] == "male" else -0.4
    length, depth, flipper, mass = (draw.gauss(m + sign * d, d * 0.9) for m, d in measures)
    row |= {"bill_length_mm": f"{length:.1f}", "bill_depth_mm": f"{depth:.1f}",
            "flipper_length_mm": f"{flipper:.0f}", "body_mass_g": f"{mass:.0f}"}
    for name in ("sex", "bill_length_mm", "body_mass_g"):
        if draw.random() < 0.03:
            row[name] = "NA"
    return row


def write(name, columns, rows):
    with open(name, "w", newline="\n") as file:
        file.write(",".join(columns) + "\n")
        for row in rows:
            file.write(",".join(row[column] for column in columns) + "\n")


draw = random.Random(7)
rows = [penguin(kind, draw) for kind, (count, *_) in KINDS.items() for _ in range(count)]
draw.shuffle(rows)
write("penguins.csv", ["island", "bill_length_mm", "bill_depth_mm", "flipper_length_mm",
                       "body_mass_g", "sex", "species"], rows)
new = [penguin(kind, draw) for kind in ("Adelie", "Gentoo", "Chinstrap") for _ in range(8)]
draw.shuffle(new)
for number, row in enumerate(new):
    row["id"] = f"N{number + 1:02}"
new[2]["sex"] = new[4]["bill_length_mm"] = new[15]["sex"] = "NA"
write("new-penguins.csv", ["id", "sex", "body_mass_g", "flipper_length_mm", "bill_length_mm",
                           "bill_depth_mm", "island"], new)
write("labelled-penguins.csv", ["id", "species", "sex", "body_mass_g", "flipper_length_mm",
                                "bill_length_mm", "bill_depth_mm", "island"], new)
