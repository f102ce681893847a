internal import Downloads

/// Downloads, as the rooms behind see them.
enum Fetching {
  static func fetch(
    _ url: String, to path: String, sha256: String, control: RunControl
  ) throws(Complaint) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      try FileFetcher().fetch(
        url, to: path, sha256: sha256,
        progress: { news in
          control.progress(
            Progress(work: .bytes(file: name), done: news.received, total: news.total))
        },
        isInterrupted: control.isInterrupted)
    } catch {
      throw Complaint(message: error.description)
    }
  }
}
