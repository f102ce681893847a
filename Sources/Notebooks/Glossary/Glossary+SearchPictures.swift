extension Glossary {
  /// The pictures of a search.
  static let searchPictureEntries: [Entry] = [
    Entry(
      term: "search history", alsoCalled: ["optimization history"],
      sentence:
        "What each trial of a search came to, in their order, and the best so far. Where the "
        + "line has been level for long, more trials of the same kind find little.",
      command: "plot search"),
    Entry(
      term: "search importance", alsoCalled: ["fanova"],
      sentence: "How much of the differences between the trials each setting explains by itself. "
        + "What matters most is searched finest.",
      formula: "share = variance of the mean score at a value / variance of all scores",
      command: "plot search importance"),
    Entry(
      term: "search parallel", alsoCalled: ["parallel coordinates"],
      sentence: "Each of the best trials as a line over upright axes, one for each setting. Where "
        + "the lines run together, a setting has found its place; where they spread, it matters "
        + "less.",
      command: "plot search parallel"),
    Entry(
      term: "search slice", alsoCalled: ["slice"],
      sentence: "What the trials came to over one setting, whatever the others were. It also shows "
        + "how many values were tried: few on a grid, each trial another one by chance.",
      command: "plot search slice rate"),
    Entry(
      term: "search contour", alsoCalled: ["contour"],
      sentence: "What the trials came to over two settings, with all trials on it. A valley that "
        + "runs aslant says that the two hang together.",
      command: "plot search contour rate,units"),
    Entry(
      term: "search rungs", alsoCalled: ["rungs"],
      sentence:
        "What trials had come to on their way, and where those that did worse were stopped.",
      command: "plot search rungs"),
    Entry(
      term: "search acquisition",
      alsoCalled: ["acquisition", "acquisition function", "expected improvement"],
      sentence:
        "What a Gaussian process believes of one setting after the trials, a mean and how sure it is, "
        + "and by how much a trial at each value is expected to beat the best: where it is good, and "
        + "where little is known. The next trial goes to the peak.",
      formula: "expected improvement = deviation (density(z) + z share below z), "
        + "z = (lowest mean - mean) / deviation",
      command: "plot search acquisition rate"),
    Entry(
      term: "search layout", alsoCalled: ["grid against random", "random against grid"],
      sentence:
        "How many different values of each setting a search has tried, beside what a grid, or draws "
        + "by chance, would have tried in as many trials. A grid of 20 tries four or five of the one "
        + "that matters, chance twenty.",
      command: "plot search layout rate,units"),
  ]
}
