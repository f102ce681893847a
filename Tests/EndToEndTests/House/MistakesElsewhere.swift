/// The messages that no line of a transcript provokes: they are about damaged files, full disks, other
/// programs, the memory of a machine, interrupts or servers.
enum MistakesElsewhere {
  /// The suites that show them, with their texts as the sources have them, an asterisk for each
  /// value.
  static let bySuite: [(suite: String, texts: [String])] = [
    (
      "StudyFileTests",
      [
        "a file that is run or learned from does not say where a search is kept",
        "type it at the prompt: *",
        "* is there already, and another program has written to it",
        "load study * reads it",
        "or another name here",
        "another program has written to it meanwhile",
        "its lock *.lock can't be made",
        "* holds another study by now",
        "load study * takes that one up",
        "trial * of the file is *, and here it is ",
        "the file is of a notebook that was another one above the search",
        "trial * of the file has *, and here it ",
        "the file holds a line that is no search",
        "a study is saved in a file that ends in .journal",
        "save study *.journal",
        "there is no study to save yet",
        "search random rate=0.0001..1 log trials=20 makes one",
      ]
    ),
    (
      "KernelRightsTests",
      [
        "nobody has allowed it to be written",
        "overfit kernel install --user --allow-write FOLDER allows it",
      ]
    ),
    (
      "EngineTests",
      [
        "a file that is run or learned from starts no program",
        "*= is for engine=ray",
        "engine=ray *",
        "threads of this machine: overfit --threads 4",
        "search local goes on from the best trial itself",
        "engine=local trains here",
      ]
    ),
    (
      "ExchangeWordingTests",
      [
        "this is no file of a network that is known here",
        "the archive has no *: this is no file of Keras",
        "it holds weights alone, and no layers",
        "it holds layers alone, and no weights",
        "* is missing in the model, or is another thing",
        "the model is of the class *",
        "the model branches at the layer *",
        "the model does not say the shape of an input",
        "the shape of an input is *, and sizes are expected",
        "the layer *, *: *",
        "it has weights for *, and * have some here",
        "it has * layers, and * are read",
        "its layers take * MiB of text, and * MiB are read",
        "the network has nothing that could be written",
        "load weights takes them into a network that is there already",
        "load network reads them",
        "only layers that stand one behind the other are read",
        "in Keras, keras.Input(shape=(2,)) as the first layer says it",
        "in Keras, a Flatten before it makes one row of them",
        "there is no such layer here",
        "* can't be * here",
        "its * is missing",
        "its inputs are *, and one row is expected",
        "the file has * of it, and * are expected",
        "its * is *, and * is expected",
        "its * holds a value that is no finite number",
        "its * holds *, and floats of 32 bits are expected",
        "this is no file of HDF5",
        "*the file ends too early",
        "*a checksum of it is wrong",
        "*it has *, which is not read here",
        "*it has more * than are read here",
        "Keras's own model.save writes files that can be read",
      ]
    ),
    ("LessonWordTests", ["* has nothing behind it"]),
    (
      "TrialTests",
      [
        "*=* is not one setting with one value",
        "one is typed as rate=0.01, units(2)=8 or schedule.decay=0.5",
        "layer * has its own one in parentheses: *=*",
      ]
    ),
    (
      "LessonMovingTests",
      ["its checks don't hold any more after what you did then"]
    ),
    (
      "ClassTests",
      [
        "seed is for a folder that draws its lessons",
        "there is no lesson in the folder *",
      ]
    ),
    (
      "LessonStepTests",
      ["it looks at the test split, which is counted: print *"]
    ),
    (
      "WorkTests",
      [
        "not done: *; the notebook is as it was"
      ]
    ),
    (
      "FilmTests",
      [
        "plot * has no moments that follow each other",
        "film takes: *",
        "the test split is opened by cells alone, which count how often",
        "validation in its place, or a plot of the network as it is",
      ]
    ),
    (
      "TurnTests",
      [
        "turn needs an option with several values",
        "turn l2=0.0001..0.1 log",
        "a knob has at most * values, and these are *",
        "*=1..64 log has a few of a range",
      ]
    ),
    (
      "DatasetErrorWordingTests",
      [
        "at most * features are computed",
        "download or copy the file again",
        "this is not a gzip file",
        "it ends too early: the file is cut off",
        "its compressed data is damaged",
        "* bytes follow its end that are not gzip data",
        "it unpacks to more than the * bytes that are allowed",
        "there is no memory left to unpack it",
        "it holds * files: too many",
        "the name of a file in it can't be read",
        "it would unpack to * bytes: too many, or the file is damaged",
        "it is encrypted, or packed in a way that can't be read",
        "numpy.savez writes files that can be read",
        "its packed data is damaged",
        "it holds * twice",
        "there is nothing to write",
        "there is no memory left to write it",
        "this name is given twice",
        "this is not an IDX file of *",
        "it holds *, but here must be *",
        "two files may have changed places",
        "its images are said to be * x * pixels; 1 to * a side can be ",
        "* bytes are missing: the file is cut off",
        "* bytes more follow",
        "label * is *, but the classes go from 0 to *",
        "its images are * x * pixels, but the training images are ",
        "it holds * labels, but * holds ",
        "one of the two files belongs to another set",
        "its header would have * bytes: the file is damaged",
        "the text number * in it is no text",
        "* holds texts, not numbers",
        "it is *, but inputs are [N, D] or images [N, H, W] or [N, H, W, C]",
        "its examples have * features, and 1 to * can be read",
        "texts can't be values",
        "it has * different targets: too many to be classes",
        "there are too many rows or columns",
        "these features can't be scaled",
        "these numbers can't be an input",
        "the options of * are: *",
        "take needs a whole number from 1 to *",
        "there are * training examples, * can't be taken from ",
        "there must be 2 folds or more",
        "* examples can't be divided into ",
        "only classes can be stratified, and the targets are numbers",
        "class * has * examples, too few for ",
        "there are no training examples to learn the scale from",
        "no training example is of these classes",
        "features are computed from columns, and these are images",
        "a conv layer finds the features of images",
        "the features are of the columns *, and the data has *",
        "there are too many rows or features",
        "this * file is packed in a way that is not read",
        "there is no memory left to read it",
        "its colours are CMYK, made for printing",
        "it is * x * pixels: at most * a side and * in all can be ",
        "the images up to this one fill * bytes",
        "it has no folders: each class needs one, with its images",
        "; * in none",
        "it has one folder, *: there must be at least two classes",
        "it holds more than * files",
        "splits or classes",
        "* and * would be the same split",
        "it has *, but no folder train",
        "* holds no image",
        "* has no folders: each class needs one, with its images; ",
        "* in none",
        "* has a folder * in it",
        "draw it as PNG: it holds lines, and no pixels",
        "save it again as JPEG or PNG",
        "save it again as PNG",
        "save it again as PNG or JPEG",
        "save it again in RGB",
        "size=64x64 makes all images smaller",
        "*/CLASS/… is where they are looked for; splits=no takes every folder for a class",
        "*/* is where splits are looked for; splits=no reads all of * as one class",
        "a PNG, JPEG, GIF, BMP or WebP image",
        "1 image is",
        "these features",
        "*: * rows of * features are more than fit into memory",
        "this row has more than * cells: it is no row of a table",
        "* rows of * features are more than fit into memory",
        "leave columns out with skip=, or number their texts with ordinal=",
        "the cell holds *, which looks like a number and is none",
        "* is a number, and * is none",
      ]
    ),
    (
      "InterruptionLawTests",
      [
        "interrupted: nothing was read",
        "interrupted: the notebook is as it was",
      ]
    ),
    (
      "JSONErrorWordingTests",
      [
        "its values are nested more than * levels deep",
        "the text is not UTF-8",
        "its values are nested too deep",
        "this can't be read",
        "an object",
        "true or false",
      ]
    ),
    (
      "JournalLawTests",
      [
        "the notebook is empty"
      ]
    ),
    (
      "LearnTests",
      [
        "no lesson is called *"
      ]
    ),
    (
      "LearningAtThePromptTests",
      [
        "this is the file of the lesson, which stays as it is"
      ]
    ),
    (
      "LogarithmicAxisTests",
      [
        "log=no draws them"
      ]
    ),
    (
      "MemoryTests",
      [
        "the cells hold * already",
        "undo goes back no further: older cells were let go to stay within ",
        "*, and * of * is left",
        "*, and this machine has not as much",
        "*, and a lesson or script may ask for * (--memory GIB)",
        "set memory * allows * GiB; undo gives back what a cell holds",
        "this matrix",
        "reading this",
        "set memory",
      ]
    ),
    (
      "NetworkFileWordingTests",
      [
        "this value can't be written as JSON",
        "it is not JSON",
        "* is not known here",
        "the list is too short",
        "a newer Overfit may have written it",
        "its header is no JSON object",
        "its texts would be longer than * bytes",
        "its seed is no whole number from 0",
        "its note * is missing",
        "a name in it can't be printed: *",
        "its inputs can't be *",
        "the list of layers is missing or too long",
        "layer * has no kind",
        "layer * is of the kind *, which is not known here",
        "it has * layers, but the weights of *",
        "it has * parameters, and the file has *",
        "* remembers * slots, and the file has *",
        "a slot of the optimizer has * tensors, not *",
        "the settings of its unfinished training are missing",
        "its scaling of the inputs is no scaling",
        "it scales * features, but the network takes *",
        "its columns are no columns of a table",
        "its columns do not become the features that it names",
        "what stands for its missing values is no number",
        "it names * features, but the network takes *",
        "class * can't be its positive one: it has * classes",
        "the penalty",
        "the number of steps",
        "the number of the optimizer's steps",
        "an epoch of the history",
        "a step of the history",
        "a count of the settings",
        "a count of its unfinished training",
      ]
    ),
    (
      "SavedFilesTests",
      [
        "another program has changed * meanwhile",
        "another name keeps both",
      ]
    ),
    (
      "WorkingFolderTests",
      [
        "* is a folder",
        "a file can't run another file",
        "it is not a file with text or data",
        "there is no such folder",
        "it is not a file that can be written anew",
      ]
    ),
  ]

  /// What no suite says word for word: guards, and what takes very large files or networks.
  static let unshown: [String] = [
    "the * window of * does not fit into *",
    "this data can't be read",
    "the network's feature * is none that can be read",
    "there is nothing to judge",
    "there are no examples to look at",
    "* takes images of *, which no picture file has",
    "* holds no pictures",
    "folders in it are asked one by one: predict images */NAME",
    "nothing is known of the data that * learned from: its columns, its scaling ",
    "and its classes",
    "train makes that known; save network keeps it in the file",
    "the network's inputs were scaled *, which is not known",
    "these values can't be an input",
    "* is typed in another way",
    "* is there already, and is no checkpoint",
    "every(1, *, overwrite=yes) writes over it",
    "it was to be written after epoch *; the network is as it was before",
    "* is usual",
    "no start came to a loss",
    "there are more than * numbers",
    "there is no greatest of no numbers",
    "* is no curve over time",
    "no value is greater than 0, and others have no place on a logarithmic axis",
    "the curve of run * has been let go: so many epochs came after it",
    "the curves from run * on are kept",
    "run * has no complete epoch",
    "plot runs draws at most * curves",
    "the way of * weights does not fit into memory: three places of ",
    "it are more than * numbers",
    "a smaller network has a surface",
    "cells are missing",
    "* comes to something else now",
    "a file of your own: save mine.md",
    "save another name writes cells and notes alone; save * overwrite=yes does so there",
    "a file changes no other cells than its own",
    "a cell needs a command",
    "the four files can also be put into a folder by hand: show session names them",
    "several lessons may be meant by *",
    "edit needs the number of a cell",
    "cells lists them",
    "a file in it: */NAME",
    "* is a link to a file that is not there",
    "* overwrite=yes puts a file in its place",
    "what a pipe brings is written to a file first, so that a replay reads it too",
    "a lesson can't keep so much in memory",
    "a cell has read it, and a replay must find it as it was",
    "it is there already, and a lesson or script writes over nothing that it did not ",
    "write itself",
    "another program has changed it since it was saved here: a copy under another name ",
    "it is larger than 1 GiB",
    "* needs *, but it is *",
    "empty: it names a quantity",
    "*: there are *",
    "there are no examples",
    "JPEG XL",
    "more than a million GiB",
    "a batch of *",
    "drawing * parameters",
    "training so many networks",
    "this table",
    "what it unpacks to",
    "reading the images up to this one",
    "this cell",
    "a cell more",
    "* needs images, but its input is *",
    "the * is not finite",
  ]

  private static let all = Set(bySuite.flatMap(\.texts) + unshown)

  /// Whether a message needs no place in the catalogue.
  static func holds(_ text: String) -> Bool { all.contains(text) }
}
