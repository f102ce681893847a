/// What is said to single words of other tools, of shells and of everyday speech.
package enum ForeignWord {
  /// Options of other tools, each with lines to type.
  package static let options: [String: [String]] = [
    "validation_split": [
      "a split comes before the training: split train=80% validation=20%",
      "the training then measures the validation split too",
    ],
    "validation_data": ["a split comes before the training: split train=80% validation=20%"],
    "patience": ["it belongs to early stopping: stop=early(patience=10)"],
    "early_stopping": ["here it is a way to stop: stop=early(patience=10)"],
    "callbacks": [
      "each is an option: stop=early(patience=10), checkpoint=run.safetensors, schedule=…"
    ],
    "verbose": ["there is nothing to turn off; show history and plot loss show each epoch"],
    "shuffle": ["the training examples are shuffled anew in each epoch, by the seed"],
    "metrics": ["metrics are asked for afterwards: evaluate, show metrics validation"],
    "kernel_regularizer": ["a penalty is an option of its own: l2=0.01, or l1=0.001"],
    "dropout": ["dropout is a layer: insert 2 dropout 0.3"],
    "hidden_layer_sizes": ["layers are added one by one: add dense 8 relu"],
    "input_shape": ["the input's shape follows from the data"],
    "input_dim": ["the input's shape follows from the data"],
    "in_features": ["the input's size follows from the layer before"],
    "random_state": ["the seed is set for the whole notebook: seed 3"],
    "seed": ["the seed is set for the whole notebook: seed 3"],
    "device": [noGPU], "gpu": [noGPU], "cuda": [noGPU], "use_gpu": [noGPU],
  ]

  private static let noGPU =
    "all processors of this machine train, and nothing else: overfit --threads N"
  private static let nothingToImport = "everything is there already: help lists the commands"
  private static let noShell = "files are read by data csv FILE; Ctrl-Z goes to the shell, fg back"
  private static let question = "help lists the commands, explain TERM says what a word means"
  private static let beginning =
    "learn circles walks the first lesson, data circles begins a notebook of your own"
  private static let again = "edit 5 opens cell 5, and runs it and those below it again"
  private static let inFolds = "it is typed: folds 5, then evaluate folds"
  private static let ofSession = "show session tells of the seed, the machine and the folders"
  private static let shownData = "it is typed: show data"
  private static let anew = "initialize draws the weights anew; network begins an empty one"
  private static let variants = "many settings are tried by: search grid rate=0.1,0.01"

  /// Words that begin a line and are no verbs.
  package static let sentences = [
    "import": nothingToImport, "from": nothingToImport, "pip": nothingToImport,
    "using": nothingToImport, "include": nothingToImport,
    "recover":
      "from the shell: overfit --recover has a lost session back, --recover drop forgets it",
    "reset": anew, "restart": anew,
    "clear": "Ctrl-L clears the screen; network begins an empty network",
    "cls": "Ctrl-L clears the screen; network begins an empty network",
    "ls": noShell, "dir": noShell, "cd": noShell, "pwd": noShell, "cat": noShell, "cp": noShell,
    "rm": noShell, "mv": noShell, "mkdir": noShell, "grep": noShell, "vim": noShell,
    "nano": noShell,
    "sudo": noShell, "git": noShell, "python": noShell, "python3": noShell, "bash": noShell,
    "sh": noShell, "which": noShell, "whoami": noShell, "top": noShell, "curl": noShell,
    "what": question, "how": question, "who": question, "hi": question, "hello": question,
    "tell": question, "please": question, "man": question, "doc": question, "define": question,
    "hey": question, "hallo": question, "moin": question, "bonjour": question, "salut": question,
    "hola": question, "was": question, "wie": question, "can": question, "i": question,
    "start": beginning, "tutorial": beginning, "tutorials": beginning, "demo": beginning,
    "examples": beginning, "getting": beginning,
    "lesson": "it works in a folder of lessons: learn capstone opens one",
    "rerun": again, "again": again, "repeat": again, "rerunall": again,
    "cross": inFolds, "crossvalidate": inFolds, "crossvalidation": inFolds, "kfold": inFolds,
    "cv": inFolds, "version": ofSession, "about": ofSession, "status": ofSession, "env": ofSession,
    "head": shownData, "tail": shownData, "describe": shownData, "info": shownData,
    "shape": shownData, "scatter": "it is typed: plot data", "gpu": noGPU, "cuda": noGPU,
    "device": noGPU, "settings": "help set lists the settings",
    "config": "help set lists the settings",
    "options": "help train lists the options of a training",
    "colour": "it is typed: set color never",
    "graph": "it is typed: plot loss", "tensorboard": "it is typed: plot loss",
    "chart": "it is typed: plot loss",
    "early": "it is a way to stop: train stop=early(patience=10)",
    "regularize": "a penalty on the weights: train l2=0.01; a layer: add dropout 0.3",
    "comment": "a comment begins with #, and a note with a quotation mark",
    "return": "to see the value of a formula: print 1 + 1",
    "grid": variants, "gridsearch": variants, "gridsearchcv": variants, "tune": variants,
    "optimize": variants, "random": "settings are drawn by: search random rate=0.0001..1 log",
    "randomizedsearchcv": "settings are drawn by: search random rate=0.0001..1 log",
    "gradient": "forward, backward and step take one batch through; show gradients",
    "del": "remove 2 takes a layer out, delete 5 a cell", "pop": "remove 2 takes a layer out",
    "while": loop, "if": condition, "def": "a value has a name by let: let x = 3",
  ]

  private static let loop = "a loop: for rate in 0.1, 0.01, the lines in it, and end"
  private static let condition = "what is done in a training: when loss < 0.1 do stop"

  /// Words that begin a statement of a programming language.
  package static let statements = [
    "for": loop, "while": loop, "if": condition, "elif": condition, "else:": condition,
    "def": "a value has a name by let: let x = 3",
    "class": "a network: network, then add dense 8 relu",
    "lambda": "a value has a name by let: let x = 3", "with": loop,
  ]
}
