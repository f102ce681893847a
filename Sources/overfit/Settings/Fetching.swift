internal import Downloads
internal import Session
internal import TerminalText
internal import Workbench

/// Downloads, as a session asks for them.
enum Fetching {
  static func fetch(
    _ address: String, to path: String, size: Int, digest: String, control: RunControl
  ) throws(FetchFailure) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      try FileFetcher().fetch(
        address, to: path, size: Int64(size), sha256: digest,
        progress: { news in
          control.report(.bytes(Int(news.received), of: news.total.map { Int($0) }, name: name))
        },
        isInterrupted: control.isInterrupted)
    } catch {
      throw FetchFailure(problem: error.description.cleaned(.message))
    }
  }
}
