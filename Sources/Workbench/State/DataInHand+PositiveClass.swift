import Datasets
import Networks

extension DataInHand {
  /// Which of two classes precision, recall and F1 of a network tell of: the one that the student
  /// chose with `data … positive=`, else the one that the network learned with, where the classes
  /// are the same, else the rarer one of the data. 1 where nothing is to be chosen.
  package func positiveClass(for hand: NetworkInHand?) -> Int {
    let own = dataset.positiveClass ?? 1
    guard !dataset.isPositiveChosen, dataset.positiveClass != nil,
      let learned = hand?.preparation, learned.classNames == dataset.classNames,
      let index = learned.positiveClass, dataset.classNames.indices.contains(index)
    else { return own }
    return index
  }
}
