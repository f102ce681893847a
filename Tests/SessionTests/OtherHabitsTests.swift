import Foundation
import Language
import Notebooks
import Testing

@testable import Session
@testable import Workbench

/// What newcomers type with the habits of other tools, shells and tongues, and the lines they are told.
@Suite("Habits of other tools")
struct OtherHabitsTests {
  private static let lines = [
    "data moons points=60 noise=0.2", "split train=60% validation=20% test=20%", "network",
    "add dense 4 relu", "add dense 1 sigmoid", "train epochs=2",
  ]

  private func hints(of line: String, after lines: [String] = lines) -> [String] {
    var session = NotebookSession(running: lines)
    guard let fault = session.submit(line).fault else {
      Issue.record("\(line) is taken")
      return []
    }
    return fault.hints
  }

  @Test(
    "are told the line that does it",
    arguments: [
      ("model.fit(X, y, epochs=10, batch_size=16, verbose=0)", "train epochs=10 batch=16"),
      ("model.fit(x_train, y_train)", "train epochs=100"),
      ("model.compile(optimizer='rmsprop', loss='mse')", "train optimizer=rmsprop loss=mse"),
      ("optimizer = Adam(lr=1e-3)", "train optimizer=adam rate=1e-3"),
      (
        "opt = optim.SGD(net.parameters(), lr=0.1, momentum=0.9)",
        "train optimizer=sgd rate=0.1 momentum=0.9"
      ),
      ("model.add(Dense(16, activation='relu'))", "add dense 16 relu"),
      ("model.add(Dropout(0.5))", "add dropout 0.5"), ("nn.Linear(2, 16)", "add dense 16 relu"),
      ("X, y = make_moons(n_samples=200, noise=0.3)", "data moons points=200 noise=0.3"),
      ("X, y = make_blobs()", "data blobs points=500"), ("torch.manual_seed(7)", "seed 7"),
      ("random.seed()", "seed 42"), ("EarlyStopping(patience=3)", "train stop=early(patience=3)"),
      ("train_test_split(X, y, test_size=0.25)", "split train=75% test=25%"),
      ("KFold(10)", "folds 10, then evaluate folds"),
      ("cross_val_score(model, X, y, cv=4)", "folds 4, then evaluate folds"),
      ("loss = nn.BCELoss()", "train loss=binary_crossentropy"), ("plt.show()", "plot loss"),
      ("df.head()", "show data"), ("X.shape", "show data"),
      ("history.history['loss']", "show history"),
      ("model.layers[0].get_weights()", "show weights"),
      ("np.mean([1, 2])", "print mean([1, 2])"), ("math.sqrt(2)", "print sqrt(2)"),
      ("seed = 3", "seed 3"), ("epochs=100", "train epochs=100"), ("lr = 0.01", "train rate=0.01"),
      ("optimizer=Adam", "train optimizer=adam"), ("batch_size = 32", "train batch=32"),
      ("data moons noise 0.3", "data moons noise=0.3"),
      ("split 0.8", "split train=80% validation=20%"),
      ("split 80/20", "split train=80% validation=20%"),
      ("split 60 20 20", "split train=60% validation=20% test=20%"),
      ("train 100 epochs", "train epochs=100"), ("train for 100 epochs", "train epochs=100"),
      ("train rate 0.1 epochs=5", "train rate=0.1 epochs=5"),
      ("train --epochs 10", "train epochs=10"), ("train -e 10", "train epochs=10"),
      ("train --help", "help train"), ("train -h", "help train"), ("?train", "help train"),
      ("train?", "help train"), (":help train", "help train"), ("man train", "help train"),
      ("--help", "help"), ("-h", "help"), ("/help", "help"), (".help", "help"), ("\\h", "help"),
      (":q", "quit"), (":wq", "quit"), ("\\q", "quit"), (".exit", "quit"),
      ("%time train epochs=5", "train epochs=5"), ("overfit learn", "learn"),
      ("what is overfitting?", "explain overfitting"), ("what is dropout", "explain dropout"),
      ("define early stopping", "explain early stopping"), ("load mnist", "data mnist"),
      ("load data", "data csv FILE target=COLUMN"), ("load model", "load network net.safetensors"),
      ("save model", "save network net.safetensors"), ("hilfe", "help"), ("beenden", "quit"),
      ("entraîner", "train"), ("daten moons", "data"), ("ayuda", "help"), ("test", "evaluate test"),
      ("add 8 relu", "add dense 8 relu"), ("add 2 layers", "add dense 8 relu"),
      ("add hidden layer", "add dense 8 relu"), ("save as mine.md", "save mine.md"),
      ("assert error(train) > 1", "check"), ("evaluate --test", "evaluate test"),
      ("evaluate on test", "evaluate test"), ("quit!", "quit"),
      ("search learning rate", "search random rate=0.0001..1 log"),
      ("compare optimizers", "compare optimizer=sgd,adam"),
      ("check accuracy > 0.9", "accuracy(validation)"),
      ("head", "show data"), ("print data", "show data"),
      // Letters and digits that look like ours.
      ("train épochs=10", "train epochs=10"), ("train r\u{430}te=0.1", "train rate=0.1"),
      ("train e\u{301}pochs=10", "train epochs=10"), ("tra\u{131}n epochs=5", "train epochs=5"),
      ("train epochs=\u{FF11}\u{FF10}", "train epochs=10"), ("data möons", "data moons"),
      ("train epochs\u{FF1D}5", "train epochs=5"), ("let größe = 3", "let grosse = 3"),
      ("train époques=5", "train epochs=5"), ("add dense 8 rélu", "add dense 8 relu"),
      // Numbers that are written out.
      ("train epochs=ten", "train epochs=10"), ("train batch=thirty_two", "train batch=32"),
      ("train epochs=one_hundred", "train epochs=100"), ("train rate=tenth", "train rate=0.1"),
      ("split train=half", "train=50%"), ("split validation=twenty", "validation=20%"),
      ("add dense eight relu", "add dense 8 relu"),
      ("insert 2 dropout half", "insert 2 dropout 0.5"),
      ("train batch=full", "train batch=all"), ("train l2=none", "train l2=0"),
      ("train momentum=off", "train momentum=0"), ("set precision 3", "set digits 3"),
      // Settings and data sets of others.
      ("set color off", "set color never"), ("set colors on", "set color always"),
      ("set paging no", "set paging off"), ("set pager false", "set paging off"),
      ("set editor vim", "set editor vi"), ("set -o vi", "set editor vi"),
      ("set pictures unicode", "set pictures braille"), ("set plots blocks", "set pictures blocks"),
      ("set errors on", "set keep errors"), ("set keep all", "set keep errors"),
      ("set format=5", "set digits 5"), ("data make_moons", "data moons"),
      ("data two_moons", "data moons"),
    ])
  func told(_ typed: String, _ line: String) {
    let hints = hints(of: typed)
    #expect(hints.contains { $0.hasSuffix(": \(line)") }, "\(typed): \(hints)")
  }

  @Test(
    "are told where it is to be found",
    arguments: [
      ("!ls", "Ctrl-Z"), ("cd ..", "Ctrl-Z"), ("git status", "Ctrl-Z"), ("%timeit", "help"),
      ("// a comment", "#"), ("Ctrl-D", "press D"), ("hallo", "explain TERM"),
      ("why is my accuracy low?", "diagnose"), ("how do I start", "help lists"),
      ("tutorial", "learn circles"), ("3 ** 2", "print 3 ^ 2"), ("lr 0.01", "help train rate"),
      ("f1", "print f1(validation)"), ("callbacks", "help callbacks"), ("kfold", "folds 5"),
      ("train lerning_rate=0.1", "rate"), ("train device=gpu", "--threads"), ("cuda", "--threads"),
      ("remove last", "show network"), ("delete all", "cells"), ("version", "show session"),
      ("lesson 2", "learn capstone"), ("tensorboard", "plot loss"), ("open mine.md", "run mine.md"),
      ("load mine.md", "run mine.md"), ("help lr", "help train rate"), ("@tf.function", "help"),
      ("train l2=high", "l2 must be 0 or more"), ("train l2=high", "help train l2"),
      ("train epochs=many", "a whole number from 1 to 1,000,000"), ("train batch=big", "or all"),
      ("train rate=default", "as usual: sgd 0.01"), ("train epochs=n", "let n = 1"),
      ("split train=most", "a share from 0% to 100%"), ("add dense big relu", "a number"),
      ("data iris", "data csv iris.csv target=COLUMN"), ("data iris", "there are: circles"),
      ("data wine", "data csv wine.csv"), ("data titanic", "data csv titanic.csv"),
      ("data kaggle", "data csv kaggle.csv"), ("data cifar10", "data images FOLDER"),
      ("data fashion_mnist", "data images FOLDER"), ("data gaussian", "gaussians"),
      ("load penguins", "data csv FILE"), ("set theme dark", "set color never"),
      ("set background=dark", "set color never"), ("set prompt on", "cells"),
      ("set lang de", "English"), ("set verbose on", "show history"), ("set echo off", "history"),
      ("set history 100", "Ctrl-R"), ("set width 60", "--width"), ("set autosave on", "save"),
      ("set threads 4", "--threads"), ("set nu", "cells"), ("set memory unlimited", "a number"),
      ("train epochen=5", "epochs"), ("train lernrate=0.1", "rate"),
    ])
  func found(_ typed: String, _ words: String) {
    let hints = hints(of: typed)
    #expect(hints.contains { $0.contains(words) }, "\(typed): \(hints)")
  }

  @Test(
    "are told something however large their numbers are",
    arguments: [
      "split 1e300", "split 99999999999999999999", "split 1e300/2", "split 1e300 -1e300",
      "train_test_split(X, y, test_size=1e300)", "model.fit(epochs=nan)", "train 1e300 epochs",
      "add 99999999999999999999 relu", "KFold(1e300)", "epochs = 1e300",
    ])
  func large(_ line: String) {
    #expect(!hints(of: line).isEmpty)
  }

  @Test("are told no line that is longer than a message, nor several")
  func long() {
    for line in [
      "for n in 1\n  train épochs=n\nend", "train épochs=1" + String(repeating: " ", count: 500),
      "train l2=0.1 epochs=ten" + String(repeating: " ", count: 500),
      "data " + String(repeating: "é", count: 500), "print \"é\" é", "é", "ｅ＝＝１",
    ] {
      let hints = hints(of: line)
      #expect(hints.allSatisfy { $0.count < 160 && !$0.contains("\n") }, "\(line): \(hints)")
    }
  }

  @Test("are told how the value of a name is seen, where it has one")
  func names() {
    #expect(hints(of: "x", after: ["let x = 3"]) == ["to see its value: print x"])
    #expect(hints(of: "x", after: []) != ["to see its value: print x"])
    #expect(hints(of: "pi", after: []) == ["to see its value: print pi"])
    #expect(hints(of: "x = 3", after: []).contains { $0.hasSuffix("let x = 3") })
  }

  /// What follows "typed: " in the catalogue works as it is told, but for names of files.
  @Test("are told lines that work as they are")
  func working() throws {
    let file = try #require(
      TranscriptFile.all(in: TestFolders.mistakes).first { $0.name == "words-4.md" })
    var told = 0
    for cell in try file.notebook().cells {
      for hint in hints(ofFailing: cell.source) {
        guard let range = hint.range(of: "typed: "),
          hint.hasPrefix("it is") || hint.hasPrefix("here it is")
        else { continue }
        var session = NotebookSession(running: Self.lines)
        for line in hint[range.upperBound...].split(separator: ", then ") {
          guard
            !["FILE", ".safetensors", ".md", "dropout", "mnist", " for each "].contains(
              where: line.contains)
          else { continue }
          told += 1
          let fault = session.submit(String(line)).fault
          #expect(fault == nil, "\(line): \(fault?.message ?? "")")
        }
      }
    }
    #expect(told > 40)
  }

  private func hints(ofFailing line: String) -> [String] {
    var session = NotebookSession(running: Self.lines)
    return session.submit(line).fault?.hints ?? []
  }
}
