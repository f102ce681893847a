import Testing

@testable import Session
@testable import Workbench

@Suite("Measuring a network")
struct MeasuringTests {
  private func session(_ lines: [String] = trainedCircles) -> NotebookSession {
    NotebookSession(running: lines)
  }

  private func looks(_ session: NotebookSession) -> Int {
    session.state.data?.testLooks ?? -1
  }

  @Test("counts each command that looks at the test split, and undo takes the look back")
  func testLooks() {
    var session = session()
    #expect(looks(session) == 0)
    #expect(session.text(of: "print error(test)") == session.text(of: "print error(test)"))
    #expect(looks(session) == 2)
    _ = session.submit("check error(test) < accuracy(test)")
    _ = session.submit("let e = loss(test)")
    #expect(looks(session) == 4)
    _ = session.submit("undo")
    #expect(looks(session) == 3)
    let text = session.text(of: "evaluate test")
    #expect(text.contains("the test split has now been looked at 4 times"))
    #expect(session.text(of: "show data").contains("test split looked at 4 times"))
    for line in ["evaluate train", "print error(validation)", "diagnose", "show metrics"] {
      _ = session.submit(line)
    }
    #expect(looks(session) == 4)
    _ = session.submit("for split in validation, test\n  print error(split)\nend")
    #expect(looks(session) == 5)
  }

  @Test("a look that failed is none, and other data are looked at afresh")
  func failedLooks() {
    var session = session()
    _ = session.submit("print error(test) + nothing")
    #expect(looks(session) == 0)
    _ = session.submit("evaluate test")
    _ = session.submit("split train=50% test=50%")
    #expect(looks(session) == 1)
    _ = session.submit("data circles points=60")
    #expect(looks(session) == 0)
  }

  @Test("print keeps the value alone on its line")
  func alone() {
    var session = session()
    #expect(!session.text(of: "print error(test)").contains("\n"))
  }

  @Test("the parts of the loss add up, and each metric has its value")
  func functions() {
    var session = session()
    _ = session.submit("train epochs=2 l2=0.01 l1=0.001 class_weight=1,3")
    #expect(
      session.text(of: "check abs(data_loss() + penalty() - loss()) < 1e-12").hasPrefix("holds"))
    let penalty =
      "0.01 * (norm(weights(1))^2 + norm(weights(2))^2) "
      + "+ 0.001 * (sum(abs(weights(1))) + sum(abs(weights(2))))"
    #expect(session.text(of: "check abs(penalty() - (\(penalty))) < 1e-6").hasPrefix("holds"))
    for equation in [
      "sum(confusion(validation)) == 12",
      "confusion(validation)[2, 2] / (confusion(validation)[2, 2] + confusion(validation)[1, 2])"
        + " == precision(validation)",
      "recall(validation, 0) == confusion(validation)[1, 1] "
        + "/ (confusion(validation)[1, 1] + confusion(validation)[1, 2])",
      "top_k(1, validation) == accuracy(validation)", "top_k(2, validation) == 1",
      "abs(log_loss(validation) - loss(validation)) < 1e-5", "auc(validation) <= 1",
      "ece(validation) >= 0",
      "abs(f1(validation) - 2 * precision(validation) * recall(validation) "
        + "/ (precision(validation) + recall(validation))) < 1e-12",
    ] {
      #expect(session.text(of: "check \(equation)").hasPrefix("holds"), "\(equation)")
    }
  }

  @Test("a metric for other targets is an error that says what there is")
  func errors() {
    var session = session()
    #expect(session.text(of: "print r2(validation)").contains("accuracy, precision"))
    #expect(session.text(of: "print top_k(3, validation)").contains("from 1 to 2"))
    #expect(session.text(of: "print precision(validation, 2)").contains("no such class"))
    #expect(session.text(of: "print auc(3)").contains("a split is expected"))
    for line in [
      "data houses", "split train=60% validation=20% test=20%", "scale standard",
      "network lines", "add dense 1", "train epochs=20 rate=0.1",
    ] { _ = session.submit(line) }
    #expect(session.text(of: "print auc(validation)").contains("mse, mae and r2"))
    #expect(
      session.text(of: "check rmse(validation)^2 - mse(validation) < 1e-6").hasPrefix("holds"))
    #expect(session.text(of: "check r2(validation) > 90%").hasPrefix("holds"))
    #expect(session.text(of: "show confusion").contains("is about classes"))
  }

  @Test("losses are known by their long names and by those of their outputs")
  func lossNames() {
    var session = session(untrainedCircles)
    for name in ["mse", "mean_squared_error", "mae", "mean_absolute_error", "binary_crossentropy"] {
      #expect(session.text(of: "train epochs=1 loss=\(name)").contains("epoch"), "\(name)")
    }
    #expect(session.text(of: "train loss=hinge").contains("it would fit: dense 1 linear"))
    #expect(session.text(of: "train loss=sigmoid_cross_entropy_with_logits").contains("logits"))
    #expect(session.text(of: "train loss=binary_crossentrop").contains("did you mean"))
    #expect(session.text(of: "train class_weight=1,-2").contains("0 or more"))
    #expect(session.text(of: "train class_weight=1,2,3").contains("one for each of 2"))
    #expect(session.text(of: "train class_weight=balancd").contains("did you mean: balanced"))
    #expect(session.text(of: "train label_smoothing=1").contains("less than 1"))
    #expect(session.text(of: "train max_norm=0").contains("greater than 0"))
    let monitors = ["val_loss", "val_accuracy", "val_acc", "acc", "validation_loss", "loss"]
    for name in monitors {
      #expect(
        session.text(of: "train epochs=1 stop=early(monitor=\(name))").contains("epoch"), "\(name)")
    }
    #expect(
      session.text(of: "train epochs=1 stop=early(monitor=val_los)").contains(
        "did you mean: val_loss"))
  }

  @Test("a network trained with hinge decides at 0")
  func hinge() {
    var session = session(
      ["data gaussians points=60", "network", "add dense 1"] + [
        "train epochs=60 rate=0.1 loss=hinge"
      ])
    #expect(session.text(of: "check accuracy(train) > 70%").hasPrefix("holds"))
    #expect(session.text(of: "show confusion").contains("right"))
    #expect(session.text(of: "print ece(train)").contains("needs probabilities"))
    #expect(!session.text(of: "predict 1 1").contains("probability"))
    #expect(session.text(of: "plot boundary").contains("class 1"))
  }

  @Test("distances need two things of one length")
  func distances() {
    var session = session([])
    #expect(session.text(of: "distance").contains("distance needs its kind"))
    #expect(session.text(of: "distance cosine [1] [2]").contains("euclidean"))
    #expect(session.text(of: "distance euclidean [1, 2] [1, 2, 3]").contains("not 2 and 3"))
    #expect(session.text(of: "distance hamming \"\" \"\"").contains("distance 0"))
    #expect(session.text(of: "print hamming(\"ab\", [1])").contains("number"))
    #expect(session.text(of: "print onehot(5, 5)").contains("from 0 to 4"))
    #expect(session.text(of: "print onehot(1, 0)").contains("whole number"))
  }

  @Test("shows the training under way where a rule asks for a picture of it")
  func pictureWithinTraining() {
    var session = NotebookSession(running: untrainedCircles, settings: .testing())
    _ = session.submit("when epoch == 2 or epoch == 4 do plot loss")
    for end in [2, 4] {
      let text = session.text(of: "train epochs=2")
      #expect(text.contains("after epoch \(end):"), "\(text)")
      #expect(text.contains("at epoch \(end), the last"), "\(text)")
    }
  }
}
