package import Notebooks
package import Workbench

/// A lesson to begin with: one of every step, which passes a check as it stands.
package enum LessonSkeleton {
  /// The lesson's text, with the outputs of its cells.
  /// - Parameter name: The name of the file without its ending: "03-dropout".
  /// - Throws: `NotebookError` if the text is no lesson, which no name leads to.
  package static func text(
    name: String, settings: SessionSettings
  ) throws(NotebookError) -> String {
    let source = template.replacing("TITLE", with: title(of: name))
    let notebook = try Notebook(text: source, name: "\(name).md")
    return Replay(notebook, settings: settings).updatedText
  }

  /// "03-early-stopping" as "Early stopping".
  private static func title(of name: String) -> String {
    let words = name.drop { $0.isNumber || $0 == "-" }.split { $0 == "-" || $0 == "_" }
    let title = words.joined(separator: " ")
    return title.isEmpty ? "A lesson" : title.prefix(1).uppercased() + title.dropFirst()
  }

  private static let template = """
    ---
    title: "TITLE"
    needs: circles
    minutes: 6
    teaches: dropout
    seed: 3
    ---
    # TITLE

    What the student can do afterwards, in two sentences. This lesson is a skeleton:
    keep its order, and put your own words and cells in the place of these. It tells
    of dropout.

    ## What one sees

    Few points to learn from, and many units.

    ```overfit
    > data circles points=1000 noise=0.3
    > split train=6% validation=84% test=10%
    > network
    > add dense 64 relu
    > add dense 64 relu
    > add dense 1 sigmoid
    > train epochs=100 batch=16 optimizer=adam rate=0.01
    > let plain = loss(validation)
    > plot loss
    ```

    In the picture, look at the two curves: one goes on falling, the other one does
    not.

    ```question gap
    ask How far apart are the errors of the training and the validation split, in percentage
      points?
    answer error(validation) - error(train) within 0.5%
    says That gap is what the lesson is about.
    wrong error(validation)
    says That is the error of the validation split alone: take the other one away.
    else Print both errors, and take one away from the other.
    hint `print error(train)` shows one of them.
    ```

    ## What to do about it

    Dropout lets a part of the units sit out in each step, chosen by chance.

    ```prediction training-error
    ask Half of the units sit out in each step now. What will the training error do?
    measure error(train)
    choice It rises.
    when now > before + 1%
    says The points can't be learned by heart any more.
    choice It falls.
    when now < before - 1%
    choice It stays about where it is.
    ```

    ```overfit
    > insert 2 dropout 0.5
    > initialize
    > train epochs=100 batch=16 optimizer=adam rate=0.01
    > let helped = loss(validation)
    ```

    ```claim dropout-helps
    says On these points dropout lowers the validation loss.
    holds helped < plain
    ```

    ```question why
    ask Why does it help?
    choice The network has fewer weights now.
    says It has as many as before, and uses all of them when it predicts.
    right No unit can count on another one.
    says Yes: each has to be of use by itself.
    ```

    ## Your turn

    Bring the two errors closer together, by any means.

    ```exercise smaller-gap
    check error(validation) - error(train) < 6%
    means the gap between the errors is under 6 points
    hint What else fights overfitting?
    hint `train` has an option `l2`, say 0.05.
    wrong
    > train epochs=100
    says Longer training lowers the training error alone.
    solution
    > initialize
    > train epochs=100 batch=16 optimizer=adam rate=0.01 l2=0.05
    ```

    ## What you can do now

    One sentence, and what comes next.

    ```cards
    card What does dropout do in a step of the training?
    back It lets a part of the units sit out, chosen by chance.
    fill Dropout is at work only while {training}.
    ```

    """
}
