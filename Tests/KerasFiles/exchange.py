"""Networks of Overfit in Keras and in ONNX Runtime, and networks of Keras in Overfit.

    exchange.py training|predictions [NETWORKS]

Each network is made of random layers with random settings. What both programs predict for the same
inputs differs by at most 1e-6 of the largest output or of 1, and by at most 1e-5 where sums are long
(images, and more than three layers with weights), since the two add in another order.
"""

import json
import logging
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import warnings

import h5py
import numpy
import onnx
import onnxruntime

warnings.filterwarnings("ignore")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
logging.getLogger("absl").setLevel(logging.ERROR)
import keras  # noqa: E402
from keras import constraints, layers, regularizers  # noqa: E402

COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 200
ROWS = 16
ACTIVATIONS = [
    "sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "swish", "softplus", "softmax",
    "linear",
]
INITIALIZERS = [
    "glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform", "lecun_normal",
    "orthogonal", "uniform", "normal",
]
random.seed(20)
numpy.random.seed(20)
failures = []
worst = {}


def fail(text):
    failures.append(text)
    print("keras:", text)


def overfit(lines, folder):
    """Runs lines as if they were typed, and gives what is said."""
    done = subprocess.run(
        [os.environ["OVERFIT"], "--seed", "3"], input="\n".join(lines) + "\n", text=True,
        capture_output=True, cwd=folder)
    if "^" in done.stdout:
        place = done.stdout.index("^")
        fail("overfit says: " + done.stdout[max(0, place - 300):place + 300])
    return done.stdout


def compare(what, ours, theirs, bound):
    ours, theirs = numpy.asarray(ours, "float64"), numpy.asarray(theirs, "float64")
    theirs = theirs.reshape(ours.shape)
    scale = max(1.0, float(numpy.abs(theirs).max()))
    difference = float(numpy.abs(ours - theirs).max()) / scale
    kind = what.split(":")[0]
    worst[kind] = max(worst.get(kind, 0), difference / bound)
    if not difference <= bound:
        fail(f"{what}: outputs differ by {difference:.2g} of the largest, {bound:g} is allowed")


def random_lines(image):
    """Layers as they are typed, and whether their sums are long."""
    lines, weights = [], 0
    side = 8

    def options(kernel=True):
        text = ""
        if random.random() < 0.2:
            text += f" l2={random.choice([0.01, 0.001])}"
        if random.random() < 0.2:
            text += f" l1={random.choice([0.01, 0.0001])}"
        if random.random() < 0.2:
            text += f" max_norm={random.choice([1, 3])}"
        if random.random() < 0.3:
            text += " bias=no"
        if random.random() < 0.3:
            text += f" initializer={random.choice(INITIALIZERS)}"
        return text

    def between():
        choice = random.random()
        if choice < 0.15:
            lines.append(f"add dropout {random.choice([0.1, 0.5])}")
        elif choice < 0.3:
            lines.append("add gaussian_noise 0.1")
        elif choice < 0.45:
            extra = random.choice(["", " scale=no", " center=no", " momentum=0.9 epsilon=0.01"])
            lines.append("add batchnorm" + extra)
        elif choice < 0.6:
            lines.append("add activation " + random.choice(ACTIVATIONS[:-1]))
        elif choice < 0.7:
            lines.append("add activation leaky_relu slope=0.3")

    if image:
        for _ in range(random.randint(1, 2)):
            size = random.choice(["2x2", "3x3", "3x1"])
            padding = random.choice(["", " padding=same"])
            stride = random.choice(["", " stride=2", " stride=2x1"])
            lines.append(
                f"add conv {random.randint(1, 4)} {size} {random.choice(ACTIVATIONS)}"
                f"{padding or ' padding=same'}{stride}" + options())
            weights += 1
            between()
            if random.random() < 0.6 and side > 2:
                pool = random.choice(["maxpool", "avgpool"])
                lines.append(f"add {pool} 2x2" + random.choice(["", " padding=same", " stride=1"]))
                if "padding" not in lines[-1]:
                    lines[-1] += " padding=same"
        if random.random() < 0.7:
            lines.append("add flatten")
    for _ in range(random.randint(0, 3)):
        lines.append(f"add dense {random.randint(1, 12)} {random.choice(ACTIVATIONS)}" + options())
        weights += 1
        between()
    outputs = random.randint(2, 4)
    lines.append(f"add dense {outputs} {random.choice(ACTIVATIONS)}")
    return lines, outputs, image or weights > 2


def ours_to_theirs(folder):
    script, cases = [], []
    for index in range(COUNT):
        image = index % 3 == 0
        lines, outputs, is_long = random_lines(image)
        shape = (ROWS, 8, 8, random.choice([1, 3])) if image else (ROWS, random.randint(2, 9))
        x = numpy.random.normal(size=shape).astype("float32")
        y = numpy.random.normal(size=(ROWS, outputs)).astype("float32")
        numpy.savez(folder / f"d{index}.npz", x=x, y=y)
        freeze = ["freeze 1"] if random.random() < 0.2 else []
        script += [
            f"data npz d{index}.npz kind=values", f"network n{index}", *lines,
            "train epochs=2 batch=8 rate=0.01 optimizer="
            + random.choice(["sgd", "adam", "momentum", "rmsprop", "adamw", "nadam"]),
            *freeze, "predict train", f"save predictions p{index}.csv",
            f"save network n{index}.keras",
            f"save network n{index}.h5", f"save network n{index}.json",
            f"save weights n{index}.weights.h5", f"save network n{index}.onnx",
            # What comes back predicts the same.
            f"load network n{index}.keras b{index}", "predict train",
            f"save predictions q{index}.csv",
        ]
        cases.append((x, lines, is_long))
    overfit(script, folder)
    for index, (x, lines, is_long) in enumerate(cases):
        bound = 1e-5 if is_long else 1e-6
        name = f"{index} {' | '.join(line[4:] for line in lines)}"
        try:
            ours = predictions(folder / f"p{index}.csv")
            compare(f"back: {name}", predictions(folder / f"q{index}.csv"), ours, 1e-12)
            model = keras.models.load_model(folder / f"n{index}.keras", compile=False)
            compare(f".keras: {name}", ours, model(x, training=False), bound)
            if index % 4 == 0:
                keras.models.load_model(folder / f"n{index}.keras")
            older = keras.models.load_model(folder / f"n{index}.h5", compile=False)
            compare(f".h5: {name}", ours, older(x, training=False), bound)
            bare = keras.models.model_from_json((folder / f"n{index}.json").read_text())
            bare.load_weights(folder / f"n{index}.weights.h5")
            compare(f".weights.h5: {name}", ours, bare(x, training=False), bound)
            exported = onnx.load(folder / f"n{index}.onnx")
            onnx.checker.check_model(exported, full_check=True)
            session = onnxruntime.InferenceSession(folder / f"n{index}.onnx")
            compare(f".onnx: {name}", ours, session.run(None, {"input": x})[0], 1e-5)
        except Exception as error:  # a network that fails is told, and the next one is tried
            fail(f"{name}: {type(error).__name__}: {str(error)[:300]}")


def predictions(path):
    table = numpy.genfromtxt(path, delimiter=",", names=True)
    names = [name for name in table.dtype.names if name.startswith("predicted")]
    return numpy.stack([numpy.atleast_1d(table[name]) for name in names], axis=1)


def random_model(image, outputs, functional):
    inputs = keras.Input((8, 8, random.choice([1, 3])) if image else (random.randint(2, 9),))
    stack, weights = [], 0
    kernel = lambda: {  # noqa: E731
        "kernel_initializer": random.choice(INITIALIZERS[:7] + ["zeros"]),
        "kernel_regularizer": random.choice(
            [None, regularizers.L1(0.01), regularizers.L2(0.1), regularizers.L1L2(0.1, 0.2)]),
        "use_bias": random.random() < 0.7,
        "activation": random.choice(ACTIVATIONS),
    }

    def between():
        stack.append(random.choice([
            lambda: layers.Dropout(0.3), lambda: layers.GaussianNoise(0.2),
            lambda: layers.BatchNormalization(scale=random.random() < 0.7),
            lambda: layers.Activation(random.choice(ACTIVATIONS)), lambda: layers.ReLU(),
            lambda: layers.LeakyReLU(negative_slope=0.1), lambda: layers.ELU(),
            lambda: layers.Softmax(),
        ])())

    if image:
        for _ in range(random.randint(1, 2)):
            stack.append(layers.Conv2D(
                random.randint(1, 4), random.choice([2, 3, (3, 1)]), padding="same",
                strides=random.choice([1, 2, (2, 1)]),
                kernel_constraint=random.choice([None, constraints.MaxNorm(2, axis=[0, 1, 2])]),
                **kernel()))
            between()
            pool = random.choice([layers.MaxPooling2D, layers.AveragePooling2D])
            stack.append(pool(2, padding="same", strides=random.choice([None, 1])))
        stack.append(layers.Flatten())
    for _ in range(random.randint(0, 3)):
        stack.append(layers.Dense(
            random.randint(1, 12), kernel_constraint=random.choice([None, constraints.MaxNorm(2)]),
            **kernel()))
        weights += 1
        between()
    stack.append(layers.Dense(outputs, activation=random.choice(ACTIVATIONS), name="answers"))
    if functional:
        value = inputs
        for layer in stack:
            value = layer(value)
        model = keras.Model(inputs, value)
    else:
        model = keras.Sequential([inputs, *stack])
    if random.random() < 0.3:
        stack[0].trainable = False
    for layer in model.layers:
        layer.set_weights([
            numpy.abs(w) + 0.5 if "variance" in v.path
            else w + 0.1 * numpy.random.normal(size=w.shape)
            for v, w in zip(layer.weights, layer.get_weights())])
    return model, image or weights > 2


def theirs_to_ours(folder):
    script, cases = [], []
    for index in range(COUNT):
        image, outputs = index % 3 == 0, random.randint(2, 4)
        model, is_long = random_model(image, outputs, functional=index % 5 == 0)
        x = numpy.random.normal(size=(ROWS, *model.input_shape[1:])).astype("float32")
        numpy.savez(folder / f"e{index}.npz", x=x, y=numpy.zeros((ROWS, outputs), "float32"))
        if index % 2 == 0:
            model.compile(optimizer=random.choice(["sgd", "adam", "rmsprop"]), loss="mse")
        ending = ["keras", "h5"][index % 3 == 1]
        model.save(folder / f"m{index}.{ending}")
        script += [
            f"data npz e{index}.npz kind=values", f"inspect m{index}.{ending}",
            f"load network m{index}.{ending} k{index}", "predict train",
            f"save predictions r{index}.csv",
        ]
        cases.append((model, x, is_long, ending))
    overfit(script, folder)
    for index, (model, x, is_long, ending) in enumerate(cases):
        name = f"theirs {ending}: {index} {[type(layer).__name__ for layer in model.layers]}"
        try:
            ours = predictions(folder / f"r{index}.csv")
        except Exception as error:
            fail(f"{name}: {error}")
            continue
        compare(name, ours, model(x, training=False), 1e-5 if is_long else 1e-6)


def further_training(folder):
    """Ten steps on all examples at once, from the same weights."""
    x = numpy.random.normal(size=(20, 3)).astype("float32")
    y = numpy.random.normal(size=(20, 2)).astype("float32")
    numpy.savez(folder / "t.npz", x=x, y=y)
    optimizers = {
        "sgd": (lambda: keras.optimizers.SGD(0.05), "optimizer=sgd rate=0.05"),
        "momentum": (
            lambda: keras.optimizers.SGD(0.05, momentum=0.9),
            "optimizer=sgd rate=0.05 momentum=0.9"),
        "nesterov": (
            lambda: keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True),
            "optimizer=sgd rate=0.05 momentum=0.9 nesterov=yes"),
        "adam": (lambda: keras.optimizers.Adam(0.01), "optimizer=adam rate=0.01"),
        "rmsprop": (lambda: keras.optimizers.RMSprop(0.01), "optimizer=rmsprop rate=0.01"),
        "centered": (
            lambda: keras.optimizers.RMSprop(0.01, momentum=0.5, centered=True),
            "optimizer=rmsprop rate=0.01 momentum=0.5 centered=yes"),
        "amsgrad": (
            lambda: keras.optimizers.Adam(0.01, amsgrad=True),
            "optimizer=adam rate=0.01 amsgrad=yes"),
        "adamw": (lambda: keras.optimizers.AdamW(0.01), "optimizer=adamw rate=0.01"),
        "nadam": (lambda: keras.optimizers.Nadam(0.01), "optimizer=nadam rate=0.01"),
        "adagrad": (lambda: keras.optimizers.Adagrad(0.05), "optimizer=adagrad rate=0.05"),
        "adadelta": (lambda: keras.optimizers.Adadelta(1.0), "optimizer=adadelta rate=1"),
    }
    for name, (make, typed) in optimizers.items():
        overfit([
            "data npz t.npz kind=values", "network", "add dense 6 tanh l2=0.01",
            "add dense 4 sigmoid", "add dense 2", f"save network a-{name}.keras",
            f"train epochs=10 batch=all {typed}", f"save network b-{name}.keras",
            f"train epochs=10 batch=all {typed}", f"save network c-{name}.keras",
        ], folder)
        model = keras.models.load_model(folder / f"a-{name}.keras")
        after = keras.models.load_model(folder / f"b-{name}.keras", compile=False)
        model.compile(optimizer=make(), loss="mse")
        model.fit(x, y, batch_size=20, epochs=10, shuffle=False, verbose=0)
        for index, (one, two) in enumerate(zip(after.get_weights(), model.get_weights())):
            compare(f"trained further {name}: weights {index}", one, two, 1e-5)
        go_on(folder, name, typed, x, y)


def go_on(folder, name, typed, x, y):
    """Ten more steps with what the optimizer remembers, there and, of their file, here."""
    model = keras.models.load_model(folder / f"b-{name}.keras")
    if model.optimizer.iterations != 10:
        fail(f"{name}: Keras counts {int(model.optimizer.iterations)} steps instead of 10")
    model.fit(x, y, batch_size=20, epochs=10, shuffle=False, verbose=0)
    ours = keras.models.load_model(folder / f"c-{name}.keras", compile=False).get_weights()
    for index, (one, two) in enumerate(zip(ours, model.get_weights())):
        compare(f"gone on there {name}: weights {index}", one, two, 1e-5)
    model.save(folder / f"d-{name}.keras")
    said = overfit([
        "data npz t.npz kind=values", f"load network d-{name}.keras",
        f"train epochs=10 batch=all {typed}", f"save network e-{name}.keras",
    ], folder)
    if "optimizer remembers" in said:
        fail(f"{name}: what the optimizer remembers is left behind")
    model.fit(x, y, batch_size=20, epochs=10, shuffle=False, verbose=0)
    ours = keras.models.load_model(folder / f"e-{name}.keras", compile=False).get_weights()
    for index, (one, two) in enumerate(zip(ours, model.get_weights())):
        compare(f"gone on here {name}: weights {index}", one, two, 1e-5)


def by_hand(folder):
    """A file as Keras 2 has written it, of a network whose outputs are known."""
    def dense(name, units, activation, **more):
        scaling = {"class_name": "VarianceScaling", "config": {
            "scale": 1.0, "mode": "fan_avg", "distribution": "uniform", "seed": None}}
        return {"class_name": "Dense", "config": {
            "name": name, "trainable": True, "units": units, "activation": activation,
            "use_bias": True, "kernel_initializer": scaling,
            "bias_initializer": {"class_name": "Zeros", "config": {}},
            "kernel_regularizer": None, "bias_regularizer": None, "activity_regularizer": None,
            "kernel_constraint": None, "bias_constraint": None, **more}}

    model = {"class_name": "Sequential", "config": [
        dense("dense_1", 3, "relu", batch_input_shape=[None, 2], dtype="float32"),
        dense("dense_2", 1, "sigmoid")]}
    training = {"optimizer_config": {"class_name": "RMSprop", "config": {
        "lr": 0.002, "rho": 0.9, "decay": 0.0, "epsilon": 1e-7}},
        "loss": "binary_crossentropy", "metrics": ["acc"], "sample_weight_mode": None}
    w = [numpy.random.normal(size=s).astype("float32") for s in [(2, 3), (3,), (3, 1), (1,)]]
    with h5py.File(folder / "best_model.h5", "w") as file:
        file.attrs["keras_version"] = numpy.bytes_("2.1.6")
        file.attrs["backend"] = numpy.bytes_("tensorflow")
        file.attrs["model_config"] = numpy.bytes_(json.dumps(model))
        file.attrs["training_config"] = numpy.bytes_(json.dumps(training))
        group = file.create_group("model_weights")
        group.attrs["layer_names"] = [b"dense_1", b"dense_2"]
        for name, (kernel, bias) in {"dense_1": w[:2], "dense_2": w[2:]}.items():
            part = group.create_group(name)
            part.attrs["weight_names"] = [f"{name}/kernel:0".encode(), f"{name}/bias:0".encode()]
            part[f"{name}/kernel:0"], part[f"{name}/bias:0"] = kernel, bias
        rest = file.create_group("optimizer_weights")
        rest.attrs["weight_names"] = [b"training/RMSprop/Variable:0"]
        rest["training/RMSprop/Variable:0"] = numpy.zeros((2, 3), "float32")
    x = numpy.random.normal(size=(ROWS, 2)).astype("float32")
    numpy.savez(folder / "old.npz", x=x, y=numpy.zeros((ROWS, 1), "float32"))
    said = overfit([
        "data npz old.npz kind=values", "load network best_model.h5", "predict train",
        "save predictions old.csv"], folder)
    if "optimizer" not in said:
        fail("nothing is said of what the optimizer remembers")
    hidden = numpy.maximum(x @ w[0] + w[1], 0)
    expected = 1 / (1 + numpy.exp(-(hidden @ w[2] + w[3])))
    compare("made by hand: best_model.h5", predictions(folder / "old.csv"), expected, 1e-6)


with tempfile.TemporaryDirectory() as name:
    place = pathlib.Path(name)
    parts = {
        "training": [by_hand, further_training], "predictions": [ours_to_theirs, theirs_to_ours],
    }
    for part in parts[sys.argv[1]]:
        part(place)
for kind, share in sorted(worst.items()):
    print(f"keras: {kind:28} at most {share:.2f} of what is allowed")
print(f"keras: {sys.argv[1]}: " + (f"{len(failures)} failures" if failures else "all is well"))
sys.exit(1 if failures else 0)
