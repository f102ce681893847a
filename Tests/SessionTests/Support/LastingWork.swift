import Datasets

/// What may last, for each verb and each function: lines that do, or why none does.
enum LastingWork {
  /// The lines before the one that lasts, and that one; or why nothing lasts.
  case line(String, after: [String])
  case never(String)

  static func line(_ line: String) -> LastingWork { .line(line, after: points) }

  /// Before a line that is stopped in the middle.
  static let stopped = "^C "

  /// A million numbers, and some thousand examples with a network that takes its time.
  static let numbers = ["let x = transpose(1..1000) @ (1..1000) / 1000000"]
  static let points = [
    "data moons points=20000", "split train=60% validation=40%", "network", "add dense 64 relu",
    "add dense 64 relu", "add dense 1 sigmoid",
  ]
  static let curve = [
    "data line points=20000", "split train=60% validation=40%", "network", "add dense 64 relu",
    "add dense 64 relu", "add dense 1",
  ]
  private static let trained = points + ["train epochs=1 batch=1000"]
  private static let drawn = ["network input=2000", "add dense 2000 relu"]

  static let verbs: [String: LastingWork] = [
    "add": .line("add dense 1000", after: drawn),
    "backward": .line("backward", after: points + ["forward batch=all"]),
    "best": .never("it shows what was found, and trains as train does"),
    "cells": .never("it lists lines"),
    "check": .line("check norm(x) > 0", after: numbers),
    "compare": .line("compare l2=0,0.1", after: trained),
    "copy": .never("a copy is made when one of the two is changed"),
    "data": .line("data digits images=1000", after: []),
    "delete": .line("delete 2", after: points + ["train epochs=2 batch=100"]),
    "diagnose": .line("diagnose", after: trained),
    "distance": .line("distance euclidean x x", after: numbers),
    "edit": .line("edit 2 split train=50% validation=50%", after: trained),
    "ensemble": .line(
      "ensemble first second",
      after: points.map { $0 == "network" ? "network first" : $0 }
        + ["train epochs=1 batch=1000", "copy second"]),
    "evaluate": .line("evaluate"),
    "explain": .never("it shows a text"),
    "features": .line("features x1^2, x1*x2", after: many),
    "fetch": .never("its transfer asks, as FileFetcherTests shows"),
    "film": .never("it is refused where nobody looks; FilmTests gives one up"),
    "folds": .line("folds 5", after: many),
    "for": .line("for n in 1..3\n  let y = norm(x * n)\nend", after: numbers),
    "forward": .line("forward batch=all"),
    "freeze": .never("it sets a mark"),
    "help": .never("it shows a text"),
    "inspect": .never("it reads one file, and computes nothing"),
    "initialize": .line("initialize", after: drawn),
    "insert": .line("insert 1 dense 1000", after: drawn),
    "learn": .never("it begins a walk, each cell of which is a verb of these"),
    "lessons": .never("it lists files"),
    "let": .line("let y = x @ x", after: numbers),
    "load": .line("load network \(LastingFiles.network)", after: []),
    "network": .never("it begins an empty one"),
    "note": .never("it is a text"),
    "plan": .never("it reckons from a few settings"),
    "plot": .line("plot boundary", after: trained),
    "predict": .line("predict train list=3"),
    "print": .line("print norm(x)", after: numbers),
    "quit": .never("it leaves"),
    "redo": .never("it takes cells that were run"),
    "remove": .line("remove 1", after: drawn + ["add dense 1000", "add dense 1000"]),
    "replace": .line("replace 1 dense 1000", after: drawn),
    "resume": .never("it trains as train does, which a checkpoint begins"),
    "run": .never("it runs a file's cells, each of which is a verb of these"),
    "runs": .line("runs", after: points + [stopped + "train epochs=9 batch=1000"]),
    "save": .line(
      "save network \(LastingFiles.saved) overwrite=yes", after: drawn + ["add dense 2000 relu"]),
    "scale": .line("scale standard", after: many),
    "search": .line("search grid l2=0,0.1", after: trained),
    "seed": .never("it keeps a number"),
    "set": .never("it keeps a word"),
    "show": .line("show metrics"),
    "split": .line("split train=50% validation=50% stratified=yes", after: many),
    "step": .line("step", after: points + ["forward batch=all", "backward"]),
    "stop": .never("it stands in a rule"),
    "take": .line("take 50000", after: many),
    "train": .line("train epochs=9 batch=1000"),
    "turn": .never("it is refused where nobody looks; TurnTests passes over a training"),
    "undo": .never("it takes cells that were run"),
    "unfreeze": .never("it sets a mark"),
    "use": .never("it takes another network in hand"),
    "when": .never("it keeps a rule"),
    "why": .never("it shows a text"),
  ]

  /// What lasts in other ways than the lines above, by names of their own.
  static let further: [String: LastingWork] = [
    "data of a table in NumPy's files": .line(
      "data npy \(LastingFiles.inputs) labels=\(LastingFiles.targets)", after: []),
    "data of an archive": .line("data npz \(LastingFiles.archive)", after: []),
    "data of a table": .line("data csv \(LastingFiles.table)", after: []),
    "what data is like": .line("show data", after: many),
    "points": .line("plot data", after: many),
    "a histogram": .line("plot histogram x1", after: many),
    "correlations": .line("plot correlation", after: many),
    "a ranking": .line("plot roc", after: many + line),
    "predictions": .line("predict train list=3", after: many + line),
    "a search that gives up early": .line("search grid l2=0,0.1 stop=halving", after: trained),
    "what is saved of predictions": .line(
      "save predictions \(LastingFiles.predictions) overwrite=yes",
      after: many + line + ["predict train list=3"]),
  ]
  .merging(
    Generator.all.filter { $0.name != "digits" }.map { generator in
      let count = generator.options[0].name
      return (generator.name, .line("data \(generator.name) \(count)=100000", after: []))
    }, uniquingKeysWith: { first, _ in first })

  /// A hundred thousand points, and a network that takes no time.
  private static let many = ["data moons points=100000"]
  private static let line = ["network", "add dense 1 sigmoid"]

  private static let copies = LastingWork.never("it copies numbers that are there")

  static let functions: [String: LastingWork] = [
    "weights": copies, "bias": copies, "gamma": copies, "beta": copies, "moving_mean": copies,
    "moving_variance": copies, "inputs": copies, "targets": copies, "mask": copies,
    "velocity": copies, "predictions": copies,
    "gradient": .line("let y = gradient(1)"),
    "output": .line("let y = output(1)"),
    "parameters": .never("it is known"),
    "looks": .never("it is known"),
    "rate": .line("let y = rate(cosine(rate=0.1, over=60), x)", after: numbers),
    "top_k": .line("let y = top_k(1, train)"),
    "coverage": .line("let y = coverage(50%, train)"),
    "selective_accuracy": .line("let y = selective_accuracy(50%, train)"),
    "data_loss": .line("let y = data_loss()"),
    "penalty": .line("let y = penalty()"),
    "derivative": .line("let y = derivative(tanh, x)", after: numbers),
    "quantile": .line("let y = quantile(cos(x), 25%)", after: numbers),
    "shape": .never("it is known"),
    "count": .never("it is known"),
    "onehot": .never("it writes one number a row"),
    "hash": .line("let y = hash(x)", after: numbers),
    "euclidean": .line("let y = euclidean(x, x)", after: numbers),
    "manhattan": .line("let y = manhattan(x, x)", after: numbers),
    "hamming": .line("let y = hamming(x, x)", after: numbers),
  ]
  .merging(
    [
      "loss", "error", "accuracy", "auc", "confusion", "precision", "recall", "f1", "log_loss",
      "ece",
    ]
    .map { ($0, .line("let y = \($0)(train)")) }, uniquingKeysWith: { first, _ in first }
  )
  .merging(
    ["mse", "rmse", "mae", "r2"].map { ($0, .line("let y = \($0)(train)", after: curve)) },
    uniquingKeysWith: { first, _ in first }
  )
}
